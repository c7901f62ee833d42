//! What the owner tells of themselves.

use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::seen::{Seen, Split};
use askama::Template;
use kithwork_app::FieldProblem;
use kithwork_core::facts::{Locale, Settings};

/// What the owner tells of themselves.
#[derive(Debug, Template)]
#[template(path = "settings.html")]
pub(crate) struct SettingsPage {
    frame: Frame,
    fields: Vec<Field>,
    seen: Seen,
}

crate::visit::framed!(SettingsPage);

/// One field of the form.
#[derive(Debug)]
struct Field {
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    is_lines: bool,
    /// What can be chosen: values with what they are called; empty where anything can be written.
    choices: Vec<(&'static str, &'static str)>,
    value: String,
    problem: String,
}

const FIELDS: [(&str, &str, &str, bool); 11] = [
    ("names", "Your names", "As calendars and sheets write them, one a line", true),
    ("emails", "Your e-mail addresses", "One a line", true),
    (
        "locale",
        "Language and country",
        "Dates, times, numbers and money are written as there",
        false,
    ),
    ("hours_per_week", "Hours a week for networking", "The plan fits into them", false),
    ("currency", "Currency", "Three letters, such as GBP", false),
    (
        "hourly_rate",
        "What an hour of yours is worth",
        "Lets the review say what networking costs",
        false,
    ),
    (
        "monthly_need",
        "What you need to earn in a month",
        "Lets it say how far the work in sight reaches",
        false,
    ),
    (
        "weekly_spend",
        "What meetings may cost in a week",
        "The plan leaves out what would cost more",
        false,
    ),
    (
        "words_per_minute",
        "Words you speak in a minute",
        "Measured when you rehearse your minute; 0 forgets it",
        false,
    ),
    (
        "lock_hours",
        "Hours before a meeting from which your minute is locked",
        "Changing it then takes a reason. 0 locks none",
        false,
    ),
    ("targets", "Whom you want to meet", "Kinds of client or trade, one a line", true),
];

impl SettingsPage {
    /// The form with what the book knows.
    pub(crate) fn of(settings: &Settings) -> Self {
        Self::holding(|name| held(settings, name), &[], seen(settings))
    }

    /// The form as it was sent, beside what is wrong with it.
    pub(crate) fn again(settings: &Settings, form: &Fields, problems: &[FieldProblem]) -> Self {
        Self::holding(|name| form.text(name).to_owned(), problems, seen(settings))
    }

    /// The form with both values where both sides changed one.
    pub(crate) fn split(split: Split) -> Self {
        Self::holding(|name| split.form.text(name).to_owned(), &[], split.seen)
    }

    fn holding(value: impl Fn(&str) -> String, problems: &[FieldProblem], seen: Seen) -> Self {
        let field = |&(name, label, hint, is_lines): &(&'static str, _, _, _)| {
            let wrong = problems.iter().find(|problem| problem.field == name);
            let problem =
                wrong.map(|wrong| crate::say::capital(&wrong.problem)).unwrap_or_default();
            let choices = if name == "locale" { locales() } else { Vec::new() };
            Field { name, label, hint, is_lines, choices, value: value(name), problem }
        };
        let frame = Frame::new("About you", Place::More);
        Self { frame, fields: FIELDS.iter().map(field).collect(), seen }
    }
}

/// What the fields of the form hold in the book.
pub(crate) fn seen(settings: &Settings) -> Seen {
    Seen::of(FIELDS.iter().map(|(name, ..)| (*name, held(settings, name))))
}

fn locales() -> Vec<(&'static str, &'static str)> {
    Locale::ALL.iter().map(|one| (one.name(), one.says())).collect()
}

fn held(settings: &Settings, field: &str) -> String {
    let amount = |amount: Option<kithwork_core::money::Amount>| {
        amount.map(|amount| amount.decimal()).unwrap_or_default()
    };
    match field {
        "names" => settings.owner_names.join("\n"),
        "emails" => settings.owner_emails.join("\n"),
        "hours_per_week" => settings.hours_per_week.map(|h| h.to_string()).unwrap_or_default(),
        "currency" => settings.currency.map(|c| c.code().to_owned()).unwrap_or_default(),
        "hourly_rate" => amount(settings.hourly_rate),
        "monthly_need" => amount(settings.monthly_need),
        "weekly_spend" => amount(settings.weekly_spend),
        "words_per_minute" => settings.words_per_minute.map(|n| n.to_string()).unwrap_or_default(),
        "lock_hours" => settings.lock_hours.map(|n| n.to_string()).unwrap_or_default(),
        "locale" => settings.locale.unwrap_or_default().name().to_owned(),
        "targets" => settings.targets.join("\n"),
        _ => String::new(),
    }
}

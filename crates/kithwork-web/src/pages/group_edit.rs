//! Putting a group right: only what was changed is kept.

use super::group::{cadence, kind};
use crate::acts::spelt;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::seen::{Seen, Split};
use askama::Template;
use kithwork_app::business::worth;
use kithwork_app::room::Correction;
use kithwork_app::{Code, Error, FieldProblem};
use kithwork_core::facts::{Cadence, Room, RoomKind};
use kithwork_core::id::RoomId;
use kithwork_core::money::Amount;

/// Putting a group right.
#[derive(Debug, Template)]
#[template(path = "group_edit.html")]
pub(crate) struct GroupEdit {
    frame: Frame,
    id: RoomId,
    name: String,
    fields: Vec<Field>,
    seen: Seen,
}

crate::visit::framed!(GroupEdit);

/// One field of the form.
#[derive(Debug)]
struct Field {
    name: &'static str,
    label: &'static str,
    looks: Looks,
    value: String,
    problem: String,
}

/// How a field looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looks {
    Choice(&'static [(&'static str, &'static str)]),
    Number,
    Money,
    Day,
    Lines,
}

const KINDS: [(&str, &str); 6] = [
    ("breakfast", "Breakfast"),
    ("lunch", "Lunch"),
    ("evening", "Evening"),
    ("online", "Online"),
    ("conference", "Conference"),
    ("association", "Association"),
];
const CADENCES: [(&str, &str); 4] = [
    ("weekly", "Weekly"),
    ("fortnightly", "Fortnightly"),
    ("monthly", "Monthly"),
    ("once", "Once"),
];
const YES: [(&str, &str); 2] = [("yes", "Yes"), ("no", "No")];

const FIELDS: [(&str, &str, Looks); 12] = [
    ("kind", "What it is", Looks::Choice(&KINDS)),
    ("cadence", "How often", Looks::Choice(&CADENCES)),
    ("meeting_minutes", "Usual length, minutes", Looks::Number),
    ("travel_minutes", "The way there and back, minutes", Looks::Number),
    ("annual_fee", "Membership a year", Looks::Money),
    ("fee_per_meeting", "Paid at each meeting", Looks::Money),
    ("joined_on", "Joined on", Looks::Day),
    ("left_on", "Left on", Looks::Day),
    ("absences_allowed", "Absences its rule allows", Looks::Number),
    ("absence_window_days", "In how many days", Looks::Number),
    ("substitute_allowed", "Does a substitute count as present?", Looks::Choice(&YES)),
    ("notes", "Notes", Looks::Lines),
];

impl GroupEdit {
    /// The form with what the book holds.
    pub(crate) fn of(room: &Room) -> Self {
        let field = |&(name, label, looks): &(&'static str, &'static str, Looks)| {
            let value = held(room, name);
            Field { name, label, looks, value, problem: String::new() }
        };
        Self {
            frame: Frame::new("Put right", Place::Groups),
            id: room.id,
            name: room.name.clone(),
            fields: FIELDS.iter().map(field).collect(),
            seen: seen(room),
        }
    }

    /// The form with both values where both sides changed one.
    pub(crate) fn split(room: &Room, split: Split) -> Self {
        Self { seen: split.seen, ..Self::again(room, &split.form, &[]) }
    }

    /// The form as it was sent, beside what is wrong with it.
    pub(crate) fn again(room: &Room, form: &Fields, problems: &[FieldProblem]) -> Self {
        let mut page = Self::of(room);
        for field in &mut page.fields {
            form.text(field.name).clone_into(&mut field.value);
            if let Some(found) = problems.iter().find(|problem| problem.field == field.name) {
                field.problem = crate::say::capital(&found.problem);
            }
        }
        page
    }
}

fn held(room: &Room, field: &str) -> String {
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let amount = |of: Option<Amount>| of.map(|of| of.decimal()).unwrap_or_default();
    let day = |on: Option<jiff::civil::Date>| on.map(|on| on.to_string()).unwrap_or_default();
    match field {
        "kind" => room.kind.map(kind).unwrap_or_default().to_owned(),
        "cadence" => room.cadence.map(cadence).unwrap_or_default().to_owned(),
        "meeting_minutes" => number(room.meeting_minutes),
        "travel_minutes" => number(room.travel_minutes),
        "annual_fee" => amount(room.annual_fee),
        "fee_per_meeting" => amount(room.fee_per_meeting),
        "joined_on" => day(room.joined_on),
        "left_on" => day(room.left_on),
        "absences_allowed" => number(room.absences_allowed),
        "absence_window_days" => number(room.absence_window_days),
        "substitute_allowed" => match room.substitute_allowed {
            Some(true) => "yes".to_owned(),
            Some(false) => "no".to_owned(),
            None => String::new(),
        },
        "notes" => room.notes.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

/// What the fields of the form hold in the book.
pub(crate) fn seen(room: &Room) -> Seen {
    Seen::of(FIELDS.iter().map(|(name, ..)| (*name, held(room, name))))
}

/// What a form changes; what it leaves as it was shown stays as it is in the book.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field.
pub(crate) fn correction(room: &Room, form: &Fields) -> Result<Correction, Error> {
    let fee = |name: &'static str, before: Option<Amount>| {
        form.amended(name).read(|text| {
            let read = worth(&text).map_err(|cause| {
                let problem = "is no amount such as 120";
                Error::new(Code::ValueInvalid).field(name, problem).caused_by(cause)
            })?;
            // A sum without a currency stays in the one it was in.
            let currency = read.currency.or(before.and_then(|before| before.currency));
            Ok::<_, Error>(Amount { currency, ..read })
        })
    };
    Ok(Correction {
        kind: form.amended("kind").read(|word| spelt::<RoomKind>("kind", &word))?,
        cadence: form.amended("cadence").read(|word| spelt::<Cadence>("cadence", &word))?,
        meeting_minutes: form.amended_number("meeting_minutes")?,
        travel_minutes: form.amended_number("travel_minutes")?,
        annual_fee: fee("annual_fee", room.annual_fee)?,
        fee_per_meeting: fee("fee_per_meeting", room.fee_per_meeting)?,
        joined_on: form.amended_date("joined_on")?,
        left_on: form.amended_date("left_on")?,
        absences_allowed: form.amended_number("absences_allowed")?,
        absence_window_days: form.amended_number("absence_window_days")?,
        substitute_allowed: form
            .amended("substitute_allowed")
            .read(|said| Ok::<_, Error>(said == "yes"))?,
        notes: form.amended("notes"),
    })
}

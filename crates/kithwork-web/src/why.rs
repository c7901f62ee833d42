//! The inside of a figure: its formula, what went in, the entries behind it, what would change it.

use crate::say;
use crate::shelf::{Line, Shelf};
use askama::Template;
use jiff::civil::Date;
use kithwork_core::explanation::{Explanation, Input, Origin};
use kithwork_core::id::FactId;
use kithwork_core::money::Money;
use kithwork_core::rounding::{nearest, whole};

/// Entries shown in place; the rest stand on a page of their own.
const SHOWN: usize = 6;

/// The inside of a figure.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/why.html")]
pub(crate) struct Why {
    /// The formula in words.
    pub says: String,
    /// What went in.
    pub inputs: Vec<Inside>,
    /// The latest entries.
    pub lines: Vec<Dated>,
    /// How many entries there are in all.
    pub entries: usize,
    /// Where all of them stand, if there are more than are shown.
    pub all: Option<String>,
    /// What would change it.
    pub would_change: String,
}

impl askama::filters::HtmlSafe for Why {}

/// One number that went in, in words.
#[derive(Clone, Debug)]
pub(crate) struct Inside {
    /// What it is.
    pub name: String,
    /// How much.
    pub value: String,
    /// Where it comes from.
    pub origin: &'static str,
}

/// An entry with its date in words.
#[derive(Clone, Debug)]
pub(crate) struct Dated {
    /// The date as people write it; empty where it is not known.
    pub when: String,
    /// The date as machines read it.
    pub iso: String,
    /// The entry.
    pub line: Line,
}

impl Why {
    /// Opens an explanation. `figure` names its page of entries, where it has one.
    pub(crate) fn of(
        explanation: &Explanation,
        shelf: &Shelf,
        today: Date,
        figure: Option<&str>,
    ) -> Self {
        Self {
            says: explanation.says.clone(),
            inputs: explanation.inputs.iter().map(inside).collect(),
            would_change: say::capital(&explanation.would_change),
            ..Self::entries(&explanation.facts, shelf, today, figure)
        }
    }

    /// Opens a list of entries, the latest first.
    pub(crate) fn entries(
        facts: &[FactId],
        shelf: &Shelf,
        today: Date,
        figure: Option<&str>,
    ) -> Self {
        let facts = shelf.latest(facts);
        let lines = facts.iter().filter_map(|id| shelf.line(*id)).take(SHOWN);
        let lines = lines.map(|line| Dated::new(line, today)).collect();
        let figure = figure.filter(|_| facts.len() > SHOWN);
        let all = figure.map(|figure| format!("/review/entries/{figure}?as_of={today}"));
        Self { lines, entries: facts.len(), all, ..Self::default() }
    }
}

impl Dated {
    /// An entry with its date in words.
    pub(crate) fn new(line: Line, today: Date) -> Self {
        let when = line.on.map_or_else(|| "no date".to_owned(), |on| say::day(on, today));
        let iso = line.on.map(|on| on.to_string()).unwrap_or_default();
        Self { when, iso, line }
    }
}

fn inside(input: &Input) -> Inside {
    Inside {
        name: say::capital(&input.name.replace('_', " ")),
        value: value(input),
        origin: match input.origin {
            Origin::Counted => "counted in your book",
            Origin::Reckoned => "worked out, not counted",
            Origin::Learned => "learned from your own results",
            Origin::Published => "from published research",
            Origin::Judgement => "our judgement, not a measurement",
        },
    }
}

/// A value with its unit in words.
fn value(input: &Input) -> String {
    let value = input.value;
    if let Some(currency) = input.currency {
        return say::money(Money { currency, minor: nearest(value) });
    }
    match input.unit {
        "1" | "" => say::decimal(value),
        "share" | "chance" => say::percent(value),
        "minutes" => say::duration(whole(value)),
        "hours" => say::duration(whole(value * 60.0)),
        unit => {
            let said = say::decimal(value);
            let one = if said == "1" { singular(unit) } else { unit };
            format!("{said}\u{a0}{one}")
        }
    }
}

/// One of a unit; what is no plural, or none of these, stays as it is.
fn singular(unit: &str) -> &str {
    match unit {
        "people" => "person",
        "weeks" | "days" | "months" | "meetings" | "needs" | "referrals" | "quarters" | "kinds" => {
            unit.strip_suffix('s').unwrap_or(unit)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kithwork_core::money::Currency;

    #[test]
    fn inputs_say_where_they_come_from() {
        let input = Input::of("prior_weight", 2.0, "1", Origin::Judgement);
        let said = inside(&input);
        assert_eq!((said.name.as_str(), said.value.as_str()), ("Prior weight", "2"));
        assert!(said.origin.contains("judgement"));
    }

    #[test]
    fn every_value_bears_its_unit_in_words() {
        let said = |value, unit| {
            super::value(&Input::of("it", value, unit, Origin::Counted)).replace('\u{a0}', " ")
        };
        assert_eq!([said(34.0, "weeks"), said(1.0, "weeks")], ["34 weeks", "1 week"]);
        assert_eq!([said(0.8, "share"), said(0.004, "chance")], ["80%", "under 1%"]);
        assert_eq!([said(93.22, "hours"), said(465.0, "minutes")], ["93 h 13", "7 h 45"]);
        assert_eq!([said(1.0, "people"), said(1_250.0, "1")], ["1 person", "1,250"]);
        let deal = Money { currency: Currency::GBP, minor: 129_985 };
        let deal = Input::money("mean deal", deal, Origin::Learned);
        assert_eq!(
            (super::value(&deal).as_str(), inside(&deal).origin.starts_with("learned")),
            ("£1,299.85", true)
        );
    }
}

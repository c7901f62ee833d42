//! The inside of a figure: its formula, what went in, the entries behind it, what would change it.

use crate::say;
use crate::shelf::{Line, Shelf};
use askama::Template;
use jiff::civil::Date;
use kithwork_core::explanation::{Explanation, Input, Origin};
use kithwork_core::id::FactId;

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
        let when = line.on.map_or_else(|| "undated".to_owned(), |on| say::day(on, today));
        let iso = line.on.map(|on| on.to_string()).unwrap_or_default();
        Self { when, iso, line }
    }
}

fn inside(input: &Input) -> Inside {
    Inside {
        name: say::capital(&input.name.replace(['_', '-'], " ")),
        value: value(input.value, input.unit),
        origin: match input.origin {
            Origin::Counted => "counted in your book",
            Origin::Learned => "learned from your own results",
            Origin::Published => "from published research",
            Origin::Judgement => "our judgement, not a measurement",
        },
    }
}

fn value(value: f64, unit: &str) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    match unit {
        "1" | "" => rounded.to_string(),
        "minutes" => say::hours(whole(value)),
        unit => format!("{rounded} {unit}"),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and minutes are never negative"
)]
fn whole(value: f64) -> u64 {
    value.round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_say_where_they_come_from() {
        let input =
            Input { name: "prior_weight", value: 2.0, unit: "1", origin: Origin::Judgement };
        let said = inside(&input);
        assert_eq!((said.name.as_str(), said.value.as_str()), ("Prior weight", "2"));
        assert!(said.origin.contains("judgement"));
    }
}

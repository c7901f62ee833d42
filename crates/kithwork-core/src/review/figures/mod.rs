//! Every figure of the review opens: its formula, what went in, the entries behind it, what is learned
//! or a default, and what would change it. Findings, exposure and first referrals carry theirs with
//! them; all the others stand here, each by its place in the review's document.

mod outlook;
mod people;
mod rooms;
mod time;

use super::Review;
use super::reading::Reading;
use crate::explanation::{Explanation, Input, Origin};
use crate::id::FactId;
use crate::models::wilson::as_f64;
use jiff::civil::Date;
use serde::Serialize;

/// So many entries at most stand behind one figure, the latest; its inputs count all of them.
const MOST_FACTS: usize = 200;

/// Why a figure, or a few that belong together, read as they do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Its place in the document, as a JSON pointer (RFC 6901): `/time/period`, `/yields/0`. What lies
    /// below is explained with it.
    pub at: String,
    /// How it came about.
    pub explanation: Explanation,
}

/// Every figure that doesn't carry its own explanation, in the order of the document.
pub(super) fn all(reading: &Reading<'_>, review: &Review) -> Vec<Figure> {
    let mut figures = time::each(reading, review);
    figures.extend(rooms::each(reading, review));
    figures.extend(people::each(reading, review));
    figures.extend(outlook::each(reading, review));
    figures
}

impl Review {
    /// Why the figure at a place of the document reads as it does; none where no figure stands there,
    /// or it carries its own explanation.
    pub fn explanation(&self, at: &str) -> Option<&Explanation> {
        self.figures.iter().find(|figure| figure.at == at).map(|figure| &figure.explanation)
    }
}

/// An explanation being put together.
struct Draft {
    at: String,
    explanation: Explanation,
}

/// Begins one: where it stands, how it is worked out, and the same in words.
fn figure(at: impl Into<String>, formula: &'static str, says: impl Into<String>) -> Draft {
    let explanation = Explanation {
        formula,
        says: says.into(),
        inputs: Vec::new(),
        facts: Vec::new(),
        would_change: String::new(),
    };
    Draft { at: at.into(), explanation }
}

impl Draft {
    fn input(mut self, name: &'static str, value: f64, unit: &'static str, origin: Origin) -> Self {
        self.explanation.inputs.push(Input { name, value, unit, origin });
        self
    }

    /// Something counted in the book.
    fn count(self, name: &'static str, value: u64, unit: &'static str) -> Self {
        self.input(name, as_f64(value), unit, Origin::Counted)
    }

    /// A default of our judgement.
    fn judged(self, name: &'static str, value: f64, unit: &'static str) -> Self {
        self.input(name, value, unit, Origin::Judgement)
    }

    /// The entries behind it with their dates: the latest of them, in order.
    fn dated(mut self, facts: impl IntoIterator<Item = (Option<Date>, FactId)>) -> Self {
        let mut facts: Vec<_> = facts.into_iter().collect();
        facts.sort_unstable();
        let from = facts.len().saturating_sub(MOST_FACTS);
        self.explanation.facts.extend(facts.into_iter().skip(from).map(|(_, id)| id));
        self
    }

    /// What would change it.
    fn changes(mut self, would_change: impl Into<String>) -> Figure {
        self.explanation.would_change = would_change.into();
        Figure { at: self.at, explanation: self.explanation }
    }
}

//! Every figure of the review opens: its formula, what went in, the entries behind it, what is learned
//! or a default, and what would change it. Findings, exposure and first referrals carry theirs with
//! them; all the others stand here, each by its place in the review's document.

mod evenings;
mod outlook;
mod people;
mod rooms;
mod time;

use super::Review;
use super::reading::Reading;
use crate::explanation::{Explanation, Figure, Origin};
use crate::id::FactId;
use crate::models::wilson::as_f64;
use crate::money::Money;
use jiff::civil::Date;

/// So many entries at most stand behind one figure, the latest; its inputs count all of them.
const MOST_FACTS: usize = 200;

/// Every figure that doesn't carry its own explanation, in the order of the document.
pub(super) fn all(reading: &Reading<'_>, review: &Review) -> Vec<Figure> {
    let mut figures = time::each(reading, review);
    figures.extend(rooms::each(reading, review));
    figures.extend(people::each(reading, review));
    figures.extend(outlook::each(reading, review));
    figures.extend(evenings::each(reading, review));
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
    let explanation = Explanation::of(formula, says);
    Draft { at: at.into(), explanation }
}

impl Draft {
    fn input(mut self, name: &'static str, value: f64, unit: &'static str, origin: Origin) -> Self {
        self.explanation = self.explanation.input(name, value, unit, origin);
        self
    }

    /// An amount of money.
    fn money(mut self, name: &'static str, amount: Money, origin: Origin) -> Self {
        self.explanation = self.explanation.money(name, amount, origin);
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
        if let Some(from) = facts.len().checked_sub(MOST_FACTS).filter(|from| *from > 0) {
            // Only the latest are put in order: a large book has them by the hundred thousand.
            facts.select_nth_unstable(from);
            facts.drain(..from);
        }
        facts.sort_unstable();
        self.explanation.facts.extend(facts.into_iter().map(|(_, id)| id));
        self
    }

    /// What would change it.
    fn changes(self, would_change: impl Into<String>) -> Figure {
        Figure { at: self.at, explanation: self.explanation.changes(would_change) }
    }
}

//! Why a figure is what it is: every number that is shown opens to one of these.

use crate::id::FactId;
use crate::money::{Currency, Money, minor_f64};
use serde::Serialize;

/// Where a number came from.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Explanation {
    /// The formula's name, as `docs/models` has it: `depth-share`, `wilson-interval`.
    pub formula: &'static str,
    /// The formula in plain words, with its numbers put in.
    pub says: String,
    /// What went in.
    pub inputs: Vec<Input>,
    /// The facts that made it, in the order of their dates.
    pub facts: Vec<FactId>,
    /// What would change it, in plain words.
    pub would_change: String,
}

/// One number that went in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Input {
    /// Its name in the formula.
    pub name: &'static str,
    /// Its value, in `unit`.
    pub value: f64,
    /// The unit: `minutes`, `weeks`, `people`; `share` and `chance`, both 0..=1; `minor units` of its
    /// currency; `1` for what its name counts.
    pub unit: &'static str,
    /// The currency of an amount of money; none for everything else.
    pub currency: Option<Currency>,
    /// Whether it was counted, worked out, learned or set by judgement.
    pub origin: Origin,
}

/// Where an input comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Counted in the book's facts.
    Counted,
    /// Worked out by the formula from the others, defaults among them: a chance, a share, an end of a range.
    Reckoned,
    /// Learned from the book's own outcomes.
    Learned,
    /// A default, published.
    Published,
    /// A default of our judgement, which the owner may change.
    Judgement,
}

/// Why a figure, or a few that belong together, read as they do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Its place in the document, as a JSON pointer (RFC 6901): `/time/period`, `/yields/0`. What lies
    /// below is explained with it.
    pub at: String,
    /// How it came about.
    pub explanation: Explanation,
}

impl Input {
    /// A number that is no money.
    pub fn of(name: &'static str, value: f64, unit: &'static str, origin: Origin) -> Self {
        Self { name, value, unit, currency: None, origin }
    }

    /// An amount of money.
    pub fn money(name: &'static str, amount: Money, origin: Origin) -> Self {
        let Money { currency, minor } = amount;
        let currency = Some(currency);
        Self { name, value: minor_f64(minor), unit: "minor units", currency, origin }
    }
}

impl Explanation {
    /// Begins one: how the figure is worked out, and the same in words.
    pub(crate) fn of(formula: &'static str, says: impl Into<String>) -> Self {
        Self { formula, says: says.into(), ..Self::default() }
    }

    /// One number that went in.
    pub(crate) fn input(
        mut self,
        name: &'static str,
        value: f64,
        unit: &'static str,
        origin: Origin,
    ) -> Self {
        self.inputs.push(Input::of(name, value, unit, origin));
        self
    }

    /// One amount of money that went in.
    pub(crate) fn money(mut self, name: &'static str, amount: Money, origin: Origin) -> Self {
        self.inputs.push(Input::money(name, amount, origin));
        self
    }

    /// A default of our judgement.
    pub(crate) fn judged(self, name: &'static str, value: f64, unit: &'static str) -> Self {
        self.input(name, value, unit, Origin::Judgement)
    }

    /// The facts that made it.
    pub(crate) fn facts(mut self, facts: impl IntoIterator<Item = FactId>) -> Self {
        self.facts.extend(facts);
        self
    }

    /// What would change it, which ends it.
    pub(crate) fn changes(mut self, would_change: impl Into<String>) -> Self {
        self.would_change = would_change.into();
        self
    }
}

//! Why a figure is what it is: every number that is shown opens to one of these.

use crate::id::FactId;
use serde::Serialize;

/// Where a number came from.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// The unit: `minutes`, `weeks`, `people`, `1`.
    pub unit: &'static str,
    /// Whether it was counted, learned or set by judgement.
    pub origin: Origin,
}

/// Where an input comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Counted in the book's facts.
    Counted,
    /// Learned from the book's own outcomes.
    Learned,
    /// A default, published.
    Published,
    /// A default of our judgement, which the owner may change.
    Judgement,
}

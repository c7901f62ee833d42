//! Help both ways, and what comes round.

use kithwork_core::network::{CircleTold, GivingTold, KindBalance, PositionTold, WayBalance};
use serde::Serialize;

/// Help of the period by kind, circles of help, and how far those seen most know each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct GivingJson {
    pub kinds: Vec<KindBalance>,
    /// The five ways of sharing; none where there was no help.
    pub ways: Vec<WayBalance>,
    /// The share of the period's help that the owner gave: low end, mean, high end at 90 %.
    pub giving_share: Option<[f64; 3]>,
    /// Each circle of three once.
    pub circles: Vec<CircleTold>,
    pub introductions_among: usize,
    pub position: PositionJson,
}

/// Where the owner stands among those seen most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct PositionJson {
    /// `too-few`, `too-little-known` or `known`.
    pub state: &'static str,
    /// Pairs of whom it is known whether they know each other, and pairs there are.
    pub known: Option<usize>,
    pub pairs: Option<usize>,
    pub constraint: Option<f64>,
    pub effective_size: Option<f64>,
    pub efficiency: Option<f64>,
}

impl From<&GivingTold> for GivingJson {
    fn from(told: &GivingTold) -> Self {
        Self {
            kinds: told.kinds.clone(),
            ways: told.ways.clone(),
            giving_share: told.giving_share,
            circles: told.circles.clone(),
            introductions_among: told.introductions_among,
            position: told.position.into(),
        }
    }
}

impl From<PositionTold> for PositionJson {
    fn from(position: PositionTold) -> Self {
        match position {
            PositionTold::TooFew => Self { state: "too-few", ..Self::default() },
            PositionTold::TooLittleKnown { known, pairs } => Self {
                state: "too-little-known",
                known: Some(known),
                pairs: Some(pairs),
                ..Self::default()
            },
            PositionTold::Known { constraint, effective_size, efficiency } => Self {
                state: "known",
                constraint: Some(constraint),
                effective_size: Some(effective_size),
                efficiency: Some(efficiency),
                ..Self::default()
            },
        }
    }
}

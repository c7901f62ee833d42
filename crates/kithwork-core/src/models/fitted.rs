//! A model with where its parameters come from: learned from the book, or the default and why.

use serde::{Deserialize, Serialize};

/// A model and what its parameters rest on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fitted<M> {
    /// The model.
    pub model: M,
    /// Where its parameters come from.
    pub basis: Basis,
}

impl<M> Fitted<M> {
    /// The result of a fit where there is one, else the default with the reason.
    pub fn or_default(fit: Result<(M, u64), Unfit>, default: M) -> Self {
        match fit {
            Ok((model, cases)) => Self { model, basis: Basis::Learned { cases } },
            Err(unfit) => Self { model: default, basis: Basis::Default(unfit) },
        }
    }

    /// Whether the parameters were learned.
    pub fn is_learned(&self) -> bool {
        matches!(self.basis, Basis::Learned { .. })
    }
}

/// Where parameters come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Learned from so many cases of the owner's own.
    Learned {
        /// How many.
        cases: u64,
    },
    /// The default, for that reason.
    Default(Unfit),
}

/// Why a model was not fitted to the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Unfit {
    /// There are too few cases to learn from.
    #[error("{seen} cases, of {least} needed")]
    TooFew {
        /// How many there are.
        seen: u64,
        /// How many it takes.
        least: u64,
    },
    /// The cases are all alike, so that nothing tells the parameters apart.
    #[error("the cases are all alike")]
    AllAlike,
    /// The search for the best parameters went astray.
    #[error("no best parameters were found")]
    NotFound,
}

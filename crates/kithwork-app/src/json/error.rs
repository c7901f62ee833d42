//! What could not be done.

use crate::error::Error;
use serde::Serialize;

/// `{"error":{"code","title","hint"}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ErrorJson {
    /// The error.
    pub error: ErrorBody,
}

/// What stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ErrorBody {
    /// Stable, in kebab-case.
    pub code: String,
    /// What happened.
    pub title: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl From<&Error> for ErrorJson {
    fn from(error: &Error) -> Self {
        Self {
            error: ErrorBody {
                code: error.code.slug().to_owned(),
                title: error.code.title().to_owned(),
                hint: error.hint.clone(),
            },
        }
    }
}

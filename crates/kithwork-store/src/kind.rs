//! Kinds of fact by the names of their tables.

use crate::error::{Result, StoreError};
use kithwork_core::fact::FactKind;

/// The kind whose table has this name.
pub(crate) fn named(name: &str) -> Result<FactKind> {
    FactKind::ALL
        .iter()
        .copied()
        .find(|kind| kind.name() == name)
        .ok_or_else(|| StoreError::Corrupt("a kind of fact is unknown".to_owned()))
}

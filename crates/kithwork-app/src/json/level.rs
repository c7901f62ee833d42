//! What the levels are called.

use kithwork_core::ladder::LevelName;
use serde::Serialize;

/// The levels in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LevelsJson {
    /// The lowest first.
    pub levels: Vec<LevelName>,
}

//! One meeting, before, during and after.

use kithwork_core::evening::Evening;
use kithwork_core::id::ChangeId;
use serde::Serialize;

/// A meeting, and what was kept of it just now.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EveningJson {
    /// The change; none where nothing was said, or stood so already.
    pub change: Option<ChangeId>,
    /// The meeting.
    pub evening: Evening,
}

//! Open needs, and who could meet each.

use crate::need::Open;
use serde::Serialize;

/// Every open need, the latest heard first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeedsJson {
    /// Each with who could meet it.
    pub needs: Vec<Open>,
}

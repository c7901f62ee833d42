//! Open offers, and who might want each.

use crate::offer::Open;
use serde::Serialize;

/// Every open offer, the latest heard first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OffersJson {
    /// Each with who might want it.
    pub offers: Vec<Open>,
}

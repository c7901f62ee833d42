//! Other ways of finding clients, month by month, to compare with.

use crate::id::FactId;
use crate::money::Amount;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What one channel took and brought in one month. Its value is not business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelMonth {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// The channel's name, such as `cold calling`.
    pub channel: String,
    /// The month, as its first day.
    pub month: Date,
    /// Time spent, minutes.
    pub minutes: Option<u32>,
    /// Money spent.
    pub cost: Option<Amount>,
    /// Leads that came.
    pub leads: Option<u32>,
    /// Sales that came.
    pub sales: Option<u32>,
    /// What those sales were worth.
    pub value: Option<Amount>,
}

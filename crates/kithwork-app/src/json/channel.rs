//! The JSON of `kithwork channel`.

use crate::channel::Kept;
use kithwork_core::facts::ChannelMonth;
use kithwork_core::id::ChangeId;
use serde::Serialize;

/// What another way of finding clients took and brought, as it was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ChannelToldJson {
    pub change: Option<ChangeId>,
    #[serde(flatten)]
    pub month: ChannelMonth,
}

impl From<&Kept> for ChannelToldJson {
    fn from(kept: &Kept) -> Self {
        Self { change: kept.change, month: kept.month.clone() }
    }
}

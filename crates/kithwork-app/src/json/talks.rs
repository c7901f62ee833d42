//! The owner's talks.

use kithwork_core::presentation::AudienceMap;
use serde::Serialize;

/// The talks, each with the needs of those who listen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct TalksJson<'a> {
    pub talks: &'a [AudienceMap],
}

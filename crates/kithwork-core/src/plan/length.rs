//! How long it is that somebody is asked for.

use super::ItemKind;
use std::ops::RangeInclusive;

/// Minutes of a call.
pub(super) const CALL_MINUTES: u32 = 20;
/// Minutes of a table of a few.
pub(super) const TABLE_MINUTES: u32 = 90;
/// Minutes of anything else, where the plan says no other.
const USUAL_MINUTES: u32 = 60;

/// Minutes that somebody can be asked for: between a word in passing and a working day.
pub const LENGTHS: RangeInclusive<u32> = 5..=480;

/// Minutes that somebody is asked for where no plan says how many; none where nothing is asked for. Whoever
/// is asked for a yes to an introduction is asked for nothing else.
pub fn usual(kind: ItemKind) -> Option<u32> {
    use ItemKind as Kind;
    match kind {
        Kind::Message | Kind::Help | Kind::Promise | Kind::Introduction => None,
        Kind::Call => Some(CALL_MINUTES),
        Kind::SmallGroup => Some(TABLE_MINUTES),
        Kind::OneToOne | Kind::Revive | Kind::Meeting | Kind::PreparePitch => Some(USUAL_MINUTES),
    }
}

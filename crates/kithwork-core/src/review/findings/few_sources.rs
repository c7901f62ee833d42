//! F19: business that hangs on one referrer (row 51).

use super::share::{Beyond, Share};
use super::{FEW_SOURCES, Finding};
use crate::id::FactId;
use crate::review::reading::Reading;
use crate::review::sources::by_person;
use crate::review::words::many;

/// Business, not referrals: one may be won without a referral noted, and a referral without a sale.
const CASES: [&str; 2] =
    ["piece of business won through somebody", "pieces of business won through somebody"];

/// The largest referrer's share of the deals that came by referral. Not bad in itself: thank, protect,
/// widen.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let sources = by_person(reading);
    let of: usize = sources.values().map(Vec::len).sum();
    let largest = sources.iter().max_by_key(|(id, deals)| (deals.len(), std::cmp::Reverse(**id)));
    let name = largest
        .and_then(|(id, _)| reading.book.person(*id))
        .map_or("one person", |p| p.name.as_str());
    let facts: Vec<FactId> =
        largest.map(|(_, deals)| deals.iter().map(|one| one.id).collect()).unwrap_or_default();
    Share {
        code: FEW_SOURCES,
        line: reading.params.findings.few_sources,
        beyond: Beyond::Above,
        numerator: facts.len() as u64,
        denominator: of as u64,
        says: format!(
            "{} of {} came through {name}.",
            facts.len(),
            many(of as u64, CASES[0], CASES[1])
        ),
        facts,
        cases: CASES,
        against: "One good source is worth much: it is a risk, and no fault.",
        try_next: "Thank them, see them, and ask who else they would like you to know.",
    }
    .judge(&reading.params.findings)
}

//! F22: people met in rooms and nowhere else (row 55).

use super::Finding;
use super::share::{Beyond, Share};
use crate::id::FactId;
use crate::review::loose_ends::{met_unlisted, only_in_rooms};
use crate::review::reading::Reading;
use crate::review::time::since;
use crate::review::words::many;

/// The share of the period's touches that happened outside rooms; those it lists were met in rooms
/// only.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let listed: u64 = (since(reading.meetings, |m| m.on, reading.from).iter())
        .map(|m| m.people.len() as u64)
        .sum();
    let unlisted = reading.network().filter_map(|(at, _, seen)| met_unlisted(reading, at, seen));
    let talks = listed + unlisted.count() as u64;
    let outside: u64 = (since(&reading.conversations, |c| c.on, reading.from).iter())
        .map(|c| c.people.len() as u64)
        .sum();
    let never: Vec<FactId> = only_in_rooms(reading).map(|person| person.id.into()).collect();
    let of = talks + outside;
    Share {
        code: "only-in-rooms",
        line: reading.params.findings.only_in_rooms,
        beyond: Beyond::Below,
        numerator: outside,
        denominator: of,
        says: format!(
            "{outside} of {} in the last year happened outside rooms{}.",
            many(of, "contact", "contacts"),
            seen_there_only(never.len() as u64)
        ),
        facts: never,
        cases: ["contact", "contacts"],
        against: "Calls and messages that were not noted down are not seen here.",
        try_next: "Ask one of them for a coffee away from the room.",
    }
    .judge(&reading.params.findings)
}

/// Those whom one could have seen outside by now; of people just met nothing is said yet.
fn seen_there_only(people: u64) -> String {
    match people {
        0 => String::new(),
        people => format!("; {} seen in rooms only", many(people, "person was", "people were")),
    }
}

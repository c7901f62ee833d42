//! Each room: what it took, whom it brought, what began there.

use super::findings::{self, Fit};
use super::leaving::{self, Leaving};
use super::origin;
use super::reading::Reading;
use super::returns::{Effort, Given, Into, Results, ReturnPerHour, per_hour, usual_rate};
use crate::days::days_between;
use crate::id::RoomId;
use crate::models::empirical_bayes;
use crate::models::fitted::Fitted;
use crate::models::gamma_poisson::Gamma;
use crate::models::wilson::as_f64;
use crate::money::{Currency, Money};
use crate::rounding::whole;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// One room.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoomReview {
    /// Which.
    pub room: RoomId,
    /// Its name.
    pub name: String,
    /// Meetings attended.
    pub meetings: u64,
    /// Minutes there, travel included.
    pub minutes: u64,
    /// People first met there.
    pub people_met: u64,
    /// One-to-ones with them.
    pub one_to_ones: u64,
    /// Minutes with them outside the room, travel included; a conversation of several is shared out.
    pub people_minutes: u64,
    /// Referrals whose chain began there.
    pub referrals: u64,
    /// Business whose chain began there.
    pub business_origin: Vec<Money>,
    /// What an hour there and with its people returned.
    pub return_per_hour: Vec<ReturnPerHour>,
    /// What staying takes and may bring; none where the owner left, or was not there lately.
    pub leaving: Option<Leaving>,
    /// How many of its people the owner wants to meet; none where that was never said, or nobody was met there.
    pub fit: Option<Fit>,
}

/// What is counted of a room while the book is read.
#[derive(Clone, Debug, Default)]
struct Tally {
    meetings: u64,
    minutes: u64,
    people_met: u64,
    one_to_ones: u64,
    people_minutes: f64,
    referrals: u64,
    effort: Effort,
    business: BTreeMap<Currency, Results>,
}

/// Every room, by meetings, then name.
pub(super) fn each(reading: &Reading<'_>) -> Vec<RoomReview> {
    let mut tallies = vec![Tally::default(); reading.book.facts.rooms.len()];
    count_meetings(reading, &mut tallies);
    count_people(reading, &mut tallies);
    count_conversations(reading, &mut tallies);
    let all = count_business(reading, &mut tallies);
    let prior = usual_among(reading, &tallies);
    let mut fits = findings::fits(reading);
    let mut rooms: Vec<RoomReview> = tallies
        .iter()
        .enumerate()
        .filter_map(|(at, tally)| {
            let fit = fits.remove(&at);
            Some(RoomReview { fit, ..review(reading, at, tally, &all, prior)? })
        })
        .collect();
    let falls = findings::is_seen_at(reading, findings::FALLING_RETURN);
    for room in &mut rooms {
        room.leaving = leaving::sheet(reading, room, falls);
    }
    rooms.sort_by(|a, b| (Reverse(a.meetings), &a.name).cmp(&(Reverse(b.meetings), &b.name)));
    rooms
}

fn count_meetings(reading: &Reading<'_>, tallies: &mut [Tally]) {
    for meeting in reading.meetings {
        let Some(at) = reading.book.room_index(meeting.room) else { continue };
        let Some(tally) = tallies.get_mut(at) else { continue };
        let minutes = reading.meeting_minutes(meeting);
        tally.meetings += 1;
        tally.minutes += minutes;
        let age = days_between(meeting.on, reading.as_of);
        tally.effort.add(as_f64(minutes) / 60.0, reading.mature(age));
    }
}

fn count_people(reading: &Reading<'_>, tallies: &mut [Tally]) {
    for (_, _, seen) in reading.network() {
        let room = seen.met.and_then(|met| met.room);
        if let Some(tally) = room.and_then(|at| tallies.get_mut(at)) {
            tally.people_met += 1;
        }
    }
    for passed_on in &reading.passed_on {
        let room = reading.seen(passed_on.by).and_then(|seen| seen.origin);
        if let Some(tally) = room.and_then(|at| tallies.get_mut(at)) {
            tally.referrals += 1;
        }
    }
}

/// Time with the people met in a room belongs to it: else nurturing would flatter the room. Time with
/// several is shared out evenly.
fn count_conversations(reading: &Reading<'_>, tallies: &mut [Tally]) {
    for (given, people) in reading.talks() {
        let all = as_f64(given.minutes);
        let part = all / as_f64(people.len().max(1) as u64);
        let mut counted = None;
        for &person in people {
            let room = reading.people.get(person as usize).and_then(|seen| seen.met?.room);
            let Some(tally) = room.and_then(|at| tallies.get_mut(at)) else { continue };
            tally.people_minutes += part;
            tally.effort.add(part / 60.0, reading.mature(given.age));
            if given.is_one_to_one && counted != room {
                tally.one_to_ones += 1;
                counted = room;
            }
        }
    }
}

/// Business whose chain began in a room; and all that came through people, which says what a deal is
/// usually worth.
fn count_business(reading: &Reading<'_>, tallies: &mut [Tally]) -> BTreeMap<Currency, Results> {
    let mut all: BTreeMap<Currency, Results> = BTreeMap::new();
    for business in reading.business() {
        let Some(value) = business.value else { continue };
        let (_, room) = origin::of_business(reading, business);
        let Some(tally) = room.and_then(|at| tallies.get_mut(at)) else { continue };
        let currency = value.currency.unwrap_or(reading.currency);
        all.entry(currency).or_default().add(value.minor, business.id);
        tally.business.entry(currency).or_default().add(value.minor, business.id);
    }
    all
}

/// What an hour usually returns in the owner's own rooms; the default where they can't tell yet.
fn usual_among(reading: &Reading<'_>, tallies: &[Tally]) -> Fitted<Gamma> {
    let own = tallies.iter().map(|tally| empirical_bayes::Tally {
        count: tally.business.get(&reading.currency).map_or(0.0, |r| as_f64(r.events)),
        exposure: tally.effort.effective,
    });
    let own: Vec<_> = own.collect();
    empirical_bayes::usual(&own, usual_rate(&reading.params.returns))
}

fn review(
    reading: &Reading<'_>,
    at: usize,
    tally: &Tally,
    all: &BTreeMap<Currency, Results>,
    prior: Fitted<Gamma>,
) -> Option<RoomReview> {
    let room = reading.room(at)?;
    let params = &reading.params.returns;
    let nothing = Results::default();
    let return_per_hour = |currency: &Currency| {
        let results = tally.business.get(currency).unwrap_or(&nothing);
        let usual = all.get(currency).unwrap_or(&nothing);
        let given = Given { into: Into::Room, effort: tally.effort, results };
        per_hour(given, *currency, usual, prior, params)
    };
    let mut named: Vec<&Currency> = tally.business.keys().collect();
    if named.is_empty() {
        named.push(&reading.currency);
    }
    Some(RoomReview {
        room: room.id,
        name: room.name.clone(),
        meetings: tally.meetings,
        minutes: tally.minutes,
        people_met: tally.people_met,
        one_to_ones: tally.one_to_ones,
        people_minutes: whole(tally.people_minutes),
        referrals: tally.referrals,
        business_origin: (tally.business.iter())
            .map(|(&currency, results)| Money { currency, minor: results.minor })
            .collect(),
        return_per_hour: named.into_iter().map(return_per_hour).collect(),
        leaving: None,
        fit: None,
    })
}

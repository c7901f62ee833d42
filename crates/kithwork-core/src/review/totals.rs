//! Counts of the whole book up to the date.

use super::purse::Purse;
use super::reading::Reading;
use crate::facts::Direction;
use crate::money::Money;
use serde::Serialize;

/// Counts of the whole book up to the date.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct Totals {
    pub people: u64,
    pub set_aside: u64,
    pub meetings: u64,
    pub one_to_ones: u64,
    pub conversations: u64,
    pub help_given: u64,
    pub introductions: u64,
    pub referrals_received: u64,
    pub passed_on: u64,
    pub promises: u64,
    pub promises_overdue: u64,
    pub business: Vec<Money>,
}

pub(super) fn count(reading: &Reading<'_>) -> Totals {
    let facts = &reading.book.facts;
    let promises = || facts.promises.iter().filter(|p| reading.sees(p.made_on));
    let referrals = facts.referrals.iter().filter(|r| reading.sees(r.on));
    let helps = facts.help.iter().filter(|h| reading.sees(h.on));
    Totals {
        people: number(reading.people.iter().filter(|p| p.counts)),
        set_aside: number(facts.people.iter().filter(|p| p.set_aside)),
        meetings: number(reading.meetings.iter()),
        one_to_ones: number(reading.given.iter().filter(|given| given.is_one_to_one)),
        conversations: number(reading.conversations.iter()),
        help_given: number(helps.filter(|h| h.direction == Direction::Given)),
        introductions: number(facts.introductions.iter().filter(|i| reading.sees(i.on))),
        referrals_received: number(referrals.filter(|r| r.direction == Direction::Received)),
        passed_on: number(reading.passed_on.iter()),
        promises: number(promises()),
        promises_overdue: number(promises().filter(|p| p.is_overdue(reading.as_of))),
        business: business(reading),
    }
}

/// How many there are.
pub(super) fn number<T>(things: impl Iterator<Item = T>) -> u64 {
    u64::try_from(things.count()).unwrap_or(u64::MAX)
}

fn business(reading: &Reading<'_>) -> Vec<Money> {
    let mut purse = Purse::default();
    reading.business().filter_map(|b| b.value).for_each(|v| purse.add(v, reading.currency));
    purse.sums()
}

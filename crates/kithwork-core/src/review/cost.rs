//! What the period cost: fees, travel and food, and the owner's own hours (row 45).

use super::purse::Purse;
use super::reading::Reading;
use super::time::since;
use crate::days::days_between;
use crate::facts::Room;
use crate::money::{Amount, Money};
use jiff::civil::Date;
use serde::Serialize;

/// What the period cost. A currency that was never named is the book's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CostAccount {
    /// Days looked at: the period's, or those since the book's first entry, at least a week.
    pub days: u32,
    /// Memberships, day by day of each year's fee.
    pub memberships: Vec<Money>,
    /// What was paid at meetings: their own cost, else the room's usual fee.
    pub meetings: Vec<Money>,
    /// What was paid with people: travel, coffee, meals.
    pub with_people: Vec<Money>,
    /// Minutes in rooms and with people, travel included.
    pub minutes: u64,
    /// What those hours are worth at the owner's own rate; none where no rate is known.
    pub own_time: Option<Money>,
    /// All of it.
    pub total: Vec<Money>,
    /// All of it, a week.
    pub per_week: Vec<Money>,
}

pub(super) fn account(reading: &Reading<'_>) -> CostAccount {
    let own = reading.currency;
    let meetings = since(reading.meetings, |m| m.on, reading.from);
    let talks = since(&reading.conversations, |c| c.on, reading.from);
    if meetings.is_empty() && talks.is_empty() {
        return CostAccount::default();
    }
    // What was recorded before the period shows that its first days were looked at too.
    let met = reading.meetings.first().map(|m| m.on);
    let first = met.into_iter().chain(reading.conversations.first().map(|c| c.on)).min();
    let first = first.unwrap_or(reading.from);
    let days =
        (days_between(first, reading.as_of) + 1).clamp(7, reading.params.time.period_days.max(7));
    let (mut at_meetings, mut with_people) = (Purse::default(), Purse::default());
    for meeting in meetings {
        let usual = || reading.book.room(meeting.room).and_then(|r| r.fee_per_meeting);
        meeting.cost.or_else(usual).into_iter().for_each(|cost| at_meetings.add(cost, own));
    }
    talks.iter().filter_map(|c| c.cost).for_each(|cost| with_people.add(cost, own));
    let minutes = meetings.iter().map(|m| reading.meeting_minutes(m)).sum::<u64>()
        + talks.iter().map(|c| c.took().known()).sum::<u64>();
    let mut account = CostAccount {
        days: days.unsigned_abs(),
        memberships: memberships(reading, days).sums(),
        meetings: at_meetings.sums(),
        with_people: with_people.sums(),
        minutes,
        own_time: own_time(reading, minutes),
        ..CostAccount::default()
    };
    sum_up(&mut account);
    account
}

/// What so many minutes are worth at the owner's own rate; none where no rate is known.
pub(super) fn own_time(reading: &Reading<'_>, minutes: u64) -> Option<Money> {
    let rate = reading.book.facts.settings.first()?.hourly_rate?;
    let hour = rate.money(reading.currency);
    Some(Money { minor: part(hour.minor, minutes, 60), ..hour })
}

fn sum_up(account: &mut CostAccount) {
    let mut purse = Purse::default();
    let all = (account.memberships.iter()).chain(&account.meetings).chain(&account.with_people);
    all.chain(&account.own_time).for_each(|money| purse.add_money(*money));
    account.total = purse.sums();
    let days = u64::from(account.days);
    account.per_week = (account.total.iter())
        .map(|m| Money { currency: m.currency, minor: part(m.minor, 7, days) })
        .collect();
}

/// Each membership's yearly fee for the days looked at in which it ran. One whose first day is not
/// known runs where the room was visited.
fn memberships(reading: &Reading<'_>, days: i32) -> Purse {
    let mut purse = Purse::default();
    let from = crate::days::days_before(reading.as_of, days - 1);
    for room in &reading.book.facts.rooms {
        let Some(fee) = room.annual_fee else { continue };
        let ran = member_days(reading, room, from);
        if ran > 0 {
            let minor = part(fee.minor, ran.unsigned_abs().into(), 365);
            purse.add(Amount { minor, ..fee }, reading.currency);
        }
    }
    purse
}

/// The days from a first one on in which a membership ran.
pub(super) fn member_days(reading: &Reading<'_>, room: &Room, from: Date) -> i32 {
    let visited = || since(reading.meetings, |m| m.on, from).iter().any(|m| m.room == room.id);
    let joined = match room.joined_on {
        Some(on) => on,
        None if visited() => from,
        None => return 0,
    };
    let first = joined.max(from);
    let last = room.left_on.unwrap_or(reading.as_of).min(reading.as_of);
    days_between(first, last) + 1
}

/// `minor` × `of` ÷ `whole`, rounded to the nearest minor unit, halves away from zero.
pub(super) fn part(minor: i64, of: u64, whole: u64) -> i64 {
    let product = i128::from(minor) * i128::from(of);
    let whole = i128::from(whole.max(1));
    let half = if product < 0 { -whole / 2 } else { whole / 2 };
    i64::try_from((product + half) / whole).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn parts_round_to_the_nearest_penny() {
        assert_eq!(part(35_000, 365, 365), 35_000);
        assert_eq!(part(100, 1, 3), 33);
        assert_eq!(part(-100, 1, 8), -13);
        assert_eq!(part(5_000, 90, 60), 7_500);
    }
}

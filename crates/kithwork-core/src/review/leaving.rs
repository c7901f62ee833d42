//! Stay in a room or leave it? Only what is still to come, whatever was spent before (row 49).

use super::cost::part;
use super::reading::Reading;
use super::rooms::RoomReview;
use super::time::since;
use super::words::many;
use crate::days::{days_after, days_before};
use crate::facts::Room;
use crate::money::{Amount, Money};
use serde::Serialize;

/// So far ahead one looks; weeks, judgement.
const AHEAD_WEEKS: i32 = 26;
/// The habit that is carried on is that of so many weeks; judgement.
const LATELY_WEEKS: i32 = 13;

/// What the next half-year in a room takes and may bring, if the last quarter's habit goes on. What
/// was spent before is left out on purpose: it is gone either way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Leaving {
    /// Weeks looked ahead.
    pub weeks: i32,
    /// Meetings to come.
    pub meetings: u64,
    /// Minutes they take, travel included.
    pub minutes: u64,
    /// What is still to be paid: fees at the door and the membership that falls due.
    pub still_to_pay: Money,
    /// Whether anything is known of what it costs: nothing known is not nothing to pay.
    pub fees_known: bool,
    /// What may come of those hours: low, median, high, minor units; none where the room's return is
    /// not known.
    pub may_bring: Option<(i64, i64, i64)>,
    /// What is under way and comes whether one stays or leaves: business is won some months after.
    pub comes_anyway: u64,
    /// In plain words.
    pub says: String,
}

/// The sheet of one room; none where it was not visited lately.
pub(super) fn sheet(reading: &Reading<'_>, room: &RoomReview) -> Option<Leaving> {
    let known = reading.book.room(room.room)?;
    let from = days_before(reading.as_of, LATELY_WEEKS * 7 - 1);
    let lately = since(reading.meetings, |m| m.on, from).iter().filter(|m| m.room == room.room);
    let (held, minutes, paid) = lately.fold((0_u64, 0_u64, 0_i64), |(n, minutes, paid), m| {
        let fee = m.cost.or(known.fee_per_meeting).filter(|a| ours(reading, a));
        let fee = fee.map_or(0, |a| a.minor);
        (n + 1, minutes + reading.meeting_minutes(m), paid.saturating_add(fee))
    });
    let fees_known = known.annual_fee.is_some()
        || known.fee_per_meeting.is_some()
        || reading.meetings.iter().any(|m| m.room == room.room && m.cost.is_some());
    if held == 0 || known.left_on.is_some_and(|left| left <= reading.as_of) {
        return None;
    }
    let (ahead_weeks, lately_weeks) =
        (u64::from(AHEAD_WEEKS.unsigned_abs()), u64::from(LATELY_WEEKS.unsigned_abs()));
    let ahead = |lately: u64| lately * ahead_weeks / lately_weeks;
    let pay = part(paid, ahead_weeks, lately_weeks);
    let still_to_pay = pay.saturating_add(membership_due(reading, known));
    let minutes = ahead(minutes);
    let own = room.return_per_hour.iter().find(|r| r.currency == reading.currency);
    let per_hour = own.filter(|r| r.measured).and_then(|r| Some((r.low?, r.median?, r.high?)));
    let bring = |pence: i64| part(pence, minutes, 60);
    let mut leaving = Leaving {
        weeks: AHEAD_WEEKS,
        meetings: ahead(held),
        minutes,
        still_to_pay: Money { currency: reading.currency, minor: still_to_pay },
        fees_known,
        may_bring: per_hour.map(|(low, median, high)| (bring(low), bring(median), bring(high))),
        comes_anyway: under_way(reading, room),
        says: String::new(),
    };
    leaving.says = says(&leaving, &room.name);
    Some(leaving)
}

fn ours(reading: &Reading<'_>, amount: &Amount) -> bool {
    amount.currency.is_none_or(|c| c == reading.currency)
}

/// The yearly fee, where its day comes within the weeks looked ahead; half of it where that day is not
/// known.
fn membership_due(reading: &Reading<'_>, room: &Room) -> i64 {
    let Some(fee) = room.annual_fee.filter(|a| ours(reading, a)) else { return 0 };
    let Some(joined) = room.joined_on else { return part(fee.minor, 1, 2) };
    let until = days_after(reading.as_of, AHEAD_WEEKS * 7);
    let due = (1..=200).map(|year| days_after(joined, year * 365)).find(|&on| on > reading.as_of);
    if due.is_some_and(|on| on <= until) { fee.minor } else { 0 }
}

/// Referrals still open whose chain began in the room.
fn under_way(reading: &Reading<'_>, room: &RoomReview) -> u64 {
    use crate::facts::ReferralStatus as Status;
    let open = super::returns::referrals_received(reading)
        .filter(|r| !matches!(r.status, Some(Status::Won | Status::Lost | Status::NoFit)));
    let began_there = |person| {
        let seen = reading.seen(person);
        seen.and_then(|s| s.origin).and_then(|at| reading.room(at)).map(|r| r.id) == Some(room.room)
    };
    open.filter(|r| began_there(r.person)).count() as u64
}

fn says(leaving: &Leaving, name: &str) -> String {
    let hours = many((leaving.minutes + 30) / 60, "hour", "hours");
    let takes = format!("Another {} weeks of {name} take {hours}", leaving.weeks);
    let Some((low, median, high)) = leaving.may_bring else {
        return format!(
            "{takes}; what they bring is not known yet. What was spent before does not count."
        );
    };
    let pay = leaving.still_to_pay.minor;
    let word = match () {
        () if high < pay => "less than they still cost",
        () if low > pay => "more than they still cost",
        () if median >= pay => "perhaps more than they still cost",
        () => "perhaps less than they still cost",
    };
    format!("{takes} and may bring {word}. What was spent before does not count.")
}

//! Stay in a room or leave it? Only what is still to come, whatever was spent before (row 49).

use super::cost::{own_time, part};
use super::reading::Reading;
use super::rooms::RoomReview;
use super::time::since;
use super::words::many;
use crate::days::{days_after, days_before, days_between};
use crate::facts::{Locale, Meeting, Room};
use crate::money::{Amount, Money};
use crate::plan::attendance::rhythm;
use crate::rounding::hours_of;
use crate::written;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

/// So far ahead one looks; weeks, judgement.
const AHEAD_WEEKS: i32 = 26;
/// The habit that is carried on is that of so many weeks, or of those since the first meeting; judgement.
const LATELY_WEEKS: i32 = 13;
/// It takes so many meetings, over so many weeks, to show a rhythm; judgement.
const RHYTHM: u64 = 4;
const AHEAD_WEEKS_COUNTED: u64 = AHEAD_WEEKS.unsigned_abs() as u64;

/// What the next half-year in a room takes and may bring, if the last quarter's habit goes on. What
/// was spent before is left out on purpose: it is gone either way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Leaving {
    /// Weeks looked ahead.
    pub weeks: i32,
    /// Meetings to come; none after fewer than four over four weeks, or a single one lately: that is no rhythm yet.
    pub meetings: Option<u64>,
    /// Minutes they take, travel included; none where no length of any is known.
    pub minutes: Option<u64>,
    /// What is still to be paid: the membership that falls due and, where it is known how often one
    /// goes, fees at the door.
    pub still_to_pay: Money,
    /// What those hours are worth at the owner's own rate; none where no rate is known.
    pub own_time: Option<Money>,
    /// The membership that is paid next; none where its fee is not known, and where one has left by then.
    pub next_fee: Option<NextFee>,
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

/// A year's membership, and when it is paid next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextFee {
    /// The fee.
    pub amount: Money,
    /// The day of its renewal; none where it is not known since when one is a member.
    pub on: Option<Date>,
    /// How much of it is in what is still to pay: all, half where its day is not known, or nothing, minor
    /// units of the book's currency.
    pub counted: i64,
    /// In plain words.
    pub says: String,
}

/// The sheet of one room; none where it was not visited lately. `falls` says that an hour of all networking brings
/// less than it did.
pub(super) fn sheet(reading: &Reading<'_>, room: &RoomReview, falls: bool) -> Option<Leaving> {
    let known = reading.book.room(room.room)?;
    let from = days_before(reading.as_of, LATELY_WEEKS * 7 - 1);
    let lately = since(reading.meetings, |m| m.on, from).iter().filter(|m| m.room == room.room);
    let first = reading.meetings.iter().find(|m| m.room == room.room)?.on;
    let habit = Habit {
        weeks: weeks_of_habit(first, reading.as_of),
        ever: room.meetings,
        most: most_ahead(reading, known),
        ..Habit::of(reading, known, lately)
    };
    let fees_known = known.annual_fee.is_some()
        || known.fee_per_meeting.is_some()
        || reading.meetings.iter().any(|m| m.room == room.room && m.cost.is_some());
    if habit.held == 0 || known.left_on.is_some_and(|left| left <= reading.as_of) {
        return None;
    }
    let next_fee = next_fee(reading, known);
    let membership = next_fee.as_ref().map_or(0, |fee| fee.counted);
    let still_to_pay = habit.pay_ahead().saturating_add(membership);
    let minutes = habit.minutes_ahead();
    let mut leaving = Leaving {
        weeks: AHEAD_WEEKS,
        meetings: habit.meetings_ahead(),
        minutes,
        still_to_pay: Money { currency: reading.currency, minor: still_to_pay },
        own_time: minutes.and_then(|minutes| own_time(reading, minutes)),
        next_fee,
        fees_known,
        may_bring: minutes.and_then(|minutes| may_bring(reading, room, minutes)),
        comes_anyway: under_way(reading, room),
        says: String::new(),
    };
    leaving.says = match (habit.no_rhythm(), leaving.minutes) {
        (Some(why), _) => {
            format!("{why}: what another {AHEAD_WEEKS} weeks of {} take can’t be told.", room.name)
        }
        (None, None) => format!(
            "How long a meeting of {} lasts is not known: what another {AHEAD_WEEKS} weeks take can’t be told.",
            room.name
        ),
        (None, Some(minutes)) => says(&leaving, minutes, &room.name, falls),
    };
    Some(leaving)
}

/// What so many minutes there bring as they did so far: low, median, high; none where that is not known.
fn may_bring(reading: &Reading<'_>, room: &RoomReview, minutes: u64) -> Option<(i64, i64, i64)> {
    let own = room.return_per_hour.iter().find(|r| r.currency == reading.currency);
    let hour = own.filter(|r| r.measured)?;
    let of = |per_hour| part(per_hour, minutes, 60);
    Some((of(hour.low?), of(hour.median?), of(hour.high?)))
}

/// How one went to a room in the last weeks.
#[derive(Default)]
struct Habit {
    weeks: u64,
    /// Meetings in those weeks, and in all.
    held: u64,
    ever: u64,
    /// Of how many a length is known, and the minutes of these, travel included.
    measured: u64,
    minutes: u64,
    paid: i64,
    /// How often the room meets in the weeks looked ahead; none where its rhythm is not known.
    most: Option<u64>,
}

impl Habit {
    fn of<'m>(
        reading: &Reading<'_>,
        room: &Room,
        lately: impl Iterator<Item = &'m Meeting>,
    ) -> Self {
        let mut habit = Self::default();
        for meeting in lately {
            let fee = meeting.cost.or(room.fee_per_meeting).filter(|a| ours(reading, a));
            habit.held += 1;
            habit.paid = habit.paid.saturating_add(fee.map_or(0, |a| a.minor));
            if meeting.minutes.or(room.meeting_minutes).is_some() {
                habit.measured += 1;
                habit.minutes += reading.meeting_minutes(meeting);
            }
        }
        habit
    }

    fn is_a_habit(&self) -> bool {
        self.no_rhythm().is_none()
    }

    /// Why nobody can tell yet how often one goes: too few meetings, or too few weeks.
    fn no_rhythm(&self) -> Option<String> {
        if self.held < 2 {
            return Some(format!("One meeting in {LATELY_WEEKS} weeks is no habit yet"));
        }
        (self.ever < RHYTHM || self.weeks < RHYTHM).then(|| {
            format!(
                "{} within {} show no rhythm yet; it takes {RHYTHM} over at least {RHYTHM} weeks",
                many(self.ever, "meeting", "meetings"),
                many(self.weeks, "week", "weeks")
            )
        })
    }

    /// As often as in its weeks, and never more often than the room meets: four meetings of a monthly room lie
    /// within thirteen weeks, and no more than six in twice as many.
    fn meetings_ahead(&self) -> Option<u64> {
        let ahead = (self.held * AHEAD_WEEKS_COUNTED).checked_div(self.weeks)?;
        self.is_a_habit().then_some(self.most.map_or(ahead, |most| ahead.min(most)))
    }

    /// Meetings of which no length is known take as long as the others.
    fn minutes_ahead(&self) -> Option<u64> {
        (self.minutes * self.meetings_ahead()?).checked_div(self.measured)
    }

    fn pay_ahead(&self) -> i64 {
        self.meetings_ahead().map_or(0, |ahead| part(self.paid, ahead, self.held.max(1)))
    }
}

/// How often the room meets in the weeks looked ahead, where its rhythm is known.
fn most_ahead(reading: &Reading<'_>, room: &Room) -> Option<u64> {
    let held: Vec<&Meeting> = reading.meetings.iter().filter(|m| m.room == room.id).collect();
    let days = u64::try_from(rhythm(room, &held)?).ok()?;
    (AHEAD_WEEKS_COUNTED * 7).checked_div(days)
}

/// Weeks the habit is read from: begun four weeks ago, it is that of four.
fn weeks_of_habit(first: Date, as_of: Date) -> u64 {
    let weeks = (days_between(first, as_of) + 7) / 7;
    u64::from(weeks.clamp(1, LATELY_WEEKS).unsigned_abs())
}

fn ours(reading: &Reading<'_>, amount: &Amount) -> bool {
    amount.currency.is_none_or(|c| c == reading.currency)
}

/// The yearly fee and the day it is renewed on. Of it counts all where that day comes within the weeks looked
/// ahead, and half where the day is not known.
fn next_fee(reading: &Reading<'_>, room: &Room) -> Option<NextFee> {
    let fee = room.annual_fee?;
    let on = room.joined_on.map(|joined| renewal(joined, reading.as_of));
    if room.left_on.is_some_and(|left| on.is_some_and(|on| left < on)) {
        return None;
    }
    let until = days_after(reading.as_of, AHEAD_WEEKS * 7);
    let counted = match on {
        _ if !ours(reading, &fee) => 0,
        None => part(fee.minor, 1, 2),
        Some(on) if on <= until => fee.minor,
        Some(_) => 0,
    };
    let amount = fee.money(reading.currency);
    Some(NextFee { amount, on, counted, says: fee_says(amount, on, until) })
}

/// The first day after today on which a membership begins another year.
fn renewal(joined: Date, today: Date) -> Date {
    let years = (today.year() - joined.year()).max(0);
    let after = |years: i16| joined.saturating_add(years.years());
    let this = after(years.max(1));
    if this > today { this } else { after(years + 1) }
}

fn fee_says(amount: Money, on: Option<Date>, until: Date) -> String {
    let fee = written::money(Locale::EnGb, amount);
    let Some(on) = on else {
        return format!(
            "The next year’s membership is {fee}; when it is due is not known, so half of it is counted."
        );
    };
    let day = written::full_day(Locale::EnGb, on);
    let later = if on > until { ", after this half-year" } else { "" };
    format!("The next year’s membership, {fee}, is due on {day}{later}.")
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

/// What staying takes and brings. Hours cost what the owner says an hour is worth; where they never said, only
/// money is set beside money.
fn says(leaving: &Leaving, minutes: u64, name: &str, falls: bool) -> String {
    let hours = many(hours_of(minutes), "hour", "hours");
    let takes = format!(
        "Going as often as in the last {LATELY_WEEKS} weeks, another {} weeks of {name} take about {hours}",
        leaving.weeks
    );
    let Some(brings) = leaving.may_bring else {
        return format!(
            "{takes}; what they bring is not known yet. What was spent before does not count."
        );
    };
    let currency = leaving.still_to_pay.currency;
    let own_time = leaving.own_time.filter(|time| time.currency == currency);
    let cost = leaving.still_to_pay.minor.saturating_add(own_time.map_or(0, |time| time.minor));
    let with = own_time
        .map(|time| format!(", with {} of your own time", written::money(Locale::EnGb, time)));
    let lately = if falls {
        " Lately an hour of all your networking brought less than before, so it may be less."
    } else {
        ""
    };
    format!(
        "{takes} and may bring {} they still cost{}.{lately} What was spent before does not count.",
        beside(brings, cost, falls),
        with.unwrap_or_default()
    )
}

/// `more than`: what may come beside what it costs. Where hours bring less lately, more is not sure.
fn beside((low, median, high): (i64, i64, i64), cost: i64, falls: bool) -> &'static str {
    match () {
        () if high < cost => "less than",
        () if low > cost && !falls => "more than",
        () if median >= cost => "perhaps more than",
        () => "perhaps less than",
    }
}

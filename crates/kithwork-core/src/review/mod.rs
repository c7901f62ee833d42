//! The review: all that is known of a book at a date.

use crate::explanation::Explanation;
use crate::id::{FactId, PersonId, RoomId};
use crate::money::{Currency, Money};
use jiff::civil::Date;
use serde::Serialize;

/// All that is known of a book at a date. The same book, date and parameters give the same review.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Review {
    /// The date; facts after it are not seen, undated facts are.
    pub as_of: Date,
    /// First day of the 365 that end on `as_of`.
    pub from: Date,
    /// Counts of the whole book up to `as_of`.
    pub totals: Totals,
    /// Minutes of the whole book up to `as_of`.
    pub time_all: Time,
    /// Minutes of the period.
    pub time_period: Time,
    /// Time with people as a share of all time, over twelve weeks.
    pub depth: Depth,
    /// Every room, by meetings, then name.
    pub rooms: Vec<RoomReview>,
    /// Business by where the chain behind it began, largest first.
    pub business_by_origin: Vec<OriginTotal>,
    /// Every finding, whatever its state, in the order of science.md §4.
    pub findings: Vec<Finding>,
    /// What happened to the people met: followed up, sat down with, understanding checked.
    pub funnel: Funnel,
    /// People met and never followed up, with what could come next: the list for triage.
    pub pull_back: Vec<Unrealised>,
    /// What the period cost, in money and in hours.
    pub costs: Vec<Money>,
}

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
    pub promises: u64,
    pub promises_overdue: u64,
    pub business: Vec<Money>,
}

/// Minutes, travel included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Time {
    /// In rooms.
    pub meeting_minutes: u64,
    /// With people.
    pub people_minutes: u64,
}

/// The share of time that goes to people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Depth {
    /// The window, weeks.
    pub weeks: u32,
    /// The window's minutes.
    pub time: Time,
    /// Share in 0..=1; none where no time is known at all.
    pub value: Option<f64>,
    /// How it came about.
    pub explanation: Explanation,
}

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
    /// Referrals whose chain began there.
    pub referrals: u64,
    /// Business whose chain began there.
    pub business_origin: Vec<Money>,
    /// What an hour there and with its people returned.
    pub return_per_hour: Vec<ReturnPerHour>,
}

/// What an hour returned, in one currency.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReturnPerHour {
    /// The currency.
    pub currency: Currency,
    /// 5th percentile, minor units an hour; none where there is not enough data.
    pub low: Option<i64>,
    /// Median, minor units an hour.
    pub median: Option<i64>,
    /// 95th percentile, minor units an hour.
    pub high: Option<i64>,
    /// Whether it can be said at all.
    pub measured: bool,
    /// How it came about, or what is missing.
    pub explanation: Explanation,
}

/// Where business began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub enum OriginKind {
    Room,
    Introduction,
    Channel,
    Direct,
    Repeat,
    Unknown,
}

/// Business of one origin, in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OriginTotal {
    /// Room, introduction, channel…
    pub kind: OriginKind,
    /// The room's name, or the source verbatim.
    pub name: String,
    /// How much.
    pub money: Money,
}

/// A possible reason why little comes back, with its evidence: never one asserted cause.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The public code, such as `no-one-to-ones`.
    pub code: &'static str,
    /// Seen, not seen, or not enough data.
    pub state: State,
    /// What was measured, in the finding's own unit.
    pub measure: Option<f64>,
    /// The interval's lower end.
    pub low: Option<f64>,
    /// The interval's upper end.
    pub high: Option<f64>,
    /// Where the line is drawn.
    pub threshold: f64,
    /// Cases that show it.
    pub numerator: Option<u64>,
    /// Cases looked at.
    pub denominator: Option<u64>,
    /// The facts behind it.
    pub facts: Vec<FactId>,
    /// What it says, in plain words with its numbers; or what is missing to tell.
    pub says: String,
    /// One thing to try.
    pub try_next: String,
}

/// Whether a finding is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The whole interval lies beyond the threshold.
    Seen,
    /// The whole interval lies on the good side.
    NotSeen,
    /// Neither; more would decide.
    NotEnoughData,
}

/// What happened to the people met. Who was met too recently for a step is counted nowhere in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Funnel {
    /// Followed up within 7 days.
    pub followed_up: Step,
    /// One-to-one within 45 days.
    pub one_to_one: Step,
    /// Understanding checked within 90 days.
    pub understood: Step,
}

/// One step of the funnel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Step {
    /// People who took it in time.
    pub took: u64,
    /// People met long enough ago to tell.
    pub of: u64,
    /// People met too recently to tell.
    pub too_recent: u64,
    /// Wilson 95 % interval of the share; none where nobody can be judged.
    pub interval: Option<(f64, f64)>,
}

/// Someone met who has not been followed up.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unrealised {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When they were last met.
    pub last: Option<Date>,
    /// What could come next, in plain words.
    pub next_step: String,
}

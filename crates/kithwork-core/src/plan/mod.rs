//! The plan: whom to see this week, what to bring, and why.
//!
//! ```text
//! Book ─▶ circle (who may be named, with level and warmth) ─▶ rates (referrals a quarter) ─▶ value
//!   ├─▶ standing (agreed, promised)  ┐
//!   ├─▶ invite (whom to see)         ├─▶ drafts ─▶ balance (rooms against people) ─▶ optimise ─▶ Plan
//!   └─▶ meetings (the rooms' week)   ┘
//! ```

pub mod adherence;
mod agenda;
pub(crate) mod attendance;
mod balance;
mod budget;
mod call;
mod circle;
pub mod close;
mod depth;
mod draft;
mod figures;
pub mod free;
mod help;
mod invite;
pub mod length;
mod matches;
mod meetings;
mod offer;
pub mod opening;
pub mod optimise;
mod pitch;
mod rates;
mod remarks;
mod repaid;
pub mod rotation;
mod says;
mod settle;
mod spending;
mod standing;
mod table;
mod value;
mod waiting;
mod week;
mod wish;

#[cfg(test)]
mod tests;

use crate::book::Book;
use crate::explanation::{Explanation, Figure};
use crate::facts::InsteadOf;
use crate::id::{FactId, PersonId};
use crate::params::Params;
pub use crate::params::PlanParams;
use crate::review::Practice;

pub use adherence::Adherence;
pub use agenda::{Agenda, Thing};
pub use attendance::Attendance;
pub use budget::Budget;
pub use close::Close;
use jiff::civil::{Date, DateTime};
use optimise::Problem;
use serde::{Deserialize, Serialize};

impl Plan {
    /// The plan of the week that a day lies in, looked at on that day, for so many minutes. All facts up to the week’s Sunday
    /// are known; of its own days only what was agreed stands.
    pub fn for_week(book: &Book, week: Date, hours: impl Into<Budget>, params: &Params) -> Self {
        settle::plan(week::Week::of(book, week, hours.into(), params))
    }

    /// Every choice that the plan of that week comes down to: what could be done, with its worth and
    /// minutes, and the limits tried, as few meetings as possible given up. The worth of rooms is not in it.
    pub fn problems(book: &Book, week: Date, budget_minutes: u32, params: &Params) -> Vec<Problem> {
        settle::problems(week::Week::of(book, week, budget_minutes.into(), params))
    }

    /// The plan with the one thing to practise in it (row 70).
    #[must_use]
    pub fn practising(self, practice: Option<Practice>) -> Self {
        Self { practice, ..self }
    }
}

/// A week's plan. The same book, week and hours give the same plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plan {
    /// The week's Monday.
    pub week: Date,
    /// The budget, minutes.
    pub budget_minutes: u32,
    /// Whether that is a rule of thumb, because the owner has not said how many hours they have.
    pub is_assumed: bool,
    /// Minutes planned in rooms.
    pub meeting_minutes: u32,
    /// Minutes planned with people, with those they were asked for this week.
    pub people_minutes: u32,
    /// Referrals to be expected over 26 weeks; none until the owner's own outcomes inform it.
    pub expected_referrals: Option<Expected>,
    /// Expected referrals that the aim of half the time with people costs this week: what the same
    /// hours could bring without it, less what they bring with it; 0 where it costs nothing.
    pub half_costs: f64,
    /// What to do, in the order in which it is worth doing.
    pub items: Vec<Item>,
    /// Meetings that stand until somebody has said yes to something in their place. Their time is counted with
    /// that, so they are no items.
    pub as_usual: Vec<Item>,
    /// What the plan could not do and why, in plain words: conflicts, a list that needs more hours.
    pub remarks: Vec<String>,
    /// What became of last week's plan; none where it was not asked for, or nothing was planned.
    pub last_week: Option<Adherence>,
    /// How the figures of the whole week came about, each by its place in the document.
    pub figures: Vec<Figure>,
    /// The one thing to practise; none where it was not asked for, or every measured step is sound.
    pub practice: Option<Practice>,
}

/// A count to be expected, with its 90 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Expected {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// What kind of thing.
    pub kind: ItemKind,
    /// With whom, by id.
    pub people: Vec<PersonId>,
    /// With whom, by name, in the same order.
    pub names: Vec<String>,
    /// The room it is about, by name.
    pub room: Option<String>,
    /// Its minutes, with the way there.
    pub minutes: u32,
    /// Minutes together that somebody is asked for, without the way; none where nobody is asked to sit down.
    pub together: Option<u32>,
    /// Agreed, to be asked for, or to be done.
    pub status: Status,
    /// The day, where one stands.
    pub on: Option<Date>,
    /// When, if that is agreed; wall time.
    pub start: Option<DateTime>,
    /// The room whose meeting it could take the place of, once the other has agreed.
    pub could_replace: Option<String>,
    /// The same meeting, for whoever asks with it as the place.
    pub instead_of: Option<InsteadOf>,
    /// Worth: expected referrals over 26 weeks.
    pub value: f64,
    /// Why, in plain words from the book's own facts; never empty.
    pub because: Vec<String>,
    /// What to bring, in plain words; whom they could help, whom the owner could.
    pub bring: Vec<String>,
    /// The owner's promises that it keeps, the oldest first.
    pub promises: Vec<Promised>,
    /// The facts behind it.
    pub facts: Vec<FactId>,
    /// Free times to offer for what is to be asked; wall time, the first one preferred.
    pub offer: Vec<DateTime>,
    /// How its worth came about.
    pub explanation: Explanation,
}

/// One of the owner's promises, as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Promised {
    /// What was promised, in the owner's words without a closing stop.
    pub what: String,
    /// When it was given.
    pub made_on: Option<Date>,
    /// By when.
    pub due_on: Option<Date>,
    /// Whether that day lies before the week.
    pub is_late: bool,
}

impl Item {
    /// Whether it keeps a promise whose day lies in the week.
    pub fn is_due_promise(&self) -> bool {
        let is_due = |promise: &Promised| promise.due_on.is_some() && !promise.is_late;
        self.kind == ItemKind::Promise && self.promises.iter().any(is_due)
    }

    /// The reason that names the meeting it could take the place of, where there is one.
    pub fn swap_reason(&self) -> Option<&str> {
        let reason = || self.because.iter().find(|why| why.starts_with(settle::SWAP));
        self.could_replace.as_ref().and_then(|_| reason()).map(String::as_str)
    }
}

/// The kinds of things to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub enum ItemKind {
    OneToOne,
    SmallGroup,
    Call,
    Message,
    Meeting,
    Promise,
    Introduction,
    Help,
    Revive,
    PreparePitch,
}

/// How far an item has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It stands in the calendar.
    Agreed,
    /// To be asked for today; it takes place when the other agrees.
    Invite,
    /// To be done this week.
    Do,
}

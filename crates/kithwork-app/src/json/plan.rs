//! The week.

use jiff::civil::{Date, DateTime};
use kithwork_core::explanation::{Explanation, Figure};
use kithwork_core::plan::adherence::{Adherence, Effort};
use kithwork_core::plan::{Expected, Item, ItemKind, Plan, Status};
use kithwork_core::review::Practice;
use serde::Serialize;

/// The week.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct PlanJson {
    /// Its Monday.
    pub week: Date,
    pub hours: f64,
    /// Whether those hours are a rule of thumb: the owner has not said how many they have.
    pub hours_are_assumed: bool,
    pub minutes: MinutesJson,
    /// None until the owner's own outcomes inform it.
    pub expected_referrals: Option<ExpectedJson>,
    /// Expected referrals that the aim of half the time with people costs this week.
    pub half_costs: f64,
    /// In the order in which they are worth doing.
    pub items: Vec<ItemJson>,
    /// Meetings that stand until somebody has said yes to something in their place: no items, for their time is
    /// counted with that.
    pub as_usual: Vec<ItemJson>,
    /// What the plan could not do, and why.
    pub remarks: Vec<String>,
    /// How the figures of the whole week came about, each by its place in this document.
    pub figures: Vec<Figure>,
    /// What became of the week before; none while it is not over, or where nothing was planned.
    pub last_week: Option<LastWeekJson>,
    /// The one thing to practise; none where every measured step is sound.
    pub practice: Option<Practice>,
}

/// How far last week's plan was carried out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct LastWeekJson {
    pub week: Date,
    pub planned: usize,
    pub done: usize,
    pub share: Option<f64>,
    /// Minutes as they were planned, and as they were written down.
    pub planned_minutes: MinutesJson,
    pub spent_minutes: MinutesJson,
    pub items: Vec<CarriedJson>,
    /// Groups whose rhythm put a meeting into the week of which nothing is noted.
    pub unnoted: Vec<String>,
}

/// One thing of last week's plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct CarriedJson {
    pub kind: ItemKind,
    pub people: Vec<String>,
    pub room: Option<String>,
    pub done: bool,
    /// Why not, as far as the book tells; none where it was done.
    pub why: Option<String>,
    /// Whether this week's plan holds it again.
    pub here_again: bool,
}

/// Minutes planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MinutesJson {
    /// In rooms.
    pub meeting: u32,
    /// With people. It holds the hours already asked for this week: they wait for an answer and are no items, so that
    /// it may be more than the items' minutes together.
    pub nurture: u32,
}

/// A count to be expected over 26 weeks, with its 90 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ExpectedJson {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ItemJson {
    pub kind: ItemKind,
    pub people: Vec<String>,
    pub room: Option<String>,
    pub minutes: u32,
    /// Minutes together that somebody is asked for, without the way; none where nobody is asked to sit down.
    pub together_minutes: Option<u32>,
    pub status: Status,
    pub start: Option<DateTime>,
    pub could_replace: Option<String>,
    pub value: f64,
    pub because: Vec<String>,
    pub bring: Vec<String>,
    /// Free times to offer for what is to be asked.
    pub offer: Vec<DateTime>,
    /// How its worth came about.
    pub explanation: Explanation,
}

impl From<&Plan> for PlanJson {
    fn from(plan: &Plan) -> Self {
        Self {
            week: plan.week,
            hours: f64::from(plan.budget_minutes) / 60.0,
            hours_are_assumed: plan.is_assumed,
            minutes: MinutesJson { meeting: plan.meeting_minutes, nurture: plan.people_minutes },
            expected_referrals: plan.expected_referrals.map(ExpectedJson::from),
            half_costs: plan.half_costs,
            items: plan.items.iter().map(ItemJson::from).collect(),
            as_usual: plan.as_usual.iter().map(ItemJson::from).collect(),
            remarks: plan.remarks.clone(),
            figures: plan.figures.clone(),
            last_week: plan.last_week.as_ref().map(LastWeekJson::from),
            practice: plan.practice.clone(),
        }
    }
}

impl From<&Adherence> for LastWeekJson {
    fn from(week: &Adherence) -> Self {
        let done = week.done.iter().map(|item| CarriedJson::of(item, None, false));
        let missed = week.missed.iter();
        let missed = missed.map(|m| CarriedJson::of(&m.item, Some(m.why.clone()), m.is_here_again));
        Self {
            week: week.week,
            planned: week.all(),
            done: week.done.len(),
            share: week.share(),
            planned_minutes: week.planned.into(),
            spent_minutes: week.spent.into(),
            items: done.chain(missed).collect(),
            unnoted: week.unnoted.iter().filter_map(|item| item.room.clone()).collect(),
        }
    }
}

impl CarriedJson {
    fn of(item: &Item, why: Option<String>, here_again: bool) -> Self {
        Self {
            kind: item.kind,
            people: item.names.clone(),
            room: item.room.clone(),
            done: why.is_none(),
            why,
            here_again,
        }
    }
}

impl From<Effort> for MinutesJson {
    fn from(effort: Effort) -> Self {
        Self { meeting: effort.rooms, nurture: effort.people }
    }
}

impl From<Expected> for ExpectedJson {
    fn from(expected: Expected) -> Self {
        Self { low: expected.low, median: expected.median, high: expected.high }
    }
}

impl From<&Item> for ItemJson {
    fn from(item: &Item) -> Self {
        Self {
            kind: item.kind,
            people: item.names.clone(),
            room: item.room.clone(),
            minutes: item.minutes,
            together_minutes: item.together,
            status: item.status,
            start: item.start,
            could_replace: item.could_replace.clone(),
            value: item.value,
            because: item.because.clone(),
            bring: item.bring.clone(),
            offer: item.offer.clone(),
            explanation: item.explanation.clone(),
        }
    }
}

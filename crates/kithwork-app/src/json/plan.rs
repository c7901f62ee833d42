//! The week.

use jiff::civil::{Date, DateTime};
use kithwork_core::plan::{Expected, Item, ItemKind, Plan, Status};
use serde::Serialize;

/// The week.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct PlanJson {
    /// Its Monday.
    pub week: Date,
    pub hours: f64,
    pub minutes: MinutesJson,
    /// None until the owner's own outcomes inform it.
    pub expected_referrals: Option<ExpectedJson>,
    /// In the order in which they are worth doing.
    pub items: Vec<ItemJson>,
    /// What the plan could not do, and why.
    pub remarks: Vec<String>,
}

/// Minutes planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct MinutesJson {
    pub meeting: u32,
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
    pub status: Status,
    pub start: Option<DateTime>,
    pub could_replace: Option<String>,
    pub value: f64,
    pub because: Vec<String>,
    pub bring: Vec<String>,
}

impl From<&Plan> for PlanJson {
    fn from(plan: &Plan) -> Self {
        Self {
            week: plan.week,
            hours: f64::from(plan.budget_minutes) / 60.0,
            minutes: MinutesJson { meeting: plan.meeting_minutes, nurture: plan.people_minutes },
            expected_referrals: plan.expected_referrals.map(ExpectedJson::from),
            items: plan.items.iter().map(ItemJson::from).collect(),
            remarks: plan.remarks.clone(),
        }
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
            status: item.status,
            start: item.start,
            could_replace: item.could_replace.clone(),
            value: item.value,
            because: item.because.clone(),
            bring: item.bring.clone(),
        }
    }
}

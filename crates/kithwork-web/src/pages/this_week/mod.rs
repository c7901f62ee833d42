//! This week: at most five things to do, and how the hours are going.

mod aside;
mod item;
mod lede;

use crate::frame::{Frame, Place};
use crate::say;
use crate::sight::Sight;
use aside::Aside;
use askama::Template;
use item::{Diary, Section, Task};
use kithwork_core::plan::{Item, ItemKind};

/// This week: at most five things to do, and how the hours are going.
#[derive(Debug, Template)]
#[template(path = "this_week.html")]
pub(crate) struct ThisWeek {
    frame: Frame,
    week: String,
    lede: Vec<String>,
    sections: Vec<Section>,
    /// What the plan holds beyond five, for whoever has time left.
    later: Vec<Task>,
    diary: Vec<Diary>,
    remarks: Vec<String>,
    aside: Aside,
}

impl ThisWeek {
    /// The page of a book that holds something.
    pub(crate) fn of(sight: &Sight) -> Self {
        let agenda = sight.plan.agenda();
        let tasks: Vec<Task> = agenda.first.iter().map(|thing| Task::of(thing, sight)).collect();
        let week = say::week(sight.plan.week);
        Self {
            frame: Frame::new(format!("This week, {week}"), Place::ThisWeek),
            lede: lede::lede(sight, &tasks),
            sections: item::sections(tasks),
            later: agenda.later.iter().map(|thing| Task::of(thing, sight)).collect(),
            diary: item::diary(sight),
            remarks: sight.plan.remarks.clone(),
            aside: Aside::of(sight),
            week,
        }
    }
}

fn stands_in_diary(item: &Item) -> bool {
    item.kind == ItemKind::Meeting
}

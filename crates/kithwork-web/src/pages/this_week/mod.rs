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
use kithwork_core::plan::{Item, ItemKind, Status};

/// Things to do that are shown at once.
const AT_MOST: usize = 5;

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
        let (chosen, rest) = choose(&sight.plan.items);
        let tasks: Vec<Task> = chosen.iter().map(|item| Task::of(item, sight)).collect();
        let week = say::week(sight.plan.week);
        Self {
            frame: Frame::new(format!("This week, {week}"), Place::ThisWeek),
            lede: lede::lede(sight, &tasks),
            sections: item::sections(tasks),
            later: rest.iter().map(|item| Task::of(item, sight)).collect(),
            diary: item::diary(sight),
            remarks: sight.plan.remarks.clone(),
            aside: Aside::of(sight),
            week,
        }
    }
}

/// The five things to do and the rest, each in the plan's order. What is agreed comes before what is
/// not; meetings of rooms are no tasks and stand in the diary.
fn choose(items: &[Item]) -> (Vec<&Item>, Vec<&Item>) {
    let tasks = || items.iter().filter(|i| !stands_in_diary(i));
    let agreed = tasks().filter(|i| i.status == Status::Agreed);
    let others = tasks().filter(|i| i.status != Status::Agreed);
    let mut all: Vec<&Item> = agreed.chain(others).collect();
    let rest = all.split_off(all.len().min(AT_MOST));
    (all, rest)
}

fn stands_in_diary(item: &Item) -> bool {
    item.kind == ItemKind::Meeting
}

//! This week: at most five things to do, and how the hours are going.

mod act;
mod ahead;
mod aside;
mod asked;
mod day_form;
mod item;
mod lede;

use crate::frame::{Frame, Place};
use crate::pages::hour;
use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use aside::Aside;
use askama::Template;
use asked::Asked;
pub(crate) use day_form::DayForm;
pub(crate) use item::heading;
use item::{Diary, Section, Task};
use jiff::civil::DateTime;
use kithwork_app::first_hour::Hour;
use kithwork_core::book::Book;
use kithwork_core::evening;
use kithwork_core::plan::{Close, Item, ItemKind, Thing};

/// This week: at most five things to do, and how the hours are going.
#[derive(Clone, Debug, Template)]
#[template(path = "this_week.html")]
pub(crate) struct ThisWeek {
    frame: Frame,
    title: &'static str,
    /// Whether it is the week to come, which can still change.
    is_ahead: bool,
    week: String,
    lede: Vec<Words>,
    sections: Vec<Section>,
    /// What the plan holds beyond five, for whoever has time left.
    later: Vec<Task>,
    /// Who was asked and has not named a day yet.
    asked: Vec<Asked>,
    /// What is agreed for days after the week.
    agreed_after: Option<Words>,
    diary: Vec<Diary>,
    remarks: Vec<String>,
    /// The weeks before and after it that can be looked at: where, and what they are called.
    other_weeks: Vec<(&'static str, &'static str)>,
    /// What leads to the week's close, on the days for it and after a fortnight away.
    close: Option<&'static str>,
    /// Whether the owner has any hours at all.
    has_hours: bool,
    /// The meeting that goes on or ended in the last three hours: its page, and its name.
    now: Option<(String, String)>,
    /// What the first hour asks for next, while it is not over.
    hour: Option<(&'static str, &'static str)>,
    aside: Aside,
}

crate::visit::framed!(ThisWeek);

impl ThisWeek {
    /// The page of a book that holds something.
    pub(crate) fn of(sight: &Sight) -> Self {
        let agenda = sight.plan.agenda();
        let tasks: Vec<Task> = numbered("t", &agenda.first, sight);
        let week = say::week(sight.plan.week);
        let asked = asked::asked(sight);
        Self {
            frame: Frame::new(format!("This week, {week}"), Place::ThisWeek),
            title: "This week",
            is_ahead: false,
            lede: lede::lede(sight, &tasks, asked.len()),
            sections: item::sections(tasks),
            later: numbered("l", &agenda.later, sight),
            asked,
            agreed_after: ahead::agreed(sight),
            has_hours: sight.plan.budget_minutes > 0,
            diary: item::diary(sight),
            remarks: sight.plan.remarks.clone(),
            other_weeks: other_weeks(sight),
            close: close(sight),
            now: None,
            hour: None,
            aside: Aside::of(sight),
            week,
        }
    }

    /// The week to come, as far as it can be told now: its figures come with its Monday.
    pub(crate) fn next(sight: &Sight) -> Self {
        let page = Self::of(sight);
        Self {
            frame: Frame::new(format!("Next week, {}", page.week), Place::ThisWeek),
            title: "Next week",
            is_ahead: true,
            asked: Vec::new(),
            agreed_after: None,
            close: None,
            other_weeks: vec![("/", "Back to this week")],
            aside: Aside::default(),
            ..page
        }
    }

    /// The same in the first hour.
    pub(crate) fn in_hour(mut self, hour: Hour) -> Self {
        if let Hour::At(screen) = hour {
            self.hour = Some((hour::path(screen), hour::invites(screen)));
        }
        self
    }

    /// The same at a moment on the owner's clock, at which a meeting may go on.
    pub(crate) fn at(mut self, book: &Book, now: DateTime) -> Self {
        self.now = evening::chosen(book, now).and_then(|meeting| {
            let room = book.room(meeting.room)?;
            Some((format!("/meetings/{}", meeting.id), say::shortened(&room.name)))
        });
        self
    }
}

/// From Thursday on the week can be closed; whoever was away for a fortnight begins there again.
fn close(sight: &Sight) -> Option<&'static str> {
    let close = Close::of(&sight.shelf.book, sight.today);
    match (sight.is_live, close.was_away()) {
        (true, true) => Some("You have been away: all that waits, on one page"),
        (true, false) if is_late(sight) && !close.is_clear() => {
            Some("Close the week in two minutes")
        }
        _ => None,
    }
}

/// Last week's plan, where there was one, and next week's towards the end of this one, or where something is agreed for it.
fn other_weeks(sight: &Sight) -> Vec<(&'static str, &'static str)> {
    let was_planned = sight.plan.last_week.is_some();
    let last = ("/review/outlook#last-week", "Last week’s plan, thing by thing");
    let first = ("/review/outlook#last-week", "When it is told what was done of this week’s plan");
    let next = ("/next-week", "A look at next week");
    let looks_ahead = is_late(sight) || ahead::is_agreed_next_week(sight);
    let weeks = [(was_planned, last), (sight.has_new_plan(), first), (looks_ahead, next)];
    weeks.into_iter().filter(|(shows, _)| *shows).map(|(_, week)| week).collect()
}

/// From Thursday on.
fn is_late(sight: &Sight) -> bool {
    sight.today.weekday().to_monday_zero_offset() >= 3
}

fn numbered(id: &str, things: &[Thing<'_>], sight: &Sight) -> Vec<Task> {
    things.iter().enumerate().map(|(n, thing)| Task::of(thing, sight, format!("{id}{n}"))).collect()
}

fn stands_in_diary(item: &Item) -> bool {
    item.kind == ItemKind::Meeting
}

//! What a page looks at: a book with its review and plan, at a date.

use crate::shelf::Shelf;
use jiff::civil::Date;
use kithwork_core::facts::Stage;
use kithwork_core::ladder::level_name;
use kithwork_core::money::Amount;
use kithwork_core::plan::Plan;
use kithwork_core::review::Review;
use kithwork_core::start::{FirstWeek, Known};
use std::sync::Arc;

/// People below which only facts and names are shown (design.md §2, principle 9).
const PEOPLE_NEEDED: u64 = 60;
/// Days below which only facts and names are shown: three months.
const DAYS_NEEDED: i32 = 91;

/// What a page looks at.
#[derive(Clone, Debug)]
pub(crate) struct Sight {
    /// The book.
    pub shelf: Arc<Shelf>,
    /// Its review at `today`.
    pub review: Arc<Review>,
    /// The plan of the week of `today`.
    pub plan: Arc<Plan>,
    /// The day it is where the owner lives.
    pub today: Date,
    /// When the owner said what keeps them from networking, where the book tells.
    pub chosen: Option<Date>,
    /// Whether that day is the real one, on which things can be decided, not one looked back at.
    pub is_live: bool,
}

impl Sight {
    /// Whether there is nothing in the book yet.
    pub(crate) fn is_empty(&self) -> bool {
        let facts = &self.shelf.book.facts;
        facts.people.is_empty() && facts.rooms.is_empty() && facts.meetings.is_empty()
    }

    /// Days from the first thing that happened to today.
    pub(crate) fn days(&self) -> i32 {
        let facts = &self.shelf.book.facts;
        let meeting = facts.meetings.first().map(|m| m.on);
        let talked = facts.conversations.iter().find(|c| c.stage == Stage::Happened).map(|c| c.on);
        let first = [meeting, talked].into_iter().flatten().min();
        first.map_or(0, |first| (self.today - first).get_days().max(0))
    }

    /// Whether the book is too young for what takes months to show, however few people it holds.
    pub(crate) fn is_brief(&self) -> bool {
        self.days() < DAYS_NEEDED
    }

    /// What the owner needs to earn in a month; none where that was not said.
    pub(crate) fn needs_a_month(&self) -> Option<Amount> {
        self.shelf.book.facts.settings.first()?.monthly_need
    }

    /// Whether the book is too young or too small for more than facts and names.
    pub(crate) fn is_young(&self) -> bool {
        self.is_brief() || self.review.totals.people < PEOPLE_NEEDED
    }

    /// Whether this week has a plan and the one before had none: what was done of it is told once its week is over.
    pub(crate) fn has_new_plan(&self) -> bool {
        self.plan.last_week.is_none() && !self.plan.items.is_empty()
    }

    /// What a level is called, by the owner's own name for it where they gave one.
    pub(crate) fn level_name(&self, level: u8) -> &str {
        let settings = self.shelf.book.facts.settings.first();
        level_name(settings.map_or(&[], |settings| &settings.level_names), level)
    }

    /// The first week of an owner who said what keeps them; none while they have not.
    pub(crate) fn first_week(&self) -> Option<FirstWeek> {
        let book = &self.shelf.book;
        let because = book.facts.settings.first()?.hindrance?;
        let known = Known {
            book,
            review: &self.review,
            plan: &self.plan,
            today: self.today,
            chosen: self.chosen,
        };
        Some(FirstWeek::of(because, known))
    }

    /// One line on what comes when.
    pub(crate) fn what_comes_when(&self) -> String {
        let weeks = match u64::try_from(self.days() / 7).unwrap_or_default() {
            0 => "less than a week".to_owned(),
            weeks => crate::say::counted(weeks, "week", "weeks"),
        };
        format!(
            "The charts of your time with people and what an hour in each group returned appear once the book holds \
             three months and sixty people. So far it holds {weeks} of meetings and talks, and {}.",
            crate::say::counted(self.review.totals.people, "person", "people"),
        )
    }
}

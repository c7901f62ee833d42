//! The week a plan is for.

use crate::book::Book;
use crate::days::{days_after, days_before};
use crate::facts::{Conversation, ConversationKind, Stage};
use crate::params::Params;
use jiff::civil::Date;

/// The week, and all that is known when it is planned: the book's facts up to its Sunday.
#[derive(Clone, Copy, Debug)]
pub(super) struct Week<'a> {
    pub book: &'a Book,
    pub params: &'a Params,
    pub monday: Date,
    pub sunday: Date,
    /// The day it is looked at: no time before it can be offered.
    pub today: Date,
    pub budget: u32,
}

impl<'a> Week<'a> {
    pub(super) fn of(book: &'a Book, day: Date, budget: u32, params: &'a Params) -> Self {
        let monday = days_before(day, i32::from(day.weekday().to_monday_zero_offset()));
        Self { book, params, monday, sunday: days_after(monday, 6), today: day, budget }
    }

    /// Whether a date lies in the week.
    pub(super) fn holds(&self, date: Date) -> bool {
        self.monday <= date && date <= self.sunday
    }

    /// Whether somebody was in touch in the fortnight before.
    pub(super) fn was_in_touch(&self, touched: Option<Date>) -> bool {
        touched.is_some_and(|on| days_before(self.monday, 14) <= on)
    }

    /// Minutes that are gone since the plan was made, so that made again on Wednesday it has what is left: time
    /// that people have taken, but for what happened on the Monday before there was a plan, and hours asked
    /// for this week, held until there is an answer.
    pub(super) fn spent(&self, usual: u32) -> u32 {
        let all = &self.book.facts.conversations;
        let from = all.partition_point(|c| c.on < self.monday);
        let of_week = all[from..].iter().take_while(|c| c.on <= self.sunday);
        let is_gone = |c: &&Conversation| match c.stage {
            Stage::Happened => c.minutes.is_some() && c.on > self.monday,
            Stage::Asked => {
                let takes_time = c.kind.is_one_to_one() || c.kind == ConversationKind::SmallGroup;
                takes_time && !self.book.is_put_off(c)
            }
            Stage::Suggested | Stage::Agreed => false,
        };
        of_week.filter(is_gone).map(|c| minutes(c, usual)).fold(0, u32::saturating_add)
    }

    /// Conversations that stand in the week's calendar.
    pub(super) fn agreed(&self) -> impl Iterator<Item = &'a Conversation> {
        let (monday, sunday) = (self.monday, self.sunday);
        let all = &self.book.facts.conversations;
        let from = all.partition_point(|c| c.on < monday);
        all.iter()
            .skip(from)
            .take_while(move |c| c.on <= sunday)
            .filter(|c| c.stage == Stage::Agreed)
    }
}

/// A conversation's minutes with the way there and getting ready; a usual length where none is known.
pub(super) fn minutes(conversation: &Conversation, usual: u32) -> u32 {
    let took = conversation.took();
    let whole = took.whole().unwrap_or_else(|| u64::from(usual) + took.around());
    u32::try_from(whole.min(24 * 60)).unwrap_or(24 * 60)
}

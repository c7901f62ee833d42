//! The week a plan is for.

use super::Budget;
use super::says::long;
use crate::book::Book;
use crate::days::{days_after, days_before};
use crate::facts::{Conversation, ConversationKind, Locale, Stage};
use crate::params::Params;
use crate::written;
use jiff::civil::Date;

/// The week, and all that is known when it is planned: the book's facts up to its Sunday.
#[derive(Clone, Copy, Debug)]
pub(super) struct Week<'a> {
    pub book: &'a Book,
    pub params: &'a Params,
    pub monday: Date,
    pub sunday: Date,
    /// The day it is looked at: no time before the day after the next can be offered.
    pub today: Date,
    pub budget: u32,
    /// Whether the hours are a rule of thumb: the owner has not said how many they have.
    pub is_assumed: bool,
}

impl<'a> Week<'a> {
    pub(super) fn of(book: &'a Book, day: Date, hours: Budget, params: &'a Params) -> Self {
        let monday = days_before(day, i32::from(day.weekday().to_monday_zero_offset()));
        let Budget { minutes: budget, is_assumed } = hours;
        Self { book, params, monday, sunday: days_after(monday, 6), today: day, budget, is_assumed }
    }

    /// A day as it is said in this week: `12 November`, with its year where that is another.
    pub(super) fn day(&self, on: Date) -> String {
        written::day_of(Locale::EnGb, on, self.today)
    }

    /// The same with its weekday: `Tuesday 17 November`.
    pub(super) fn weekday(&self, on: Date) -> String {
        written::weekday_of(Locale::EnGb, on, self.today)
    }

    /// The hours there are, within a sentence: `you have 6 hours`. What nobody said is called an assumption.
    pub(super) fn hours_there_are(&self) -> String {
        self.hours(self.budget)
    }

    /// The same, of so many minutes of them.
    pub(super) fn hours(&self, minutes: u32) -> String {
        let hours = long(minutes);
        if self.is_assumed {
            format!("{hours} are assumed until you say how many you have")
        } else {
            format!("you have {hours}")
        }
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
    /// that people have taken, but for what happened on the Monday before there was a plan.
    pub(super) fn spent(&self, usual: u32) -> u32 {
        let monday = self.monday;
        let gone = self.at(Stage::Happened).filter(|c| c.minutes.is_some() && c.on > monday);
        gone.map(|c| minutes(c, usual)).fold(0, u32::saturating_add)
    }

    /// Conversations that stand in the week's calendar.
    pub(super) fn agreed(&self) -> impl Iterator<Item = &'a Conversation> + use<'a> {
        self.at(Stage::Agreed)
    }

    /// Time together that was asked for this week: it is held until there is an answer.
    pub(super) fn asked(&self) -> impl Iterator<Item = &'a Conversation> + use<'a> {
        let book = self.book;
        self.at(Stage::Asked).filter(|c| takes_time(c.kind) && !book.is_put_off(c))
    }

    /// What is agreed or asked for in the place of a meeting of the week, but for what was put off.
    pub(super) fn replacing(&self) -> Vec<&'a Conversation> {
        let is_of_week = |c: &&Conversation| c.instead_of.is_some_and(|of| self.holds(of.on));
        let all = self.book.facts.conversations.iter().filter(is_of_week);
        all.filter(|c| !self.book.is_put_off(c)).collect()
    }

    /// Meetings of the week whose place something took or is to take, as it was agreed.
    pub(super) fn swaps_made(&self) -> usize {
        let made = |c: &&&Conversation| c.stage >= Stage::Agreed && c.is_in_place();
        self.replacing().iter().filter(made).count()
    }

    /// The week's conversations at a stage.
    fn at(&self, stage: Stage) -> impl Iterator<Item = &'a Conversation> + use<'a> {
        let (monday, sunday) = (self.monday, self.sunday);
        let all = &self.book.facts.conversations;
        let of_week = all.iter().skip(all.partition_point(|c| c.on < monday));
        of_week.take_while(move |c| c.on <= sunday).filter(move |c| c.stage == stage)
    }
}

/// Whether asking for such a conversation asks for an hour.
pub(super) fn takes_time(kind: ConversationKind) -> bool {
    kind.is_one_to_one() || kind == ConversationKind::SmallGroup
}

/// A conversation's minutes with the way there and getting ready; a usual length where none is known.
pub(super) fn minutes(conversation: &Conversation, usual: u32) -> u32 {
    let took = conversation.took();
    let whole = took.whole().unwrap_or_else(|| u64::from(usual) + took.around());
    u32::try_from(whole.min(24 * 60)).unwrap_or(24 * 60)
}

//! Who was asked and has not named a day yet.

use super::day_form::DayForm;
use crate::act::Act;
use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use jiff::ToSpan;
use kithwork_core::facts::{Conversation, Stage};

/// Days for which an answer is waited for; afterwards the plan may ask again.
const DAYS: i64 = 28;

/// Somebody who was asked.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub who: Words,
    /// When they were asked.
    pub since: String,
    /// What a yes brings.
    pub day: DayForm,
    pub acts: Vec<Act>,
}

/// Everybody who was asked lately, the longest waiting first.
pub(crate) fn asked(sight: &Sight) -> Vec<Asked> {
    if !sight.is_live {
        return Vec::new();
    }
    let since = sight.today.saturating_sub(DAYS.days());
    let all = sight.shelf.book.facts.conversations.iter();
    let waits = all.filter(|c| c.stage == Stage::Asked && since <= c.on && c.on <= sight.today);
    let open = waits.filter(|talk| !sight.shelf.book.is_put_off(talk));
    open.map(|talk| one(talk, sight)).collect()
}

fn one(talk: &Conversation, sight: &Sight) -> Asked {
    let put_off =
        |label, weeks| Act::does(label, "/people/not-now").about(&talk.people).with("weeks", weeks);
    Asked {
        who: sight.shelf.and(Words::default(), &talk.people),
        since: format!("Asked {}", say::day(talk.on, sight.today)),
        day: DayForm::of_yes(talk.id, sight.today).offering(&talk.offered),
        acts: vec![put_off("Not this week", 1), put_off("Not now", 8)],
    }
}

//! The form that gives a talk its day: after a yes, or another day than the one that stands.

use crate::act::Act;
use crate::say;
use jiff::civil::{Date, DateTime};
use kithwork_core::facts::{Conversation, Stage};
use kithwork_core::id::FactId;

/// The form that gives a talk its day.
#[derive(Clone, Debug)]
pub(crate) struct DayForm {
    /// Which talk.
    pub id: FactId,
    /// The first day that can be chosen.
    pub from: Date,
    /// What opens it.
    pub label: &'static str,
    /// Whether it is the one that is meant to be pressed.
    pub is_first: bool,
    /// What its ticket is made of.
    pub key: String,
    /// The times that were offered, each agreed in one tap.
    pub offered: Vec<Act>,
}

impl DayForm {
    /// The form that a yes opens.
    pub(super) fn of_yes(id: FactId, today: Date) -> Self {
        Self {
            id,
            from: today,
            label: "They said yes",
            is_first: true,
            key: format!("agree-{id}"),
            offered: Vec::new(),
        }
    }

    /// The form that moves a talk to another day; none where it is not agreed, or its day has come.
    pub(crate) fn another(talk: &Conversation, today: Date) -> Option<Self> {
        let is_ahead = talk.stage == Stage::Agreed && talk.on > today;
        is_ahead.then(|| Self {
            label: "Another day",
            is_first: false,
            ..Self::of_yes(talk.id, today)
        })
    }

    /// The same with the times that were offered, as far as they lie ahead.
    pub(super) fn offering(self, times: &[DateTime]) -> Self {
        let today = self.from;
        let ahead = times.iter().filter(|at| at.date() >= today);
        let agree = |at: &DateTime| {
            let (on, start) = (at.date(), at.time());
            let label = format!("{}, {}", say::weekday_of(on, today), say::clock(start));
            let to = format!("/conversations/{}/agree", self.id);
            Act::does(label, to).with("on", on).with("at", start.strftime("%H:%M"))
        };
        Self { offered: ahead.map(agree).collect(), ..self }
    }
}

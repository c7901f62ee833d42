//! The form that gives a talk its day: after a yes, or another day than the one that stands.

use crate::act::Act;
use crate::say;
use jiff::civil::{Date, DateTime};
use kithwork_core::id::FactId;

/// The form that gives a talk its day.
#[derive(Clone, Debug)]
pub(crate) struct DayForm {
    /// Which talk.
    pub id: FactId,
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
    pub(super) fn of(id: FactId, label: &'static str, is_first: bool) -> Self {
        Self { id, label, is_first, key: format!("agree-{id}"), offered: Vec::new() }
    }

    /// The same with the times that were offered, as far as they lie ahead.
    pub(super) fn offering(self, times: &[DateTime], today: Date) -> Self {
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

//! One evening: what to know before it, what is heard there, and what to look back on (mission rows 60
//! and 72). Its purpose is to find out whom one can help.
//!
//! ```text
//! before: goal, who may be there, two to help, whom to meet, the minute, a first-timer's sheet
//! during: notes (capture, at the meeting) ─▶ people, needs, promises
//! after:  needs heard first, promises, the minute as it was given, energy, nerves
//! ```

mod agenda;
mod first_time;
mod goal;
mod heard;
mod near;
mod there;

pub use agenda::{
    AFTERWARDS_MINUTES, Agenda, Slot, TakesNotes, agenda, chosen, entered, later, meeting_of,
};
pub use first_time::FirstTime;
pub use goal::{Goal, PEOPLE_TO_HELP};
use heard::heard;
pub(crate) use heard::needs_heard;
pub use heard::{Heard, Promised, TalkedTo};
pub use near::{Near, Offered, near};
pub use there::{CouldHelp, MayBeThere, ToMeet};

use crate::book::Book;
use crate::facts::{Meeting, ObjectiveMet, PitchChange};
use crate::id::{FactId, RoomId};
use crate::matching::help_first;
use crate::money::Amount;
use crate::params::Params;
use crate::plan::rotation::{self, Focus};
use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;

/// One meeting, before, during and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evening {
    /// The meeting. Its row may not be written yet, where a calendar's series tells of it.
    pub meeting: FactId,
    /// Its room.
    pub room: RoomId,
    /// The room's name.
    pub name: String,
    /// Local date.
    pub on: Date,
    /// Local start, where it is known.
    pub starts: Option<Time>,
    /// Its length in minutes, where it or its room tells.
    pub minutes: Option<u32>,
    /// How far it has come.
    pub stage: Stage,
    /// When notes are taken to be of it.
    pub takes_notes: TakesNotes,
    /// What the owner goes for, and how far that was reached.
    pub goal: Goal,
    /// What helps somebody who is new to it; none for everybody else.
    pub first_time: Option<FirstTime>,
    /// Two people one could help, of those who may be there.
    pub could_help: Vec<CouldHelp>,
    /// Whom else to speak to.
    pub to_meet: Vec<ToMeet>,
    /// Who may be there: people met in that room before, those seen most often first.
    pub there: Vec<MayBeThere>,
    /// The focus of the owner's minute.
    pub pitch: Focus,
    /// Whom the owner talked to, with what was heard.
    pub talked_to: Vec<TalkedTo>,
    /// What the owner noted about themselves.
    pub own: Own,
    /// What a meeting of this room usually takes, as its group's page has it.
    pub usual: Usual,
}

/// What a room's meetings usually take (row 45).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Usual {
    /// Length, minutes.
    pub minutes: Option<u32>,
    /// The way there and back, minutes.
    pub travel_minutes: Option<u32>,
    /// What is paid at the door.
    pub cost: Option<Amount>,
}

/// How far a meeting has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// It is still to come.
    Before,
    /// It goes on, or ended in the last three hours.
    During,
    /// It is over.
    After,
}

/// What the owner noted of a meeting about themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Meeting`")]
pub struct Own {
    pub minutes: Option<u32>,
    pub travel_minutes: Option<u32>,
    pub prep_minutes: Option<u32>,
    pub cost: Option<Amount>,
    pub nerves_before: Option<u8>,
    pub nerves_after: Option<u8>,
    pub energy: Option<u8>,
    pub pitch: Option<String>,
    pub pitch_prepared: Option<bool>,
    pub pitch_changed: Option<bool>,
    pub pitch_skipped: Option<bool>,
    pub pitch_changed_why: Option<PitchChange>,
    pub goal_met: Option<ObjectiveMet>,
    pub debriefed_on: Option<Date>,
}

impl Evening {
    /// A meeting of the book as it looks at a moment, in local time. `book` reaches to the meeting's
    /// day at least.
    pub fn of(book: &Book, meeting: &Meeting, now: DateTime, params: &Params) -> Self {
        let known = book.room(meeting.room);
        let there = there::may_be(book, meeting);
        // Nobody may be there and nobody was talked to: then nobody is to be weighed.
        let nobody = there.is_empty() && meeting.people.is_empty();
        let ranked =
            if nobody { Vec::new() } else { help_first(book, meeting.on, &params.matching) };
        let could_help = there::could_help(book, &there, &ranked);
        Self {
            meeting: meeting.id,
            room: meeting.room,
            name: known.map(|room| room.name.clone()).unwrap_or_default(),
            on: meeting.on,
            starts: meeting.starts,
            minutes: meeting.minutes.or(known.and_then(|room| room.meeting_minutes)),
            stage: agenda::stage(book, meeting, now),
            takes_notes: agenda::takes_notes(book, meeting),
            goal: Goal::of(book, meeting),
            first_time: FirstTime::of(book, meeting),
            to_meet: there::to_meet(book, &there, &could_help),
            could_help,
            there,
            pitch: rotation::focus(book, meeting.on),
            talked_to: heard(book, meeting, &ranked),
            own: Own::of(meeting),
            usual: Usual {
                minutes: known.and_then(|room| room.meeting_minutes),
                travel_minutes: known.and_then(|room| room.travel_minutes),
                cost: known.and_then(|room| room.fee_per_meeting),
            },
        }
    }

    /// How many needs were heard.
    pub fn needs_heard(&self) -> usize {
        self.talked_to.iter().map(|one| one.needs.len()).sum()
    }
}

impl Own {
    fn of(meeting: &Meeting) -> Self {
        Self {
            minutes: meeting.minutes,
            travel_minutes: meeting.travel_minutes,
            prep_minutes: meeting.prep_minutes,
            cost: meeting.cost,
            nerves_before: meeting.nerves_before,
            nerves_after: meeting.nerves_after,
            energy: meeting.energy,
            pitch: meeting.pitch.clone(),
            pitch_prepared: meeting.pitch_prepared,
            pitch_changed: meeting.pitch_changed,
            pitch_skipped: meeting.pitch_skipped,
            pitch_changed_why: meeting.pitch_changed_why,
            goal_met: meeting.goal_met,
            debriefed_on: meeting.debriefed_on,
        }
    }
}

#[cfg(test)]
mod tests;

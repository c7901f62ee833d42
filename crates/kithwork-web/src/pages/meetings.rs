//! The meetings that matter now, and a way to enter one.

use crate::frame::{Frame, Place};
use crate::say;
use askama::Template;
use jiff::civil::{Date, DateTime};
use kithwork_core::evening::{Agenda, Slot, TakesNotes};
use kithwork_core::facts::Room;
use kithwork_core::id::FactId;
use kithwork_core::review::Evenings;

/// Evenings of which nerves are shown, the latest.
const NERVES: usize = 12;

/// The meetings that matter now.
#[derive(Debug, Template)]
#[template(path = "meetings.html")]
pub(crate) struct Meetings {
    frame: Frame,
    now: Option<Line>,
    lists: Vec<(&'static str, &'static str, Vec<Line>)>,
    /// The groups that may be chosen, by name.
    rooms: Vec<String>,
    today: Date,
    /// How the evenings that were looked back on went.
    went: Vec<String>,
    nerves: Vec<Nerves>,
}

crate::visit::framed!(Meetings);

/// Nerves at one meeting, before and afterwards.
#[derive(Debug)]
struct Nerves {
    when: String,
    name: String,
    before: String,
    after: String,
}

/// One meeting in a list.
#[derive(Debug)]
struct Line {
    to: String,
    name: String,
    when: String,
    iso: String,
    id: FactId,
    open: Open,
}

/// When a device takes notes to be of a meeting, milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open {
    pub from: i64,
    pub until: i64,
    /// From when on they are likely of it; none without a time.
    pub begins: Option<i64>,
}

impl Open {
    /// In a zone; one that nobody knows counts as UTC.
    pub(crate) fn of(takes: TakesNotes, starts: Option<DateTime>, zone: &str) -> Self {
        let zone = kithwork_app::settings::zone(zone);
        let at = |at: DateTime| {
            let at = zone.to_ambiguous_timestamp(at).compatible();
            at.map_or(0, jiff::Timestamp::as_millisecond)
        };
        Self { from: at(takes.from), until: at(takes.until), begins: starts.map(at) }
    }
}

impl Meetings {
    /// The page of a book.
    pub(crate) fn of(agenda: &Agenda, rooms: &[Room], today: Date, zone: &str) -> Self {
        let line = |slot: &Slot| line(slot, today, zone);
        let lines = |slots: &[Slot]| slots.iter().map(line).collect::<Vec<_>>();
        let lists = [
            ("coming", "To come", lines(&agenda.coming)),
            ("waiting", "To look back on", lines(&agenda.waiting)),
            ("later", "Later", lines(&agenda.later)),
            ("entered", "Entered lately", lines(&agenda.entered)),
        ];
        let mut rooms: Vec<String> =
            rooms.iter().filter(|r| r.left_on.is_none()).map(|r| r.name.clone()).collect();
        rooms.sort();
        Self {
            frame: Frame::new("Meetings", Place::Groups),
            now: agenda.now.as_ref().map(line),
            lists: lists.into_iter().filter(|(_, _, lines)| !lines.is_empty()).collect(),
            rooms,
            today,
            went: Vec::new(),
            nerves: Vec::new(),
        }
    }

    /// The same with how the evenings went.
    pub(crate) fn looking_back(mut self, evenings: &Evenings, today: Date) -> Self {
        if evenings.debriefed > 0 {
            self.went.push(evenings.goal.says.clone());
            let of = say::counted(evenings.debriefed, "meeting", "meetings");
            let without = match evenings.without_need {
                0 => "each with a need heard".to_owned(),
                some => format!("{} without a need heard", say::spelled(some)),
            };
            self.went.push(format!("You looked back on {of}, {without}."));
        }
        let score = |score: Option<u8>| score.map_or_else(|| "–".to_owned(), |n| n.to_string());
        if let Some(nerves) = &evenings.nerves {
            self.went.push(format!("Nerves. {}", nerves.says));
            let each = nerves.each.iter().rev().take(NERVES).map(|at| Nerves {
                when: say::day(at.on, today),
                name: at.name.clone(),
                before: score(at.before),
                after: score(at.after),
            });
            self.nerves = each.collect();
        }
        self
    }
}

fn line(slot: &Slot, today: Date, zone: &str) -> Line {
    let at = slot.starts.map(|at| format!(", {}", say::clock(at))).unwrap_or_default();
    Line {
        to: format!("/meetings/{}", slot.meeting),
        name: slot.name.clone(),
        when: format!("{}{at}", say::day(slot.on, today)),
        iso: slot.on.to_string(),
        id: slot.meeting,
        open: Open::of(slot.takes_notes, slot.starts.map(|at| slot.on.to_datetime(at)), zone),
    }
}

//! What was done to the book, the latest first.

use crate::frame::{Frame, Place};
use crate::say;
use askama::Template;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kithwork_core::id::ChangeId;
use kithwork_store::Past;

/// What was done to the book, the latest first.
#[derive(Debug, Template)]
#[template(path = "changes.html")]
pub(crate) struct Changes {
    frame: Frame,
    rows: Vec<Row>,
    /// The number before which the list goes on.
    before: Option<i64>,
}

crate::visit::framed!(Changes);

/// One change.
#[derive(Debug)]
struct Row {
    id: ChangeId,
    what: &'static str,
    when: String,
    rows: String,
    is_undone: bool,
    can_undo: bool,
}

impl Changes {
    /// Changes on one page.
    pub(crate) const SHOWN: u32 = 50;

    /// These changes; one more than are shown tells that there are more.
    pub(crate) fn of(past: &[Past], zone: &str, today: Date) -> Self {
        let most = Self::SHOWN as usize;
        let zone = kithwork_app::settings::zone(zone);
        let more = past.len() > most;
        let last = past.iter().take(most).next_back();
        Self {
            frame: Frame::new("What was done", Place::More),
            before: last.filter(|_| more).map(|last| last.seq),
            rows: past.iter().take(most).map(|past| row(past, &zone, today)).collect(),
        }
    }
}

fn row(past: &Past, zone: &TimeZone, today: Date) -> Row {
    let can_undo = past.undoes.is_none()
        && !past.is_undone
        && !matches!(past.verb.as_str(), "restore" | "erase" | "empty_trash");
    Row {
        id: past.id,
        what: says(&past.verb),
        when: when(past.at, zone, today),
        rows: say::counted(past.rows, "entry", "entries"),
        is_undone: past.is_undone,
        can_undo,
    }
}

/// When a change was made, by the owner's clock.
pub(crate) fn when(at: Timestamp, zone: &TimeZone, today: Date) -> String {
    let at = at.to_zoned(zone.clone());
    format!("{}, {}", say::day(at.date(), today), say::clock(at.time()))
}

/// What a kind of change is called in a list.
pub(crate) fn says(verb: &str) -> &'static str {
    match verb {
        "note" => "A note",
        "undo" => "Taken back",
        "import" => "Files read in",
        "triage" => "A decision about people",
        "keep" => "A promise kept",
        "objective" => "What a one-to-one is for",
        "put_off" => "A promise moved",
        "ask" => "Somebody asked",
        "agree" => "A day agreed",
        "happened" | "talk" => "Time with people",
        "not_now" => "Not now",
        "called_off" => "Called off",
        "not_held" => "Did not take place",
        "help" => "Help",
        "introduce" => "An introduction",
        "merge" => "Two records joined",
        "unmerge" => "Two records parted",
        "answer" => "A question answered",
        "edit" => "A person put right",
        "event" => "A meeting",
        "group" => "A group put right",
        "stay" => "A group stayed in",
        "rate" => "A group rated",
        "referral" => "Work moved on",
        "thank" => "Thanks given",
        "missed" => "A meeting not gone to",
        "settings" => "About you",
        "business" => "Clients won",
        "channel" => "Another way of finding clients",
        "tag" => "A tag put on",
        "untag" => "A tag taken off",
        "list" => "A list kept",
        "delete" => "Something deleted",
        "met" => "A need met",
        "reached" => "An aim reached",
        "given_up" => "An aim given up",
        "need" => "A need in other words",
        "close_offer" => "An offer closed",
        "offer" => "An offer in other words",
        "empty_trash" => "The trash emptied",
        "count_in" => "People counted in",
        "set_aside" => "People set aside",
        "met_in" => "Where people were met",
        "erase" => "Somebody erased",
        "restore" => "A backup put back",
        _ => "A change",
    }
}

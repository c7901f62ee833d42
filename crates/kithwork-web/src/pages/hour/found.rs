//! Minute 1: what was found, and is it right.

use super::Stand;
use crate::frame::{Frame, Place};
use crate::pages::questions::Asked;
use crate::say;
use askama::Template;
use kithwork_app::json::QuestionsJson;
use kithwork_core::id::RoomId;
use kithwork_core::start::{Found, FoundGroup, Screen};

/// Groups shown; whoever has more puts the others right on their pages.
const SHOWN: usize = 12;

/// What was found, to be put right.
#[derive(Debug, Template)]
#[template(path = "hour/found.html")]
pub(crate) struct FoundPage {
    frame: Frame,
    at: Stand,
    title: String,
    people: String,
    groups: Vec<Row>,
    more: usize,
    /// Every group by name, for saying that two are one.
    all: Vec<(RoomId, String)>,
    asked: Vec<Asked>,
}

crate::visit::framed!(FoundPage);

/// One group.
#[derive(Debug)]
struct Row {
    id: RoomId,
    name: String,
    says: String,
    may_be_misread: bool,
    not: String,
    same: String,
}

impl FoundPage {
    /// What was found, with the questions that wait.
    pub(crate) fn of(found: &Found, waiting: &QuestionsJson) -> Self {
        let groups = say::counted(found.groups.len() as u64, "group or event", "groups and events");
        let people = say::counted(found.people, "person", "people");
        let title = if found.is_empty() {
            "Nothing has been found yet".to_owned()
        } else {
            format!("We found {groups} and {people}. Is that right?")
        };
        Self {
            frame: Frame::new("What was found", Place::More),
            at: Stand::at(Screen::Found, !found.is_empty()),
            title,
            people: of_people(found),
            groups: found.groups.iter().take(SHOWN).map(row).collect(),
            more: found.groups.len().saturating_sub(SHOWN),
            all: found.groups.iter().map(|g| (g.room, say::shortened(&g.name))).collect(),
            asked: waiting.questions.iter().map(Asked::of).collect(),
        }
    }
}

/// `You sat down with 12 of them. 140 more stand in your address book alone and are set aside.`
fn of_people(found: &Found) -> String {
    let sat = match found.sat_with {
        0 => "The files show nobody whom you sat down with one to one.".to_owned(),
        1 => "You sat down with one of them, one to one.".to_owned(),
        sat => format!("You sat down with {} of them, one to one.", say::spelled(sat)),
    };
    match found.set_aside {
        0 => sat,
        1 => format!("{sat} One more stands in your address book alone and is set aside."),
        aside => format!(
            "{sat} {} more stand in your address book alone and are set aside.",
            say::number(aside)
        ),
    }
}

fn row(group: &FoundGroup) -> Row {
    let meetings = match (group.meetings, group.weekday) {
        (0, _) => "no meeting yet".to_owned(),
        (n, Some(day)) => say::counted(n, say::weekday(day), &format!("{}s", say::weekday(day))),
        (n, None) => say::counted(n, "meeting", "meetings"),
    };
    let since = match group.since {
        Some(since) if group.meetings > 1 => format!(" since {}", say::day_in(since)),
        _ => String::new(),
    };
    Row {
        id: group.room,
        name: say::shortened(&group.name),
        says: say::capital(&format!("{meetings}{since}")),
        may_be_misread: group.may_be_misread,
        not: format!("not {}", group.room),
        same: format!("same {}", group.room),
    }
}

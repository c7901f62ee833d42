//! Groups and events: what was given to each, and what came of it.

use super::review::rooms::{self, Room};
use crate::chart::IntervalPlot;
use crate::figure;
use crate::frame::{Frame, Place};
use crate::say;
use crate::sight::Sight;
use askama::Template;
use kithwork_core::facts::RoomPart;
use kithwork_core::id::RoomId;
use kithwork_core::review::{Cohort, RatedRoom, Step, Suggests};

/// Groups and events.
#[derive(Debug, Template)]
#[template(path = "groups.html")]
pub(crate) struct Groups {
    frame: Frame,
    lede: String,
    hour: Option<IntervalPlot>,
    rooms: Vec<Room>,
    /// How far the people met in each came.
    funnel: Vec<Came>,
    /// Each by the owner's own opinion, best first.
    rated: Vec<(RoomId, String, &'static str)>,
    /// What can matter most in it: its name in the form, its label, whether it is chosen.
    matters: Vec<(&'static str, &'static str, bool)>,
    /// What mattered most as the page was made.
    was: &'static str,
    coming: Option<String>,
}

crate::visit::framed!(Groups);

/// How far the people met in one group came, step by step.
#[derive(Debug)]
struct Came {
    id: RoomId,
    name: String,
    met: String,
    /// Each step's name and how many of how many took it.
    steps: [(&'static str, String); 4],
}

fn came(of: &Cohort) -> Option<Came> {
    let step = |step: Step| match step.of {
        0 if !step.is_known() && step.took > 0 => format!("{} at least", say::number(step.took)),
        0 if !step.is_known() => "not noted".to_owned(),
        0 => "too early to tell".to_owned(),
        all => format!("{} of {}", say::number(step.took), say::number(all)),
    };
    Some(Came {
        id: of.room?,
        name: say::shortened(&of.name),
        met: say::number(of.met),
        steps: [
            ("Within a week", step(of.followed_up)),
            ("One-to-one", step(of.one_to_one)),
            ("Asked what they know", step(of.understood)),
            ("Referred", step(of.referred)),
        ],
    })
}

fn rated(of: &RatedRoom) -> Option<(RoomId, String, &'static str)> {
    let says = match of.suggests {
        Suggests::Keep => "one to keep",
        Suggests::LookAgain => "look again after the next meeting",
        Suggests::LetGo => "others repay the time better",
        Suggests::Rate => return None,
    };
    Some((of.room, say::shortened(&of.name), says))
}

/// What can matter most: its name in the form, its label, whether it is chosen.
fn matters(most: Option<RoomPart>) -> Vec<(&'static str, &'static str, bool)> {
    let alike = ("", "All three alike", most.is_none());
    let part = |part: RoomPart| (part.name(), part.says(), most == Some(part));
    std::iter::once(alike).chain(RoomPart::ALL.map(part)).collect()
}

impl Groups {
    /// The page of a book that holds something.
    pub(crate) fn of(sight: &Sight) -> Self {
        let young = sight.is_young();
        let most = sight.shelf.book.facts.settings.first().and_then(|own| own.matters_most);
        let all = &sight.review.rooms;
        let meetings = all.iter().map(|r| r.meetings).sum();
        let minutes = all.iter().map(|r| r.minutes).sum();
        let took = match minutes {
            0 => "how long they took is not noted yet".to_owned(),
            minutes => format!("{}, travel included", say::duration(minutes)),
        };
        let lede = format!(
            "{} and {}: {took}.",
            say::capital(&say::counted(all.len() as u64, "group or event", "groups and events")),
            say::counted(meetings, "meeting", "meetings"),
        );
        Self {
            frame: Frame::new("Groups", Place::Groups),
            lede,
            hour: if young { None } else { figure::hour::plot(all) },
            rooms: rooms::rooms(sight),
            funnel: sight.review.funnel.cohorts.iter().filter_map(came).collect(),
            rated: sight.review.rated_rooms.iter().filter_map(rated).collect(),
            matters: matters(most),
            was: most.map_or("", RoomPart::name),
            coming: young.then(|| sight.what_comes_when()),
        }
    }
}

//! Groups and events: what was given to each, and what came of it.

use super::review::rooms::{self, Room};
use crate::chart::IntervalPlot;
use crate::figure;
use crate::frame::{Frame, Place};
use crate::say;
use crate::sight::Sight;
use askama::Template;

/// Groups and events.
#[derive(Debug, Template)]
#[template(path = "groups.html")]
pub(crate) struct Groups {
    frame: Frame,
    lede: String,
    hour: Option<IntervalPlot>,
    rooms: Vec<Room>,
    coming: Option<String>,
}

crate::visit::framed!(Groups);

impl Groups {
    /// The page of a book that holds something.
    pub(crate) fn of(sight: &Sight) -> Self {
        let young = sight.is_young();
        let all = &sight.review.rooms;
        let meetings = all.iter().map(|r| r.meetings).sum();
        let minutes = all.iter().map(|r| r.minutes).sum();
        let lede = format!(
            "{} and {}: {}, travel included.",
            say::capital(&say::counted(all.len() as u64, "group or event", "groups and events")),
            say::counted(meetings, "meeting", "meetings"),
            say::hours(minutes),
        );
        Self {
            frame: Frame::new("Groups", Place::Groups),
            lede,
            hour: if young { None } else { figure::hour::plot(all) },
            rooms: rooms::rooms(sight),
            coming: young.then(|| sight.what_comes_when()),
        }
    }
}

//! Calendars that are read from a private link.

use crate::frame::{Frame, Place};
use crate::say;
use askama::Template;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kithwork_app::calendar::Link;
use uuid::Uuid;

/// Calendars that are read from a private link.
#[derive(Debug, Template)]
#[template(path = "calendars.html")]
pub(crate) struct Calendars {
    frame: Frame,
    links: Vec<Row>,
}

crate::visit::framed!(Calendars);

/// One link: never more of it than its host.
#[derive(Debug)]
struct Row {
    id: Uuid,
    name: String,
    says: String,
    /// What its forms are told apart by.
    keys: [String; 2],
}

impl Calendars {
    /// The links there are, on the owner's own clock.
    pub(crate) fn of(links: &[Link], zone: &str, today: Date) -> Self {
        let zone = kithwork_app::settings::zone(zone);
        Self {
            frame: Frame::new("Calendars", Place::More),
            links: links.iter().map(|link| row(link, &zone, today)).collect(),
        }
    }
}

fn row(link: &Link, zone: &TimeZone, today: Date) -> Row {
    let read = match link.read_at {
        Some(at) => {
            format!("read on {}", say::day(at.to_zoned(zone.clone()).date(), today))
        }
        None => "not read yet".to_owned(),
    };
    Row {
        id: link.id,
        name: say::shortened(&link.name),
        says: format!("{}, {read}", link.address.masked()),
        keys: ["read", "drop"].map(|deed| format!("{deed} {}", link.id)),
    }
}

//! What was deleted, to be put back.

use crate::frame::{Frame, Place};
use crate::say;
use askama::Template;
use jiff::civil::Date;
use kithwork_app::trash::Thrown;
use kithwork_core::id::ChangeId;

/// Things on the page; the rest follow once these are put back or gone.
const SHOWN: usize = 200;

/// What was deleted.
#[derive(Debug, Template)]
#[template(path = "trash.html")]
pub(crate) struct Trash {
    frame: Frame,
    rows: Vec<Row>,
    more: usize,
}

crate::visit::framed!(Trash);

/// One thing.
#[derive(Debug)]
struct Row {
    change: ChangeId,
    what: String,
    when: String,
}

impl Trash {
    /// These things, the latest first.
    pub(crate) fn of(thrown: &[Thrown], zone: &str, today: Date) -> Self {
        let zone = kithwork_app::settings::zone(zone);
        let row = |thrown: &Thrown| Row {
            change: thrown.change,
            what: say::capital(&thrown.says),
            when: say::day(thrown.at.to_zoned(zone.clone()).date(), today),
        };
        Self {
            frame: Frame::new("Trash", Place::More),
            rows: thrown.iter().take(SHOWN).map(row).collect(),
            more: thrown.len().saturating_sub(SHOWN),
        }
    }
}

//! Calendars that are read from a private link: never more of a link than its host.

use super::shape::wrapped;
use kithwork_app::json::{CalendarJson, CalendarsJson};

/// The links, a line each.
pub(crate) fn calendars(known: &CalendarsJson) -> String {
    if known.calendars.is_empty() {
        return wrapped(
            "No calendar is read from a link. “kithwork calendar add LINK” keeps one.",
            0,
        );
    }
    known.calendars.iter().map(|one| wrapped(&line(one), 0)).collect()
}

/// A link that was kept.
pub(crate) fn calendar_added(link: &CalendarJson) -> String {
    let name = &link.name;
    let says =
        format!("Kept: {}. “kithwork calendar fetch” reads it. “{name}” is its name.", link.host);
    wrapped(&says, 0)
}

fn line(one: &CalendarJson) -> String {
    let read = one.read_at.map_or("not read yet".to_owned(), |at| format!("read at {at}"));
    format!("{}: {}, {read}", one.name, one.host)
}

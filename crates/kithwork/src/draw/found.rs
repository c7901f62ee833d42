//! What was found in what the owner brought.

use super::figures::counted;
use super::shape::wrapped;
use crate::screen::Screen;
use kithwork_app::json::{FoundGroupJson, FoundJson};

/// The counts, then each group.
pub(crate) fn found(found: &FoundJson, screen: Screen) -> String {
    let groups = counted(found.groups.len() as u64, "group or event", "groups and events");
    let people = counted(found.people, "person", "people");
    let mut text = format!("{}\n", screen.heading(&format!("Found: {groups}, {people}")));
    let aside = counted(found.set_aside, "more stands", "more stand");
    let sat = format!(
        "You sat down with {} of them, one to one; {aside} in your address book alone.",
        found.sat_with
    );
    text.push_str(&wrapped(&sat, 2));
    for group in &found.groups {
        text.push_str(&wrapped(&line(group), 2));
    }
    text
}

fn line(group: &FoundGroupJson) -> String {
    let meetings = counted(group.meetings, "meeting", "meetings");
    let since = group.since.map(|since| format!(" since {since}")).unwrap_or_default();
    let misread = if group.may_be_misread { ", from the calendar alone" } else { "" };
    format!("{}: {meetings}{since}{misread}.", group.name)
}

//! The owner's minute.

use super::figures::{day, short_day};
use super::shape::{add, table, wrapped};
use crate::screen::Screen;
use kithwork_app::pitch::Kept;
use kithwork_core::facts::Pitch;
use kithwork_core::plan::rotation::Rotation;

/// People spelt out; the rest is in the JSON.
const PEOPLE: usize = 12;
/// Minutes named for each.
const HEARD: usize = 3;

/// A version that was kept.
pub(crate) fn pitch(pitch: &Pitch) -> String {
    let words = pitch.text.as_deref().map_or(0, |text| text.split_whitespace().count());
    let length = if words > 0 { format!(", {words} words") } else { String::new() };
    wrapped(&format!("Kept: “{}”{length}.", pitch.version), 0)
}

/// A minute that was given.
pub(crate) fn gave(kept: &Kept) -> String {
    let version = kept.meeting.pitch.as_deref().unwrap_or_default();
    let (room, on) = (&kept.room.name, day(kept.meeting.on));
    wrapped(&format!("Kept: you gave “{version}” at {room} on {on}."), 0)
}

/// What to prepare the next minute with.
pub(crate) fn rotation(rotation: &Rotation, screen: Screen) -> String {
    let next = rotation.next.as_ref().map(|next| format!(" for {}, {}", next.name, day(next.on)));
    let heading = format!("Your minute{}", next.unwrap_or_default());
    let mut text = format!("{}\n", screen.heading(wrapped(&heading, 0).trim_end()));
    text.push_str(&wrapped(&rotation.focus.says, 2));
    if !rotation.versions.is_empty() {
        let mut table = table(&["Focus", "Given", "Last", "Meetings since"], &[1, 3]);
        for version in &rotation.versions {
            table.add_row([
                version.version.clone(),
                version.given.to_string(),
                version.last_on.map(short_day).unwrap_or_default(),
                version.meetings_since.map(|n| n.to_string()).unwrap_or_default(),
            ]);
        }
        add(&mut text, format!("\n{table}\n"));
    }
    text.push_str(&told(rotation, screen));
    text
}

/// What each person was told.
fn told(rotation: &Rotation, screen: Screen) -> String {
    if rotation.told.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("What each of them heard in the last year"));
    for told in rotation.told.iter().take(PEOPLE) {
        let heard = told.heard.iter().take(HEARD);
        let heard: Vec<String> =
            heard.map(|h| format!("“{}” on {}", h.version, short_day(h.on))).collect();
        let more = told.heard.len().saturating_sub(HEARD);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        text.push_str(&wrapped(&format!("{}: {}{more}", told.name, heard.join(", ")), 2));
    }
    if rotation.told.len() > PEOPLE {
        add(&mut text, format!("  and {} more people\n", rotation.told.len() - PEOPLE));
    }
    text
}

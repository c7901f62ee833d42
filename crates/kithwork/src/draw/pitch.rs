//! The owner's minute.

use super::figures::{counted, day, moment, short_day};
use super::shape::{add, table, wrapped};
use crate::screen::Screen;
use kithwork_app::pitch::{Coming, Desk, Kept, Rehearsed, Version};
use kithwork_core::facts::Pitch;
use kithwork_core::pitch::Ready;
use kithwork_core::plan::rotation::Rotation;

/// People spelt out; the rest is in the JSON.
const PEOPLE: usize = 12;
/// Minutes named for each.
const HEARD: usize = 3;

/// A version that was kept.
pub(crate) fn pitch(pitch: &Pitch) -> String {
    let words = pitch.text.as_deref().map_or(0, |text| text.split_whitespace().count());
    let length = if words > 0 {
        format!(", {}", counted(words as u64, "word", "words"))
    } else {
        String::new()
    };
    wrapped(&format!("Kept: “{}”{length}.", pitch.version), 0)
}

/// A minute that was given.
pub(crate) fn gave(kept: &Kept) -> String {
    let version = kept.meeting.pitch.as_deref().unwrap_or_default();
    let (room, on) = (&kept.room.name, day(kept.meeting.on));
    wrapped(&format!("Kept: you gave “{version}” at {room} on {on}."), 0)
}

/// A version that was chosen for a meeting to come.
pub(crate) fn chosen(kept: &Kept) -> String {
    let version = kept.meeting.pitch.as_deref().unwrap_or_default();
    let (room, on) = (&kept.room.name, day(kept.meeting.on));
    let ready = if kept.meeting.pitch_prepared == Some(true) { ", and it is ready" } else { "" };
    wrapped(&format!("Kept: “{version}” for {room} on {on}{ready}."), 0)
}

/// A minute made out of four answers.
pub(crate) fn quick(pitch: &Pitch, rehearsed: &Rehearsed) -> String {
    let words = pitch.text.as_deref().unwrap_or_default();
    format!("{}\n{}{}", self::pitch(pitch), wrapped(words, 2), lengths(rehearsed))
}

/// How long a version takes and what it asks for.
pub(crate) fn rehearsed(rehearsed: &Rehearsed) -> String {
    let words = rehearsed.rehearsal.words;
    let name = rehearsed.version.as_ref().map(|name| format!("“{name}”: ")).unwrap_or_default();
    let text = wrapped(&format!("{name}{}.", counted(words.into(), "word", "words")), 0);
    text + &lengths(rehearsed)
}

fn lengths(rehearsed: &Rehearsed) -> String {
    let rehearsal = &rehearsed.rehearsal;
    let whose = if rehearsal.is_own_pace { "your pace" } else { "the usual pace" };
    let pace = format!("{} At {whose}, {} words a minute.", rehearsal.says, rehearsal.pace);
    wrapped(&pace, 2) + &wrapped(&rehearsed.ask_says, 2)
}

/// All that the next minute is prepared with.
pub(crate) fn desk(desk: &Desk, screen: Screen) -> String {
    let mut text = desk.coming.as_ref().map(|next| coming(next, screen)).unwrap_or_default();
    for next in &desk.further {
        let says = format!("{}, {}: {}", next.room, day(next.on), next.stands());
        text.push_str(&wrapped(&says, 2));
    }
    text.push_str(&rotation(&desk.rotation, screen));
    if !desk.written.is_empty() {
        add(&mut text, format!("\n{}\n", screen.heading("What you have written down")));
        desk.written.iter().for_each(|version| text.push_str(&written(version)));
    }
    if desk.changes.minutes > 0 || !desk.unsaid.is_empty() {
        add(&mut text, format!("\n{}\n", screen.heading("Given as prepared")));
        text.push_str(&wrapped(&desk.changes.says, 2));
        for reason in &desk.changes.reasons {
            text.push_str(&wrapped(&format!("{}: {}", reason.says, reason.times), 4));
        }
        for unsaid in &desk.unsaid {
            let (version, on) = (&unsaid.version, short_day(unsaid.on));
            let asks = format!("Not said yet: “{version}” at {} on {on}.", unsaid.room);
            text.push_str(&wrapped(&asks, 2));
        }
    }
    text
}

/// The next meeting, and how far its minute is prepared.
fn coming(next: &Coming, screen: Screen) -> String {
    let heading = format!("{}, {}", next.room, day(next.on));
    let mut text = format!("{}\n", screen.heading(wrapped(&heading, 0).trim_end()));
    text.push_str(&wrapped(&next.stands(), 2));
    if next.readiness.ready != Ready::Ready {
        for lack in &next.readiness.lacks {
            text.push_str(&wrapped(&format!("Before it is ready, {}.", lack.says()), 4));
        }
    }
    for hint in &next.readiness.hints {
        text.push_str(&wrapped(hint, 4));
    }
    if let Some(lock) = &next.lock {
        let from = moment(lock.from);
        let says = if next.is_locked {
            "It is locked: changing it now takes a reason.".to_owned()
        } else {
            format!("Once ready it is locked from {from} on.")
        };
        text.push_str(&wrapped(&says, 4));
    }
    text.push('\n');
    text
}

fn written(version: &Version) -> String {
    let name = version.rehearsed.version.as_deref().unwrap_or_default();
    let mut text = wrapped(&format!("“{name}”: {}", version.rehearsed.rehearsal.says), 2);
    text.push_str(&wrapped(&version.rehearsed.ask_says, 4));
    let beside = version.emphasis.as_ref().map_or_else(
        || "Beside a competitor: not written yet.".to_owned(),
        |emphasis| format!("Beside a competitor: {}", emphasis.says()),
    );
    text + &wrapped(&beside, 4)
}

/// What to prepare the next minute with.
fn rotation(rotation: &Rotation, screen: Screen) -> String {
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
    let more = rotation.told.len().saturating_sub(PEOPLE) as u64;
    if more > 0 {
        add(&mut text, format!("  and {}\n", counted(more, "more person", "more people")));
    }
    text
}

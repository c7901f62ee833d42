//! Ten minutes for the owner's own minute, with a focus that the rooms have not just heard (row 30).

use super::balance::Settled;
use super::draft::Desk;
use super::meetings::Occasion;
use super::standing::weekday;
use super::{Item, ItemKind};
use crate::facts::Pitch;
use crate::id::FactId;
use std::cmp::Reverse;

/// Minutes of preparing.
const MINUTES: u32 = 10;
/// Meetings within which no focus is proposed again.
const MEETINGS: usize = 6;

/// The preparation, where the hours leave it, for the week's next meeting.
pub(super) fn prepare(
    desk: &Desk<'_>,
    occasions: &[Occasion],
    settled: &Settled,
    (used, worth): (u32, impl Fn(&Occasion) -> f64),
) -> Option<Item> {
    let kept = || settled.kept.iter().filter_map(|&i| occasions.get(i));
    let next = kept().min_by_key(|o| (Reverse(o.stands), o.on))?;
    let rooms: u32 = kept().map(|o| o.minutes).sum();
    let stays_even = !settled.is_even || rooms + MINUTES <= used.saturating_sub(rooms);
    if used + MINUTES > desk.week.budget || !stays_even {
        return None;
    }
    let mut item = desk.item(ItemKind::PreparePitch, &[], MINUTES).item;
    item.room = Some(next.name.clone());
    item.value = worth(next) / 10.0;
    item.because =
        vec![format!("You will be asked what you do at {} on {}.", next.name, weekday(next.on))];
    let (focus, fact) = focus(desk);
    item.bring = vec![focus];
    item.facts = fact.into_iter().chain([next.room.into()]).collect();
    Some(item)
}

/// A focus that the last six meetings have not heard: the one longest unused, else a new one.
fn focus(desk: &Desk<'_>) -> (String, Option<FactId>) {
    let facts = &desk.week.book.facts;
    let heard: Vec<&str> = facts
        .meetings
        .iter()
        .rev()
        .skip_while(|m| m.on >= desk.week.monday)
        .filter_map(|m| m.pitch.as_deref())
        .map(str::trim)
        .collect();
    // Infinitely long ago, if never.
    let unused = |p: &&Pitch| heard.iter().position(|name| same(name, &p.version));
    let fresh = facts.pitches.iter().filter(|p| unused(p).is_none_or(|at| at >= MEETINGS));
    let longest = fresh.max_by_key(|p| (unused(p).unwrap_or(usize::MAX), Reverse(p.id)));
    match (longest, heard.first()) {
        (Some(pitch), Some(_)) => {
            let says = format!(
                "“{}”: your last {} meetings have not heard it.",
                pitch.version,
                heard.len().min(MEETINGS)
            );
            (says, Some(pitch.id))
        }
        (Some(pitch), None) => {
            (format!("“{}”, and one client it helped.", pitch.version), Some(pitch.id))
        }
        (None, Some(last)) => (
            format!(
                "Something other than “{last}”: one client, what changed for them, and one person you would like to meet."
            ),
            None,
        ),
        (None, None) => (
            "One client, what changed for them, and one person you would like to meet.".to_owned(),
            None,
        ),
    }
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

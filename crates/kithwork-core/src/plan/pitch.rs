//! Ten minutes for the owner's own minute, with a focus that the rooms have not just heard (row 30).

use super::balance::Settled;
use super::draft::Desk;
use super::meetings::Occasion;
use super::rotation::focus;
use super::{Item, ItemKind, figures};
use crate::book::Book;
use std::cmp::Reverse;

/// Minutes of preparing.
const MINUTES: u32 = 10;
/// What preparing adds to a meeting, as a part of what the meeting is worth; our judgement.
const TENTH: f64 = 0.1;

/// The preparation, where the hours leave it, for the week's next meeting.
pub(super) fn prepare(
    desk: &Desk<'_>,
    occasions: &[Occasion],
    settled: &Settled,
    (used, worth): (u32, impl Fn(&Occasion) -> f64),
) -> Option<Item> {
    let kept = || settled.kept.iter().filter_map(|&i| occasions.get(i));
    // What only a rhythm puts on today may be over by now, or not be held.
    let is_ahead = |o: &&Occasion| !o.is_over && (o.stands || !o.may_be_over);
    let next = kept().filter(is_ahead).min_by_key(|o| (Reverse(o.stands), o.on))?;
    let version = chosen(desk.week.book, next);
    if version.is_some_and(|(_, is_ready)| is_ready) {
        return None;
    }
    let rooms: u32 = kept().map(|o| o.minutes).sum();
    let stays_even = !settled.is_even || rooms + MINUTES <= used.saturating_sub(rooms);
    if used + MINUTES > desk.week.budget || !stays_even {
        return None;
    }
    let mut item = desk.item(ItemKind::PreparePitch, &[], MINUTES).item;
    item.room = Some(next.name.clone());
    item.value = worth(next) * TENTH;
    item.because = vec![format!(
        "You will be asked what you do at {} on {}.",
        next.name,
        desk.week.weekday(next.on)
    )];
    let focus = focus(desk.week.book, desk.week.monday);
    let due = (focus.says, focus.fact);
    let (says, fact) = version.map_or(due, |(name, _)| {
        (format!("“{name}”: you chose it. Say it aloud, then mark it as ready."), None)
    });
    item.bring = vec![says];
    item.facts = fact.into_iter().chain([next.room.into()]).collect();
    item.explanation = figures::of_pitch(next, TENTH);
    Some(item)
}

/// The version that is chosen for a meeting, and whether it is ready.
fn chosen<'b>(book: &'b Book, next: &Occasion) -> Option<(&'b str, bool)> {
    let mut meetings = book.facts.meetings.iter();
    let meeting = meetings.find(|m| m.room == next.room && m.on == next.on)?;
    let name = meeting.pitch.as_deref().map(str::trim).filter(|name| !name.is_empty())?;
    Some((name, meeting.pitch_prepared == Some(true)))
}

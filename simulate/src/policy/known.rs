//! What every simple way does alike: its rooms, its promises, its first lines.

use crate::diary::soul;
use crate::life::{Deed, Life};
use kithwork_core::facts::Promise;

/// Minutes of a one-to-one.
pub(super) const HOUR: u32 = 60;

/// Rooms for so many minutes, another one each week where not all fit.
pub(super) fn rooms(life: &Life<'_>, minutes: u32) -> Vec<Deed> {
    let mut open = life.world.meets(life.week);
    let turn = life.week % open.len().max(1);
    open.rotate_left(turn);
    let mut left = minutes;
    let mut deeds = Vec::new();
    for venue in open {
        if let Some(rest) = left.checked_sub(life.world.venues[venue].minutes) {
            left = rest;
            deeds.push(Deed::Attend(venue));
        }
    }
    deeds
}

/// Promises, of which a memory without a list keeps seven in ten.
pub(super) fn promises(life: &Life<'_>) -> Vec<Deed> {
    let open = |p: &&Promise| p.done_on.is_none();
    let people = life.diary.facts.promises.iter().filter(open).filter_map(|p| soul(p.person));
    people.filter(|&who| life.chance(30, who).happens(0.7)).map(Deed::Keep).collect()
}

/// A line to everybody met last week.
pub(super) fn first_lines(life: &Life<'_>) -> Vec<Deed> {
    everybody(life)
        .filter(|&who| {
            let page = &life.diary.pages[who];
            page.met + 1 == life.week && page.touched.is_none()
        })
        .map(Deed::Write)
        .collect()
}

/// Everybody in the book.
pub(super) fn everybody<'l>(life: &'l Life<'_>) -> impl Iterator<Item = usize> + 'l {
    (0..life.diary.pages.len()).filter(|&who| life.diary.pages[who].is_known)
}

/// Weeks since somebody was last in touch, or met.
pub(super) fn silence(life: &Life<'_>, who: usize) -> usize {
    let page = &life.diary.pages[who];
    life.week.saturating_sub(page.touched.unwrap_or(page.met))
}

/// Whether somebody is left in peace: asked in the last three weeks, or twice without a yes in half a
/// year.
pub(super) fn is_left_alone(life: &Life<'_>, who: usize) -> bool {
    let page = &life.diary.pages[who];
    let weeks = if page.declined >= 2 { 26 } else { 3 };
    page.asked.is_some_and(|at| life.week.saturating_sub(at) < weeks)
}

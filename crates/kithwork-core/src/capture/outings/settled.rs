//! What was walked through, settled: days and lengths that were said once for several.

use super::{Beside, Outing, Outings, Walk};
use std::ops::Range;

/// The outings of a walk; none where it came by one only, and that one can be dated.
pub(super) fn outings(walk: Walk<'_, '_>) -> Option<Outings> {
    let Walk { mut all, mut open, each, .. } = walk;
    share(&mut all);
    let kept = counted(&mut all, &mut open);
    let mut all: Vec<Outing> =
        all.into_iter().zip(kept).filter_map(|(one, kept)| kept.then_some(one)).collect();
    for one in all.iter_mut().filter(|one| !one.is_talk) {
        one.minutes = one.minutes.or(each.minutes);
        one.travel = one.travel.or(each.travel);
        one.cost = one.cost.or(each.cost.map(|sum| (sum, true)));
    }
    all.retain(|one| one.is_talk || one.room.is_some());
    let meetings = all.iter().filter(|one| one.room.is_some()).count();
    let several = all.len() >= 2 && meetings >= 1;
    open.sort_by_key(|words| words.start);
    (several || !open.is_empty()).then_some(Outings { each: all, open })
}

/// Days that stand in a list share what is said behind the last of them; a day said once is that of its
/// neighbours.
fn share(all: &mut [Outing]) {
    for at in (1..all.len()).rev() {
        let Some(later) = all.get(at).cloned() else { continue };
        let Some(before) = all.get_mut(at - 1) else { continue };
        let is_listed = !later.names_its_room
            && !later.is_talk
            && later.room.is_some()
            && later.room == before.room;
        if is_listed || later.beside == Beside::InARow {
            before.minutes = before.minutes.or(later.minutes);
            before.travel = before.travel.or(later.travel);
            before.cost = before.cost.or(later.cost);
        }
    }
    let mut known = None;
    for one in all.iter_mut().filter(|one| one.counted.is_none()) {
        one.on = one.on.or(known);
        known = one.on;
    }
    for one in all.iter_mut().rev().filter(|one| one.counted.is_none()) {
        one.on = one.on.or(known);
        known = one.on.or(known);
    }
}

/// Which are kept: several that were counted are, as far as their days are named. Those of which they are
/// not stay open.
fn counted(all: &mut [Outing], open: &mut Vec<Range<usize>>) -> Vec<bool> {
    let mut kept = vec![true; all.len()];
    for at in 0..all.len() {
        let Some(one) = all.get(at) else { continue };
        let Some(counted) = &one.counted else { continue };
        let of_it = all.iter().skip(at + 1).take_while(|next| {
            next.room == one.room && !next.names_its_room && !next.is_talk && next.counted.is_none()
        });
        let run = 1 + of_it.count();
        let dated = if one.on.is_some() { run } else { 0 };
        let whole = counted.times.is_some_and(|times| dated >= times)
            || (counted.times.is_none() && dated > 1);
        if !whole {
            let is_behind = one.names_its_room && counted.times.is_none();
            let from = if is_behind { one.words.start } else { counted.at.start };
            let end = all.get(at + run - 1).map_or(counted.at.end, |last| last.words.end);
            open.push(from..end);
        }
        if let Some(kept) = kept.get_mut(at) {
            *kept = one.on.is_some();
        }
    }
    kept
}

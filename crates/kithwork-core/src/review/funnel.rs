//! What happened to the people met: followed up, sat down with, understanding checked (row 8).

use super::delays::keeps_small_things;
use super::reading::{Met, Reading};
use super::totals::number;
use crate::book::{Book, Talk};
use crate::days::{days_after, days_before};
use crate::id::RoomId;
use crate::models::wilson::wilson;
use crate::params::FunnelParams;
use jiff::civil::Date;
use serde::Serialize;

/// Within so many days of the first meeting somebody may have referred; judgement: a year holds every
/// season, and half of first referrals come later than one would wait for.
pub(super) const REFERRED_DAYS: i32 = 365;

/// What happened to the people met. Who was met too recently for a step is counted nowhere in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Funnel {
    /// Followed up within 7 days. Where small things are not noted down nobody is judged, and `took` is how many were
    /// at least: those sat down with within the week.
    pub followed_up: Step,
    /// One-to-one within 45 days.
    pub one_to_one: Step,
    /// Asked within 90 days what they know, in a conversation or a playback: the owner's own rating is a
    /// guess and no check. Nobody is judged where no check was ever dated.
    pub understood: Step,
    /// Referred somebody to the owner within a year.
    pub referred: Step,
    /// The same for the people of each room, by people met, and last for those met elsewhere.
    pub cohorts: Vec<Cohort>,
}

/// The people met in one room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cohort {
    /// Which; none for people met elsewhere.
    pub room: Option<RoomId>,
    /// Its name; empty for people met elsewhere.
    pub name: String,
    /// People met whose date is known.
    pub met: u64,
    /// Followed up within 7 days.
    pub followed_up: Step,
    /// One-to-one within 45 days.
    pub one_to_one: Step,
    /// Understanding checked within 90 days.
    pub understood: Step,
    /// Referred somebody to the owner within a year.
    pub referred: Step,
}

/// One step of the funnel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Step {
    /// People who took it in time.
    pub took: u64,
    /// People met long enough ago to tell.
    pub of: u64,
    /// People met too recently to tell.
    pub too_recent: u64,
    /// Wilson 95 % interval of the share; none where nobody can be judged.
    pub interval: Option<(f64, f64)>,
}

impl Step {
    /// Whether anything is known of it: not where what it asks is never noted down, and not of nobody.
    pub fn is_known(&self) -> bool {
        self.of + self.too_recent > 0
    }
}

/// How far one person came: each step taken, not taken, or none where it is too early.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path {
    pub(super) followed_up: Option<bool>,
    pub(super) one_to_one: Option<bool>,
    pub(super) understood: Option<bool>,
    pub(super) referred: Option<bool>,
}

pub(super) fn all(reading: &Reading<'_>) -> Funnel {
    let rooms = &reading.book.facts.rooms;
    let mut paths: Vec<Vec<Path>> = vec![Vec::new(); rooms.len() + 1];
    for (_, _, seen) in reading.network() {
        let Some(path) = seen.path else { continue };
        let room = seen.met.and_then(|met| met.room).unwrap_or(rooms.len()).min(rooms.len());
        paths[room].push(path);
    }
    let kept = Kept { small_things: keeps_small_things(reading), checks: has_checks(reading) };
    let everyone: Vec<Path> = paths.iter().flatten().copied().collect();
    let mut cohorts: Vec<Cohort> = Vec::new();
    for (room, paths) in paths.iter().enumerate().filter(|(_, paths)| !paths.is_empty()) {
        let [followed_up, one_to_one, understood, referred] = steps(paths, kept);
        let room = rooms.get(room);
        let name = room.map(|r| r.name.clone()).unwrap_or_default();
        let met = number(paths.iter());
        let room = room.map(|r| r.id);
        cohorts.push(Cohort { room, name, met, followed_up, one_to_one, understood, referred });
    }
    cohorts.sort_by_key(|c| (c.room.is_none(), std::cmp::Reverse(c.met), c.name.clone()));
    let [followed_up, one_to_one, understood, referred] = steps(&everyone, kept);
    Funnel { followed_up, one_to_one, understood, referred, cohorts }
}

/// What the owner notes down at all: a kind of fact never recorded is absent, not 0.
#[derive(Clone, Copy)]
struct Kept {
    small_things: bool,
    checks: bool,
}

/// Whether the owner ever checks understanding.
fn has_checks(reading: &Reading<'_>) -> bool {
    reading.conversations.iter().any(|c| c.they_know_me.is_some())
        || reading.book.facts.playbacks.iter().any(|p| p.is_of_the_whole() && p.on.is_some())
}

fn steps(paths: &[Path], kept: Kept) -> [Step; 4] {
    let known = |is_kept: bool, step: Step| if is_kept { step } else { Step::default() };
    let followed_up = step(paths.iter().map(|p| p.followed_up));
    // Who was sat down with within the week was followed up; of the others nobody can tell.
    let at_least = Step { took: followed_up.took, ..Step::default() };
    [
        if kept.small_things { followed_up } else { at_least },
        step(paths.iter().map(|p| p.one_to_one)),
        known(kept.checks, step(paths.iter().map(|p| p.understood))),
        step(paths.iter().map(|p| p.referred)),
    ]
}

fn step(taken: impl Iterator<Item = Option<bool>>) -> Step {
    let mut step = Step::default();
    for taken in taken {
        match taken {
            None => step.too_recent += 1,
            Some(taken) => {
                step.of += 1;
                step.took += u64::from(taken);
            }
        }
    }
    step.interval = wilson(step.took, step.of, 0.95);
    step
}

/// How far a person came; none where it is not known when they were met.
pub(super) fn path(
    book: &Book,
    at: usize,
    met: Option<Met>,
    as_of: Date,
    funnel: &FunnelParams,
) -> Option<Path> {
    let met = met?;
    let on = met.on?;
    let within = |days: i32, took: &dyn Fn(Date) -> bool| {
        let is_mature = on <= days_before(as_of, days);
        is_mature.then(|| took(days_after(on, days)))
    };
    let talks =
        |until: Date| after_meeting(book, at, met, as_of).take_while(move |c| c.on <= until);
    let sat_down = |until: Date| {
        let since = book.talks_at(at).iter().skip_while(|t| t.on < on);
        since.take_while(|t| t.on <= until).any(|t| t.kind.is_one_to_one() && t.took_place(as_of))
    };
    let checked = |until: Date| {
        let asked = book
            .playbacks_at(at)
            .any(|p| p.is_of_the_whole() && p.on.is_some_and(|day| on <= day && day <= until));
        asked || talks(until).any(|c| c.they_know_me.is_some())
    };
    let referred = |until: Date| {
        let passed_on = book.passed_on_at(at, until);
        passed_on.iter().any(|one| one.on.is_some_and(|day| on <= day))
    };
    Some(Path {
        referred: within(REFERRED_DAYS, &referred),
        followed_up: within(funnel.follow_up_days, &|until| talks(until).next().is_some()),
        one_to_one: within(funnel.one_to_one_days, &sat_down),
        understood: within(funnel.understood_days, &checked),
    })
}

/// Conversations after the first meeting. Somebody who was not met in a room was met in the first
/// conversation, which then follows nothing up.
pub(super) fn after_meeting(
    book: &Book,
    at: usize,
    met: Met,
    as_of: Date,
) -> impl Iterator<Item = &Talk> {
    (book.talks_at(at).iter())
        .filter(move |t| t.took_place(as_of))
        .filter(move |t| t.follows(met.on, met.room.is_some()))
}

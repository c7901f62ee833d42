//! Several meetings in one breath: `Chamber breakfast Monday 2 h, lunch at Rotary Wednesday 1 h`.
//!
//! The words are walked through once. A second group or a second day begins another meeting; lengths,
//! ways and costs belong to the one they stand with, and to all of them after `each`.

mod asked;
mod paired;
mod settled;

use super::counted::{self, Counted};
use super::reading::Reading;
use super::rooms::RoomMention;
use super::travel::Way;
use super::words::{Break, is_in};
use super::{costs, durations};
use crate::money::Amount;
use jiff::civil::Date;
use std::ops::Range;

/// What a meeting is called by when it is.
pub(super) const OCCASIONS: &str = "breakfast breakfasts lunch lunches dinner dinners brunch supper meeting meetings drinks evening \
    event events networking session social";
/// How a thing stands beside the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Beside {
    /// By itself.
    #[default]
    Alone,
    /// In a row with it, sharing what is said of both.
    InARow,
}

/// One of several things a note tells of.
#[derive(Clone, Debug, Default)]
pub(super) struct Outing {
    /// The words that tell of it.
    pub words: Range<usize>,
    /// The room it was a meeting of; none for a talk.
    pub room: Option<usize>,
    /// The day it names, or the one beside it does.
    pub on: Option<Date>,
    /// How long it was, minutes.
    pub minutes: Option<u32>,
    /// The way, minutes.
    pub travel: Option<u32>,
    /// Whether the length has the way in it.
    pub is_travel_included: bool,
    /// What it cost, and whether the words say that they mean this.
    pub cost: Option<(Amount, bool)>,
    /// How it left the owner, 1 to 5.
    pub energy: Option<u8>,
    names_its_room: bool,
    beside: Beside,
    is_talk: bool,
    counted: Option<Counted>,
}

/// Several things that a note tells of.
#[derive(Clone, Debug, Default)]
pub(super) struct Outings {
    /// Each of them, in the order of the words.
    pub each: Vec<Outing>,
    /// Words that tell of meetings without saying which group or which days.
    pub open: Vec<Range<usize>>,
}

/// What a note tells of where that is more than one meeting, or some that nobody can date; none where one
/// is told of, or none.
pub(super) fn of(reading: &Reading<'_>) -> Option<Outings> {
    let mut walk = Walk {
        reading,
        all: vec![Outing::default()],
        open: Vec::new(),
        chunk: 0..0,
        each: Each::default(),
    };
    walk.through();
    settled::outings(walk)
}

/// What is said of all of them: `2 h each`.
#[derive(Clone, Copy, Debug, Default)]
struct Each {
    minutes: Option<u32>,
    travel: Option<u32>,
    cost: Option<Amount>,
}

struct Walk<'r, 't> {
    reading: &'r Reading<'t>,
    all: Vec<Outing>,
    open: Vec<Range<usize>>,
    /// The words up to the next comma or `and`.
    chunk: Range<usize>,
    each: Each,
}

impl Walk<'_, '_> {
    fn through(&mut self) {
        let mut at = 0;
        while at < self.reading.words.len() {
            if at >= self.chunk.end {
                self.chunk = self.chunk_at(at);
            }
            at = self.step(at).max(at + 1);
        }
        if let Some(last) = self.all.last_mut() {
            last.words.end = self.reading.words.len();
        }
    }

    /// Looks at one word and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        let reading = self.reading;
        if let Some(way) =
            reading.ways.iter().find(|way| way.at.start == at && reading.is_apart(at))
        {
            return self.way(way);
        }
        if let Some(felt) = reading.energies.iter().find(|felt| felt.at.start == at)
            && reading.is_encounter(at)
            && reading.is_apart(at)
        {
            self.with(|outing| outing.energy = outing.energy.or(Some(felt.score)));
            return felt.at.end;
        }
        if !reading.is_told(at) {
            return at + 1;
        }
        if let Some(rows) = self.rows_at(at) {
            return self.rows(&rows);
        }
        if let Some(room) = reading.rooms.iter().find(|room| room.at.start == at) {
            self.room(room);
            return room.at.end;
        }
        if let Some(counted) = counted::at(&reading.words, at).filter(|_| self.is_of_the_owner(at))
        {
            let next = if counted.times.is_none() { counted.at.end } else { at + 1 };
            self.counted(counted);
            return next;
        }
        if let Some((minutes, length)) = durations::at(&reading.words, at) {
            return self.length(minutes, at + length);
        }
        if let Some((sum, of)) = costs::at(&reading.words, at) {
            return self.cost(sum, &of);
        }
        if let Some((on, length)) = self.day_at(at) {
            return self.day(on, at, length);
        }
        if self.is_talk(at) {
            self.talk();
        }
        at + 1
    }

    fn low(&self, at: usize) -> &str {
        self.reading.low(at)
    }

    /// From a word to the next comma, or to the next `and` that begins something else.
    fn chunk_at(&self, start: usize) -> Range<usize> {
        let named = |i: usize| self.reading.rooms.iter().any(|r| r.at.contains(&i));
        let ends = |i: usize| self.reading.words.get(i).is_some_and(|w| w.ends != Break::None);
        let joint = |i: usize| matches!(self.low(i), "and" | "then" | "plus" | "also") && !named(i);
        let is_and_a_part = |i: usize| {
            (i.saturating_sub(3)..=i).any(|from| {
                durations::at(&self.reading.words, from)
                    .is_some_and(|(_, length)| from < i && i < from + length)
            })
        };
        let last = (start..self.reading.words.len())
            .find(|&i| ends(i) || (joint(i + 1) && !is_and_a_part(i + 1)));
        start..last.map_or(self.reading.words.len(), |last| last + 1)
    }

    fn now(&self) -> Option<&Outing> {
        self.all.last()
    }

    /// Begins another outing with the words of this chunk, or at a word where the chunk tells of the one
    /// before too.
    fn begin(&mut self, at: usize, outing: Outing) {
        let before = self.all.last_mut();
        let from = match &before {
            Some(before) if before.words.start >= self.chunk.start && !before.is_empty() => at,
            _ => self.chunk.start,
        };
        match before {
            Some(before) if before.is_empty() => {
                *before = Outing { words: before.words.start..before.words.start, ..outing };
            }
            Some(before) => {
                before.words.end = from;
                self.all.push(Outing { words: from..from, ..outing });
            }
            None => self.all.push(Outing { words: from..from, ..outing }),
        }
    }

    fn with(&mut self, change: impl FnOnce(&mut Outing)) {
        if let Some(outing) = self.all.last_mut() {
            change(outing);
        }
    }

    /// `Each`, `every time` behind what was said.
    fn is_of_each(&self, next: usize) -> bool {
        let way = matches!(self.low(next + 1), "way" | "ways");
        (matches!(self.low(next), "each" | "apiece") && !way)
            || (matches!(self.low(next), "every" | "a" | "per") && self.low(next + 1) == "time")
    }

    fn length(&mut self, minutes: u32, next: usize) -> usize {
        if self.is_of_each(next) {
            self.each.minutes = self.each.minutes.or(Some(minutes));
            return next + 1;
        }
        let Some(now) = self.now() else { return next };
        // `2 h at the Chamber on Monday and an hour at Rotary on Tuesday`.
        let goes_on = || {
            let others = self.reading.rooms.iter().filter(|r| r.at.start >= next);
            others.map(|r| r.at.start).any(|at| self.chunk.contains(&at))
        };
        if now.minutes.is_some() && now.names_its_room && goes_on() {
            self.begin(next, Outing { minutes: Some(minutes), ..Outing::default() });
        } else {
            self.with(|outing| outing.minutes = outing.minutes.or(Some(minutes)));
        }
        next
    }

    fn way(&mut self, way: &Way) -> usize {
        let (minutes, next) = (way.minutes, way.at.end);
        if self.is_of_each(next) {
            self.each.travel = self.each.travel.or(Some(minutes));
            return next + 1;
        }
        self.with(|outing| {
            outing.is_travel_included |= way.is_included && outing.travel.is_none();
            outing.travel = outing.travel.or(Some(minutes));
        });
        next
    }

    fn cost(&mut self, sum: Amount, of: &Range<usize>) -> usize {
        if self.is_of_each(of.end) {
            self.each.cost = self.each.cost.or(Some(sum));
            return of.end + 1;
        }
        let said = costs::is_said(&self.reading.words, of);
        self.with(|outing| outing.cost = outing.cost.or(Some((sum, said))));
        of.end
    }

    fn counted(&mut self, counted: Counted) {
        let at = counted.at.start;
        let is_of_this = counted.times.is_none()
            && self.now().is_some_and(|now| now.names_its_room && now.on.is_none());
        if is_of_this {
            // `Breakfast at the Chamber every morning`.
            self.with(|outing| outing.counted = Some(counted));
        } else {
            self.begin(at, Outing { counted: Some(counted), ..Outing::default() });
        }
    }

    fn room(&mut self, named: &RoomMention) {
        if self.is_beside(named.at.start) {
            return;
        }
        let Some(now) = self.now() else { return };
        let other_day = || {
            let days = self.chunk.clone().filter_map(|i| self.day_at(i)).map(|(on, _)| on);
            now.on.is_some_and(|on| {
                days.clone().any(|day| day != on) && !days.clone().any(|day| day == on)
            })
        };
        let is_new =
            now.is_talk || (now.names_its_room && (now.room != Some(named.room) || other_day()));
        if is_new
            && (!self.is_attended(named) || (now.is_talk && now.words.start >= self.chunk.start))
        {
            return;
        }
        let room = Some(named.room);
        if is_new {
            self.begin(named.at.start, Outing { room, names_its_room: true, ..Outing::default() });
        } else {
            self.with(|outing| (outing.room, outing.names_its_room) = (room, true));
        }
    }

    fn day(&mut self, on: Date, at: usize, length: usize) -> usize {
        let next = at + length;
        let Some(now) = self.now() else { return next };
        if self.is_vague(at) && now.counted.is_some() {
            return next;
        }
        match now.on {
            None => self.with(|outing| outing.on = Some(on)),
            Some(known) if known == on => {}
            Some(known) if self.is_until(at) && known < on => self.days_between(known, on, at),
            Some(_) => self.another_day(on, at),
        }
        next
    }

    fn days_between(&mut self, from: Date, until: Date, at: usize) {
        let days =
            from.series(jiff::Span::new().days(1)).skip(1).take_while(|day| *day <= until).take(6);
        for on in days.collect::<Vec<_>>() {
            self.same_room(on, at);
        }
    }

    fn same_room(&mut self, on: Date, at: usize) {
        let Some(room) = self.now().filter(|now| !now.is_talk).map(|now| now.room) else { return };
        self.begin(at, Outing { room, on: Some(on), ..Outing::default() });
    }

    /// A second day: of a room that this chunk names, of the same room where it stands in a list of days,
    /// or of an occasion that nobody can place.
    fn another_day(&mut self, on: Date, at: usize) {
        let reading = self.reading;
        let chunk = self.chunk.clone();
        let rooms = reading.rooms.iter().filter(|r| r.at.start > at && chunk.contains(&r.at.start));
        let is_room = rooms.into_iter().any(|r| !self.is_beside(r.at.start));
        if is_room {
            self.begin(at, Outing { on: Some(on), ..Outing::default() });
        } else if chunk.clone().any(|i| self.is_talk(i)) {
            self.begin(at, Outing { on: Some(on), is_talk: true, ..Outing::default() });
        } else if chunk.clone().all(|i| self.is_small(i)) {
            self.same_room(on, at);
        } else if chunk.clone().any(|i| is_in(OCCASIONS, self.low(i))) {
            self.open.push(chunk);
        }
    }

    fn talk(&mut self) {
        let begun = self.chunk.start;
        let is_this = self.now().is_some_and(|now| {
            now.is_talk && now.words.start >= begun
                || now.is_empty()
                || (!now.names_its_room && now.words.start >= begun && now.counted.is_none())
        });
        if is_this {
            self.with(|outing| (outing.is_talk, outing.room) = (true, None));
        } else {
            self.begin(begun, Outing { is_talk: true, ..Outing::default() });
        }
    }
}

impl Outing {
    fn is_empty(&self) -> bool {
        let Self { room, on, minutes, travel, cost, energy, .. } = self;
        room.is_none()
            && on.is_none()
            && minutes.is_none()
            && travel.is_none()
            && cost.is_none()
            && energy.is_none()
            && self.counted.is_none()
            && !self.is_talk
    }
}

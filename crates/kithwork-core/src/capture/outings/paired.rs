//! Groups in a row and days in a row: `BNI Kendal and BNI Leeds, Tuesday and Wednesday, 2 h each` tells of one
//! group on each day, in the order said, whichever row comes first. As many days as groups, or nobody can say which was
//! when.

use super::{Beside, OCCASIONS, Outing, Walk};
use crate::capture::words::{Break, is_in};
use crate::capture::{dates, kinds};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

/// What may stand between one of a row and the next.
const JOINTS: &str = "and & plus then the at on both";

/// Groups and days of one breath.
pub(super) struct Rows {
    rooms: Vec<usize>,
    days: Vec<Date>,
    /// The words between the two rows.
    pub between: Range<usize>,
    /// The words of both rows.
    pub at: Range<usize>,
}

impl Walk<'_, '_> {
    /// The rows that begin at a word; none where one group or one day is told of.
    pub(super) fn rows_at(&self, at: usize) -> Option<Rows> {
        self.groups_first(at).or_else(|| self.days_first(at))
    }

    fn groups_first(&self, at: usize) -> Option<Rows> {
        let (rooms, behind) = self.rooms_from(at)?;
        let first = self.first_day(behind)?;
        let is_of_another = |next| self.is_of_another(next);
        let (days, end) = self.days_from(first, self.week(behind..first), is_of_another)?;
        Some(Rows { rooms, days, between: behind..first, at: at..end })
    }

    /// `Tuesday and Wednesday at BNI Kendal and BNI Leeds`; no day that the group before waits for.
    fn days_first(&self, at: usize) -> Option<Rows> {
        if self.now().is_some_and(|now| now.names_its_room && now.on.is_none()) {
            return None;
        }
        let first = if self.week_at(at).is_some() { at + 2 } else { at };
        let (days, behind) = self.days_from(first, self.week(at..first), |_| false)?;
        let named = self.past(behind, |i| is_in(JOINTS, self.low(i)));
        let (rooms, end) = self.rooms_from(named).filter(|_| !self.is_parted(named))?;
        self.day_at(end).is_none().then_some(Rows {
            rooms,
            days,
            between: behind..named,
            at: at..end,
        })
    }

    /// Each group on its day; where they are not as many, the words stay and ask.
    pub(super) fn rows(&mut self, rows: &Rows) -> usize {
        let said = self.all.last().filter(|now| now.room.is_none() && !now.is_talk).cloned();
        let said =
            Outing { words: rows.at.clone(), on: None, counted: None, ..said.unwrap_or_default() };
        if rows.rooms.len() != rows.days.len() {
            let end = self.sentence_end(rows.at.end);
            self.open.push(rows.at.start..end);
            return end;
        }
        if self.all.last().is_some_and(|now| now.room.is_none() && !now.is_talk) {
            self.all.pop();
        }
        for (nth, (room, on)) in rows.rooms.iter().zip(&rows.days).enumerate() {
            let from = if nth == 0 { self.from(rows.at.start) } else { rows.at.end };
            let words = from..rows.at.end;
            let names_its_room = nth == 0;
            let (room, on) = (Some(*room), Some(*on));
            self.all.push(Outing {
                words,
                room,
                on,
                names_its_room,
                beside: if nth > 0 { Beside::InARow } else { Beside::Alone },
                ..said.clone()
            });
        }
        let mut at = rows.between.start;
        while at < rows.between.end {
            at = if self.day_at(at).is_some() { at + 1 } else { self.step(at).max(at + 1) };
        }
        rows.at.end
    }

    /// Where the words of what begins at a word begin: behind those of the one before.
    fn from(&mut self, at: usize) -> usize {
        match self.all.last_mut() {
            Some(before) => {
                before.words.end = at;
                at
            }
            None => 0,
        }
    }

    fn rooms_from(&self, at: usize) -> Option<(Vec<usize>, usize)> {
        let (mut rooms, mut next, mut end): (Vec<usize>, _, _) = (Vec::new(), at, at);
        while let Some(named) = self.reading.rooms.iter().find(|r| r.at.start == next) {
            if rooms.contains(&named.room) || self.is_beside(next) || !self.is_of_the_owner(next) {
                return None;
            }
            rooms.push(named.room);
            end = self.past(named.at.end, |i| is_in(OCCASIONS, self.low(i)));
            next = self.past(end, |i| is_in(JOINTS, self.low(i)));
        }
        (rooms.len() > 1).then_some((rooms, end))
    }

    /// The first day behind the groups, before anything else is told.
    fn first_day(&self, from: usize) -> Option<usize> {
        let is_day = |i: usize| self.day_at(i).is_some() && self.week_at(i).is_none();
        let goes_on = |i: usize| self.is_small(i) && !self.is_parted(i);
        let at = self.past(from, |i| goes_on(i) && !is_day(i));
        (is_day(at) && !self.is_parted(at)).then_some(at)
    }

    /// The days in a row from a word on, up to one that `ends` it.
    fn days_from(
        &self,
        first: usize,
        week: Option<Date>,
        ends: impl Fn(usize) -> bool,
    ) -> Option<(Vec<Date>, usize)> {
        let (mut days, mut next, mut end) = (Vec::new(), first, first);
        while let Some((on, length)) = self.day_at(next).filter(|_| !self.is_parted(next)) {
            if !days.is_empty() && ends(next + length) {
                break;
            }
            let weekday = dates::weekday_of(self.low(next + length - 1)).filter(|_| length == 1);
            let of_week = weekday.zip(week).and_then(|(day, monday)| {
                monday.checked_add(i64::from(day.to_monday_zero_offset()).days()).ok()
            });
            days.push(of_week.unwrap_or(on));
            end = next + length;
            next = self.past(end, |i| is_in(JOINTS, self.low(i)));
        }
        (days.len() > 1).then_some((days, end))
    }

    /// Whether a day belongs to something else: `Chamber and Rotary Monday, Tuesday coffee with Tom`.
    fn is_of_another(&self, next: usize) -> bool {
        let at = self.past(next, |i| is_in(JOINTS, self.low(i)) || is_in(OCCASIONS, self.low(i)));
        let is_joined = (next..=at).all(|i| {
            self.reading.words.get(i.saturating_sub(1)).is_some_and(|w| w.ends == Break::None)
        });
        let named = self.reading.rooms.iter().any(|r| r.at.start == at);
        is_joined && (named || kinds::at(&self.reading.words, at).is_some())
    }

    /// The Monday of the week that the words name.
    fn week(&self, mut words: Range<usize>) -> Option<Date> {
        let weeks = words.find_map(|at| self.week_at(at))?;
        let today = self.reading.today;
        let back = i64::from(today.weekday().to_monday_zero_offset());
        today.checked_add((7 * weeks - back).days()).ok()
    }

    fn week_at(&self, at: usize) -> Option<i64> {
        let weeks = match self.low(at) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        (self.low(at + 1) == "week").then_some(weeks)
    }

    /// The first word from here on that is none of these.
    fn past(&self, from: usize, is_one: impl Fn(usize) -> bool) -> usize {
        let end = self.reading.words.len();
        (from..end).find(|&i| !is_one(i)).unwrap_or(end)
    }

    /// Whether a sentence ended before a word.
    fn is_parted(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|i| self.reading.words.get(i));
        before.is_some_and(|word| word.ends == Break::Sentence)
    }

    fn sentence_end(&self, at: usize) -> usize {
        let another = |i: usize| self.reading.rooms.iter().any(|r| r.at.start == i);
        self.past(at, |i| !self.is_parted(i) && !another(i) && self.is_small(i))
    }
}

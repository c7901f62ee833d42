//! What each room has brought back for the hours it took: which meeting could be missed most easily.

use super::week::Week;
use crate::facts::{Party, Stage, Took};
use crate::id::PersonId;
use crate::models::wilson::as_f64;
use crate::review::origin;
use jiff::civil::Date;

/// Work passed on and introductions made to the owner, per hour in each room and with the people
/// met there, by the rooms' places in the book; 0 where neither has come. Who came to the owner
/// through others counts for the room where that chain began.
pub(super) fn per_hour(week: &Week<'_>) -> Vec<f64> {
    let counts = Counts { week, origins: origin::of_people(week.book, week.sunday) };
    let (came, minutes) = (counts.came(), counts.minutes());
    came.iter().zip(minutes).map(|(came, minutes)| came * 60.0 / minutes.max(60.0)).collect()
}

struct Counts<'a> {
    week: &'a Week<'a>,
    /// For each person, by place in the book, the room's place.
    origins: Vec<Option<usize>>,
}

impl Counts<'_> {
    fn none(&self) -> Vec<f64> {
        vec![0.0; self.week.book.facts.rooms.len()]
    }

    fn origin(&self, person: PersonId) -> Option<usize> {
        let place = self.week.book.person_index(person)?;
        self.origins.get(place).copied().flatten()
    }

    fn came(&self) -> Vec<f64> {
        let facts = &self.week.book.facts;
        let seen = |on: Option<Date>| on.is_none_or(|on| on <= self.week.sunday);
        let passed_on = self.week.book.passed_on(self.week.sunday);
        let referrers = passed_on.iter().map(|one| one.by);
        let introducers = facts
            .introductions
            .iter()
            .filter(|i| [i.person_a, i.person_b].contains(&Party::Me) && seen(i.on))
            .filter_map(|i| i.introduced_by.person());
        let mut came = self.none();
        for room in referrers.chain(introducers).filter_map(|person| self.origin(person)) {
            came.get_mut(room).into_iter().for_each(|sum| *sum += 1.0);
        }
        came
    }

    /// Time with several is shared out evenly.
    fn minutes(&self) -> Vec<f64> {
        let (book, sunday) = (self.week.book, self.week.sunday);
        let mut minutes = self.none();
        let mut add = |room: Option<usize>, took: Took, share: f64| {
            let given = as_f64(took.known()) * share;
            room.and_then(|at| minutes.get_mut(at)).into_iter().for_each(|sum| *sum += given);
        };
        for meeting in book.facts.meetings.iter().take_while(|m| m.on <= sunday) {
            let at = book.room_index(meeting.room);
            let room = at.and_then(|at| book.facts.rooms.get(at));
            add(at, meeting.took_as_usual(room), 1.0);
        }
        let talks = book.facts.conversations.iter().take_while(|c| c.on <= sunday);
        for talk in talks.filter(|c| c.stage >= Stage::Agreed) {
            let share = 1.0 / u32::try_from(talk.people.len().max(1)).map_or(1.0, f64::from);
            for &person in &talk.people {
                add(self.origin(person), talk.took(), share);
            }
        }
        minutes
    }
}

//! Two times to offer: days of the weeks to come on which nothing stands.

use crate::book::{Book, Engagement};
use crate::days::days_after;
use crate::facts::{Entry, Stage};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, time};
use std::collections::HashSet;

/// Hours at which people sit down together, over breakfast, lunch and tea; our judgement.
const AT: [Time; 3] = [time(8, 30, 0, 0), time(12, 30, 0, 0), time(16, 0, 0, 0)];
/// Minutes kept free before and after, for the way.
const AROUND: i64 = 45;
/// Days that are looked at: the two weeks after this one.
const DAYS: i32 = 14;

/// The first day of which a time can be offered: whoever is asked today has a whole day to answer.
pub fn earliest(today: Date) -> Date {
    days_after(today, 2)
}

/// Two times on different days, at different hours where that can be, in the two weeks after the one
/// that `today` lies in, and none less than a day away. Fewer where the calendar is full. A day with an entry of the whole day, and a
/// weekend, are left out.
pub fn times(book: &Book, today: Date, minutes: u32) -> Vec<DateTime> {
    Free::of(book, today).two(minutes)
}

/// Whether something with people stands at a time already, or was offered for it and is not answered yet:
/// what a card told before that is no longer to be offered.
pub fn is_given(book: &Book, at: DateTime, minutes: u32) -> bool {
    let ends = |at: DateTime, minutes: u32| at.saturating_add(i64::from(minutes).minutes());
    given(book, at.date())
        .any(|(start, taken)| start < ends(at, minutes) && at < ends(start, length(taken)))
}

/// Starts and minutes of what is agreed with people from a day on, and of what was offered to them.
fn given(book: &Book, from: Date) -> impl Iterator<Item = (DateTime, Option<u32>)> + '_ {
    let talks = &book.facts.conversations;
    let agreed = talks.iter().filter(move |c| c.stage == Stage::Agreed && c.on >= from);
    let agreed = agreed.filter_map(|c| Some((c.on.to_datetime(c.starts?), c.minutes)));
    let asked = talks.iter().filter(|c| c.stage == Stage::Asked && !book.is_put_off(c));
    agreed.chain(asked.flat_map(|c| c.offered.iter().map(|&at| (at, c.minutes))))
}

/// The minutes that something is taken to last.
fn length(known: Option<u32>) -> u32 {
    known.unwrap_or(60).min(24 * 60)
}

/// What the calendar leaves free.
#[derive(Clone, Debug)]
pub(super) struct Free {
    /// The first day that is looked at: a Monday, where that is not too near.
    from: Date,
    /// Whole days that are taken.
    days: HashSet<Date>,
    /// Starts and minutes of what stands, and of what was offered and is not answered yet.
    hours: Vec<(DateTime, u32)>,
}

impl Free {
    /// The two weeks after the one that a day lies in, as the calendar has them.
    pub(super) fn of(book: &Book, today: Date) -> Self {
        let monday = days_after(today, 7 - i32::from(today.weekday().to_monday_zero_offset()));
        let from = monday.max(earliest(today));
        let facts = &book.facts;
        let meetings = facts.meetings.iter().filter(|m| m.on >= today && !book.is_left(m));
        let meetings = meetings.filter_map(|m| Some((m.on.to_datetime(m.starts?), m.minutes)));
        let single = |e: &&Entry| e.event.rrule.is_none() && !e.event.cancelled;
        let entries = || facts.entries.iter().filter(single);
        let timed = entries()
            .filter_map(|e| Some((e.event.on?.to_datetime(e.event.starts?), e.event.minutes)));
        let (whole, series): (Vec<Engagement>, Vec<Engagement>) =
            book.engagements.iter().partition(|taken| taken.is_whole_day);
        let series = series.iter().map(|taken| (taken.at, taken.minutes));
        let days = entries().filter(|e| e.event.starts.is_none()).filter_map(|e| e.event.on);
        Self {
            from,
            days: days.chain(whole.iter().map(|taken| taken.at.date())).collect(),
            hours: (given(book, today).chain(meetings).chain(timed).chain(series))
                .map(|(at, minutes)| (at, length(minutes)))
                .collect(),
        }
    }

    /// Two times to offer, which nobody else is then offered.
    pub(super) fn two(&mut self, minutes: u32) -> Vec<DateTime> {
        let mut free: Vec<DateTime> = Vec::new();
        for day in (0..DAYS).map(|n| days_after(self.from, n)) {
            // Not twice in a row: whoever can't on one day seldom can on the next.
            if free.last().is_some_and(|last| (day - last.date()).get_days() < 2) {
                continue;
            }
            let hours = AT.iter().cycle().skip(free.len()).take(AT.len());
            let at = hours.map(|&at| day.to_datetime(at)).find(|&at| self.leaves(at, minutes));
            free.extend(at);
            if free.len() == 2 {
                break;
            }
        }
        for &at in &free {
            self.take(at, minutes);
        }
        free
    }

    /// A time of a day, which nobody else is then offered; none where the day leaves none.
    pub(super) fn on(&mut self, day: Date, minutes: u32) -> Option<DateTime> {
        let at = AT.iter().map(|&at| day.to_datetime(at)).find(|&at| self.leaves(at, minutes))?;
        self.take(at, minutes);
        Some(at)
    }

    /// Keeps a time for somebody.
    pub(super) fn take(&mut self, at: DateTime, minutes: u32) {
        self.hours.push((at, minutes));
    }

    /// Whether something stands at a time, or was offered for it.
    pub(super) fn is_taken(&self, at: DateTime) -> bool {
        self.hours.iter().any(|&(start, _)| start == at)
    }

    /// Whether a working day leaves so many minutes, and the way there and back.
    fn leaves(&self, at: DateTime, minutes: u32) -> bool {
        self.leaves_after(at, minutes, AROUND)
    }

    /// The same, with so many minutes for the way there.
    pub(super) fn leaves_after(&self, at: DateTime, minutes: u32, way: i64) -> bool {
        let day = at.date();
        let from = at.saturating_sub(way.minutes());
        let until = at.saturating_add((i64::from(minutes) + AROUND).minutes());
        day.weekday().to_monday_zero_offset() < 5
            && !self.days.contains(&day)
            && self.hours.iter().all(|&(start, length)| {
                let end = start.saturating_add(i64::from(length).minutes());
                end <= from || until <= start
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Occurrence;
    use crate::fact::Facts;
    use crate::facts::{Conversation, ConversationKind, Event, Meaning};
    use crate::id::FactId;
    use jiff::civil::date;
    use uuid::Uuid;

    /// A Wednesday.
    const TODAY: Date = date(2026, 11, 18);

    fn entry(on: Date, starts: Option<Time>) -> Entry {
        Entry {
            id: FactId(Uuid::from_u128(9)),
            uid: "x".to_owned(),
            recurrence_id: None,
            event: Event { on: Some(on), starts, minutes: Some(60), ..Event::default() },
            meaning: Meaning::Private,
        }
    }

    #[test]
    fn an_empty_calendar_offers_breakfast_next_monday_and_lunch_two_days_later() {
        let free = times(&Book::new(Facts::default(), &[]), TODAY, 60);
        let monday = date(2026, 11, 23);
        let wednesday = date(2026, 11, 25);
        assert_eq!(free, [monday.at(8, 30, 0, 0), wednesday.at(12, 30, 0, 0)]);
    }

    #[test]
    fn what_stands_in_the_calendar_is_not_offered_even_if_it_is_private() {
        let mut facts = Facts::default();
        facts.entries.push(entry(date(2026, 11, 23), Some(time(9, 0, 0, 0))));
        facts.entries.push(entry(date(2026, 11, 25), None));
        let id = FactId(Uuid::from_u128(1));
        let mut talk =
            Conversation::happened(id, ConversationKind::OneToOne, date(2026, 11, 26), vec![]);
        (talk.stage, talk.starts) = (Stage::Agreed, Some(time(12, 0, 0, 0)));
        facts.conversations.push(talk);
        let free = times(&Book::new(facts, &[]), TODAY, 60);
        let expected = [date(2026, 11, 23).at(12, 30, 0, 0), date(2026, 11, 26).at(16, 0, 0, 0)];
        assert_eq!(free, expected);
    }

    #[test]
    fn a_weekly_entry_of_the_owners_own_life_is_not_offered_either() {
        let mut facts = Facts::default();
        let mut yoga = entry(date(2026, 11, 2), Some(time(8, 0, 0, 0)));
        yoga.event.rrule = Some("FREQ=WEEKLY".to_owned());
        facts.entries.push(yoga);
        let at = date(2026, 11, 23).at(8, 0, 0, 0);
        let monday = Occurrence { entry: FactId(Uuid::from_u128(9)), at };
        let free = times(&Book::new(facts, &[monday]), TODAY, 60);
        assert_eq!(free[0], date(2026, 11, 23).at(12, 30, 0, 0));
    }

    #[test]
    fn nobody_is_offered_what_another_was() {
        let mut free = Free::of(&Book::new(Facts::default(), &[]), TODAY);
        let mut offered: Vec<DateTime> = (0..5).flat_map(|_| free.two(60)).collect();
        assert_eq!(offered.len(), 10);
        offered.sort_unstable();
        offered.dedup();
        assert_eq!(offered.len(), 10);
    }

    #[test]
    fn what_was_offered_is_held_until_there_is_an_answer() {
        let (monday, wednesday) = (date(2026, 11, 23), date(2026, 11, 25));
        let first = [monday.at(8, 30, 0, 0), wednesday.at(12, 30, 0, 0)];
        let book = |stage| {
            let id = FactId(Uuid::from_u128(1));
            let mut talk = Conversation::happened(id, ConversationKind::OneToOne, TODAY, vec![]);
            (talk.stage, talk.offered) = (stage, first.to_vec());
            let conversations = vec![talk];
            Book::new(Facts { conversations, ..Facts::default() }, &[])
        };
        let held = [monday.at(12, 30, 0, 0), wednesday.at(8, 30, 0, 0)];
        let next = times(&book(Stage::Asked), TODAY, 60);
        assert!(next.iter().all(|at| !first.contains(at)), "{next:?}");
        assert_eq!(next[0], held[0]);
        assert_eq!(times(&book(Stage::Suggested), TODAY, 60), first);
    }

    #[test]
    fn a_full_calendar_offers_nothing() {
        let entries = (0..30).map(|n| entry(days_after(TODAY, n), None)).collect();
        let facts = Facts { entries, ..Facts::default() };
        assert!(times(&Book::new(facts, &[]), TODAY, 60).is_empty());
    }
}

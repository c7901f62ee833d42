//! The book as it stood at a date: what every measure reads, worked out once.

use super::funnel::{self, Path};
use super::origin;
use crate::book::{Book, PassedOn};
use crate::days::{days_before, days_between};
use crate::facts::{Business, Conversation, Meeting, Person, Playback, Room};
use crate::id::PersonId;
use crate::ladder::{Climber, Contact, Standing, took_place};
use crate::money::{Amount, Currency};
use crate::params::{AliveParams, Params};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The book as it stood at a date.
pub(super) struct Reading<'a> {
    pub(super) book: &'a Book,
    pub(super) as_of: Date,
    /// First day of the period that ends on `as_of`.
    pub(super) from: Date,
    /// What is known: learned from the book where it tells, else the owner's own or the defaults.
    pub(super) params: &'a Params,
    /// The rule of thumb for whether a relationship lives, as the owner set it.
    pub(super) thumb: AliveParams,
    pub(super) currency: Currency,
    /// Meetings up to the date, oldest first.
    pub(super) meetings: &'a [Meeting],
    /// Conversations that took place up to the date, oldest first.
    pub(super) conversations: Vec<&'a Conversation>,
    /// The same in short, for adding up.
    pub(super) given: Vec<Given>,
    /// What conversations cost, where that is known.
    pub(super) paid: Vec<Amount>,
    /// Work passed on to the owner up to the date, oldest first.
    pub(super) passed_on: Vec<PassedOn>,
    /// Minutes of all effort by whole weeks before `as_of`.
    pub(super) weeks: BTreeMap<i32, u64>,
    /// By the person's place in the book.
    pub(super) people: Vec<Seen>,
    /// The mature share of an effort by its age in days.
    mature: Vec<f64>,
}

/// Time given to people in a conversation: a review adds it up many times, and a book holds conversations
/// by the hundred thousand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    /// The conversation's place in the book.
    pub(super) at: usize,
    pub(super) on: Date,
    /// Days from then until the date looked at.
    pub(super) age: i32,
    /// Minutes, travel and preparation included.
    pub(super) minutes: u64,
    /// Of these, preparation.
    pub(super) prep_minutes: u64,
    pub(super) is_one_to_one: bool,
}

/// What the measures need to know of a person.
pub(super) struct Seen {
    /// Whether the person counts as someone of the network by that date.
    pub(super) counts: bool,
    /// When they were first met, and in which room (by place in the book).
    pub(super) met: Option<Met>,
    /// The room where the chain of introductions behind them began, by place in the book.
    pub(super) origin: Option<usize>,
    /// How far they came since they were met; none where that day is not known.
    pub(super) path: Option<Path>,
    /// The days of their one-to-ones, in order, each once.
    pub(super) one_to_one_days: Vec<Date>,
    /// Where they stand on the ladder.
    pub(super) standing: Standing,
    /// The contact with them; none where there never was any.
    pub(super) contact: Option<Contact>,
}

/// A first meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Met {
    /// When; none where it is not known.
    pub(super) on: Option<Date>,
    /// In which room, by place in the book.
    pub(super) room: Option<usize>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(book: &'a Book, as_of: Date, params: &'a Params, thumb: AliveParams) -> Self {
        let facts = &book.facts;
        let held = facts.meetings.partition_point(|m| m.on <= as_of);
        let meetings = facts.meetings.get(..held).unwrap_or(&[]);
        let talked = Talked::up_to(book, as_of);
        let origins = origin::of_people(book, as_of);
        let mut climber = Climber::new(book, as_of, params);
        let people = origins.into_iter().enumerate();
        let people = people
            .map(|(at, origin)| seen(&mut climber, book, at, origin, as_of, params))
            .collect();
        let mut reading = Self {
            book,
            as_of,
            from: days_before(as_of, params.time.period_days - 1),
            params,
            thumb,
            currency: book.currency(),
            mature: mature(meetings, &talked.conversations, as_of, params),
            meetings,
            conversations: talked.conversations,
            given: talked.given,
            paid: talked.paid,
            passed_on: book.passed_on(as_of),
            weeks: BTreeMap::new(),
            people,
        };
        reading.weeks = reading.by_week();
        reading
    }

    fn by_week(&self) -> BTreeMap<i32, u64> {
        let mut weeks: BTreeMap<i32, u64> = BTreeMap::new();
        for meeting in self.meetings {
            let week = days_between(meeting.on, self.as_of) / 7;
            *weeks.entry(week).or_default() += self.meeting_minutes(meeting);
        }
        for of_one in self.given.chunk_by(|a, b| a.age / 7 == b.age / 7) {
            let minutes: u64 = of_one.iter().map(|given| given.minutes).sum();
            *weeks.entry(of_one[0].age / 7).or_default() += minutes;
        }
        weeks
    }

    /// The time of each conversation with its people, by place in the book.
    pub(super) fn talks(&self) -> impl Iterator<Item = (Given, &[u32])> {
        self.given.iter().map(|given| (*given, self.book.people_at(given.at)))
    }

    /// Weeks since the first meeting or conversation, the week of it included; none where there is none.
    pub(super) fn weeks_written(&self) -> Option<i32> {
        self.first_written().map(|on| days_between(on, self.as_of) / 7 + 1)
    }

    /// The day of the first meeting or conversation; none where there is none.
    pub(super) fn first_written(&self) -> Option<Date> {
        let met = self.meetings.first().map(|m| m.on);
        met.into_iter().chain(self.conversations.first().map(|c| c.on)).min()
    }

    /// Whether something of that date is seen; what is undated is.
    pub(super) fn sees(&self, on: Option<Date>) -> bool {
        on.is_none_or(|on| on <= self.as_of)
    }

    /// Playback checks of the period, oldest first; undated ones are left out.
    pub(super) fn playbacks(&self) -> impl Iterator<Item = &'a Playback> {
        let in_period = |on: Date| self.from <= on && on <= self.as_of;
        self.book.facts.playbacks.iter().filter(move |p| p.on.is_some_and(in_period))
    }

    /// Business won up to the date.
    pub(super) fn business(&self) -> impl Iterator<Item = &'a Business> {
        self.book.facts.business.iter().filter(|b| self.sees(b.won_on))
    }

    /// The people of the network with what is known of them, each with their place in the book.
    pub(super) fn network(&self) -> impl Iterator<Item = (usize, &'a Person, &Seen)> {
        let people = self.book.facts.people.iter().zip(&self.people).enumerate();
        people.filter(|(_, (_, seen))| seen.counts).map(|(at, (person, seen))| (at, person, seen))
    }

    pub(super) fn seen(&self, person: PersonId) -> Option<&Seen> {
        self.book.person_index(person).and_then(|at| self.people.get(at))
    }

    pub(super) fn room(&self, at: usize) -> Option<&'a Room> {
        self.book.facts.rooms.get(at)
    }

    /// Minutes in a meeting, on the way and getting ready; a meeting that does not say takes its room's.
    pub(super) fn meeting_minutes(&self, meeting: &Meeting) -> u64 {
        meeting.took_as_usual(self.book.room(meeting.room)).known()
    }

    /// The share of results that an effort of so many days ago can have shown by now.
    pub(super) fn mature(&self, age: i32) -> f64 {
        let age = usize::try_from(age).unwrap_or(0);
        self.mature.get(age).or(self.mature.last()).copied().unwrap_or(0.0)
    }

    /// The share of results that it had shown when the period began.
    pub(super) fn mature_before_period(&self, age: i32) -> f64 {
        match usize::try_from(age - days_between(self.from, self.as_of)) {
            Ok(age) if age > 0 => self.mature.get(age).copied().unwrap_or(0.0),
            _ => 0.0,
        }
    }
}

/// The conversations up to a date, read once.
struct Talked<'a> {
    conversations: Vec<&'a Conversation>,
    given: Vec<Given>,
    paid: Vec<Amount>,
}

impl<'a> Talked<'a> {
    fn up_to(book: &'a Book, as_of: Date) -> Self {
        let mut talked = Self {
            conversations: Vec::with_capacity(book.facts.conversations.len()),
            given: Vec::with_capacity(book.facts.conversations.len()),
            paid: Vec::new(),
        };
        let all = book.facts.conversations.iter().enumerate();
        for (at, conversation) in all.filter(|(_, c)| took_place(c, as_of)) {
            talked.conversations.push(conversation);
            talked.given.push(Given {
                at,
                on: conversation.on,
                age: days_between(conversation.on, as_of),
                minutes: conversation.took().known(),
                prep_minutes: u64::from(conversation.prep_minutes.unwrap_or(0)),
                is_one_to_one: conversation.kind.is_one_to_one(),
            });
            talked.paid.extend(conversation.cost);
        }
        talked
    }
}

/// No effort is older than this in any sense that matters: the lag has long run its course.
const OLDEST_DAYS: i32 = 36_500;

fn mature(
    meetings: &[Meeting],
    conversations: &[&Conversation],
    as_of: Date,
    params: &Params,
) -> Vec<f64> {
    let oldest =
        meetings.first().map(|m| m.on).into_iter().chain(conversations.first().map(|c| c.on));
    let days = oldest.map(|on| days_between(on, as_of)).max().unwrap_or(0).clamp(0, OLDEST_DAYS);
    params.returns.lag().by_days(usize::try_from(days).unwrap_or(0))
}

fn seen(
    climber: &mut Climber<'_>,
    book: &Book,
    at: usize,
    origin: Option<usize>,
    as_of: Date,
    params: &Params,
) -> Seen {
    let person = book.facts.people.get(at);
    let (standing, contact) = climber.climb(at);
    let is_known =
        person.is_some_and(|p| p.met_on.is_none_or(|on| on <= as_of)) || standing.contacts > 0;
    let met = met(book, at, as_of);
    let one_to_ones =
        book.talks_at(at).iter().filter(|t| t.kind.is_one_to_one() && t.took_place(as_of));
    let mut one_to_one_days: Vec<Date> = one_to_ones.map(|t| t.on).collect();
    one_to_one_days.dedup();
    Seen {
        path: funnel::path(book, at, met, as_of, &params.funnel),
        one_to_one_days,
        counts: is_known && person.is_some_and(Person::counts),
        met,
        origin,
        standing,
        contact,
    }
}

/// When and where a person was first met: what the book says of it, else where they were first seen
/// talking with the owner.
pub(super) fn met(book: &Book, at: usize, as_of: Date) -> Option<Met> {
    let person = book.facts.people.get(at)?;
    let talked = book.meetings_at(at).next().filter(|m| m.on <= as_of);
    let spoke = book.talks_at(at).iter().find(|t| t.took_place(as_of)).map(|t| t.on);
    let first = talked.map(|m| m.on).into_iter().chain(spoke).min();
    let on = person.met_on.filter(|&on| on <= as_of).or(first);
    let said = person.met_at.and_then(|room| book.room_index(room));
    let is_unsaid = said.is_none() && person.introduced_by.is_none();
    let first_talk = talked.filter(|m| is_unsaid && spoke.is_none_or(|spoke| m.on <= spoke));
    let room = said.or_else(|| first_talk.and_then(|m| book.room_index(m.room)));
    (on.is_some() || room.is_some()).then_some(Met { on, room })
}

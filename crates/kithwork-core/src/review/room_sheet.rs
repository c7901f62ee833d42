//! One room on a page: what became of the people met there, new faces beside friends, its rule, its
//! meetings, and what staying takes (rows 8, 42, 49 and 71).

use super::Review;
use super::funnel::Cohort;
use super::rated_rooms::{RatedRoom, rated, weighing};
use super::rooms::RoomReview;
use super::words::{many, of_share_widely};
use crate::book::Book;
use crate::facts::{Meeting, Room};
use crate::id::{FactId, PersonId, RoomId};
use crate::models::wilson::wilson;
use crate::params::RoomParams;
use crate::plan::attendance::{Attendance, rhythm};
use jiff::civil::{Date, Time};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Talks at the room's meetings below which new faces and friends are only counted; judgement.
const LEAST_TALKS: u64 = 5;
/// Past meetings that are listed: those of ten years of a weekly room.
const LISTED: usize = 520;
/// The usual rhythm of a room that says none, days.
const WEEKLY: i32 = 7;

/// All that is known of one room at a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoomSheet {
    /// The room as the owner describes it.
    pub room: Room,
    /// What it took and brought; with what an hour there returned, and what staying takes.
    pub figures: Option<RoomReview>,
    /// What became of the people met there.
    pub funnel: Option<Cohort>,
    /// New faces beside friends.
    pub faces: Faces,
    /// Its rule of attendance; none where it has none.
    pub attendance: Option<Attendance>,
    /// What the owner thinks of it, or thought when they left it.
    pub rating: Option<RatedRoom>,
    /// Who was there, those talked to most often first.
    pub people: Vec<Regular>,
    /// Its meetings to come, as far as the book reaches, the next one first.
    pub coming: Vec<Held>,
    /// Its past meetings, the latest first.
    pub held: Vec<Held>,
    /// How many more there were before these.
    pub before: usize,
}

/// Whom the owner talks to in a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Faces {
    /// Talks with somebody met there for the first time.
    pub new: u64,
    /// Talks with somebody known before.
    pub known: u64,
    /// The interval of the share of new faces, at 95 %; none under five talks, which are too few.
    pub interval: Option<(f64, f64)>,
    /// In plain words.
    pub says: String,
}

/// Somebody who was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Regular {
    pub person: PersonId,
    pub name: String,
    pub times: u64,
    pub last_on: Date,
}

/// One meeting of the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Held {
    pub meeting: FactId,
    pub on: Date,
    pub starts: Option<Time>,
    /// How many the owner talked to.
    pub talked_to: u64,
    /// Whether it was looked back on.
    pub is_debriefed: bool,
}

impl RoomSheet {
    /// A room of the book, with its review at a date; none where there is no such room.
    pub fn of(book: &Book, review: &Review, id: RoomId) -> Option<Self> {
        let room = book.room(id)?;
        let as_of = review.as_of;
        let all: Vec<&Meeting> = book.facts.meetings.iter().filter(|m| m.room == id).collect();
        let (past, coming) = all.split_at(all.partition_point(|m| m.on <= as_of));
        let every = rhythm(room, past).unwrap_or(WEEKLY);
        let left = || {
            let most = book.facts.settings.first().and_then(|settings| settings.matters_most);
            let weights = weighing(&RoomParams::default(), most);
            room.left_on.map(|_| rated(room, &book.facts.room_ratings, as_of, &weights))
        };
        Some(Self {
            room: room.clone(),
            figures: review.rooms.iter().find(|of| of.room == id).cloned(),
            funnel: review.funnel.cohorts.iter().find(|of| of.room == Some(id)).cloned(),
            faces: Faces::of(book, past),
            attendance: Attendance::of(room, past, every, as_of),
            rating: review.rated_rooms.iter().find(|of| of.room == id).cloned().or_else(left),
            people: regulars(book, past),
            coming: coming.iter().filter(|m| !book.is_left(m)).map(|m| Held::of(m)).collect(),
            held: past.iter().rev().take(LISTED).map(|m| Held::of(m)).collect(),
            before: past.len().saturating_sub(LISTED),
        })
    }
}

impl Held {
    fn of(meeting: &Meeting) -> Self {
        Self {
            meeting: meeting.id,
            on: meeting.on,
            starts: meeting.starts,
            talked_to: meeting.people.len() as u64,
            is_debriefed: meeting.debriefed_on.is_some(),
        }
    }
}

impl Faces {
    fn of(book: &Book, held: &[&Meeting]) -> Self {
        let mut faces = Self::default();
        for meeting in held {
            for &person in meeting.people.iter().filter(|id| book.person(**id).is_some()) {
                if is_known_before(book, person, meeting.on) {
                    faces.known += 1;
                } else {
                    faces.new += 1;
                }
            }
        }
        let of = faces.new + faces.known;
        faces.interval = wilson(faces.new, of, 0.95).filter(|_| of >= LEAST_TALKS);
        faces.says = match (of, faces.interval) {
            (0, _) => "Whom you talked to there is not noted yet.".to_owned(),
            (_, None) => format!(
                "{} of {} with new faces: too few for a share, {LEAST_TALKS} would begin to tell.",
                faces.new,
                many(of, "talk was", "talks were")
            ),
            (_, Some(likely)) => {
                format!(
                    "{} of {of} talks were with new faces{}.",
                    faces.new,
                    of_share_widely(likely)
                )
            }
        };
        faces
    }
}

/// Whether the owner knew somebody before a day.
fn is_known_before(book: &Book, person: PersonId, day: Date) -> bool {
    book.person(person).and_then(|p| p.met_on).is_some_and(|met| met < day)
        || book.meetings_of(person).next().is_some_and(|m| m.on < day)
        || book.conversations_of(person).next().is_some_and(|talk| talk.on < day)
}

fn regulars(book: &Book, held: &[&Meeting]) -> Vec<Regular> {
    let mut seen: BTreeMap<PersonId, (u64, Date)> = BTreeMap::new();
    for meeting in held {
        for &person in &meeting.people {
            let (times, last) = seen.entry(person).or_insert((0, meeting.on));
            *times += 1;
            *last = meeting.on;
        }
    }
    let named = seen.into_iter().filter_map(|(person, (times, last_on))| {
        let name = book.person(person).filter(|p| p.counts())?.name.clone();
        Some(Regular { person, name, times, last_on })
    });
    let mut all: Vec<Regular> = named.collect();
    all.sort_by(|a, b| {
        let often = |one: &Regular| (Reverse(one.times), Reverse(one.last_on));
        often(a).cmp(&often(b)).then_with(|| a.name.cmp(&b.name)).then(a.person.cmp(&b.person))
    });
    all
}

//! What the owner writes down: the only thing a policy may read.

use crate::chance::Chance;
use crate::world::{TRADES, World};
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::fact::Facts;
use kithwork_core::facts::{
    Business, BusinessSource, Conversation, ConversationKind, Direction, Help, HelpKind,
    Introduction, Meeting, Need, Party, Person, Promise, PromisedBy, Rated, Rating, Referral, Room,
    Stage,
};
use kithwork_core::id::{FactId, PersonId, RoomId};
use uuid::Uuid;

/// The owner's book, and where each person stands in it.
#[derive(Clone, Debug)]
pub(crate) struct Diary {
    pub facts: Facts,
    /// What a glance at somebody's page tells, by their place in the world.
    pub pages: Vec<Page>,
    /// Talks that were not written down.
    unwritten: Vec<(usize, Conversation)>,
    ids: u128,
    /// The share of what happens that is written down.
    logs: f64,
    chance: Chance,
}

/// What is written about somebody.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Page {
    /// Whether they are in the book at all.
    pub is_known: bool,
    /// The week in which they were met.
    pub met: usize,
    /// The last week in which they were talked to or written to.
    pub touched: Option<usize>,
    /// The last week in which they were asked to meet.
    pub asked: Option<usize>,
    /// Invitations in a row that they didn't take up.
    pub declined: u32,
    pub one_to_ones: u32,
    pub referrals: u32,
}

/// Ids of people, rooms and other facts don't meet.
const PEOPLE: u128 = 1 << 64;
const ROOMS: u128 = 2 << 64;
/// Weeks for which “not this week” puts somebody off.
const NOT_NOW_WEEKS: usize = 1;

/// The id of a person of the world.
pub(crate) fn person(soul: usize) -> PersonId {
    PersonId(Uuid::from_u128(PEOPLE + soul as u128))
}

/// The place in the world of a person of the book.
pub(crate) fn soul(id: PersonId) -> Option<usize> {
    usize::try_from(id.0.as_u128().checked_sub(PEOPLE)?).ok()
}

fn room(venue: usize) -> RoomId {
    RoomId(Uuid::from_u128(ROOMS + venue as u128))
}

impl Diary {
    /// An empty book that knows the rooms.
    pub(crate) fn new(world: &World) -> Self {
        let mut facts = Facts::default();
        for (at, venue) in world.venues.iter().enumerate() {
            let mut row = Room::named(room(at), room_name(at));
            row.meeting_minutes = Some(venue.minutes);
            row.absences_allowed = venue.absences;
            row.absence_window_days = venue.absences.map(|_| 182);
            facts.rooms.push(row);
        }
        Self {
            facts,
            pages: vec![Page::default(); world.souls.len()],
            unwritten: Vec::new(),
            ids: 1,
            logs: world.family.logs,
            chance: world.chance.of(&[11]),
        }
    }

    fn id(&mut self) -> FactId {
        self.ids += 1;
        FactId(Uuid::from_u128(self.ids))
    }

    /// Whether something is written down.
    fn writes(&mut self, share: f64) -> bool {
        let key = usize::try_from(self.ids).unwrap_or(0);
        self.ids += 1;
        self.chance.of(&[key]).happens(share)
    }

    /// Somebody new, with their card.
    pub(crate) fn meet(&mut self, world: &World, who: usize, week: usize, at: Option<usize>) {
        if self.pages[who].is_known {
            return;
        }
        self.pages[who] = Page { is_known: true, met: week, ..Page::default() };
        let mut row = Person::named(person(who), format!("Guest {who}"));
        row.met_on = Some(World::monday(week));
        row.met_at = at.map(room);
        if self.writes(self.logs) {
            row.what_they_do = Some(TRADES[world.souls[who].trade].to_owned());
            row.sector.clone_from(&row.what_they_do);
        }
        self.facts.people.push(row);
    }

    /// A meeting of a room: it stands in the calendar; whom one talked to has to be written down.
    pub(crate) fn met(&mut self, world: &World, venue: usize, week: usize, people: &[usize]) {
        let on = day(week, world.venues[venue].weekday);
        let mut row = Meeting::held(self.id(), room(venue), on);
        row.minutes = Some(world.venues[venue].minutes);
        for &who in people {
            if self.writes(self.logs) {
                row.people.push(person(who));
            }
        }
        self.facts.meetings.push(row);
    }

    /// A talk with a few; they know the owner by so much, 0..1, as they show.
    pub(crate) fn talked(
        &mut self,
        kind: ConversationKind,
        people: &[usize],
        (week, minutes): (usize, u32),
        shows: Option<f64>,
    ) {
        let is_written = self.writes(self.logs);
        let with: Vec<PersonId> = people.iter().map(|&who| person(who)).collect();
        let mut row = Conversation::happened(self.id(), kind, day(week, 2), with);
        row.minutes = Some(minutes);
        row.they_know_me = shows.map(score);
        if is_written {
            self.put_down(row, week);
        } else {
            self.unwritten.push((week, row));
        }
    }

    /// Writes down after all what was left out since some week about somebody.
    pub(crate) fn catch_up(&mut self, who: usize, since: usize) {
        let is_theirs = |(week, row): &mut (usize, Conversation)| {
            *week > since && row.people.contains(&person(who))
        };
        let late: Vec<_> = self.unwritten.extract_if(.., is_theirs).collect();
        for (week, row) in late {
            self.put_down(row, week);
        }
    }

    fn put_down(&mut self, row: Conversation, week: usize) {
        for who in row.people.iter().filter_map(|&id| soul(id)) {
            let page = &mut self.pages[who];
            page.touched = page.touched.max(Some(week));
            page.declined = 0;
            page.one_to_ones += u32::from(row.kind == ConversationKind::OneToOne);
        }
        self.facts.conversations.push(row);
    }

    /// An invitation that was declined: as the page writes “Not this week”, which frees the hour for somebody else.
    pub(crate) fn declined(&mut self, who: usize, week: usize) {
        self.pages[who].asked = Some(week);
        self.pages[who].declined += 1;
        for (on, stage) in
            [(day(week, 1), Stage::Asked), (day(week + NOT_NOW_WEEKS, 0), Stage::Suggested)]
        {
            let kind = ConversationKind::OneToOne;
            let row = Conversation::happened(self.id(), kind, on, vec![person(who)]);
            self.facts.conversations.push(Conversation { stage, ..row });
        }
    }

    /// Something somebody looks for.
    pub(crate) fn need(&mut self, who: usize, trade: usize, week: usize) {
        let what = TRADES[trade].to_owned();
        let is_same = |n: &Need| n.person == person(who) && n.what == what && n.met_on.is_none();
        if self.facts.needs.iter().any(is_same) || !self.writes(self.logs) {
            return;
        }
        let id = self.id();
        let on = Some(day(week, 2));
        self.facts.needs.push(Need { id, person: person(who), on, what, met_on: None });
    }

    /// A need was met.
    pub(crate) fn need_met(&mut self, who: usize, week: usize) {
        let theirs = self.facts.needs.iter_mut().filter(|n| n.person == person(who));
        theirs.for_each(|n| n.met_on = n.met_on.or(Some(day(week, 3))));
    }

    /// Help in either direction.
    pub(crate) fn helped(&mut self, who: usize, direction: Direction, week: usize) {
        if !self.writes(self.logs) {
            return;
        }
        let (id, asked) = (self.id(), (direction == Direction::Received).then_some(true));
        self.facts.help.push(Help {
            id,
            on: Some(day(week, 2)),
            direction,
            person: person(who),
            kind: HelpKind::Advice,
            asked,
            about: None,
            outcome: None,
        });
    }

    /// Two people made known to each other, or somebody to the owner.
    pub(crate) fn introduced(&mut self, by: Party, (a, b): (Party, Party), week: usize) {
        let (id, on) = (self.id(), Some(day(week, 3)));
        let row =
            Introduction { id, on, introduced_by: by, person_a: a, person_b: b, outcome: None };
        self.facts.introductions.push(row);
    }

    /// A promise of the owner's, due in a fortnight.
    pub(crate) fn promised(&mut self, who: usize, week: usize) {
        if !self.writes(self.logs) {
            return;
        }
        let id = self.id();
        self.facts.promises.push(Promise {
            id,
            person: person(who),
            direction: PromisedBy::Mine,
            what: "send the article".to_owned(),
            made_on: Some(day(week, 2)),
            due_on: Some(day(week + 1, 4)),
            done_on: None,
        });
    }

    /// Promises to somebody were kept; tells whether there was one.
    pub(crate) fn kept(&mut self, who: usize, week: usize) -> bool {
        let mut any = false;
        for row in &mut self.facts.promises {
            if row.person == person(who) && row.done_on.is_none() {
                row.done_on = Some(day(week, 3));
                any = true;
            }
        }
        any
    }

    /// How good somebody's access to clients looks, 0..1.
    pub(crate) fn access(&mut self, who: usize, looks: f64, week: usize) {
        let (id, on) = (self.id(), Some(day(week, 2)));
        let row = Rating { id, person: person(who), what: Rated::Access, score: score(looks), on };
        self.facts.ratings.push(row);
    }

    /// A referral received; nearly all are written down.
    pub(crate) fn referred(&mut self, who: usize, week: usize) {
        if !self.writes(0.5 + self.logs / 2.0) {
            return;
        }
        self.pages[who].referrals += 1;
        let id = self.id();
        self.facts.referrals.push(Referral::passed_on(
            id,
            Direction::Received,
            person(who),
            Some(day(week, 4)),
        ));
    }

    /// Business won through somebody.
    pub(crate) fn won(&mut self, who: usize, week: usize) {
        let id = self.id();
        self.facts.business.push(Business {
            id,
            won_on: Some(day(week, 4)),
            client: "a client".to_owned(),
            source_kind: Some(BusinessSource::Referral),
            source: None,
            referrer: Some(person(who)),
            room: None,
            value: None,
            notes: None,
        });
    }
}

/// The name of a room.
pub(crate) fn room_name(venue: usize) -> String {
    format!("Room {venue}")
}

fn day(week: usize, after_monday: i64) -> Date {
    World::monday(week).saturating_add(after_monday.days())
}

/// 0..1 as the book's 0 to 4.
fn score(share: f64) -> u8 {
    [0.2, 0.4, 0.6, 0.8].iter().map(|&from| u8::from(share >= from)).sum()
}

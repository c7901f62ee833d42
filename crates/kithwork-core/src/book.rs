//! A book in memory: all facts of one owner, joined up.

mod links;
mod looked_for;
mod merge;
mod passed_on;
mod series;
mod talk;

pub use passed_on::PassedOn;
pub(crate) use series::Engagement;
pub use series::{Occurrence, occasion_id};
pub(crate) use talk::Talk;

use crate::fact::Facts;
use crate::facts::{
    Business, Conversation, Help, Introduction, Meeting, Need, Person, Playback, Project, Promise,
    Rating, Referral, Room, Stage,
};
use crate::id::{FactId, PersonId, RoomId};
use crate::money::{Amount, Currency};
use jiff::civil::Date;
use links::Links;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use talk::Talks;

/// Where each id stands in its list. Ids are looked up by the hundred thousand, and nobody gains by
/// choosing them so that they collide.
type Places<Id> = HashMap<Id, usize, foldhash::fast::FixedState>;

/// All facts of one owner, with series spelled out as meetings and conversations.
///
/// Invariants: every id that a fact refers to is found; nobody in `facts.people` is merged into
/// another; a meeting is one room and one local date (and its start, if there are two).
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// The facts. Meetings, conversations, help, introductions, referrals, ratings, playbacks, mentions
    /// and promises are in the order of their dates, undated ones first.
    pub facts: Facts,
    /// Meetings that the owner says they did not go to: they take their place in a calendar, and in no
    /// figure.
    pub missed: Vec<Meeting>,
    /// When series of the owner's own life take their time.
    pub(crate) engagements: Vec<Engagement>,
    /// The currency named most often: asked for once for each line that tells of money.
    named_most: Option<Currency>,
    person_at: Places<PersonId>,
    room_at: Places<RoomId>,
    talks: Talks,
    meetings_of: Links,
    help_of: Links,
    introductions_of: Links,
    referrals_of: Links,
    business_of: Links,
    ratings_of: Links,
    playbacks_of: Links,
    needs_of: Links,
    projects_of: Links,
    promises_of: Links,
}

macro_rules! of_person {
    ($($(#[$doc:meta])* $name:ident, $at:ident, $list:ident: $kind:ty;)+) => {
        impl Book {
            $(
                $(#[$doc])*
                pub fn $name(&self, id: PersonId) -> impl Iterator<Item = &$kind> {
                    let at = self.person_at.get(&id).map_or(&[][..], |&i| self.$name.at(i));
                    at.iter().filter_map(|&i| self.facts.$list.get(i as usize))
                }

                /// The same, by the person's place in `facts.people`.
                pub(crate) fn $at(&self, person: usize) -> impl Iterator<Item = &$kind> {
                    self.$name.at(person).iter().filter_map(|&i| self.facts.$list.get(i as usize))
                }
            )+
        }
    };
}

of_person! {
    /// The meetings at which the owner talked to the person, oldest first.
    meetings_of, meetings_at, meetings: Meeting;
    /// Help between the owner and the person, oldest first.
    help_of, help_at, help: Help;
    /// Introductions in which the person has a part, oldest first.
    introductions_of, introductions_at, introductions: Introduction;
    /// Referrals from or to the person, oldest first.
    referrals_of, referrals_at, referrals: Referral;
    /// Business won that the person passed on.
    business_of, business_at, business: Business;
    /// Ratings of the person, oldest first.
    ratings_of, ratings_at, ratings: Rating;
    /// Playback checks with the person, oldest first.
    playbacks_of, playbacks_at, playbacks: Playback;
    /// Needs heard from the person.
    needs_of, needs_at, needs: Need;
    /// What the owner makes together with the person.
    projects_of, projects_at, projects: Project;
}

impl Book {
    /// Joins up the facts of one owner. `occurrences` are those of its series, computed by the
    /// formats up to whatever date is to be looked at.
    pub fn new(mut facts: Facts, occurrences: &[Occurrence]) -> Self {
        merge::redirect(&mut facts);
        let engagements = series::engagements(&facts, occurrences);
        series::spell_out(&mut facts, occurrences);
        let is_missed = |meeting: &mut Meeting| meeting.missed == Some(true);
        let missed = facts.meetings.extract_if(.., is_missed).collect();
        sort(&mut facts);
        let person_at: Places<PersonId> =
            facts.people.iter().enumerate().map(|(i, p)| (p.id, i)).collect();
        let room_at = facts.rooms.iter().enumerate().map(|(i, r)| (r.id, i)).collect();
        let links = |rows: &mut dyn Iterator<Item = &[PersonId]>| Links::new(&person_at, rows);
        let one = std::slice::from_ref;
        let parties: Vec<Vec<PersonId>> = facts.introductions.iter().map(parties).collect();
        Self {
            talks: Talks::new(&person_at, &facts.conversations),
            meetings_of: links(&mut facts.meetings.iter().map(|m| &m.people[..])),
            help_of: links(&mut facts.help.iter().map(|h| one(&h.person))),
            introductions_of: links(&mut parties.iter().map(|p| &p[..])),
            referrals_of: links(&mut facts.referrals.iter().map(|r| one(&r.person))),
            business_of: links(&mut facts.business.iter().map(|b| b.referrer.as_slice())),
            ratings_of: links(&mut facts.ratings.iter().map(|r| one(&r.person))),
            playbacks_of: links(&mut facts.playbacks.iter().map(|p| one(&p.person))),
            needs_of: links(&mut facts.needs.iter().map(|n| one(&n.person))),
            projects_of: links(&mut facts.projects.iter().map(|p| &p.people[..])),
            promises_of: links(&mut facts.promises.iter().map(|p| one(&p.person))),
            named_most: named_most(&facts),
            person_at,
            room_at,
            engagements,
            missed,
            facts,
        }
    }

    /// Whether the owner had left the meeting's group by its day.
    pub fn is_left(&self, meeting: &Meeting) -> bool {
        let left = self.room(meeting.room).and_then(|room| room.left_on);
        left.is_some_and(|left| left < meeting.on)
    }

    /// Where the owner was with somebody last up to a date, and when: the latest meeting they talked at, else where
    /// it is told that they met. None where no group is known.
    pub fn last_met_in(&self, person: &Person, as_of: Date) -> Option<(Option<Date>, &Room)> {
        let talked = self.meetings_of(person.id).filter(|m| m.on <= as_of).last();
        let talked = talked.and_then(|m| Some((Some(m.on), self.room(m.room)?)));
        let is_past = person.met_on.is_none_or(|on| on <= as_of);
        let told = person.met_at.filter(|_| is_past).and_then(|room| self.room(room));
        told.map(|room| (person.met_on, room)).into_iter().chain(talked).max_by_key(|(on, _)| *on)
    }

    /// The day on which the book's first person or group was written down, in UTC: their ids tell. None where
    /// none does.
    pub fn begun_on(&self) -> Option<Date> {
        let people = self.facts.people.iter().map(|person| FactId::from(person.id));
        let rooms = self.facts.rooms.iter().map(|room| FactId::from(room.id));
        people.chain(rooms).filter_map(FactId::made_on).min()
    }

    /// The person of that id.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.person_index(id).and_then(|i| self.facts.people.get(i))
    }

    /// The person's place in `facts.people`.
    pub(crate) fn person_index(&self, id: PersonId) -> Option<usize> {
        self.person_at.get(&id).copied()
    }

    /// The room of that id.
    pub fn room(&self, id: RoomId) -> Option<&Room> {
        self.room_index(id).and_then(|i| self.facts.rooms.get(i))
    }

    /// The room's place in `facts.rooms`.
    pub(crate) fn room_index(&self, id: RoomId) -> Option<usize> {
        self.room_at.get(&id).copied()
    }

    /// Whether an ask was answered with “not now”: a wish for a later day with the same people follows it.
    pub fn is_put_off(&self, asked: &Conversation) -> bool {
        let Some(&first) = asked.people.first() else { return false };
        let is_later = |talk: &Conversation| {
            talk.stage == Stage::Suggested && talk.on > asked.on && talk.people == asked.people
        };
        asked.stage == Stage::Asked && self.conversations_of(first).any(is_later)
    }

    /// The person's conversations, oldest first.
    pub fn conversations_of(&self, id: PersonId) -> impl Iterator<Item = &Conversation> {
        let at = self.person_index(id).map_or(&[][..], |i| self.talks.places(i));
        at.iter().filter_map(|&i| self.facts.conversations.get(i as usize))
    }

    /// The same in short, by the person's place in `facts.people`.
    pub(crate) fn talks_at(&self, person: usize) -> &[Talk] {
        self.talks.at(person)
    }

    /// The people of a conversation, all by their places in `facts`.
    pub(crate) fn people_at(&self, conversation: usize) -> &[u32] {
        self.talks.with(conversation)
    }

    /// Promises between the owner and the person, oldest first.
    pub fn promises_of(&self, id: PersonId) -> impl Iterator<Item = &Promise> {
        let at = self.person_index(id).map_or(&[][..], |i| self.promises_of.at(i));
        at.iter().filter_map(|&i| self.facts.promises.get(i as usize))
    }

    /// The owner's own names for the levels, the lowest first; empty where there are none.
    pub fn own_level_names(&self) -> &[String] {
        self.facts.settings.first().map_or(&[], |settings| &settings.level_names)
    }

    /// The book's currency: the owner's choice, else the one named most often, else pounds.
    pub fn currency(&self) -> Currency {
        let chosen = self.facts.settings.first().and_then(|own| own.currency);
        chosen.or(self.named_most).unwrap_or(Currency::GBP)
    }
}

/// The currency that is named most often; none where none is.
fn named_most(facts: &Facts) -> Option<Currency> {
    let mut named: BTreeMap<Currency, usize> = BTreeMap::new();
    for currency in amounts(facts).filter_map(|amount| amount.currency) {
        *named.entry(currency).or_default() += 1;
    }
    let most = named.into_iter().max_by_key(|&(currency, n)| (n, Reverse(currency)));
    most.map(|(currency, _)| currency)
}

/// Every amount of money among the facts.
fn amounts(facts: &Facts) -> impl Iterator<Item = &Amount> {
    let rooms = facts.rooms.iter().flat_map(|r| [&r.annual_fee, &r.fee_per_meeting]);
    let channels = facts.channel_months.iter().flat_map(|c| [&c.cost, &c.value]);
    (facts.business.iter().map(|b| &b.value))
        .chain(facts.referrals.iter().map(|r| &r.value))
        .chain(facts.meetings.iter().map(|m| &m.cost))
        .chain(facts.conversations.iter().map(|c| &c.cost))
        .chain(rooms)
        .chain(channels)
        .flatten()
}

/// Who has a part in an introduction, each once, without the owner.
fn parties(introduction: &Introduction) -> Vec<PersonId> {
    let all = [introduction.introduced_by, introduction.person_a, introduction.person_b];
    let mut people: Vec<PersonId> = all.iter().filter_map(|p| p.person()).collect();
    people.sort_unstable();
    people.dedup();
    people
}

fn sort(facts: &mut Facts) {
    facts.meetings.sort_by_key(|m| (m.on, m.starts, m.id));
    facts.conversations.sort_by_key(|c| (c.on, c.starts, c.id));
    facts.help.sort_by_key(|h| (h.on, h.id));
    facts.introductions.sort_by_key(|i| (i.on, i.id));
    facts.referrals.sort_by_key(|r| (r.on, r.id));
    facts.ratings.sort_by_key(|r| (r.on, r.id));
    facts.playbacks.sort_by_key(|p| (p.on, p.id));
    facts.mentions.sort_by_key(|m| (m.on, m.id));
    facts.promises.sort_by_key(|p| (p.made_on, p.id));
}

#[cfg(test)]
mod tests;

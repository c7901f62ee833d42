//! Things that could be done in the week, each a whole item with what it takes.

use super::circle::Acquaintance;
use super::matches::Matches;
use super::optimise::Side;
use super::rates::Rates;
use super::value::{Effect, gain};
use super::week::Week;
use super::{Item, ItemKind, Status};
use crate::explanation::Explanation;
use crate::facts::{Conversation, ConversationKind};
use crate::id::PersonId;

/// One thing that could be done.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub item: Item,
    /// Whom it takes, by their places in the book.
    pub takes: Vec<usize>,
    pub side: Side,
    /// Whether it stands already.
    pub fixed: bool,
    /// What its worth is made of.
    pub basis: Option<Basis>,
}

/// What a draft's worth is made of: what such a contact does, and the factors on it.
#[derive(Clone, Debug)]
pub(super) struct Basis {
    pub effect: Effect,
    pub factors: Vec<Factor>,
}

/// What counts for more or less, and how many times as much.
pub(super) type Factor = (&'static str, f64);

impl Draft {
    /// Makes it worth what such a contact with each of its people brings, times the factors.
    pub(super) fn worth(mut self, desk: &Desk<'_>, effect: Effect, factors: Vec<Factor>) -> Self {
        let known = self.item.people.iter().filter_map(|&id| desk.known(id));
        let gains: f64 = known.map(|one| gain(&desk.week, &desk.rates, one, effect)).sum();
        self.item.value = factors.iter().fold(gains, |worth, (_, factor)| worth * factor);
        self.basis = Some(Basis { effect, factors });
        self
    }
}

/// All that drafting needs to know.
pub(super) struct Desk<'a> {
    pub week: Week<'a>,
    pub circle: Vec<Acquaintance<'a>>,
    pub rates: Rates,
    pub matches: Matches,
    /// The owner's usual one-to-one, minutes.
    pub usual: u32,
    /// The usual way there and back, minutes.
    pub way: u32,
}

impl<'a> Desk<'a> {
    pub(super) fn new(week: Week<'a>) -> Self {
        let circle = super::circle::circle(&week);
        // Those let go taught what they taught, even though nobody proposes them any more.
        let rates = Rates::learn(&week, &circle);
        let circle = super::circle::without_let_go(circle);
        let matches = Matches::of(&week, &circle);
        let (usual, way) = (usual_minutes(&week), usual_way(&week));
        Self { week, circle, rates, matches, usual, way }
    }

    /// Somebody of the circle by id.
    pub(super) fn known(&self, id: PersonId) -> Option<&Acquaintance<'a>> {
        let at = self.week.book.person_index(id)?;
        let place = self.circle.binary_search_by_key(&at, |one| one.at).ok()?;
        self.circle.get(place)
    }

    /// The way to somebody and back, minutes: that of the last time where it is known.
    pub(super) fn way_to(&self, one: &Acquaintance<'_>) -> u32 {
        let talks = self.week.book.conversations_of(one.person.id);
        let known = talks.filter(|c| c.on < self.week.monday).filter_map(|c| c.travel_minutes);
        known.last().unwrap_or(self.way).min(MOST_WAY)
    }

    /// An item about people, with nothing said about it yet.
    pub(super) fn item(&self, kind: ItemKind, people: &[PersonId], minutes: u32) -> Draft {
        let book = self.week.book;
        let rows = people.iter().filter_map(|&id| book.person(id));
        let names = rows.map(|p| p.name.clone()).collect();
        Draft {
            item: Item {
                kind,
                people: people.to_vec(),
                names,
                room: None,
                minutes,
                together: None,
                status: Status::Do,
                on: None,
                start: None,
                could_replace: None,
                instead_of: None,
                value: 0.0,
                because: Vec::new(),
                bring: Vec::new(),
                promises: Vec::new(),
                facts: people.iter().map(|&id| id.into()).collect(),
                offer: Vec::new(),
                explanation: Explanation::default(),
            },
            takes: people.iter().filter_map(|&id| book.person_index(id)).collect(),
            side: Side::People,
            fixed: false,
            basis: None,
        }
    }
}

/// The longest way that is planned for, minutes there and back.
const MOST_WAY: u32 = 240;

/// One-to-ones of the year before.
fn lately<'a>(week: &Week<'a>) -> impl Iterator<Item = &'a Conversation> {
    let (since, monday) = (crate::days::days_before(week.monday, 365), week.monday);
    let all = week.book.facts.conversations.iter();
    all.filter(move |c| c.kind == ConversationKind::OneToOne && since <= c.on && c.on < monday)
}

/// The median way to the one-to-ones of a year and back; none where fewer than five tell.
fn usual_way(week: &Week<'_>) -> u32 {
    let mut known: Vec<u32> = lately(week).filter_map(|c| c.travel_minutes).collect();
    known.sort_unstable();
    known.get(known.len() / 2).copied().filter(|_| known.len() >= 5).unwrap_or(0)
}

/// The median of the owner's one-to-ones of a year, to the quarter of an hour; an hour where fewer
/// than five tell.
fn usual_minutes(week: &Week<'_>) -> u32 {
    let mut known: Vec<u32> = lately(week).filter_map(|c| c.minutes).collect();
    if known.len() < 5 {
        return week.params.plan.one_to_one_minutes;
    }
    known.sort_unstable();
    let median = known.get(known.len() / 2).copied().unwrap_or(60);
    (median.saturating_add(7) / 15 * 15).clamp(30, 90)
}

//! Things that could be done in the week, each a whole item with what it takes.

use super::circle::Acquaintance;
use super::matches::Matches;
use super::optimise::Side;
use super::rates::Rates;
use super::week::Week;
use super::{Item, ItemKind, Status};
use crate::facts::ConversationKind;
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
}

/// All that drafting needs to know.
pub(super) struct Desk<'a> {
    pub week: Week<'a>,
    pub circle: Vec<Acquaintance<'a>>,
    pub rates: Rates,
    pub matches: Matches,
    /// The owner's usual one-to-one, minutes.
    pub usual: u32,
}

impl<'a> Desk<'a> {
    pub(super) fn new(week: Week<'a>) -> Self {
        let circle = super::circle::circle(&week);
        // Those let go taught what they taught, even though nobody proposes them any more.
        let rates = Rates::learn(&week, &circle);
        let circle = super::circle::without_let_go(circle);
        let matches = Matches::of(&week, &circle);
        Self { usual: usual_minutes(&week), week, circle, rates, matches }
    }

    /// Somebody of the circle by id.
    pub(super) fn known(&self, id: PersonId) -> Option<&Acquaintance<'a>> {
        self.circle.iter().find(|a| a.person.id == id)
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
                status: Status::Do,
                start: None,
                could_replace: None,
                value: 0.0,
                because: Vec::new(),
                bring: Vec::new(),
                promises: Vec::new(),
                facts: people.iter().map(|&id| id.into()).collect(),
            },
            takes: people.iter().filter_map(|&id| book.person_index(id)).collect(),
            side: Side::People,
            fixed: false,
        }
    }
}

/// The median of the owner's one-to-ones of a year, to the quarter of an hour; an hour where fewer
/// than five tell.
fn usual_minutes(week: &Week<'_>) -> u32 {
    let since = crate::days::days_before(week.monday, 365);
    let mut known: Vec<u32> = week
        .book
        .facts
        .conversations
        .iter()
        .filter(|c| c.kind == ConversationKind::OneToOne && since <= c.on && c.on < week.monday)
        .filter_map(|c| c.minutes)
        .collect();
    if known.len() < 5 {
        return week.params.plan.one_to_one_minutes;
    }
    known.sort_unstable();
    let median = known.get(known.len() / 2).copied().unwrap_or(60);
    (median.saturating_add(7) / 15 * 15).clamp(30, 90)
}

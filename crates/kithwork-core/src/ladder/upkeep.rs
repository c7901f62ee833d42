//! What staying in touch with people takes (science.md §3.2).

use super::{State, took_place};
use crate::book::Book;
use crate::facts::{Care, Person};
use crate::id::FactId;
use crate::models::decay::minutes_needed;
use crate::models::wilson::as_f64;
use crate::params::LadderParams;
use jiff::civil::Date;

/// What a touch takes where no one-to-one's length is known; minutes, judgement.
const USUAL_TOUCH: f64 = 60.0;

/// People to stay in touch with, and the time that takes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Upkeep {
    /// Minutes a week, ≥ 0.
    pub minutes: f64,
    /// Who they are.
    pub people: Vec<FactId>,
}

impl Upkeep {
    /// Of these people with the level and state they have at a date: all from getting to know (level 2) on, each at the
    /// rhythm of their level, without those gone quiet, let go, or opposed to contact.
    pub(crate) fn of<'a>(
        book: &Book,
        people: impl Iterator<Item = (&'a Person, u8, Option<State>)>,
        as_of: Date,
        params: &LadderParams,
    ) -> Self {
        let touch = usual_touch(book, as_of);
        let close = people.filter(|(person, level, state)| {
            *level >= 2
                && state.is_some_and(|state| state != State::Dormant)
                && !person.do_not_contact
                && person.care_at(as_of) != Some(Care::LetGo)
        });
        let weeks = |level: u8| params.cadence_weeks.get(usize::from(level)).copied().flatten();
        let (people, touches): (Vec<FactId>, Vec<_>) =
            close.map(|(person, level, _)| (FactId::from(person.id), weeks(level))).unzip();
        let touches = touches.into_iter().flatten().map(|weeks| (touch, weeks));
        Self { minutes: minutes_needed(touches), people }
    }
}

/// The mean length of one-to-ones up to a date, the way there and back and getting ready included; minutes.
fn usual_touch(book: &Book, as_of: Date) -> f64 {
    let held = book.facts.conversations.iter().filter(|c| took_place(c, as_of));
    let known =
        held.filter(|c| c.kind.is_one_to_one()).filter_map(|c| c.took().whole().map(as_f64));
    let (count, minutes) = known.fold((0.0, 0.0), |(n, sum), each| (n + 1.0, sum + each));
    if count > 0.0 { minutes / count } else { USUAL_TOUCH }
}

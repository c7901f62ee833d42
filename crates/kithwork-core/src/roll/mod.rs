//! The roll: everyone of a book with what a filter can ask of them.

#[cfg(test)]
mod tests;

use crate::book::Book;
use crate::facts::{PeopleFilter, Person};
use crate::id::{FactId, PersonId, RoomId};
use crate::ladder::{self, State, took_place};
use crate::params::Params;
use crate::review::is_undecided;
use jiff::civil::Date;
use std::collections::HashMap;

/// Somebody on the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Enrolled {
    /// Who.
    pub person: PersonId,
    /// Their rung, 0 to 5; none for someone set aside.
    pub level: Option<u8>,
    /// How warm it is; none for someone set aside, and where nothing has happened yet.
    pub state: Option<State>,
    /// Both in the words of screens; empty for someone set aside.
    pub says: String,
    /// The last date on which something happened with them, their first meeting included, up to the
    /// date looked at.
    pub seen: Option<Date>,
    /// The rooms in which they were met or talked to, in the order of their ids.
    pub rooms: Vec<RoomId>,
    /// The tags they bear, in the order of their ids.
    pub tags: Vec<FactId>,
    /// Their line of business, folded.
    pub sector: Option<String>,
    /// Whether the owner has sat down with them one to one, in person or by video.
    pub has_sat_down: bool,
    /// Whether they were met, and nothing followed, nothing is agreed and nothing decided: those of the
    /// review's list for triage.
    pub is_undecided: bool,
    /// Whether nothing is missing for them to refer the owner.
    pub could_refer: bool,
    /// Whether nothing but an address book knows them.
    pub is_set_aside: bool,
}

/// Everyone in the book at a date, in the order of its people. Costs as much as the book has facts.
pub fn roll(book: &Book, as_of: Date, params: &Params) -> Vec<Enrolled> {
    let mut tags: HashMap<PersonId, Vec<FactId>> = HashMap::new();
    for tag in &book.facts.tags {
        for person in &tag.people {
            tags.entry(*person).or_default().push(tag.id);
        }
    }
    let enrol = |person: &Person| {
        let tags = tags.remove(&person.id).unwrap_or_default();
        enrolled(book, person, tags, as_of, params)
    };
    book.facts.people.iter().map(enrol).collect()
}

fn enrolled(
    book: &Book,
    person: &Person,
    mut tags: Vec<FactId>,
    as_of: Date,
    params: &Params,
) -> Enrolled {
    let climbed = ladder::climb(book, person.id, as_of, params);
    let counts = person.counts();
    let sat = |c: &crate::facts::Conversation| c.kind.is_one_to_one() && took_place(c, as_of);
    tags.sort_unstable();
    Enrolled {
        person: person.id,
        level: counts.then_some(climbed.level),
        state: climbed.state.filter(|_| counts),
        says: if counts { climbed.in_words(book.own_level_names()) } else { String::new() },
        seen: climbed.last.max(person.met_on.filter(|&on| on <= as_of)),
        rooms: rooms(book, person, as_of),
        tags,
        sector: person.sector.as_deref().map(folded).filter(|sector| !sector.is_empty()),
        has_sat_down: book.conversations_of(person.id).any(sat),
        is_undecided: book
            .person_index(person.id)
            .is_some_and(|at| is_undecided(book, at, as_of, &params.funnel)),
        could_refer: counts
            && ladder::readiness(book, person.id, as_of, params).could_refer(climbed.level),
        is_set_aside: person.set_aside,
    }
}

fn rooms(book: &Book, person: &Person, as_of: Date) -> Vec<RoomId> {
    let talked = book.meetings_of(person.id).filter(|m| m.on <= as_of).map(|m| m.room);
    let mut rooms: Vec<RoomId> = person.met_at.into_iter().chain(talked).collect();
    rooms.sort_unstable();
    rooms.dedup();
    rooms
}

/// Words as people compare them: lower case, parted by one space.
pub fn folded(words: &str) -> String {
    words.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

impl PeopleFilter {
    /// Whether somebody fits all that is asked but the words, which only a search of the book can tell.
    /// Words also find whoever is set aside, as long as nothing else is asked.
    pub fn fits(&self, of: &Enrolled) -> bool {
        let finds_all = self.words.is_some() && self.is_only_words();
        (finds_all || of.is_set_aside == self.set_aside)
            && chosen(&self.levels, |level| of.level == Some(*level))
            && chosen(&self.states, |state| of.state == Some(*state))
            && chosen(&self.rooms, |room| of.rooms.binary_search(room).is_ok())
            && chosen(&self.tags, |tag| of.tags.binary_search(tag).is_ok())
            && chosen(&self.sectors, |sector| of.sector.as_ref() == Some(&folded(sector)))
            && !(self.not_sat_down && of.has_sat_down)
            && (!self.undecided || of.is_undecided)
            && (!self.could_refer || of.could_refer)
            && self.seen_before.is_none_or(|day| of.seen.is_some_and(|seen| seen < day))
            && self.seen_after.is_none_or(|day| of.seen.is_some_and(|seen| seen >= day))
    }
}

/// Whether one of the choices fits; without a choice anybody does.
fn chosen<T>(choices: &[T], fits: impl FnMut(&T) -> bool) -> bool {
    choices.is_empty() || choices.iter().any(fits)
}

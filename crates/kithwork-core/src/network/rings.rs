//! The network in rings around the owner: by where people were met or what they do, the deeper the
//! nearer. A name alone stands in no ring.

use crate::book::Book;
use crate::id::PersonId;
use crate::ladder::{self, State};
use crate::params::Params;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What people are put together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The room they were met in.
    #[default]
    Group,
    /// Their line of business.
    Sector,
}

/// People who belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spoke {
    /// The room or line of business; none where that isn't known.
    pub name: Option<String>,
    /// Those met at least once, the deepest first, then by name.
    pub people: Vec<Dot>,
}

/// Somebody in a ring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dot {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The rung on the ladder, 0 to 5.
    pub level: u8,
    /// Warm, cooling or dormant.
    pub state: Option<State>,
}

/// Everybody met at least once by a date, put together; the largest first, those of whom it isn't known
/// last.
pub fn rings(book: &Book, as_of: Date, params: &Params, by: By) -> Vec<Spoke> {
    let mut spokes: BTreeMap<Option<String>, Vec<Dot>> = BTreeMap::new();
    for (at, person) in book.facts.people.iter().enumerate().filter(|(_, p)| p.counts()) {
        let standing = ladder::climb_at(book, at, as_of, params);
        if standing.state.is_none() {
            continue;
        }
        let room = || Some(book.room(person.met_at?)?.name.clone());
        let sector = || person.sector.as_deref().map(str::trim).map(str::to_lowercase);
        let name = if by == By::Group { room() } else { sector() };
        spokes.entry(name.filter(|name| !name.is_empty())).or_default().push(Dot {
            person: person.id,
            name: person.name.clone(),
            level: standing.level,
            state: standing.state,
        });
    }
    let mut spokes: Vec<Spoke> =
        spokes.into_iter().map(|(name, people)| Spoke { name, people }).collect();
    for spoke in &mut spokes {
        spoke.people.sort_by(|a, b| b.level.cmp(&a.level).then_with(|| a.name.cmp(&b.name)));
    }
    spokes.sort_by_key(|s| (s.name.is_none(), std::cmp::Reverse(s.people.len()), s.name.clone()));
    spokes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{Conversation, ConversationKind, Person, Room};
    use crate::id::{FactId, RoomId};
    use jiff::civil::date;
    use uuid::Uuid;

    #[test]
    fn people_stand_with_those_of_their_room_and_a_name_alone_stands_nowhere() {
        let (mut facts, room) = (Facts::default(), RoomId(Uuid::from_u128(1)));
        facts.rooms.push(Room::named(room, "Chamber Lunch"));
        let on = date(2026, 11, 2);
        for (n, name) in (10_u128..).zip(["Ann Bell", "Ben Cole", "Cy Dunn", "Only Name"]) {
            let id = PersonId(Uuid::from_u128(n));
            let mut person = Person::named(id, name);
            person.met_at = (n < 12).then_some(room);
            person.sector = (n == 12).then(|| "Law".to_owned());
            facts.people.push(person);
            if n < 13 {
                let fact = FactId(Uuid::from_u128(n + 100));
                let kind = ConversationKind::OneToOne;
                facts.conversations.push(Conversation::happened(fact, kind, on, vec![id]));
            }
        }
        let book = Book::new(facts, &[]);
        let told = |by| {
            let spokes = rings(&book, date(2026, 11, 16), &Params::default(), by);
            let told = spokes.into_iter().map(|s| {
                (s.name.unwrap_or_default(), s.people.into_iter().map(|d| d.name).collect())
            });
            told.collect::<Vec<(String, Vec<String>)>>()
        };
        let names = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            told(By::Group),
            [
                ("Chamber Lunch".to_owned(), names(&["Ann Bell", "Ben Cole"])),
                (String::new(), names(&["Cy Dunn"]))
            ]
        );
        assert_eq!(told(By::Sector)[0], ("law".to_owned(), names(&["Cy Dunn"])));
    }
}

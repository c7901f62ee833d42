//! Tags and lists, each with what its ids mean here.

use super::{Also, Means, add};
use crate::fact::Facts;
use crate::facts::{PeopleFilter, PeopleList, Tag};
use crate::id::{FactId, RoomId};
use crate::roll::folded;
use std::collections::HashMap;

impl Means {
    /// A tag that this book has under the same name takes up whoever bears it there. Lists come along
    /// unless there is one of that name.
    pub(super) fn write_tags(&self, book: &mut Facts, also: &Also) {
        let mut here: HashMap<FactId, FactId> = HashMap::new();
        for old in &also.tags {
            let people = self.everyone(&old.people);
            let same = |t: &&mut Tag| t.id == old.id || folded(&t.name) == folded(&old.name);
            if let Some(mine) = book.tags.iter_mut().find(same) {
                here.insert(old.id, mine.id);
                let new: Vec<_> = people.into_iter().filter(|p| !mine.people.contains(p)).collect();
                mine.people.extend(new);
            } else if !people.is_empty() {
                here.insert(old.id, old.id);
                book.tags.push(Tag { people, ..old.clone() });
            }
        }
        for (rooms, old) in &also.people_lists {
            let tags = old.filter.tags.iter().filter_map(|id| here.get(id).copied()).collect();
            let rooms = named(book, rooms);
            let filter = PeopleFilter { rooms, tags, ..old.filter.clone() };
            let row = PeopleList { filter, ..old.clone() };
            add(&mut book.people_lists, row, |l| {
                l.id == old.id || folded(&l.name) == folded(&old.name)
            });
        }
    }
}

fn named(book: &Facts, rooms: &[String]) -> Vec<RoomId> {
    let room = |name: &String| book.rooms.iter().find(|r| r.name == *name).map(|r| r.id);
    rooms.iter().filter_map(room).collect()
}

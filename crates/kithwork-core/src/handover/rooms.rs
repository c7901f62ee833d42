//! Which rooms there are: each one folded name.

use super::fold::fold;
use super::ledger::{NAMED, Told};
use super::record::Said;
use crate::id::{Ids, RoomId};
use crate::source::Source;
use std::collections::{BTreeMap, HashMap};

/// A room, by its place in [`Rooms::all`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Where(pub(super) usize);

/// A room of the book, before it is known which row it is.
#[derive(Debug, Default)]
pub(super) struct RoomHere {
    /// Its statements, the highest source first.
    pub(super) told: Vec<usize>,
    /// As it was written, by whoever's word counts most.
    pub(super) name: String,
    pub(super) folded: String,
    /// Where only a mention knows it: in which source and document.
    pub(super) mention: Option<(Source, String)>,
    pub(super) id: Option<RoomId>,
}

/// All rooms, and how to find them.
#[derive(Debug, Default)]
pub(super) struct Rooms {
    pub(super) all: Vec<RoomHere>,
    by_name: HashMap<String, Where>,
}

impl Rooms {
    /// The rooms that sheets and the owner tell of, and those that rows name.
    pub(super) fn find(told: &[Told<'_>]) -> Self {
        let mut rooms = Self::default();
        let mut listed: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, told) in told.iter().enumerate().filter(|(_, t)| !t.is_derived() && !t.withdrawn) {
            if let Said::Room(room) = told.said() {
                listed.entry(fold(&room.name)).or_default().push(at);
            }
        }
        for (folded, mut of_room) in listed {
            of_room.sort_by(|&a, &b| told[a].rank(&told[b]));
            let name = of_room.first().and_then(|&at| match told[at].said() {
                Said::Room(room) => Some(room.name.clone()),
                _ => None,
            });
            let name = name.unwrap_or_default();
            rooms.add(RoomHere { told: of_room, name, folded, ..RoomHere::default() });
        }
        rooms.hear_mentions(told);
        rooms
    }

    /// A name never seen makes a room where a row of meetings or `met_at` names it.
    fn hear_mentions(&mut self, told: &[Told<'_>]) {
        let mut named: BTreeMap<String, (&str, &Told<'_>)> = BTreeMap::new();
        let mut seen: HashMap<&str, String> = HashMap::new();
        for told in told.iter().filter(|t| !t.is_derived() && !t.withdrawn) {
            let name = match told.said() {
                Said::Meeting(meeting) => meeting.room.as_str(),
                Said::Person(person) => person.met_at.as_deref().unwrap_or(""),
                _ => "",
            };
            if name.is_empty() || seen.contains_key(name) {
                continue;
            }
            let folded = fold(name);
            seen.insert(name, folded.clone());
            if folded.is_empty() || self.by_name.contains_key(&folded) {
                continue;
            }
            let at = named.entry(folded).or_insert((name, told));
            // The same spelling whichever file came first.
            if name < at.0 {
                *at = (name, told);
            }
        }
        for (_, (name, told)) in named {
            self.mention(name, told.statement.source, &told.statement.document);
        }
    }

    /// The room of a name, made if there is none.
    pub(super) fn mention(&mut self, name: &str, source: Source, document: &str) -> Where {
        let folded = fold(name);
        if let Some(&known) = self.by_name.get(&folded) {
            return known;
        }
        self.add(RoomHere {
            name: name.trim().to_owned(),
            folded,
            mention: Some((source, document.to_owned())),
            ..RoomHere::default()
        })
    }

    fn add(&mut self, room: RoomHere) -> Where {
        let at = Where(self.all.len());
        self.by_name.insert(room.folded.clone(), at);
        self.all.push(room);
        at
    }

    /// The room of that name.
    pub(super) fn named(&self, name: &str) -> Option<Where> {
        self.by_name.get(&fold(name)).copied()
    }

    /// Its row's id; every room has one once [`Rooms::identify`] has run.
    pub(super) fn id(&self, at: Where) -> RoomId {
        self.all[at.0].id.unwrap_or(RoomId(uuid::Uuid::nil()))
    }

    /// Gives every room its id: that of its statements, else of the mention remembered.
    pub(super) fn identify(&mut self, told: &[Told<'_>], ids: Ids<'_>) {
        let mut remembered: HashMap<String, RoomId> = HashMap::new();
        for told in told.iter().filter(|told| told.is_derived()) {
            if let Said::Room(room) = told.said() {
                remembered.insert(fold(&room.name), RoomId(told.statement.subject.0));
            }
        }
        for room in &mut self.all {
            let subjects = room.told.iter().map(|&at| told[at].statement.subject.0);
            let known = subjects.filter(|id| !id.is_nil()).min().map(RoomId);
            let known = known.or_else(|| remembered.get(&room.folded).copied());
            room.id = Some(known.unwrap_or_else(|| RoomId(ids())));
        }
    }
}

/// The key of the statement that remembers a room which only a mention knows.
pub(super) fn room_memory(folded: &str) -> String {
    format!("{NAMED}room|{folded}")
}

//! Questions about entries, alike ones together.

use super::super::doubt::who_is_this;
use super::super::ledger::Told;
use super::super::people::{People, Who};
use super::super::question::{A_NEW_GROUP, GROUP_OR_EVENT, PRIVATE, Raised, TIME_WITH_PEOPLE};
use super::super::rooms::{Rooms, Where};
use super::Calendar;
use crate::facts::Asks;
use std::collections::{BTreeMap, BTreeSet};

/// What stays unclear.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    who: BTreeMap<String, Doubt>,
    what: BTreeMap<String, Doubt>,
    which: BTreeMap<String, Doubt>,
}

#[derive(Debug, Default)]
struct Doubt {
    about: BTreeSet<String>,
    count: u32,
    whom: Vec<Who>,
    rooms: Vec<Where>,
    has_names: bool,
}

/// So many titles stand for all.
const SHOWN: usize = 5;

impl Doubts {
    /// An entry that names someone who could be several people, or nobody known.
    pub(super) fn who(&mut self, key: &str, title: &str, whom: Vec<Who>) {
        let doubt = self.who.entry(key.to_owned()).or_default();
        doubt.about.insert(title.trim().to_owned());
        doubt.count += 1;
        doubt.whom = whom;
    }

    /// An entry that could be anything.
    pub(super) fn what(&mut self, key: &str, title: &str, has_names: bool) {
        let doubt = self.what.entry(key.to_owned()).or_default();
        doubt.about.insert(title.trim().to_owned());
        doubt.count += 1;
        doubt.has_names |= has_names;
    }

    /// An entry whose title fits several rooms.
    pub(super) fn which(&mut self, key: &str, title: &str, rooms: Vec<Where>) {
        let doubt = self.which.entry(key.to_owned()).or_default();
        doubt.about.insert(title.trim().to_owned());
        doubt.count += 1;
        doubt.rooms = rooms;
    }
}

impl Calendar {
    /// The questions that its entries leave.
    pub(crate) fn questions(
        &self,
        people: &People,
        rooms: &Rooms,
        told: &[Told<'_>],
    ) -> Vec<Raised> {
        let who = self.doubts.who.iter().map(|(key, doubt)| {
            let mut raised =
                who_is_this(key, doubt.titles(), doubt.count, &doubt.whom, people, told);
            raised.choices.push(PRIVATE.to_owned());
            raised
        });
        let what = self.doubts.what.iter().map(|(key, doubt)| {
            let mut choices = vec![GROUP_OR_EVENT.to_owned(), PRIVATE.to_owned()];
            if doubt.has_names {
                choices.insert(0, TIME_WITH_PEOPLE.to_owned());
            }
            Raised {
                key: key.clone(),
                asks: Asks::WhatIsThis,
                about: doubt.titles(),
                count: doubt.count,
                choices,
                subjects: Vec::new(),
            }
        });
        let which = self.doubts.which.iter().map(|(key, doubt)| {
            let named = doubt.rooms.iter().map(|at| rooms.all[at.0].name.clone());
            let further = [A_NEW_GROUP, PRIVATE].map(str::to_owned);
            Raised {
                key: key.clone(),
                asks: Asks::WhichRoom,
                about: doubt.titles(),
                count: doubt.count,
                choices: named.chain(further).collect(),
                subjects: doubt.rooms.iter().map(|at| rooms.id(*at).into()).collect(),
            }
        });
        who.chain(what).chain(which).collect()
    }
}

impl Doubt {
    fn titles(&self) -> Vec<String> {
        self.about.iter().take(SHOWN).cloned().collect()
    }
}

//! Questions about entries, alike ones together.

use super::super::doubt::who_is_this;
use super::super::ledger::Told;
use super::super::people::{People, Who};
use super::super::question::{GROUP_OR_EVENT, PRIVATE, Raised, TIME_WITH_PEOPLE};
use super::Calendar;
use crate::facts::Asks;
use std::collections::{BTreeMap, BTreeSet};

/// What stays unclear.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    who: BTreeMap<String, Doubt>,
    what: BTreeMap<String, Doubt>,
}

#[derive(Debug, Default)]
struct Doubt {
    about: BTreeSet<String>,
    count: u32,
    whom: Vec<Who>,
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
}

impl Calendar {
    /// The questions that its entries leave.
    pub(crate) fn questions(&self, people: &People, told: &[Told<'_>]) -> Vec<Raised> {
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
        who.chain(what).collect()
    }
}

impl Doubt {
    fn titles(&self) -> Vec<String> {
        self.about.iter().take(SHOWN).cloned().collect()
    }
}

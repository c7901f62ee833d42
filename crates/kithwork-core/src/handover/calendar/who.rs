//! Whom a name in a title means, among those the owner meets.

use super::super::fold::fold_organisation;
use super::super::ledger::Told;
use super::super::names::{are_compatible, are_pet_names, first_name, is_full, is_slip, name_key};
use super::super::owner::Owner;
use super::super::people::{Found, People, Who, one_of};
use std::collections::HashMap;

/// Names found so far, by folded name, and the full names to search.
pub(super) struct Register {
    found: HashMap<String, Found>,
    /// Full names by their first letter.
    full: HashMap<char, Vec<(String, Vec<Who>)>>,
}

impl Register {
    pub(super) fn of(people: &People) -> Self {
        let mut full: HashMap<char, Vec<(String, Vec<Who>)>> = HashMap::new();
        for (name, who) in people.names().filter(|(name, _)| is_full(name)) {
            if let Some(initial) = name.chars().next() {
                full.entry(initial).or_default().push((name.to_owned(), who.to_vec()));
            }
        }
        Self { found: HashMap::new(), full }
    }

    /// Whom a phrase of a title means.
    pub(super) fn find(
        &mut self,
        phrase: &str,
        people: &People,
        told: &[Told<'_>],
        owner: &Owner,
    ) -> Found {
        let key = name_key(phrase);
        if let Some(found) = self.found.get(&key) {
            return found.clone();
        }
        let found = self.search(&key, people, told, owner);
        self.found.insert(key, found.clone());
        found
    }

    fn search(&self, key: &str, people: &People, told: &[Told<'_>], owner: &Owner) -> Found {
        if owner.is_named(key) {
            return Found::Owner;
        }
        let exact = nearest(people.named(key), people, told);
        if exact != Found::Nobody && is_full(key) {
            return exact;
        }
        let words: Vec<&str> = key.split(' ').collect();
        if words.len() == 1 {
            return first_named(key, &exact, people, told);
        }
        let within = within(&words, people, told);
        if within != Found::Nobody {
            return within;
        }
        let alike = self.alike(key, people, told);
        if alike != Found::Nobody {
            return alike;
        }
        nearest(people.working_at(&fold_organisation(key)), people, told)
    }

    /// A full name written with a slip, a pet name or an initial.
    fn alike(&self, key: &str, people: &People, told: &[Told<'_>]) -> Found {
        let mut all: Vec<Who> = Vec::new();
        let last = key.rsplit(' ').next().unwrap_or(key);
        for (name, who) in self.full.values().flatten() {
            let other = name.rsplit(' ').next().unwrap_or(name);
            let near = last == other || is_slip(last, other) || last.chars().count() == 1;
            if near && are_compatible(key, name) {
                all.extend(who);
            }
        }
        nearest(&all, people, told)
    }
}

/// A full name among more words: `priya shah acme`.
fn within(words: &[&str], people: &People, told: &[Told<'_>]) -> Found {
    for length in (2..=3.min(words.len())).rev() {
        for part in words.windows(length) {
            let found = nearest(people.named(&part.join(" ")), people, told);
            if found != Found::Nobody {
                return found;
            }
        }
    }
    Found::Nobody
}

/// A first name, if it means just one person among those the owner meets.
fn first_named(key: &str, exact: &Found, people: &People, told: &[Told<'_>]) -> Found {
    let mut all: Vec<Who> = people.first_named(key).to_vec();
    if let Found::One(who) = exact {
        all.push(*who);
    }
    if all.is_empty() {
        let pet =
            |(name, who): (&str, &[Who])| is_short_for(key, first_name(name)).then(|| who.to_vec());
        all = people.names().filter_map(pet).flatten().collect();
    }
    if all.is_empty() {
        return nearest(people.working_at(key), people, told);
    }
    nearest(&all, people, told)
}

/// A pet name, or the beginning of a name: `gwen` for `gwendolyn`.
fn is_short_for(short: &str, name: &str) -> bool {
    are_pet_names(short, name) || short.chars().count() > 2 && name.starts_with(short)
}

/// Those with an invitation before those of the network before mere contacts.
fn nearest(candidates: &[Who], people: &People, told: &[Told<'_>]) -> Found {
    let tiers: [&dyn Fn(&&Who) -> bool; 3] =
        [&|who| people.get(**who).is_invited, &|who| people.get(**who).counts(told), &|who| {
            !people.get(**who).is_organisation
        }];
    for tier in tiers {
        let found = one_of(candidates.iter().filter(tier));
        if found != Found::Nobody {
            return found;
        }
    }
    Found::Nobody
}

//! Which facts speak of whom, and of whom each speaks.

use super::Places;
use crate::id::PersonId;
use std::ops::Range;

/// For each person, by their place in the book, the places of the facts that speak of them, or the other way
/// round; packed into two lists, since a book holds many more facts than people.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// Where each person's part of `facts` begins; one more entry closes the last.
    starts: Vec<u32>,
    /// Places of facts, those of one person together, in the facts' order.
    facts: Vec<u32>,
}

impl Links {
    /// Links each fact, given as the people it speaks of, to those people.
    pub(super) fn new(
        person_at: &Places<PersonId>,
        facts: &mut dyn Iterator<Item = &[PersonId]>,
    ) -> Self {
        Self::of(person_at.len(), &pairs(person_at, facts))
    }

    /// Of so many people, from the pairs of a person and a fact that speaks of them, each person's facts in the
    /// order of the pairs.
    pub(super) fn of(people: usize, pairs: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; people + 1];
        for &(at, _) in pairs {
            starts[at as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut packed = vec![0_u32; pairs.len()];
        for &(at, fact) in pairs {
            let place = &mut next[at as usize];
            packed[*place as usize] = fact;
            *place += 1;
        }
        Self { starts, facts: packed }
    }

    /// The places of the facts that speak of the person at that place.
    pub(super) fn at(&self, person: usize) -> &[u32] {
        self.facts.get(self.range(person)).unwrap_or(&[])
    }

    /// Where the person's part of [`Links::all`] lies.
    pub(super) fn range(&self, person: usize) -> Range<usize> {
        match (self.starts.get(person), self.starts.get(person + 1)) {
            (Some(&from), Some(&to)) => from as usize..to as usize,
            _ => 0..0,
        }
    }

    /// The places of all facts, person by person.
    pub(super) fn all(&self) -> &[u32] {
        &self.facts
    }
}

/// Each person with each fact that speaks of them, both by place, in the facts' order.
pub(super) fn pairs(
    person_at: &Places<PersonId>,
    facts: &mut dyn Iterator<Item = &[PersonId]>,
) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (fact, people) in (0_u32..).zip(facts) {
        let known = people.iter().filter_map(|person| person_at.get(person));
        pairs.extend(known.filter_map(|&at| Some((u32::try_from(at).ok()?, fact))));
    }
    pairs
}

//! Which facts speak of whom.

use super::Places;
use crate::id::PersonId;
use std::ops::Range;

/// For each person, by their place in the book, the places of the facts that speak of them; packed
/// into two lists, since a book holds many more facts than people.
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
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut starts = vec![0_u32; person_at.len() + 1];
        for (fact, people) in (0_u32..).zip(facts) {
            for person in people {
                let Some(&at) = person_at.get(person) else { continue };
                let Ok(at) = u32::try_from(at) else { continue };
                pairs.push((at, fact));
                starts[at as usize + 1] += 1;
            }
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut packed = vec![0_u32; pairs.len()];
        for (at, fact) in pairs {
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

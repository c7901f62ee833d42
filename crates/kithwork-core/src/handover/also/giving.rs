//! Talks, share-cards given and introductions on their way, each with what its ids mean here.

use super::{Also, Means, add};
use crate::fact::Facts;
use crate::facts::{CardGiven, Point, Presentation, ProposedIntroduction};
use crate::id::FactId;
use std::collections::HashMap;

impl Means {
    pub(super) fn write_giving(&self, book: &mut Facts, also: &Also) {
        let needs = self.needs(book, also);
        for old in &also.presentations {
            let points = old.points.iter().map(|point| self.point(point, &needs)).collect();
            let people = self.everyone(&old.people);
            let row = Presentation { points, people, ..old.clone() };
            add(&mut book.presentations, row, |p| {
                p.id == old.id || (&p.what, p.on) == (&old.what, old.on)
            });
        }
        for old in &also.cards_given {
            let Some(person) = self.person(old.person) else { continue };
            add(&mut book.cards_given, CardGiven { person, ..old.clone() }, |c| {
                c.id == old.id || (c.person, c.on) == (person, old.on)
            });
        }
        for old in &also.proposed_introductions {
            let both = (self.person(old.person_a), self.person(old.person_b));
            let (Some(person_a), Some(person_b)) = both else { continue };
            let made = old.made.and_then(|id| self.introduction(book, id));
            let row = ProposedIntroduction { person_a, person_b, made, ..old.clone() };
            add(&mut book.proposed_introductions, row, |p| {
                p.id == old.id
                    || (p.person_a, p.person_b, p.proposed_on)
                        == (person_a, person_b, old.proposed_on)
            });
        }
    }

    /// The exported needs by what they are called here.
    fn needs(&self, book: &Facts, also: &Also) -> HashMap<FactId, FactId> {
        let here = also.needs.iter().filter_map(|old| {
            let person = self.person(old.person)?;
            let same = book.needs.iter().find(|n| {
                n.id == old.id || (n.person, n.on, &n.what) == (person, old.on, &old.what)
            })?;
            Some((old.id, same.id))
        });
        here.collect()
    }

    fn point(&self, old: &Point, needs: &HashMap<FactId, FactId>) -> Point {
        let here = |id: &FactId| needs.get(id).copied().or_else(|| self.fact(*id));
        Point { says: old.says.clone(), needs: old.needs.iter().filter_map(here).collect() }
    }

    fn introduction(&self, book: &Facts, old: FactId) -> Option<FactId> {
        let stands = book.introductions.iter().any(|i| i.id == old);
        if stands { Some(old) } else { self.fact(old) }
    }
}

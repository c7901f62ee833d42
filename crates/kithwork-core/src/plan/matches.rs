//! Whom the owner could bring together: needs of one met by what another does.

use super::circle::Acquaintance;
use super::matching::{Corpus, words};
use super::week::Week;
use crate::facts::Party;
use crate::id::PersonId;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Needs and offers within the circle.
pub(super) struct Matches {
    /// For each place in the circle that has a need: who could meet it, best first.
    helpers: BTreeMap<usize, Vec<(usize, f64)>>,
    known: HashSet<(PersonId, PersonId)>,
}

/// Helpers kept for each need.
const MOST_HELPERS: usize = 5;

impl Matches {
    /// Asks every open need of the circle against what everybody in it does.
    pub(super) fn of(week: &Week<'_>, circle: &[Acquaintance<'_>]) -> Self {
        let offers: Vec<String> = circle.iter().map(offer).collect();
        let corpus = Corpus::new(offers.iter().map(String::as_str));
        let mut known = HashSet::new();
        for introduction in &week.book.facts.introductions {
            if let (Party::Person(a), Party::Person(b)) =
                (introduction.person_a, introduction.person_b)
            {
                known.insert((a, b));
                known.insert((b, a));
            }
        }
        let mut matches = Self { helpers: BTreeMap::new(), known };
        let mut answered: HashMap<Vec<String>, Vec<(usize, f64)>> = HashMap::new();
        for one in circle {
            let Some((need, _)) = &one.need else { continue };
            let asked = words(need);
            let answers =
                answered.entry(asked).or_insert_with_key(|asked| corpus.ask_words(asked.clone()));
            let found = answers.iter().copied().filter(|&(other, _)| {
                other != one.place
                    && !is_competitor(one, &circle[other])
                    && circle[other].standing.level >= 1
            });
            let found: Vec<(usize, f64)> = found.take(MOST_HELPERS).collect();
            if !found.is_empty() {
                matches.helpers.insert(one.place, found);
            }
        }
        matches
    }

    /// Who could meet somebody's need, best first.
    pub(super) fn helpers(&self, place: usize) -> &[(usize, f64)] {
        self.helpers.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Pairs that the owner hasn't brought together yet: who needs, who could help, how well it fits.
    pub(super) fn pairs(&self, circle: &[Acquaintance<'_>]) -> Vec<(usize, usize, f64)> {
        let mut pairs: Vec<(usize, usize, f64)> = self
            .helpers
            .iter()
            .filter_map(|(&one, helpers)| {
                let fresh = |&&(other, _): &&(usize, f64)| {
                    !self.known.contains(&(circle[one].person.id, circle[other].person.id))
                };
                helpers.iter().find(fresh).map(|&(other, score)| (one, other, score))
            })
            .collect();
        pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
        pairs
    }

    /// How well two could help each other: either's need met by the other, or the same clients served
    /// by different trades.
    pub(super) fn between(&self, one: &Acquaintance<'_>, other: &Acquaintance<'_>) -> f64 {
        if is_competitor(one, other) {
            return 0.0;
        }
        let score = |from: usize, to: usize| {
            self.helpers(from)
                .iter()
                .find(|(place, _)| *place == to)
                .map_or(0.0, |(_, score)| *score)
        };
        score(one.place, other.place) + score(other.place, one.place) + shared_clients(one, other)
    }
}

/// Direct competitors: the same sector, or the same trade in other words.
pub(super) fn is_competitor(one: &Acquaintance<'_>, other: &Acquaintance<'_>) -> bool {
    let folded = |a: &Acquaintance<'_>| a.person.sector.as_deref().map(|s| s.trim().to_lowercase());
    let same_sector =
        folded(one).filter(|s| !s.is_empty()).is_some_and(|s| Some(s) == folded(other));
    same_sector
        || (one.person.organisation.is_some()
            && one.person.organisation == other.person.organisation)
}

fn offer(one: &Acquaintance<'_>) -> String {
    let person = one.person;
    [&person.what_they_do, &person.sector, &person.role, &person.organisation]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

fn shared_clients(one: &Acquaintance<'_>, other: &Acquaintance<'_>) -> f64 {
    let served = |a: &Acquaintance<'_>| -> HashSet<String> {
        a.person.who_they_serve.as_deref().map(words).unwrap_or_default().into_iter().collect()
    };
    let shared = served(one).intersection(&served(other)).count();
    if shared == 0 { 0.0 } else { 0.5 + 0.1 * f64::from(u32::try_from(shared.min(5)).unwrap_or(5)) }
}

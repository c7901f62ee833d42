//! Whom the owner could help or bring together: needs met by what others do, or the owner does.

use super::circle::Acquaintance;
use super::week::Week;
use crate::facts::Party;
use crate::id::PersonId;
use crate::matching::{Offer, Offers, owner, shared};
use std::collections::{BTreeMap, HashSet};

/// Needs and offers within the circle.
pub(super) struct Matches {
    offers: Offers,
    /// For each place in the circle that has a need: who could meet it, best first, with how much of it.
    helpers: BTreeMap<usize, Vec<(usize, f64)>>,
    /// The places whose need the owner meets by what they do.
    own: HashSet<usize>,
    known: HashSet<(PersonId, PersonId)>,
}

/// Helpers kept for each need.
const MOST_HELPERS: usize = 5;

impl Matches {
    /// Asks every open need of the circle against what everybody in it, and the owner, does.
    pub(super) fn of(week: &Week<'_>, circle: &[Acquaintance<'_>]) -> Self {
        let mine = owner::offers(week.book, week.sunday);
        let own = mine.iter().map(|&text| Offer { does: vec![text], ..Offer::default() });
        let theirs = circle.iter().map(|a| Offer::from(a.person));
        let offers = Offers::of(theirs.chain(own), &week.params.matching);
        let mut matches =
            Self { offers, helpers: BTreeMap::new(), own: HashSet::new(), known: introduced(week) };
        let (mut helpers, mut own) = (BTreeMap::new(), HashSet::new());
        let mut asking = matches.offers.asking();
        for one in circle {
            let Some((need, _)) = &one.need else { continue };
            let fits = asking.who_meets(need);
            let own_place = fits.iter().map(|f| f.place).find(|&place| place >= circle.len());
            let others: Vec<(usize, f64)> = fits
                .iter()
                .filter_map(|fit| Some((circle.get(fit.place)?, fit.fit)))
                .filter(|(other, _)| {
                    other.place != one.place
                        && other.standing.level >= 1
                        && !matches.offers.are_rivals(one.place, other.place)
                })
                .map(|(other, fit)| (other.place, fit))
                .take(MOST_HELPERS)
                .collect();
            let by_me = own_place.and_then(|place| mine.get(place - circle.len()));
            if by_me.is_some_and(|text| !shared(need, text).is_empty()) {
                own.insert(one.place);
            }
            if !others.is_empty() {
                helpers.insert(one.place, others);
            }
        }
        (matches.helpers, matches.own) = (helpers, own);
        matches
    }

    /// Who could meet somebody's need, best first.
    pub(super) fn helpers(&self, place: usize) -> &[(usize, f64)] {
        self.helpers.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Whether the owner's own work meets somebody's need.
    pub(super) fn by_me(&self, place: usize) -> bool {
        self.own.contains(&place)
    }

    /// Pairs that the owner hasn't brought together yet: who needs, who could help, how well it fits. What
    /// the owner does themselves is not handed on.
    pub(super) fn pairs(&self, circle: &[Acquaintance<'_>]) -> Vec<(usize, usize, f64)> {
        let mut pairs: Vec<(usize, usize, f64)> = self
            .helpers
            .iter()
            .filter(|(one, _)| !self.by_me(**one))
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
    /// by different trades; 0 for rivals.
    pub(super) fn between(&self, one: usize, other: usize) -> f64 {
        if self.are_rivals(one, other) {
            return 0.0;
        }
        let score = |from: usize, to: usize| {
            let found = self.helpers(from).iter().find(|(place, _)| *place == to);
            found.map_or(0.0, |(_, fit)| *fit)
        };
        score(one, other) + score(other, one) + self.offers.shared_clients(one, other)
    }

    /// Whether two compete, or sit in one firm.
    pub(super) fn are_rivals(&self, one: usize, other: usize) -> bool {
        self.offers.are_rivals(one, other)
    }
}

/// Pairs that know each other through the owner.
fn introduced(week: &Week<'_>) -> HashSet<(PersonId, PersonId)> {
    let both = |i: &crate::facts::Introduction| match (i.person_a, i.person_b) {
        (Party::Person(a), Party::Person(b)) => Some([(a, b), (b, a)]),
        _ => None,
    };
    week.book.facts.introductions.iter().filter_map(both).flatten().collect()
}

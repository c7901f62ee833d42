//! Two people whom the owner could bring together, with what each side has of it.

use super::says::{can_help, told_who_helps, told_who_needs};
use super::sought;
use super::wants::{Wants, known};
use crate::book::Book;
use crate::facts::Party;
use crate::id::PersonId;
use crate::params::MatchParams;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// Ideas that are told.
const TOLD: usize = 12;
/// Ideas in which one person is told; judgement: nobody wants to be introduced to a dozen at once.
const OF_ONE: usize = 2;

/// An introduction that could be made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Idea {
    /// Who needs something.
    pub needs: Reason,
    /// Who could help with it.
    pub helps: Reason,
    /// How much of the need is met, 0..=1.
    pub fit: f64,
}

/// One side of an introduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// Why they would want to meet the other, in words to the owner.
    pub why: String,
    /// The same in words to them.
    pub told: String,
}

/// Pairs among those the owner has sat down with, one of whom meets a need of the other; never rivals,
/// nor two who were introduced or of whom an introduction was thought already. The best-fitting first.
pub fn introductions(book: &Book, as_of: Date, params: &MatchParams) -> Vec<Idea> {
    let people = known(book, as_of).into_iter().map(|(person, _)| person).collect();
    let wants = Wants::of(book, people, as_of, params);
    let (people, thought_of) = (&wants.people, thought_of(book));
    let mut pairs = wants.met(params);
    // No two are alike, so nothing hangs on their order before.
    pairs.sort_unstable_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    let mut times: HashMap<usize, usize> = HashMap::new();
    let mut told: Vec<(usize, usize)> = Vec::new();
    let mut ideas = Vec::new();
    for (a, b, fit) in pairs {
        let is_often = |at: usize| times.get(&at).is_some_and(|times| *times >= OF_ONE);
        let is_new = a != b
            && !told.contains(&(b, a))
            && !is_often(a)
            && !is_often(b)
            && !thought_of.contains(&either_way(people[a].id, people[b].id))
            && !wants.offers.are_rivals(a, b);
        let Some((need, through)) = is_new.then(|| wants.need(a, b)).flatten() else { continue };
        for at in [a, b] {
            *times.entry(at).or_default() += 1;
        }
        told.push((a, b));
        let side = |at: usize, why: String, told: String| Reason {
            person: people[at].id,
            name: people[at].name.clone(),
            why,
            told,
        };
        let does = people[b].what_they_do.as_deref().or(people[b].role.as_deref());
        let does = does.map(|does| format!(" ({does})")).unwrap_or_default();
        ideas.push(Idea {
            needs: side(
                a,
                format!(
                    "looks for {}; {}",
                    sought(need),
                    can_help(&format!("{}{does}", people[b].name), through)
                ),
                told_who_needs(need, &people[b].name),
            ),
            helps: side(
                b,
                format!("{} looks for {}", people[a].name, sought(need)),
                told_who_helps(&people[a].name, need),
            ),
            fit,
        });
        if ideas.len() == TOLD {
            break;
        }
    }
    ideas
}

/// Every two who were introduced, or of whom it was thought.
fn thought_of(book: &Book) -> HashSet<(PersonId, PersonId)> {
    let made = book.facts.introductions.iter().filter_map(|i| match (i.person_a, i.person_b) {
        (Party::Person(a), Party::Person(b)) => Some((a, b)),
        _ => None,
    });
    let proposed = book.facts.proposed_introductions.iter().map(|p| (p.person_a, p.person_b));
    made.chain(proposed).map(|(a, b)| either_way(a, b)).collect()
}

fn either_way(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    (one.min(other), one.max(other))
}

//! The web of people in a book: who is known to know whom, and whose help went where.

use super::circles::threes;
use super::graph::Graph;
use super::holes::{Position, position};
use crate::book::Book;
use crate::days::days_before;
use crate::facts::{Direction, Party};
use crate::id::PersonId;
use crate::ladder::took_place;
use crate::params::NetworkParams;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// The web at a date. The owner is node 0, the person at place `i` of the book node `i + 1`.
#[derive(Clone, Debug)]
pub struct Web {
    people: Vec<PersonId>,
    node_of: HashMap<PersonId, usize>,
    /// Who knows whom, weighed by how many entries say so.
    acquainted: Graph,
    /// Help from one to the other, weighed by how often.
    help: Graph,
    /// The people seen most within a year, by node.
    closest: Vec<usize>,
    params: NetworkParams,
}

/// A measure that needs ties among others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known<T> {
    /// Enough is known to show it.
    Shown(T),
    /// Too little is known of who knows whom.
    TooLittle {
        /// Pairs of whom it is known.
        known: usize,
        /// Pairs there are.
        pairs: usize,
    },
}

impl Web {
    /// The web as the book's entries up to the date show it; undated ones count.
    pub fn of(book: &Book, as_of: Date, params: &NetworkParams) -> Self {
        let people: Vec<PersonId> = book.facts.people.iter().map(|person| person.id).collect();
        let node_of: HashMap<PersonId, usize> =
            people.iter().enumerate().map(|(at, &id)| (id, at + 1)).collect();
        let spinner = Spinner { book, as_of, params };
        let nodes = people.len() + 1;
        Self {
            acquainted: Graph::undirected(nodes, spinner.acquaintances()),
            help: Graph::directed(nodes, spinner.help()),
            closest: spinner.closest(),
            people,
            node_of,
            params: *params,
        }
    }

    /// Who knows whom; the owner is node 0.
    pub fn acquainted(&self) -> &Graph {
        &self.acquainted
    }

    /// Whose help went to whom; the owner is node 0.
    pub fn help(&self) -> &Graph {
        &self.help
    }

    /// The node of a person of the book.
    pub fn node(&self, person: PersonId) -> Option<usize> {
        self.node_of.get(&person).copied()
    }

    /// Who a node is.
    pub fn party(&self, node: usize) -> Party {
        let person = node.checked_sub(1).and_then(|at| self.people.get(at));
        person.map_or(Party::Me, |&id| Party::Person(id))
    }

    /// Help that came round: every circle of three, once (row 37).
    pub fn circles(&self) -> Vec<[Party; 3]> {
        threes(&self.help).into_iter().map(|circle| circle.map(|node| self.party(node))).collect()
    }

    /// How far those around the owner know each other, among the people seen most; shown only where
    /// enough is known of who knows whom. None where there are fewer than two of them.
    pub fn owners_position(&self) -> Option<Known<Position>> {
        let count = self.closest.len();
        if count < 2 {
            return None;
        }
        let pairs = count * (count - 1) / 2;
        let among = |node: usize| self.closest.binary_search(&node).is_ok();
        let friends = |&node: &usize| {
            let others = self.acquainted.out(node).iter().map(|&(other, _)| other);
            others.filter(|&other| among(other) && other > node).count()
        };
        let known: usize = self.closest.iter().map(friends).sum();
        let share = self.params.known_share.clamp(0.0, 1.0);
        if (as_f64(known) / as_f64(pairs)) < share {
            return Some(Known::TooLittle { known, pairs });
        }
        let among_all = |node: usize| node == 0 || among(node);
        let links = (0..self.acquainted.len()).filter(|&node| among_all(node)).flat_map(|node| {
            let out = self.acquainted.out(node).iter();
            out.filter(move |&&(to, _)| among_all(to)).map(move |&(to, _)| (node, to, 1.0))
        });
        position(&Graph::directed(self.acquainted.len(), links), 0).map(Known::Shown)
    }
}

fn as_f64(count: usize) -> f64 {
    crate::models::wilson::as_f64(count as u64)
}

/// How many introductions brought two people of the book together, by whomever (row 37).
pub fn introductions_among(book: &Book, as_of: Date) -> usize {
    let made = book.facts.introductions.iter().filter(|i| i.on.is_none_or(|on| on <= as_of));
    made.filter(|i| i.person_a.person().is_some() && i.person_b.person().is_some()).count()
}

type Link = (usize, usize, f64);

struct Spinner<'a> {
    book: &'a Book,
    as_of: Date,
    params: &'a NetworkParams,
}

impl Spinner<'_> {
    fn node(&self, person: PersonId) -> Option<usize> {
        self.book.person_index(person).map(|at| at + 1)
    }

    fn nodes(&self, people: &[PersonId]) -> Vec<usize> {
        people.iter().filter_map(|&person| self.node(person)).collect()
    }

    fn party(&self, party: Party) -> Option<usize> {
        party.person().map_or(Some(0), |person| self.node(person))
    }

    fn sees(&self, on: Option<Date>) -> bool {
        on.is_none_or(|on| on <= self.as_of)
    }

    fn acquaintances(&self) -> Vec<Link> {
        let mut links = self.introduced();
        // The owner's own ties are counted, not listed: a book holds ten times more talks than people.
        let mut mine: Vec<f64> =
            (0..self.book.facts.people.len()).map(|at| self.talks(at)).collect();
        mine.insert(0, 0.0);
        for (at, talk) in self.book.facts.conversations.iter().enumerate() {
            // Almost every talk is with one person, and needs no further look.
            let people = self.book.people_at(at);
            if people.len() > 1 && took_place(talk, self.as_of) {
                let nodes: Vec<usize> = people.iter().map(|&at| at as usize + 1).collect();
                links.extend(self.among(&nodes));
            }
        }
        links.extend(self.side_by_side(&mut mine));
        let mine = mine.into_iter().enumerate().filter(|(_, times)| *times > 0.0);
        links.extend(mine.map(|(node, times)| (0, node, times)));
        links
    }

    /// How many talks with the person at that place of the book took place.
    fn talks(&self, at: usize) -> f64 {
        as_f64(self.book.talks_at(at).iter().filter(|talk| talk.took_place(self.as_of)).count())
    }

    /// Those who were together, where they were few enough to get to know each other.
    fn among<'nodes>(&self, nodes: &'nodes [usize]) -> impl Iterator<Item = Link> + 'nodes {
        let few = if nodes.len() > self.params.largest_gathering { &[] } else { nodes };
        pairs(few).map(|(a, b)| (a, b, 1.0))
    }

    /// Introductions, and what a person's record says of who introduced them.
    fn introduced(&self) -> Vec<Link> {
        let made = self.book.facts.introductions.iter().filter(|i| self.sees(i.on));
        let parties = made.flat_map(|i| {
            let nodes = [i.introduced_by, i.person_a, i.person_b].map(|party| self.party(party));
            let nodes: Vec<usize> = nodes.into_iter().flatten().collect();
            pairs(&nodes).map(|(a, b)| (a, b, 1.0)).collect::<Vec<Link>>()
        });
        let said = self
            .book
            .facts
            .people
            .iter()
            .filter(|p| self.sees(p.met_on))
            .filter_map(|p| Some((self.node(p.id)?, self.node(p.introduced_by?)?, 1.0)));
        parties.chain(said).collect()
    }

    /// Those whom the owner met in the same meetings, once that happened often enough for them to have
    /// met each other.
    fn side_by_side(&self, mine: &mut [f64]) -> Vec<Link> {
        let mut together: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        for meeting in self.book.facts.meetings.iter().take_while(|m| m.on <= self.as_of) {
            let nodes = self.nodes(&meeting.people);
            for &node in &nodes {
                mine[node] += 1.0;
            }
            for (a, b, _) in self.among(&nodes) {
                *together.entry((a, b)).or_default() += 1;
            }
        }
        let often = together.into_iter().filter(|(_, times)| *times >= self.params.same_meetings);
        often.map(|((a, b), _)| (a, b, 1.0)).collect()
    }

    fn help(&self) -> Vec<Link> {
        let facts = &self.book.facts;
        let way = |direction: Direction, node: usize| match direction {
            Direction::Given => (0, node, 1.0),
            Direction::Received => (node, 0, 1.0),
        };
        let help = facts.help.iter().filter(|h| self.sees(h.on));
        let help = help.filter_map(|h| Some(way(h.direction, self.node(h.person)?)));
        let given = facts.referrals.iter().filter(|r| r.direction == Direction::Given);
        let given =
            given.filter(|r| self.sees(r.on)).filter_map(|r| Some((0, self.node(r.person)?, 1.0)));
        let passed_on = self.book.passed_on(self.as_of).into_iter();
        let passed_on = passed_on.filter_map(|one| Some((self.node(one.by)?, 0, 1.0)));
        let mentions = facts.mentions.iter().filter(|m| self.sees(m.on));
        let mentions = mentions.filter_map(|m| Some((self.node(m.person)?, 0, 1.0)));
        let introductions = facts.introductions.iter().filter(|i| self.sees(i.on));
        let introductions = introductions.flat_map(|i| {
            let to = [i.person_a, i.person_b]
                .map(|party| Some((self.party(i.introduced_by)?, self.party(party)?, 1.0)));
            to.into_iter().flatten()
        });
        help.chain(given).chain(passed_on).chain(mentions).chain(introductions).collect()
    }

    /// The people seen most within a year, in the order of their nodes.
    fn closest(&self) -> Vec<usize> {
        let since = days_before(self.as_of, 365);
        let mut seen: BTreeMap<usize, u32> = BTreeMap::new();
        let talks = self.book.facts.conversations.iter();
        let talks = talks.rev().skip_while(|t| t.on > self.as_of).take_while(|t| t.on > since);
        let talks = talks.filter(|t| took_place(t, self.as_of));
        let meetings = self.book.facts.meetings.iter();
        let meetings = meetings.filter(|m| m.on <= self.as_of && m.on > since);
        let people = talks.map(|t| &t.people).chain(meetings.map(|m| &m.people));
        for node in people.flatten().filter_map(|&person| self.node(person)) {
            *seen.entry(node).or_default() += 1;
        }
        let mut most: Vec<(u32, usize)> = seen.into_iter().map(|(node, n)| (n, node)).collect();
        most.sort_by_key(|&(n, node)| (std::cmp::Reverse(n), node));
        most.truncate(self.params.closest);
        let mut nodes: Vec<usize> = most.into_iter().map(|(_, node)| node).collect();
        nodes.sort_unstable();
        nodes
    }
}

/// Every two of a list, the lower first.
fn pairs(nodes: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let later = move |at: usize| nodes[at + 1..].iter();
    let both = (0..nodes.len()).flat_map(move |at| later(at).map(move |&b| (nodes[at], b)));
    both.map(|(a, b)| (a.min(b), a.max(b)))
}

//! The warmest way to somebody of the book, and who is asked for what.

use super::graph::Graph;
use super::path::{MOST_STEPS, warmest};
use super::web::Web;
use crate::book::Book;
use crate::facts::{Party, Person};
use crate::id::PersonId;
use crate::ladder;
use crate::params::Params;
use jiff::civil::Date;

/// A way to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct WayIn {
    /// Whom to ask, one after another; empty where the owner may ask them directly.
    pub through: Vec<PersonId>,
    /// The chance that it leads there, 0..=1; a judgement, from levels and what is known.
    pub chance: f64,
    /// What to ask of whom, in plain words, in order; never empty.
    pub says: Vec<String>,
}

/// The warmest way to a person within three steps; none where no way is known. Nobody who asked not to
/// be contacted is asked, and nobody set aside.
pub fn way_in(book: &Book, web: &Web, to: PersonId, as_of: Date, params: &Params) -> Option<WayIn> {
    let target = web.node(to)?;
    let links = Asking { book, as_of, params }.links(web, target);
    let path = warmest(&Graph::directed(web.acquainted().len(), links), 0, target, MOST_STEPS)?;
    let people: Vec<PersonId> =
        path.nodes.iter().filter_map(|&node| web.party(node).person()).collect();
    let through = people.get(..people.len().saturating_sub(1))?.to_vec();
    Some(WayIn { says: says(book, &people), through, chance: path.chance })
}

struct Asking<'a> {
    book: &'a Book,
    as_of: Date,
    params: &'a Params,
}

impl Asking<'_> {
    /// From the owner: the chance that somebody helps. From others: that they know the next well
    /// enough, the more entries say so.
    fn links(&self, web: &Web, target: usize) -> Vec<(usize, usize, f64)> {
        let may_ask = |node: usize| match web.party(node) {
            Party::Me => true,
            Party::Person(id) => self.book.person(id).is_some_and(Person::may_be_asked),
        };
        let nodes = (0..web.acquainted().len()).filter(|&node| node != target && may_ask(node));
        let mut links = Vec::new();
        for from in nodes {
            for &(to, entries) in web.acquainted().out(from) {
                let chance = match web.party(from) {
                    Party::Me => self.would_help(web.party(to)),
                    Party::Person(_) => 1.0 - (1.0 - self.params.network.knows).powf(entries),
                };
                links.push((from, to, chance));
            }
        }
        links
    }

    fn would_help(&self, party: Party) -> f64 {
        let Some(person) = party.person() else { return 0.0 };
        let standing = ladder::climb(self.book, person, self.as_of, self.params);
        let level = usize::from(standing.level);
        let would = self.params.network.would_introduce.get(level).copied().unwrap_or_default();
        would * standing.p_alive.unwrap_or(0.0)
    }
}

fn says(book: &Book, people: &[PersonId]) -> Vec<String> {
    let name = |id: PersonId| book.person(id).map_or("", |person| person.name.as_str());
    match people {
        [] => Vec::new(),
        [only] => vec![format!("You know {} yourself: ask.", name(*only))],
        [..] => people
            .windows(2)
            .map(|pair| format!("Ask {} to introduce you to {}.", name(pair[0]), name(pair[1])))
            .collect(),
    }
}

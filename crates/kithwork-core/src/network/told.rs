//! What comes round, as a review tells it: with names (rows 37 and 58).

use super::balance::{KindBalance, WayBalance, by_kind, ways};
use super::web::{Known, Web, introductions_among};
use crate::book::Book;
use crate::facts::Party;
use crate::id::PersonId;
use crate::models::reciprocity::giving_share;
use crate::params::Params;
use jiff::civil::Date;
use serde::Serialize;

/// Help that goes both ways and comes round.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GivingTold {
    /// Help of the period by kind; a kind that never occurred is absent.
    pub kinds: Vec<KindBalance>,
    /// The same by what is shared: all five ways, or none where there was no help.
    pub ways: Vec<WayBalance>,
    /// The share of the period's help that the owner gave: its low end, mean and high end at 90 %;
    /// none where there was no help.
    pub giving_share: Option<[f64; 3]>,
    /// Circles of three through which help came round, over the whole book; each once.
    pub circles: Vec<CircleTold>,
    /// Introductions between two people of the book, by whomever, over the whole book.
    pub introductions_among: usize,
    /// How far those seen most know each other.
    pub position: PositionTold,
}

/// A circle: each helped the next, and the last the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CircleTold {
    /// The people of the book in it, in its order.
    pub people: Vec<PersonId>,
    /// The same in plain words: `You helped Ana, Ana helped Ben, Ben helped you.`
    pub says: String,
}

/// Where the owner stands among those seen most.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum PositionTold {
    /// Fewer than two people were seen within a year.
    TooFew,
    /// Too little is known of who knows whom.
    TooLittleKnown {
        /// Pairs of whom it is known.
        known: usize,
        /// Pairs there are.
        pairs: usize,
    },
    /// Enough is known.
    Known {
        /// Burt's constraint: low among many who don't know each other.
        constraint: f64,
        /// How many of them count, those who overlap counted less.
        effective_size: f64,
        /// The same as a part of all of them.
        efficiency: f64,
    },
}

/// What comes round, at a date.
pub fn giving_told(book: &Book, as_of: Date, params: &Params) -> GivingTold {
    let web = Web::of(book, as_of, &params.network);
    let kinds = by_kind(book, as_of, params.time.period_days);
    let given: u64 = kinds.iter().map(|kind| kind.given).sum();
    let received: u64 = kinds.iter().map(|kind| kind.received).sum();
    let share = giving_share(given, received, 0.9);
    GivingTold {
        giving_share: (given + received > 0).then_some([share.low, share.mean, share.high]),
        ways: ways(&kinds),
        kinds,
        circles: web.circles().into_iter().map(|circle| told(book, circle)).collect(),
        introductions_among: introductions_among(book, as_of),
        position: match web.owners_position() {
            None => PositionTold::TooFew,
            Some(Known::TooLittle { known, pairs }) => {
                PositionTold::TooLittleKnown { known, pairs }
            }
            Some(Known::Shown(position)) => PositionTold::Known {
                constraint: position.constraint,
                effective_size: position.plain_effective_size,
                efficiency: position.efficiency(),
            },
        },
    }
}

fn told(book: &Book, circle: [Party; 3]) -> CircleTold {
    let name = |party: Party, opens: bool| match party {
        Party::Me => if opens { "You" } else { "you" }.to_owned(),
        Party::Person(id) => book.person(id).map(|p| p.name.clone()).unwrap_or_default(),
    };
    let steps = (0..3).map(|at| {
        let (from, to) = (circle[at], circle[(at + 1) % 3]);
        format!("{} helped {}", name(from, at == 0), name(to, false))
    });
    let says = format!("{}.", steps.collect::<Vec<_>>().join(", "));
    CircleTold { people: circle.into_iter().filter_map(Party::person).collect(), says }
}

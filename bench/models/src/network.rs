//! Who stands where among people: Burt's measures, `PageRank` and the warmest way beside `networkx`.

use crate::clock::best;
use crate::draw::Draw;
use crate::error::Result;
use crate::peers::Peers;
use crate::people::{Tie, made_up};
use crate::row::{Answers, Peer, Row};
use crate::waiting::Timed;
use crate::words::Words;
use kithwork_core::network::{
    Graph, MOST_STEPS, Position, WALK_ON, personal_rank, position, warmest,
};
use serde::{Deserialize, Serialize};
use std::time::Duration;

const SCRIPT: &str = include_str!("../peers/network.py");
/// Every value is the same to so much.
const SAME: f64 = 1e-6;
/// Pairs between whom a way is looked for.
const PAIRS: usize = 50;
/// People whose effective size is asked for one by one.
const SOME: usize = 100;
/// People around whom the rank starts.
const CHOSEN: usize = 10;

#[derive(Serialize)]
struct Question {
    people: usize,
    ties: Vec<Tie>,
    chosen: Vec<usize>,
    some: Vec<usize>,
    pairs: Vec<(usize, usize)>,
    steps: usize,
}

impl Question {
    fn made_up(draw: &mut Draw, people: usize) -> Self {
        let ties = made_up(draw, people);
        let pair = |draw: &mut Draw| (draw.below(people / 2), people / 2 + draw.below(people / 2));
        Self {
            people,
            ties,
            chosen: (0..CHOSEN).map(|_| draw.below(people)).collect(),
            some: (0..SOME.min(people)).collect(),
            pairs: (0..PAIRS).map(|_| pair(draw)).collect(),
            steps: MOST_STEPS,
        }
    }

    fn graph(&self, weight: fn(&Tie) -> f64) -> Graph {
        Graph::undirected(self.people, self.ties.iter().map(|tie| (tie.0, tie.1, weight(tie))))
    }

    /// The chances of the warmest ways within so many steps; 0 where there is none.
    fn ways(&self, chances: &Graph, steps: usize) -> Vec<f64> {
        let way = |&(a, b): &(usize, usize)| warmest(chances, a, b, steps);
        self.pairs.iter().map(|pair| way(pair).map_or(0.0, |way| way.chance)).collect()
    }
}

#[derive(Debug, Deserialize)]
struct Told {
    constraint: Timed,
    plain_size: Timed,
    size: Timed,
    rank: Timed,
    way: Timed,
    short_way: Timed,
}

/// One measure: what it is, how long ours took, our values.
type Measured = (String, Duration, Vec<f64>);

/// A thousand and ten thousand people.
pub(crate) fn rows(peers: Option<&Peers>, words: &Words) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (people, size) in [(1_000, "1000 people"), (10_000, "10 000 people")] {
        let question = Question::made_up(&mut Draw::new(words.seed), people);
        let told: Option<Told> =
            peers.map(|peers| peers.ask(SCRIPT, words.runs, &question)).transpose()?;
        let size = format!("{size}, {} ties", question.ties.len());
        rows.extend(beside(ours(&question, words.runs), told, &size));
    }
    Ok(rows)
}

/// All measures, in the order of [`Told`].
fn ours(question: &Question, runs: u32) -> [Measured; 6] {
    let weighted = question.graph(|tie| tie.2);
    let chances = question.graph(|tie| tie.3);
    let positions = |people: usize| (0..people).map(|at| position(&weighted, at)).collect();
    let of = |all: &[Option<Position>], value: fn(&Position) -> f64| {
        all.iter().map(|one| one.as_ref().map_or(f64::NAN, value)).collect::<Vec<f64>>()
    };
    let (all_took, all) = best(runs, || -> Vec<Option<Position>> { positions(question.people) });
    let (some_took, some) =
        best(runs, || -> Vec<Option<Position>> { positions(question.some.len()) });
    let (rank_took, rank) = best(runs, || personal_rank(&weighted, &question.chosen, WALK_ON));
    let (way_took, way) = best(runs, || question.ways(&chances, question.people));
    let (short_took, short) = best(runs, || question.ways(&chances, MOST_STEPS));
    [
        ("constraint of everyone".to_owned(), all_took, of(&all, |p| p.constraint)),
        ("effective size of everyone".to_owned(), all_took, of(&all, |p| p.plain_effective_size)),
        (
            format!("the same by strength, {SOME} people"),
            some_took,
            of(&some, |p| p.effective_size),
        ),
        (format!("PageRank around {CHOSEN} people"), rank_took, rank),
        (format!("warmest way, {PAIRS} pairs"), way_took, way),
        (format!("the same within {MOST_STEPS} steps"), short_took, short),
    ]
}

fn beside(ours: [Measured; 6], told: Option<Told>, size: &str) -> Vec<Row> {
    let theirs = told.map_or([const { None }; 6], |told| {
        let Told { constraint, plain_size, size, rank, way, short_way } = told;
        [constraint, plain_size, size, rank, way, short_way].map(Some)
    });
    let row = |((work, took, values), timed): (Measured, Option<Timed>)| {
        let peer = timed.map(|Timed { seconds, values: others }| {
            Peer::new("networkx", seconds, Answers::near("values", &values, &others, SAME))
        });
        Row::new(&work, size, took, peer)
    };
    ours.into_iter().zip(theirs).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_has_a_value_and_its_place_beside_the_peer_s() {
        let question = Question::made_up(&mut Draw::new(2), 200);
        let ours = ours(&question, 1);
        let lengths = [200, 200, 100, 200, PAIRS, PAIRS];
        for ((work, _, values), length) in ours.iter().zip(lengths) {
            assert_eq!(values.len(), length, "{work}");
            assert!(values.iter().all(|value| value.is_finite()), "{work}");
        }
        let timed = |at: usize| Timed { seconds: 1.0, values: ours[at].2.clone() };
        let told = Told {
            constraint: timed(0),
            plain_size: timed(1),
            size: timed(2),
            rank: timed(3),
            way: timed(4),
            short_way: timed(0),
        };
        let rows = beside(ours, Some(told), "200 people");
        let agree: Vec<bool> =
            rows.into_iter().map(|row| row.peer.unwrap().answers.agree).collect();
        assert_eq!(agree, [true, true, true, true, true, false]);
    }
}

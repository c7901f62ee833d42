//! Structural holes: how far the people around somebody know each other (§3.8).
//!
//! `p_ij = (a_ij + a_ji)/Σ_k (a_ik + a_ki)`, the share of *i*'s ties that goes to *j*. Constraint (Burt
//! 1992, *Structural Holes*): `c_i = Σ_j (p_ij + Σ_q p_iq p_qj)²`. Effective size: without weights
//! n − 2t/n for n neighbours with t ties among them (Borgatti 1997, *Connections* 20(1) 35); else
//! `Σ_j (1 − Σ_q p_iq m_jq)`, `m_jq` a tie as a part of *j*'s strongest (Burt 1992).

use super::graph::Graph;
use crate::models::wilson::as_f64;
use std::collections::BTreeMap;

/// The position of a node, each value undefined for a node without ties.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// How many neighbours it has.
    pub neighbours: usize,
    /// Burt's constraint, > 0; 1 for a single neighbour, small among many who don't know each other.
    pub constraint: f64,
    /// Neighbours that aren't redundant, by the weights.
    pub effective_size: f64,
    /// The same by Borgatti's short formula, in which every tie counts alike.
    pub plain_effective_size: f64,
}

impl Position {
    /// The effective size as a part of all neighbours, by the short formula.
    pub fn efficiency(&self) -> f64 {
        self.plain_effective_size / as_f64(self.neighbours as u64)
    }
}

/// Where a node stands; none for one without ties.
pub fn position(graph: &Graph, node: usize) -> Option<Position> {
    let around = graph.around(node);
    let all: f64 = around.iter().map(|(_, tie)| tie).sum();
    if around.is_empty() || all <= 0.0 {
        return None;
    }
    // For each neighbour: the direct share, then what runs to it through other neighbours.
    let mut shares: BTreeMap<usize, f64> =
        around.iter().map(|&(other, tie)| (other, tie / all)).collect();
    let (mut redundant, mut ties_among) = (0.0, 0_u64);
    for &(through, tie) in &around {
        let beyond = graph.around(through);
        let whole: f64 = beyond.iter().map(|(_, tie)| tie).sum();
        let strongest = beyond.iter().map(|&(_, tie)| tie).fold(0.0, f64::max);
        for (other, onward) in beyond {
            if let Some(share) = shares.get_mut(&other) {
                *share += tie / all * onward / whole;
                ties_among += 1;
                // Seen from `through`, `other` is the common contact: p_iq of it, m of this tie.
                redundant += share_of(&around, other) / all * onward / strongest;
            }
        }
    }
    let neighbours = as_f64(around.len() as u64);
    Some(Position {
        neighbours: around.len(),
        constraint: shares.values().map(|share| share * share).sum(),
        effective_size: neighbours - redundant,
        plain_effective_size: neighbours - as_f64(ties_among) / neighbours,
    })
}

/// The tie to one of the neighbours, which stand in order.
fn share_of(around: &[(usize, f64)], node: usize) -> f64 {
    let at = around.binary_search_by_key(&node, |&(other, _)| other);
    at.map_or(0.0, |at| around[at].1)
}

#[cfg(test)]
mod tests {
    use super::super::karate;
    use super::*;

    const NAMES: &str = "ABCDEFG";
    const TIES: [&str; 10] = ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"];

    fn borgatti(weights: [f64; 10]) -> Graph {
        let at = |letter: Option<char>| NAMES.find(letter.unwrap()).unwrap();
        let ties = TIES.iter().zip(weights).map(|(tie, weight)| {
            let mut ends = tie.chars();
            (at(ends.next()), at(ends.next()), weight)
        });
        Graph::undirected(7, ties)
    }

    fn of(graph: &Graph, name: char) -> Position {
        position(graph, NAMES.find(name).unwrap()).unwrap()
    }

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// §6.1, constraint and effective size of Borgatti's graph; networkx to six digits.
    #[test]
    fn borgattis_example_is_as_published() {
        let graph = borgatti([1.0; 10]);
        for (name, constraint, size) in
            [('G', 0.400_270, 4.666_667), ('A', 0.595_486, 2.5), ('C', 1.0, 1.0)]
        {
            let position = of(&graph, name);
            near(position.constraint, constraint, 1e-6);
            near(position.plain_effective_size, size, 1e-6);
            near(position.effective_size, size, 1e-6);
        }
        near(of(&graph, 'G').efficiency(), 4.666_667 / 6.0, 1e-6);
    }

    /// §3.8, weighted.
    #[test]
    fn weights_count_as_published() {
        let graph = borgatti([2.0, 3.0, 5.0, 2.0, 8.0, 3.0, 4.0, 1.0, 3.0, 10.0]);
        near(of(&graph, 'G').constraint, 0.298_852, 1e-6);
        near(of(&graph, 'A').constraint, 0.794_955, 1e-6);
        near(of(&graph, 'G').effective_size, 5.471_717, 1e-6);
        near(of(&graph, 'A').effective_size, 2.475, 1e-6);
    }

    /// §3.8, directed.
    #[test]
    fn directed_links_count_as_published() {
        let graph = Graph::directed(3, [(0, 1, 1.0), (0, 2, 1.0), (1, 0, 1.0), (2, 1, 1.0)]);
        for (node, constraint, size) in
            [(0, 1.003_086, 1.166_667), (1, 1.003_086, 1.166_667), (2, 1.388_889, 1.0)]
        {
            let position = position(&graph, node).unwrap();
            near(position.constraint, constraint, 1e-6);
            near(position.effective_size, size, 1e-6);
        }
    }

    /// §6.1, karate club; networkx and igraph agree.
    #[test]
    fn the_karate_club_is_as_computed() {
        let plain = Graph::undirected(34, karate::EDGES.map(|(a, b, _)| (a, b, 1.0)));
        let weighted = Graph::undirected(34, karate::EDGES);
        for node in 0..34 {
            let position_plain = position(&plain, node).unwrap();
            near(position_plain.constraint, karate::CONSTRAINT[node], 1e-6);
            near(position_plain.plain_effective_size, karate::EFFECTIVE_SIZE[node], 1e-6);
            let position_weighted = position(&weighted, node).unwrap();
            near(position_weighted.constraint, karate::WEIGHTED_CONSTRAINT[node], 1e-6);
            near(position_weighted.effective_size, karate::WEIGHTED_EFFECTIVE_SIZE[node], 1e-6);
        }
        near(position(&plain, 0).unwrap().constraint, 0.155_423, 1e-6);
        near(position(&plain, 33).unwrap().plain_effective_size, 15.235_294, 1e-6);
    }

    #[test]
    fn nobody_alone_has_a_position() {
        assert_eq!(position(&Graph::directed(1, []), 0), None);
        assert_eq!(position(&Graph::directed(2, [(1, 1, 1.0)]), 1), None);
        assert_eq!(position(&Graph::default(), 5), None);
    }

    proptest::proptest! {
        #[test]
        fn positions_stay_within_their_bounds(
            ties in proptest::collection::vec((0_usize..9, 0_usize..9, 0.01..50.0_f64), 0..40),
        ) {
            let graph = Graph::undirected(9, ties);
            for node in 0..9 {
                let Some(position) = position(&graph, node) else { continue };
                let most = as_f64(position.neighbours as u64);
                assert!(position.constraint > 0.0 && position.constraint.is_finite());
                assert!(position.plain_effective_size >= 1.0 - 1e-9);
                assert!(position.effective_size <= most + 1e-9);
                assert!((0.0..=1.0 + 1e-9).contains(&position.efficiency()));
            }
        }
    }
}

//! Who is near in the web of ties: `PageRank`, and `PageRank` that starts again at chosen people (§3.8).
//!
//! A walker follows ties by their weight with chance α and else starts again: anywhere, or at the
//! chosen. Someone without onward ties sends the walker back to the start. Source: Page, Brin, Motwani
//! & Winograd 1999, *The `PageRank` citation ranking*;
//! Haveliwala 2002, *Topic-sensitive `PageRank`*.

use super::graph::Graph;

/// The usual chance of walking on.
pub const WALK_ON: f64 = 0.85;
/// Below this change, added up over all nodes, the ranks stand.
const STILL: f64 = 1e-12;
/// Rounds after which they stand anyway; at 0.85 some 170 are enough.
const MOST_ROUNDS: u32 = 1000;

/// How often the walker is at each node; they sum to one. Starts again anywhere.
pub fn page_rank(graph: &Graph, walk_on: f64) -> Vec<f64> {
    personal_rank(graph, &[], walk_on)
}

/// The same, starting again at the chosen nodes alike; anywhere where none of them exists. `walk_on`
/// is cut to 0..=0.999.
pub fn personal_rank(graph: &Graph, chosen: &[usize], walk_on: f64) -> Vec<f64> {
    let walk_on = if walk_on.is_nan() { WALK_ON } else { walk_on.clamp(0.0, 0.999) };
    let start = start(graph.len(), chosen);
    let gives: Vec<f64> =
        (0..graph.len()).map(|node| graph.out(node).iter().map(|(_, w)| w).sum()).collect();
    let mut ranks = start.clone();
    for _ in 0..MOST_ROUNDS {
        let stranded: f64 =
            ranks.iter().zip(&gives).filter(|(_, gives)| **gives <= 0.0).map(|(r, _)| r).sum();
        let again = 1.0 - walk_on + walk_on * stranded;
        let arrives = |node: usize| -> f64 {
            graph.sources(node).iter().map(|&(from, w)| ranks[from] * w / gives[from]).sum()
        };
        let next: Vec<f64> = (start.iter().enumerate())
            .map(|(node, start)| walk_on * arrives(node) + again * start)
            .collect();
        let change: f64 = next.iter().zip(&ranks).map(|(a, b)| (a - b).abs()).sum();
        ranks = next;
        if change < STILL {
            break;
        }
    }
    ranks
}

/// Where the walker starts, summing to one.
fn start(nodes: usize, chosen: &[usize]) -> Vec<f64> {
    let mut start = vec![0.0; nodes];
    for &node in chosen {
        if let Some(at) = start.get_mut(node) {
            *at = 1.0;
        }
    }
    if start.iter().all(|at| *at <= 0.0) {
        start.fill(1.0);
    }
    let sum: f64 = start.iter().sum();
    start.into_iter().map(|at| at / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::super::karate;
    use super::*;

    fn near(left: &[f64], right: &[f64]) {
        assert_eq!(left.len(), right.len());
        for (node, (l, r)) in left.iter().zip(right).enumerate() {
            assert!((l - r).abs() < 1e-6, "{node}: {l} is not {r}");
        }
    }

    /// §6.1, PPR; networkx.
    #[test]
    fn the_karate_club_ranks_as_computed() {
        let plain = Graph::undirected(34, karate::EDGES.map(|(a, b, _)| (a, b, 1.0)));
        near(&page_rank(&plain, WALK_ON), &karate::PAGERANK);
        let personal = personal_rank(&plain, &[0], WALK_ON);
        near(&personal, &karate::PERSONAL);
        near(&[personal[0], personal[33]], &[0.266_374, 0.051_200]);
        let weighted = Graph::undirected(34, karate::EDGES);
        near(&page_rank(&weighted, WALK_ON), &karate::WEIGHTED_PAGERANK);
    }

    #[test]
    fn whoever_leads_nowhere_sends_the_walker_back() {
        let line = Graph::directed(3, [(0, 1, 1.0), (1, 2, 1.0)]);
        let ranks = page_rank(&line, WALK_ON);
        near(&ranks, &[0.184_416_8, 0.341_171_1, 0.474_412_1]);
        near(&personal_rank(&Graph::directed(1, []), &[0], 2.0), &[1.0]);
        near(&personal_rank(&line, &[9], f64::NAN), &ranks);
        assert!(page_rank(&Graph::default(), WALK_ON).is_empty());
    }

    /// A ring of fifty thousand with a hub: the work is the links times the rounds.
    #[test]
    fn fifty_thousand_people_are_ranked() {
        let ties = (1..50_000_usize).flat_map(|n| [(0, n, 1.0), (n, n % 49_999 + 1, 1.0)]);
        let ranks = personal_rank(&Graph::undirected(50_000, ties), &[0], WALK_ON);
        assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(ranks[1..].iter().all(|rank| *rank < ranks[0]));
    }

    proptest::proptest! {
        #[test]
        fn ranks_sum_to_one(
            links in proptest::collection::vec((0_usize..9, 0_usize..9, 0.01..9.0_f64), 0..30),
            chosen in proptest::collection::vec(0_usize..12, 0..3), walk_on in 0.0..1.2_f64,
        ) {
            let ranks = personal_rank(&Graph::directed(9, links), &chosen, walk_on);
            assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-6);
            assert!(ranks.iter().all(|rank| *rank >= 0.0));
        }
    }
}

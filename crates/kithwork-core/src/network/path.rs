//! The warmest way to somebody: through whom to ask for an introduction (§3.8).
//!
//! Among paths of at most so many steps the one with the greatest product of chances, each the chance
//! that the one asked would introduce. It is the shortest path by Σ −ln p, found by rounds of one step
//! each (Bellman 1958, Quarterly of Applied Mathematics 16:87), because the steps are capped.

use super::graph::Graph;

/// The default cap: beyond three steps nobody knows whom they speak for. A judgement.
pub const MOST_STEPS: usize = 3;

/// A way through people.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The nodes from the first to the last, both included.
    pub nodes: Vec<usize>,
    /// The chance that all of them introduce, 0..=1.
    pub chance: f64,
}

/// The warmest path of at most `most_steps` links, whose weights are chances (those above 1 count as
/// 1); ties go to fewer steps, then to lower nodes. None where there is no way, and from a node to
/// itself.
pub fn warmest(graph: &Graph, from: usize, to: usize, most_steps: usize) -> Option<Path> {
    if from == to || from >= graph.len() || to >= graph.len() {
        return None;
    }
    // By rounds: the best chance of reaching a node in exactly so many steps, and through whom.
    let mut rounds: Vec<Vec<(usize, usize, f64)>> = vec![vec![(from, from, 1.0)]];
    let mut best: Vec<f64> = vec![0.0; graph.len()];
    best[from] = 1.0;
    let mut ends: Option<(usize, f64)> = None;
    for step in 1..=most_steps.min(graph.len()) {
        let reached = spread(graph, rounds.last().map_or(&[], Vec::as_slice), &mut best);
        if let Some(&(_, _, chance)) = reached.iter().find(|&&(node, ..)| node == to) {
            ends = Some((step, chance));
        }
        rounds.push(reached);
    }
    ends.map(|(step, chance)| Path { nodes: walk_back(&rounds, step, to), chance })
}

/// The nodes that one more step reaches with a better chance than before, in order, each with whom it
/// was reached through.
fn spread(
    graph: &Graph,
    edge: &[(usize, usize, f64)],
    best: &mut [f64],
) -> Vec<(usize, usize, f64)> {
    let mut reached: Vec<(usize, usize, f64)> = Vec::new();
    for &(node, _, chance) in edge {
        for &(next, would) in graph.out(node) {
            let chance = chance * would.min(1.0);
            if chance > best[next] {
                best[next] = chance;
                reached.push((next, node, chance));
            }
        }
    }
    // The last one pushed for a node is the best.
    reached.reverse();
    reached.sort_by_key(|&(node, ..)| node);
    reached.dedup_by_key(|&mut (node, ..)| node);
    reached
}

fn walk_back(rounds: &[Vec<(usize, usize, f64)>], step: usize, to: usize) -> Vec<usize> {
    let mut nodes = vec![to];
    let mut at = to;
    for round in rounds[1..=step].iter().rev() {
        let through = round.binary_search_by_key(&at, |&(node, ..)| node);
        at = through.map_or(at, |found| round[found].1);
        nodes.push(at);
    }
    nodes.reverse();
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIXTURE: [(usize, usize, f64); 6] =
        [(0, 1, 0.9), (1, 4, 0.2), (0, 2, 0.6), (2, 3, 0.8), (3, 4, 0.7), (0, 4, 0.05)];

    /// §6.1, warm path: me, b, c, t with 0.336; the longer beats the shorter.
    #[test]
    fn the_longer_way_may_be_the_warmer() {
        let graph = Graph::undirected(5, FIXTURE);
        let path = warmest(&graph, 0, 4, MOST_STEPS).unwrap();
        assert_eq!(path.nodes, [0, 2, 3, 4]);
        assert!((path.chance - 0.336).abs() < 1e-12);
        let short = warmest(&graph, 0, 4, 2).unwrap();
        assert_eq!(short.nodes, [0, 1, 4]);
        assert!((short.chance - 0.18).abs() < 1e-12);
        assert_eq!(warmest(&graph, 0, 4, 1).unwrap().nodes, [0, 4]);
    }

    #[test]
    fn where_there_is_no_way_there_is_none() {
        let graph = Graph::directed(4, [(0, 1, 0.5), (2, 3, 0.5)]);
        for (from, to, steps) in [(0, 3, 3), (0, 0, 3), (0, 9, 3), (9, 0, 3), (0, 1, 0)] {
            assert_eq!(warmest(&graph, from, to, steps), None);
        }
        assert_eq!(warmest(&Graph::default(), 0, 1, 3), None);
    }

    /// The best chance by trying every path.
    fn tried(graph: &Graph, path: &mut Vec<usize>, to: usize, steps: usize, chance: f64) -> f64 {
        let at = path[path.len() - 1];
        if at == to {
            return chance;
        }
        if steps == 0 {
            return 0.0;
        }
        let mut best = 0.0_f64;
        for &(next, would) in graph.out(at) {
            if !path.contains(&next) {
                path.push(next);
                best = best.max(tried(graph, path, to, steps - 1, chance * would));
                path.pop();
            }
        }
        best
    }

    proptest::proptest! {
        #[test]
        fn no_path_within_the_cap_is_warmer(
            links in proptest::collection::btree_map((0_usize..7, 0_usize..7), 0.01..=1.0_f64, 0..25),
            steps in 0_usize..5,
        ) {
            let graph = Graph::directed(7, links.into_iter().map(|((a, b), p)| (a, b, p)));
            let most = tried(&graph, &mut vec![0], 6, steps, 1.0);
            let found = warmest(&graph, 0, 6, steps);
            assert!((found.as_ref().map_or(0.0, |path| path.chance) - most).abs() < 1e-12);
            if let Some(path) = found {
                assert!(path.nodes.len() <= steps + 1);
                let steps = path.nodes.windows(2).map(|w| {
                    graph.out(w[0]).iter().find(|(to, _)| *to == w[1]).unwrap().1
                });
                assert!((steps.product::<f64>() - path.chance).abs() < 1e-12);
            }
        }
    }
}

//! Circular networking: help that comes round, A to B to C and back to A (row 37, §3.12).

use super::graph::Graph;

/// Every circle of three, once, its lowest node first, in order.
pub fn threes(graph: &Graph) -> Vec<[usize; 3]> {
    let mut circles = Vec::new();
    for a in 0..graph.len() {
        let later =
            |node: usize| graph.out(node).iter().map(|&(to, _)| to).filter(move |&to| to > a);
        for b in later(a) {
            circles.extend(later(b).filter(|&c| graph.has(c, a)).map(|c| [a, b, c]));
        }
    }
    circles
}

/// How many links have one back.
fn returned(graph: &Graph) -> usize {
    let back = |from: usize| graph.out(from).iter().filter(move |&&(to, _)| graph.has(to, from));
    (0..graph.len()).map(|from| back(from).count()).sum()
}

/// How far links come back more or less than in a random graph of the same density, −1..=1:
/// ρ = (r − ā)/(1 − ā), r the share of links with one back, ā = L/N(N − 1). None where there is no link
/// or every possible one. Source: Garlaschelli & Loffredo 2004, *Patterns of link reciprocity in
/// directed networks*, Phys. Rev. Lett. 93, 268701.
pub fn reciprocity(graph: &Graph) -> Option<f64> {
    use crate::models::wilson::as_f64;
    let [nodes, links, returned] =
        [graph.len(), graph.links(), returned(graph)].map(|n| as_f64(n as u64));
    let possible = nodes * (nodes - 1.0);
    if links <= 0.0 || links >= possible {
        return None;
    }
    let density = links / possible;
    Some((returned / links - density) / (1.0 - density))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(nodes: usize, links: &[(usize, usize)]) -> Graph {
        Graph::directed(nodes, links.iter().map(|&(from, to)| (from, to, 1.0)))
    }

    /// Row 37: a circle of three is detected and counted once.
    #[test]
    fn a_circle_of_three_counts_once() {
        assert_eq!(threes(&graph(4, &[(2, 0), (0, 1), (1, 2), (2, 3)])), [[0, 1, 2]]);
        // The other way round is another circle; there and back between two is none.
        let both = graph(3, &[(0, 1), (1, 2), (2, 0), (1, 0), (2, 1), (0, 2)]);
        assert_eq!(threes(&both), [[0, 1, 2], [0, 2, 1]]);
        assert!(threes(&graph(3, &[(0, 1), (1, 0), (0, 0), (1, 2)])).is_empty());
        assert!(threes(&Graph::default()).is_empty());
    }

    /// By hand from the formula, and the paper's bounds: all returned is 1, none is −ā/(1 − ā).
    #[test]
    fn reciprocity_is_measured_against_chance() {
        let mixed = graph(4, &[(0, 1), (1, 2), (2, 0), (0, 2), (3, 0), (0, 3)]);
        assert!((reciprocity(&mixed).unwrap() - (2.0 / 3.0 - 0.5) / 0.5).abs() < 1e-12);
        assert!((reciprocity(&graph(3, &[(0, 1), (1, 2), (2, 0)])).unwrap() + 1.0).abs() < 1e-12);
        assert!((reciprocity(&graph(3, &[(0, 1), (1, 0)])).unwrap() - 1.0).abs() < 1e-12);
        for none in [graph(0, &[]), graph(1, &[]), graph(2, &[]), graph(2, &[(0, 1), (1, 0)])] {
            assert_eq!(reciprocity(&none), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn circles_agree_with_trying_all_threes(
            links in proptest::collection::vec((0_usize..7, 0_usize..7), 0..30),
        ) {
            let graph = graph(7, &links);
            let mut tried = Vec::new();
            for a in 0..7 {
                for b in a + 1..7 {
                    for c in (a + 1..7).filter(|&c| c != b) {
                        if graph.has(a, b) && graph.has(b, c) && graph.has(c, a) {
                            tried.push([a, b, c]);
                        }
                    }
                }
            }
            assert_eq!(threes(&graph), tried);
            if let Some(reciprocity) = reciprocity(&graph) {
                assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&reciprocity));
            }
        }
    }
}

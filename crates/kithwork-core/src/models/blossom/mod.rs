//! Whom to pair with whom: the matching of greatest weight in any graph (§3.9).
//!
//! Edmonds 1965, *Paths, trees, and flowers* and *Maximum matching and a polyhedron with 0,1-vertices*,
//! in the primal–dual form of Galil 1986, *Efficient algorithms for finding maximum matching in graphs*,
//! ACM Computing Surveys 18(1) 23: O(n³). All numbers are whole, so the result is exact.

mod search;

use search::Search;

/// Most nodes: beyond, the tables of n² entries would grow too large.
pub const MOST_NODES: usize = 600;

/// For each node its partner in the matching of greatest total weight; edges `(a, b, weight)` join two
/// different nodes below `nodes`, others are left out, and of several between two the heaviest counts.
/// An edge without a positive weight is never used. None for more than [`MOST_NODES`] nodes.
pub fn heaviest(nodes: usize, edges: &[(usize, usize, i64)]) -> Option<Vec<Option<usize>>> {
    let positive = known(nodes, edges).filter(|&(.., weight)| weight > 0);
    solve(nodes, positive.map(|(a, b, weight)| (a, b, i128::from(weight))))
}

/// The same among the matchings with most pairs; weights may be negative.
pub fn heaviest_of_largest(
    nodes: usize,
    edges: &[(usize, usize, i64)],
) -> Option<Vec<Option<usize>>> {
    // Every edge is lifted so far that one pair more outweighs all that weights can differ by.
    let sizes = known(nodes, edges).map(|(.., weight)| i128::from(weight.unsigned_abs()));
    let most = sizes.max().unwrap_or(0);
    let lift = (most * 2 + 1) * (nodes as i128 / 2 + 1);
    let lifted = known(nodes, edges).map(|(a, b, weight)| (a, b, i128::from(weight) + lift));
    solve(nodes, lifted)
}

fn known(
    nodes: usize,
    edges: &[(usize, usize, i64)],
) -> impl Iterator<Item = (usize, usize, i64)> + '_ {
    edges.iter().copied().filter(move |&(a, b, _)| a != b && a < nodes && b < nodes)
}

fn solve(
    nodes: usize,
    edges: impl Iterator<Item = (usize, usize, i128)>,
) -> Option<Vec<Option<usize>>> {
    if nodes > MOST_NODES {
        return None;
    }
    let mut search = Search::new(nodes);
    for (a, b, weight) in edges {
        search.join(a + 1, b + 1, weight);
    }
    Some(search.partners())
}

#[cfg(test)]
mod tests;

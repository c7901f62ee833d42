//! A weighted directed graph, kept sparse.

use std::collections::BTreeMap;

/// Nodes `0..len` and the links between them. A link has a positive finite weight and joins two
/// different nodes; several of one direction add up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// For each node whom it points to and how strongly, in order.
    out: Vec<Vec<(usize, f64)>>,
    /// For each node who points to it, likewise.
    into: Vec<Vec<(usize, f64)>>,
    links: usize,
}

impl Graph {
    /// From links `(from, to, weight)`. Links from a node to itself, to nodes beyond `nodes` and with
    /// weights that aren't positive and finite are left out.
    pub fn directed(nodes: usize, links: impl IntoIterator<Item = (usize, usize, f64)>) -> Self {
        let fits = |&(from, to, weight): &(usize, usize, f64)| {
            from < nodes && to < nodes && from != to && weight > 0.0 && weight.is_finite()
        };
        let mut links: Vec<(usize, usize, f64)> = links.into_iter().filter(fits).collect();
        // A stable order, so that equal links always add up alike, and every list comes out sorted.
        links.sort_by_key(|&(from, to, _)| (from, to));
        links.dedup_by(|next, first| {
            let is_same = (next.0, next.1) == (first.0, first.1);
            if is_same {
                first.2 += next.2;
            }
            is_same
        });
        let mut graph = Self {
            out: vec![Vec::new(); nodes],
            into: vec![Vec::new(); nodes],
            links: links.len(),
        };
        for (from, to, weight) in links {
            graph.out[from].push((to, weight));
            graph.into[to].push((from, weight));
        }
        graph
    }

    /// From ties without a direction: each is a link both ways.
    pub fn undirected(nodes: usize, ties: impl IntoIterator<Item = (usize, usize, f64)>) -> Self {
        Self::directed(nodes, ties.into_iter().flat_map(|(a, b, w)| [(a, b, w), (b, a, w)]))
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// How many links there are, each direction counted.
    pub fn links(&self) -> usize {
        self.links
    }

    /// Whom a node points to, in order, each with the link's weight; nobody for a node that isn't.
    pub fn out(&self, node: usize) -> &[(usize, f64)] {
        self.out.get(node).map_or(&[], Vec::as_slice)
    }

    /// Who points to a node, in order.
    pub fn sources(&self, node: usize) -> &[(usize, f64)] {
        self.into.get(node).map_or(&[], Vec::as_slice)
    }

    /// Whether a link leads from one node to the other.
    pub fn has(&self, from: usize, to: usize) -> bool {
        self.out(from).binary_search_by_key(&to, |&(node, _)| node).is_ok()
    }

    /// Whom a node has to do with in either direction, in order, each with both weights added.
    pub fn around(&self, node: usize) -> Vec<(usize, f64)> {
        let mut both: BTreeMap<usize, f64> = self.out(node).iter().copied().collect();
        for &(other, weight) in self.sources(node) {
            *both.entry(other).or_default() += weight;
        }
        both.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_link_is_left_out_and_the_rest_adds_up() {
        let links =
            [(0, 1, 1.0), (0, 1, 2.0), (1, 1, 5.0), (2, 9, 1.0), (0, 2, f64::NAN), (2, 0, -1.0)];
        let graph = Graph::directed(3, links);
        assert_eq!((graph.len(), graph.links()), (3, 1));
        assert_eq!(graph.out(0), [(1, 3.0)]);
        assert_eq!(graph.sources(1), [(0, 3.0)]);
        assert!(graph.has(0, 1) && !graph.has(1, 0) && !graph.has(7, 0));
        assert_eq!(graph.around(1), [(0, 3.0)]);
        assert!(graph.around(2).is_empty() && graph.out(8).is_empty());
        assert!(Graph::directed(0, [(0, 0, 1.0)]).is_empty());
    }
}

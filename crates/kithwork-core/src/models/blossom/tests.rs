//! Published cases, and trying every matching.

use super::*;
use crate::network::karate::EDGES;

type Edges<'e> = &'e [(usize, usize, i64)];

/// The pairs, each once, in order.
fn pairs(partners: &[Option<usize>]) -> Vec<(usize, usize)> {
    let partner = |(node, other): (usize, &Option<usize>)| Some((node, (*other)?));
    partners.iter().enumerate().filter_map(partner).filter(|(a, b)| a < b).collect()
}

/// Nodes count from 1 in the published cases; 0 stays single.
fn heavy(edges: Edges<'_>) -> Vec<(usize, usize)> {
    pairs(&heaviest(13, edges).unwrap())
}

fn large(edges: Edges<'_>) -> Vec<(usize, usize)> {
    pairs(&heaviest_of_largest(13, edges).unwrap())
}

/// §6.1, matching; van Rantwijk's test set as in networkx's `test_matching.py`.
#[test]
fn small_cases_are_as_published() {
    assert!(heavy(&[]).is_empty());
    assert!(heavy(&[(0, 0, 100)]).is_empty());
    assert_eq!(heavy(&[(1, 2, 10), (2, 3, 11)]), [(2, 3)]);
    let path = [(1, 2, 5), (2, 3, 11), (3, 4, 5)];
    assert_eq!(heavy(&path), [(2, 3)]);
    assert_eq!(large(&path), [(1, 2), (3, 4)]);
    assert_eq!(heavy(&[(1, 4, 2), (2, 3, 2), (1, 2, 1), (3, 4, 4)]), [(1, 2), (3, 4)]);
    let negative = [(1, 2, 2), (1, 3, -2), (2, 3, 1), (2, 4, -1), (3, 4, -6)];
    assert_eq!(heavy(&negative), [(1, 2)]);
    assert_eq!(large(&negative), [(1, 3), (2, 4)]);
}

/// The rest of the test set, an edge `a-b:weight`: blossoms that are shrunk, nested, relabelled and
/// expanded. The last is its case with weights that are no whole numbers, in millionths.
const CASES: &str = "\
1-2:8 1-3:9 2-3:10 3-4:7 = 1-2 3-4
1-2:8 1-3:9 2-3:10 3-4:7 1-6:5 4-5:6 = 1-6 2-3 4-5
1-2:9 1-3:8 2-3:10 1-4:5 4-5:4 1-6:3 = 1-6 2-3 4-5
1-2:9 1-3:8 2-3:10 1-4:5 4-5:3 1-6:4 = 1-6 2-3 4-5
1-2:9 1-3:8 2-3:10 1-4:5 4-5:3 3-6:4 = 1-2 3-6 4-5
1-2:9 1-3:9 2-3:10 2-4:8 3-5:8 4-5:10 5-6:6 = 1-3 2-4 5-6
1-2:10 1-7:10 2-3:12 3-4:20 3-5:20 4-5:25 5-6:10 6-7:10 7-8:8 = 1-2 3-4 5-6 7-8
1-2:8 1-3:8 2-3:10 2-4:12 3-5:12 4-5:14 4-6:12 5-7:12 6-7:14 7-8:12 = 1-2 3-5 4-6 7-8
1-2:23 1-5:22 1-6:15 2-3:25 3-4:22 4-5:25 4-8:14 5-7:13 = 1-6 2-3 4-8 5-7
1-2:19 1-3:20 1-8:8 2-3:25 2-4:18 3-5:18 4-5:13 4-7:7 5-6:7 = 1-8 2-3 4-7 5-6
1-2:45 1-5:45 2-3:50 3-4:45 4-5:50 1-6:30 3-9:35 4-8:35 5-7:26 9-10:5 = 1-6 2-3 4-8 5-7 9-10
1-2:45 1-5:45 2-3:50 3-4:45 4-5:50 1-6:30 3-9:35 4-8:26 5-7:40 9-10:5 = 1-6 2-3 4-8 5-7 9-10
1-2:45 1-5:45 2-3:50 3-4:45 4-5:50 1-6:30 3-9:35 4-8:28 5-7:26 9-10:5 = 1-6 2-3 4-8 5-7 9-10
1-2:45 1-7:45 2-3:50 3-4:45 4-5:95 4-6:94 5-6:94 6-7:50 1-8:30 3-11:35 5-9:36 7-10:26 11-12:5 = 1-8 2-3 4-6 5-9 7-10 11-12
1-2:40 1-3:40 2-3:60 2-4:55 3-5:55 4-5:50 1-8:15 5-7:30 7-6:10 8-10:10 4-9:30 = 1-2 3-5 4-9 6-7 8-10
1-2:3141593 2-3:2718282 1-3:3000000 1-4:1414214 = 1-4 2-3";

/// Two nodes of `a-b`.
fn ends(text: &str) -> (usize, usize) {
    let (a, b) = text.split_once('-').unwrap();
    (a.parse().unwrap(), b.parse().unwrap())
}

#[test]
fn blossoms_are_handled_as_published() {
    for case in CASES.lines() {
        let (edges, expected) = case.split_once(" = ").unwrap();
        let edge = |text: &str| {
            let (pair, weight) = text.split_once(':').unwrap();
            (ends(pair).0, ends(pair).1, weight.parse().unwrap())
        };
        let edges: Vec<(usize, usize, i64)> = edges.split(' ').map(edge).collect();
        let expected: Vec<(usize, usize)> = expected.split(' ').map(ends).collect();
        assert_eq!(heavy(&edges), expected, "{case}");
    }
    assert_eq!(CASES.lines().count(), 16);
}

/// The karate club: the greatest weight is 49 (also by an integer programme), of the largest 47.
#[test]
fn the_karate_club_pairs_as_computed() {
    #[expect(clippy::cast_possible_truncation, reason = "whole numbers up to seven")]
    let edges: Vec<(usize, usize, i64)> = EDGES.map(|(a, b, weight)| (a, b, weight as i64)).into();
    let weight = |pairs: &[(usize, usize)]| -> i64 {
        let of = |pair: &(usize, usize)| edges.iter().find(|e| (e.0, e.1) == *pair).unwrap().2;
        pairs.iter().map(of).sum()
    };
    let heavy = pairs(&heaviest(34, &edges).unwrap());
    assert_eq!(weight(&heavy), 49);
    let large = pairs(&heaviest_of_largest(34, &edges).unwrap());
    assert_eq!((large.len(), weight(&large)), (13, 47));
}

#[test]
fn what_cannot_be_paired_is_left_alone() {
    assert_eq!(heaviest(0, &[]), Some(vec![]));
    assert_eq!(heaviest(2, &[(0, 5, 1), (1, 1, 1)]), Some(vec![None, None]));
    assert_eq!(heaviest_of_largest(3, &[(0, 1, i64::MIN)]), Some(vec![Some(1), Some(0), None]));
    assert_eq!(heaviest(MOST_NODES + 1, &[]), None);
    let extreme = [(0, 1, i64::MAX), (1, 2, i64::MAX), (2, 3, i64::MIN)];
    assert_eq!(heaviest_of_largest(4, &extreme).map(|m| pairs(&m)), Some(vec![(0, 1), (2, 3)]));
}

/// Pairs and weight of the best of all matchings: by weight, or by pairs and then weight.
fn tried(edges: Edges<'_>, taken: u32, by_pairs: bool) -> (i64, i64) {
    let Some((&(a, b, weight), rest)) = edges.split_first() else { return (0, 0) };
    let without = tried(rest, taken, by_pairs);
    if taken & (1 << a | 1 << b) != 0 {
        return without;
    }
    let (pairs, sum) = tried(rest, taken | 1 << a | 1 << b, by_pairs);
    let with = (pairs + 1, sum + weight);
    let worth = |(pairs, sum): (i64, i64)| if by_pairs { (pairs, sum) } else { (sum, 0) };
    if worth(with) > worth(without) { with } else { without }
}

proptest::proptest! {
    #[test]
    fn no_matching_is_heavier(
        edges in proptest::collection::btree_map((0_usize..9, 0_usize..9), -9..40_i64, 0..16),
    ) {
        let edges: Vec<(usize, usize, i64)> =
            edges.into_iter().filter(|((a, b), _)| a < b).map(|((a, b), w)| (a, b, w)).collect();
        for by_pairs in [false, true] {
            let solve = if by_pairs { heaviest_of_largest } else { heaviest };
            let partners = solve(9, &edges).unwrap();
            let found = pairs(&partners);
            let weight = |pair: &(usize, usize)| edges.iter().find(|e| (e.0, e.1) == *pair).unwrap().2;
            let sum: i64 = found.iter().map(weight).sum();
            let (most_pairs, most) = tried(&edges, 0, by_pairs);
            assert_eq!(sum, most, "{edges:?}");
            assert!(!by_pairs || i64::try_from(found.len()).unwrap() == most_pairs);
            for (node, partner) in partners.iter().enumerate() {
                assert!(partner.is_none_or(|other| partners[other] == Some(node)));
            }
        }
    }
}

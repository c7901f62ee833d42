//! Rounds, tables and rotas keep what they promise.

use super::*;
use std::collections::BTreeMap;

const NO_WISHES: fn() -> Wishes = Wishes::default;

fn repeats(rounds: &[Vec<Vec<usize>>]) -> usize {
    let mut met: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for table in rounds.iter().flatten() {
        for (at, &a) in table.iter().enumerate() {
            for &b in &table[at + 1..] {
                *met.entry((a.min(b), a.max(b))).or_default() += 1;
            }
        }
    }
    met.values().map(|times| times - 1).sum()
}

/// Everybody sits once in each round, at tables that differ by one at most.
fn is_whole(seating: &Seating, people: usize) -> bool {
    seating.rounds.iter().all(|round| {
        let mut all: Vec<usize> = round.iter().flatten().copied().collect();
        all.sort_unstable();
        let sizes = round.iter().map(Vec::len);
        all == (0..people).collect::<Vec<_>>()
            && sizes.clone().max().unwrap() - sizes.min().unwrap() <= 1
    })
}

/// §6.1, golfer: rounds without a repeat as published.
#[test]
fn tables_reach_the_published_rounds() {
    for (tables, size, rounds) in [
        (4, 4, 5),
        (5, 3, 7),
        (5, 5, 6),
        (6, 6, 3),
        (3, 3, 4),
        (4, 3, 4),
        (5, 4, 5),
        (3, 2, 5),
        (6, 2, 11),
        (7, 7, 8),
        (8, 8, 9),
        (9, 9, 10),
    ] {
        let people = tables * size;
        let seating = seat(people, tables, rounds, &NO_WISHES(), 1, 0).unwrap();
        assert_eq!((repeats(&seating.rounds), seating.repeats), (0, 0), "{tables} × {size}");
        assert_eq!(seating.rounds.len(), rounds);
        assert!(is_whole(&seating, people), "{tables} × {size}");
        assert!(seating.known_rounds.is_none_or(|known| known == rounds));
        assert!(seating.bound >= rounds);
    }
}

/// One round more than can be: annealing leaves few repeats, and they are told.
#[test]
fn a_round_too_many_repeats_some_meetings() {
    let seating = seat(16, 4, 6, &NO_WISHES(), 7, 20_000).unwrap();
    assert_eq!(seating.known_rounds, Some(5));
    assert_eq!(seating.repeats, repeats(&seating.rounds) as u64);
    // Everybody has met everybody after five rounds: all 24 meetings of the sixth are repeats.
    assert_eq!(seating.repeats, 24);
    assert!(is_whole(&seating, 16));
}

/// Without geometry: eighteen people at six tables.
#[test]
fn annealing_finds_rounds_without_a_repeat() {
    let seating = seat(18, 6, 4, &NO_WISHES(), 3, 60_000).unwrap();
    assert_eq!(seating.repeats, 0);
    let odd = seat(22, 6, 4, &NO_WISHES(), 3, 60_000).unwrap();
    assert!(is_whole(&odd, 22) && odd.repeats == 0, "{odd:?}");
}

#[test]
fn rivals_and_friends_sit_apart_and_helpers_together() {
    let wishes = Wishes {
        rivals: vec![(0, 4), (1, 5), (0, 8)],
        friends: vec![(2, 6)],
        met: vec![(3, 7, 2)],
        fits: vec![(10, 11, 1.0), (9, 14, 1.0)],
    };
    let seating = seat(16, 4, 2, &wishes, 5, 40_000).unwrap();
    let together = |a: usize, b: usize| {
        seating.rounds.iter().flatten().any(|table| table.contains(&a) && table.contains(&b))
    };
    assert_eq!((seating.repeats, seating.rivals_together), (0, 0));
    for (a, b) in [(0, 4), (1, 5), (0, 8), (2, 6), (3, 7)] {
        assert!(!together(a, b), "{a} and {b}");
    }
    assert!(together(10, 11) && together(9, 14));
}

#[test]
fn the_same_seed_seats_alike_and_another_may_not() {
    let with = |seed| seat(18, 6, 5, &NO_WISHES(), seed, 2000).unwrap().rounds;
    assert_eq!(with(1), with(1));
    assert_ne!(with(1), with(2));
}

#[test]
fn strange_numbers_have_an_answer() {
    for (people, tables, rounds) in [(0, 1, 1), (3, 0, 1), (2, 3, 1), (3000, 5, 1), (4, 2, 900)] {
        assert_eq!(seat(people, tables, rounds, &NO_WISHES(), 1, 10), None);
    }
    let wishes = Wishes { rivals: vec![(0, 0), (0, 99)], ..Wishes::default() };
    let one = seat(1, 1, 3, &wishes, 1, 100).unwrap();
    assert_eq!((one.rounds.len(), one.repeats), (3, 0));
    assert!(seat(5, 5, 2, &wishes, 1, 100).unwrap().repeats == 0);
    assert!(seat(9, 2, 0, &wishes, 1, 100).unwrap().rounds.is_empty());
}

/// §3.9: n even, n − 1 rounds; n odd, n rounds with one resting; 28 makes 27.
#[test]
fn in_a_round_robin_all_meet_once() {
    for members in 0..=28 {
        let rounds = round_robin(members);
        let expected = if members < 2 { 0 } else { members - 1 + members % 2 };
        assert_eq!(rounds.len(), expected);
        let mut met: Vec<(usize, usize)> = rounds.iter().flat_map(|r| r.pairs.clone()).collect();
        met.sort_unstable();
        met.dedup();
        assert_eq!(met.len(), members * members.saturating_sub(1) / 2, "{members}");
        assert!(rounds.iter().all(|r| r.pairs.len() == members / 2));
        let mut rests: Vec<usize> = rounds.iter().filter_map(|r| r.rests).collect();
        rests.sort_unstable();
        let all = if members % 2 == 1 && members > 1 { members } else { 0 };
        assert_eq!(rests, (0..all).collect::<Vec<_>>());
    }
}

#[test]
fn a_rota_pairs_strangers_who_fit_before_it_repeats() {
    let fits = |a: usize, b: usize| if (a, b) == (0, 3) || (a, b) == (1, 2) { 0.9 } else { 0.1 };
    let rounds = rota(4, 3, |_, _| 0, fits).unwrap();
    assert_eq!(rounds[0].pairs, [(0, 3), (1, 2)]);
    let mut met: Vec<_> = rounds.iter().flat_map(|r| r.pairs.clone()).collect();
    met.sort_unstable();
    met.dedup();
    assert_eq!(met.len(), 6);
    // Those who met before wait, however well they fit.
    let rounds = rota(4, 1, |a, b| u32::from((a, b) == (0, 3)), fits).unwrap();
    assert!(!rounds[0].pairs.contains(&(0, 3)));
}

#[test]
fn a_rota_over_a_season_lets_all_meet_and_all_rest() {
    for members in [2, 5, 6, 8, 9, 12] {
        let season = members - 1 + members % 2;
        let rounds =
            rota(members, season, |_, _| 0, |a, b| 1.0 / f64::from(u32::try_from(a + b).unwrap()))
                .unwrap();
        let mut met: Vec<_> = rounds.iter().flat_map(|r| r.pairs.clone()).collect();
        met.sort_unstable();
        met.dedup();
        assert_eq!(met.len(), members * (members - 1) / 2, "{members}");
        let mut rests: Vec<usize> = rounds.iter().filter_map(|r| r.rests).collect();
        rests.sort_unstable();
        rests.dedup();
        assert_eq!(rests.len(), members * (members % 2));
    }
    assert_eq!(rota(1, 4, |_, _| 0, |_, _| 0.0), Some(vec![]));
    assert_eq!(rota(0, 4, |_, _| 0, |_, _| 0.0), Some(vec![]));
    assert_eq!(rota(600, 1, |_, _| 0, |_, _| 0.0), None);
    assert!(rota(4, 2, |_, _| 0, |_, _| f64::NAN).is_some());
}

#[test]
fn a_small_table_is_of_people_who_help_each_other() {
    // 0 helps 1, 1 helps 2, 2 helps 0; 3 competes with 0; 4 helps nobody.
    let helps = |a: usize, b: usize| match (a, b) {
        (0, 1) | (1, 2) | (2, 0) => 1.0,
        (3, _) if b < 3 => 5.0,
        _ => 0.0,
    };
    let may = |a: usize, b: usize| !matches!((a.min(b), a.max(b)), (0, 3));
    let best = small_table(5, (3, 5), helps, may).unwrap();
    assert_eq!(best.guests, [1, 2, 3]);
    let without = small_table(3, (3, 5), helps, may).unwrap();
    assert_eq!((without.guests, without.worth), (vec![0, 1, 2], 1.0));
    assert_eq!(small_table(5, (3, 5), |_, _| 0.0, may), None);
    assert_eq!(small_table(2, (3, 5), helps, may), None);
    assert_eq!(small_table(5, (3, 5), helps, |_, _| false), None);
    assert_eq!(small_table(0, (3, 5), |_, _| f64::NAN, may), None);
}

proptest::proptest! {
    #[test]
    fn seatings_are_whole_and_count_their_repeats(
        people in 1_usize..30, tables in 1_usize..7, rounds in 0_usize..5, seed in 0_u64..50,
    ) {
        if let Some(seating) = seat(people, tables, rounds, &NO_WISHES(), seed, 300) {
            assert!(is_whole(&seating, people));
            assert_eq!(seating.repeats, repeats(&seating.rounds) as u64);
        }
    }

    /// In each round everybody meets one other, and one rests in an odd group.
    #[test]
    fn rotas_pair_everybody(
        members in 2_usize..10, rounds in 0_usize..6, seed in 0_u32..1000,
    ) {
        let met = |a: usize, b: usize| u32::try_from(a * 7 + b * 13).unwrap().wrapping_mul(seed) % 3;
        for round in rota(members, rounds, met, |_, _| 0.5).unwrap() {
            let mut all: Vec<usize> = round.pairs.iter().flat_map(|&(a, b)| [a, b]).collect();
            all.extend(round.rests);
            all.sort_unstable();
            assert_eq!(all, (0..members).collect::<Vec<_>>());
        }
    }
}

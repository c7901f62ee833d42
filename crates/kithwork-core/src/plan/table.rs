//! A table of a few people who can help each other, not only the owner.

use super::matches::Matches;

/// People looked at for a table: the most promising of the circle.
const POOL: usize = 24;
/// Most guests.
const MOST: usize = 5;
/// Fewest guests.
const LEAST: usize = 3;

/// Three to five of the pool, each pair of which fits better than half of all pairs and competes in
/// nothing; none where there are no three.
pub(super) fn best(pool: &[usize], matches: &Matches) -> Option<Vec<usize>> {
    let pool: Vec<usize> = pool.iter().copied().take(POOL).collect();
    let between = |a: usize, b: usize| matches.between(a, b);
    let mut scores: Vec<f64> = Vec::new();
    for (i, &a) in pool.iter().enumerate() {
        scores.extend(pool[i + 1..].iter().map(|&b| between(a, b)));
    }
    scores.sort_by(f64::total_cmp);
    let median = scores.get(scores.len() / 2).copied()?;
    let fits = |a: usize, b: usize| between(a, b) > median && !matches.are_rivals(a, b);
    let mut best: Option<(f64, Vec<usize>)> = None;
    for (i, &first) in pool.iter().enumerate() {
        let mut guests = vec![first];
        for &next in &pool[i + 1..] {
            if guests.len() < MOST && guests.iter().all(|&guest| fits(guest, next)) {
                guests.push(next);
            }
        }
        let total: f64 = pairs(&guests).map(|(a, b)| between(a, b)).sum();
        if guests.len() >= LEAST && best.as_ref().is_none_or(|(most, _)| total > *most) {
            best = Some((total, guests));
        }
    }
    best.map(|(_, guests)| guests)
}

fn pairs(guests: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    guests.iter().enumerate().flat_map(|(i, &a)| guests[i + 1..].iter().map(move |&b| (a, b)))
}

//! Made-up people who know each other: through small groups, and here and there across.

use crate::draw::Draw;
use std::collections::BTreeMap;

/// Two people who know each other: who, how strongly, and the chance that one would introduce to the other.
pub(crate) type Tie = (usize, usize, f64, f64);

/// Groups that each belongs to.
const GROUPS_EACH: usize = 2;
/// Members of a group, on average.
const MEMBERS: usize = 16;
/// How many of a group's pairs know each other.
const KNOWN: f64 = 0.4;

/// Who knows whom among so many; nobody is alone. Each pair stands once.
pub(crate) fn made_up(draw: &mut Draw, people: usize) -> Vec<Tie> {
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); (people * GROUPS_EACH / MEMBERS).max(1)];
    for person in 0..people {
        for _ in 0..GROUPS_EACH {
            let group = draw.below(groups.len());
            groups[group].push(person);
        }
    }
    let mut ties: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    let mut tie = |draw: &mut Draw, a: usize, b: usize| {
        if a != b {
            ties.entry((a.min(b), a.max(b))).or_insert_with(|| draw.between(1, 9));
        }
    };
    for group in &groups {
        for (at, &a) in group.iter().enumerate() {
            for &b in &group[at + 1..] {
                if draw.happens(KNOWN) {
                    tie(draw, a, b);
                }
            }
        }
    }
    for person in 0..people {
        // Some are known far and wide: the lower of two numbers is met more often.
        let other = draw.below(people).min(draw.below(people));
        tie(draw, person, if other == person { (person + 1) % people } else { other });
    }
    let told = |((a, b), times): ((usize, usize), u32)| {
        (a, b, f64::from(times), 1.0 - 0.5_f64.powi(i32::try_from(times).unwrap_or(1)))
    };
    ties.into_iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_people_and_nobody_is_alone() {
        let made = |seed| made_up(&mut Draw::new(seed), 300);
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
        let ties = made(1);
        let met = |who: usize| ties.iter().filter(|t| t.0 == who || t.1 == who).count();
        assert!((0..300).all(|who| met(who) > 0));
        assert!((1_500..3_000).contains(&ties.len()), "{}", ties.len());
        assert!(ties.iter().all(|t| t.0 < t.1 && t.2 >= 1.0 && t.3 > 0.0 && t.3 < 1.0));
    }
}

//! How many of many findings at once may be chance: Benjamini & Hochberg 1995, J. R. Statist. Soc. B
//! 57:289–300 (§4).
//!
//! Twenty findings looked at together raise an alarm by chance alone sooner or later. Keeping to a
//! false-discovery rate q means that of those kept, on average at most the share q are false. With the
//! chances in rising order, all up to the largest i with pᵢ ≤ q·i/m are kept, m being how many there are.

use super::wilson::as_f64;

/// The share of false alarms that a review lives with; 0..=1. Judgement (§4).
pub const FALSE_DISCOVERY_RATE: f64 = 0.1;

/// Each chance corrected for having looked at all of them, in the order given: the smallest rate q at
/// which it is still kept, 0..=1. Whatever is no number from 0 to 1 counts as 1, no evidence.
pub fn adjusted(chances: &[f64]) -> Vec<f64> {
    let chances: Vec<f64> = chances.iter().copied().map(sound).collect();
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|&a, &b| chances[b].total_cmp(&chances[a]).then(b.cmp(&a)));
    let of = as_f64(chances.len() as u64);
    let (mut adjusted, mut least) = (vec![1.0; chances.len()], 1.0_f64);
    for (passed, &at) in order.iter().enumerate() {
        let rank = of - as_f64(passed as u64);
        least = least.min(chances[at] * (of / rank));
        adjusted[at] = least;
    }
    adjusted
}

/// Which of the chances are kept at a false-discovery rate, in the order given. A chance is that of
/// seeing so much where there is nothing: one-sided, 0..=1.
pub fn kept(chances: &[f64], rate: f64) -> Vec<bool> {
    let of = as_f64(chances.len() as u64);
    let mut sorted: Vec<f64> = chances.iter().copied().map(sound).collect();
    sorted.sort_by(f64::total_cmp);
    let passes = |&(i, &p): &(usize, &f64)| p <= rate * as_f64(i as u64 + 1) / of;
    let line = sorted.iter().enumerate().filter(passes).map(|(_, &p)| p).next_back();
    chances.iter().map(|&p| line.is_some_and(|line| sound(p) <= line)).collect()
}

/// How many of so many findings chance alone raises at a rate, where nothing is behind any of them.
pub fn expected_by_chance(findings: usize, rate: f64) -> f64 {
    as_f64(findings as u64) * sound(rate)
}

fn sound(chance: f64) -> f64 {
    if (0.0..=1.0).contains(&chance) { chance } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Benjamini & Hochberg 1995, §4.1: Needleman et al.'s fifteen chances of a heart's trouble.
    const PUBLISHED: [f64; 15] = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0,
    ];

    fn count(kept: &[bool]) -> usize {
        kept.iter().filter(|k| **k).count()
    }

    #[test]
    fn of_fifteen_the_paper_keeps_four_at_one_in_twenty() {
        assert_eq!(count(&kept(&PUBLISHED, 0.05)), 4);
        assert_eq!(count(&kept(&PUBLISHED, 0.1)), 9);
        assert_eq!(kept(&PUBLISHED, 0.05)[3..5], [true, false]);
    }

    #[test]
    fn a_chance_above_its_own_line_is_kept_where_a_later_one_passes() {
        assert_eq!(kept(&[0.09, 0.04, 0.03], 0.05), [false, false, false]);
        assert_eq!(kept(&[0.05, 0.04, 0.03], 0.05), [true, true, true]);
    }

    /// As R's p.adjust(…, "BH") gives.
    #[test]
    fn the_adjusted_chances_are_those_of_the_paper() {
        let adjusted = adjusted(&PUBLISHED);
        for (at, value) in [(0, 0.0015), (2, 0.0095), (3, 0.035_625), (6, 0.063_857), (14, 1.0)] {
            assert!((adjusted[at] - value).abs() < 5e-7, "{at}: {}", adjusted[at]);
        }
    }

    #[test]
    fn what_is_no_chance_is_no_evidence() {
        assert_eq!(kept(&[f64::NAN, 0.001, -1.0, f64::INFINITY], 0.1), [false, true, false, false]);
        assert!(kept(&[], 0.1).is_empty() && adjusted(&[]).is_empty());
        assert_eq!(adjusted(&[f64::NAN]), [1.0]);
        assert!((expected_by_chance(26, FALSE_DISCOVERY_RATE) - 2.6).abs() < 1e-12);
        assert!(expected_by_chance(0, 0.1) <= 0.0);
    }

    proptest::proptest! {
        #[test]
        fn what_is_kept_is_what_the_adjusted_chance_allows(
            chances in proptest::collection::vec(0.0..=1.0_f64, 0..40), rate in 0.01..0.5_f64,
        ) {
            let (kept, adjusted) = (kept(&chances, rate), adjusted(&chances));
            for at in 0..chances.len() {
                assert!((chances[at]..=1.0).contains(&adjusted[at]));
                // At the very line rounding may fall to either side.
                if (adjusted[at] - rate).abs() > 1e-12 {
                    assert_eq!(kept[at], adjusted[at] <= rate);
                }
            }
            let lone = super::kept(&chances, rate / as_f64(chances.len().max(1) as u64));
            assert!(count(&lone) <= count(&kept), "fewer at a stricter rate");
        }
    }
}

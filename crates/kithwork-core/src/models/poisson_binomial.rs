//! How many of several come about, each with a chance of its own: the Poisson binomial distribution
//! (Wang 1993, Statistica Sinica 3:295–312), by adding one case after the other.

/// The chance that at least `least` of the cases come about, 0..=1. Chances beyond 0..=1 count as the
/// nearest end; what is no number counts as no chance.
pub fn at_least(chances: impl IntoIterator<Item = f64>, least: usize) -> f64 {
    let mut exactly = vec![1.0];
    for chance in chances {
        let chance = if chance.is_finite() { chance.clamp(0.0, 1.0) } else { 0.0 };
        exactly.push(0.0);
        for k in (0..exactly.len()).rev() {
            let before = if k == 0 { 0.0 } else { exactly[k - 1] };
            exactly[k] = exactly[k] * (1.0 - chance) + before * chance;
        }
    }
    exactly.iter().skip(least).sum::<f64>().clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::at_least;

    fn near(left: f64, right: f64) {
        assert!((left - right).abs() < 1e-12, "{left} is not {right}");
    }

    /// With equal chances it is the binomial: of 4 with ½ each, at least 3 in 5 of 16 ways.
    #[test]
    fn equal_chances_make_the_binomial() {
        near(at_least([0.5; 4], 3), 5.0 / 16.0);
        near(at_least([0.3; 5], 1), 1.0 - 0.7_f64.powi(5));
    }

    #[test]
    fn unequal_chances_add_up_by_hand() {
        // None 0.9·0.2, both 0.1·0.8.
        near(at_least([0.1, 0.8], 1), 0.82);
        near(at_least([0.1, 0.8], 2), 0.08);
    }

    #[test]
    fn the_ends_are_defined() {
        near(at_least([], 0), 1.0);
        near(at_least([], 1), 0.0);
        near(at_least([f64::NAN, 2.0], 1), 1.0);
    }
}

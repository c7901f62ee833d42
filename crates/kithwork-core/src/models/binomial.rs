//! The chance of so many of so many, where each has the same chance: the exact one-sided test of a share
//! against a line (Clopper & Pearson 1934, Biometrika 26:404–413).

use super::wilson::as_f64;
use statrs::function::beta::checked_beta_reg;

/// The chance of at least `k` of `n` where each has the chance `share`, 0..=1: the regularised incomplete
/// beta function of k and n − k + 1.
/// A share that is no number counts as 1, no evidence.
pub fn at_least(k: u64, n: u64, share: f64) -> f64 {
    if k == 0 || share.is_nan() {
        return 1.0;
    }
    if k > n {
        return 0.0;
    }
    let (k, n) = (as_f64(k), as_f64(n));
    checked_beta_reg(k, n - k + 1.0, share.clamp(0.0, 1.0)).unwrap_or(1.0)
}

/// The chance of at most `k` of `n`, 0..=1.
pub fn at_most(k: u64, n: u64, share: f64) -> f64 {
    at_least(n.saturating_sub(k), n, 1.0 - share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// scipy 1.17, `stats.binom`; and Fisher's lady who told eight cups of eight by chance.
    #[test]
    fn the_chances_are_the_known_ones() {
        near(at_least(9, 10, 0.85), 0.544_299_823_765_527, 1e-12);
        near(at_most(4, 30, 0.5), 2.973_806_113_004_684e-5, 1e-16);
        near(at_least(17, 20, 0.7), 0.107_086_804_503_730_9, 1e-12);
        near(at_least(8, 8, 0.5), 1.0 / 256.0, 1e-15);
    }

    #[test]
    fn the_edges_are_certain() {
        near(at_least(0, 0, 0.3), 1.0, 0.0);
        near(at_least(3, 2, 0.3), 0.0, 0.0);
        near(at_most(2, 2, 0.3), 1.0, 0.0);
        near(at_most(9, 2, 0.3), 1.0, 0.0);
        near(at_least(1, 1_000_000, 0.0), 0.0, 0.0);
        near(at_least(1, 3, f64::NAN), 1.0, 0.0);
        near(at_most(1, 3, f64::NAN), 1.0, 0.0);
    }

    proptest::proptest! {
        #[test]
        fn the_two_tails_add_up_and_more_is_never_likelier(
            n in 1_u64..2000, part in 0.0..1.0_f64, share in 0.0..=1.0_f64,
        ) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of n")]
            let k = (as_f64(n) * part) as u64;
            near(at_most(k, n, share) + at_least(k + 1, n, share), 1.0, 1e-9);
            assert!(at_least(k + 1, n, share) <= at_least(k, n, share) + 1e-12);
        }
    }
}

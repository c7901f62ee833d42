//! Whether something happens sooner in one group than in another: the log-rank test (Mantel 1966,
//! Cancer Chemother. Rep. 50:163; Peto & Peto 1972, J. R. Statist. Soc. A 135:185) (§3.5).
//!
//! At each time at which it happens to d of the n still watched, n₁ of them in the first group, chance
//! alone would give that group d·n₁/n of them, with the hypergeometric variance
//! d·(n₁/n)(1 − n₁/n)(n − d)/(n − 1). (O − E)²/V is χ² with one degree of freedom.

use super::kaplan_meier::Case;
use super::wilson::as_f64;
use statrs::function::erf::erfc;

/// What the first of two groups saw, and what chance alone would have given it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogRank {
    /// To how many of the first group it happened, O.
    pub observed: f64,
    /// To how many it would have happened if the groups were alike, E.
    pub expected: f64,
    /// The variance V of the difference, > 0.
    pub variance: f64,
}

impl LogRank {
    /// (O − E)²/V, ≥ 0.
    pub fn chi_square(self) -> f64 {
        (self.observed - self.expected).powi(2) / self.variance
    }

    /// The chance of a difference as large or larger, to either side, where the groups are alike;
    /// 0..=1.
    pub fn p(self) -> f64 {
        erfc((self.chi_square() / 2.0).sqrt())
    }

    /// The chance of its happening so much sooner to the first group where the groups are alike; 0..=1.
    pub fn p_sooner(self) -> f64 {
        let z = (self.observed - self.expected) / self.variance.sqrt();
        erfc(z / std::f64::consts::SQRT_2) / 2.0
    }
}

/// Compares two groups; none where the groups were never watched together when it happened, so that
/// nothing can be said. Cases with times that are no finite number are left out.
pub fn log_rank(first: &[Case], second: &[Case]) -> Option<LogRank> {
    let of = |cases: &[Case], is_first| {
        let finite = cases.iter().filter(|c| c.time.is_finite());
        finite.map(move |c| (c.time, c.happened, is_first)).collect::<Vec<_>>()
    };
    let mut cases = of(first, true);
    let mut at_risk_first = cases.len() as u64;
    cases.extend(of(second, false));
    let mut at_risk = cases.len() as u64;
    cases.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut sum = LogRank { observed: 0.0, expected: 0.0, variance: 0.0 };
    for moment in cases.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let happened = |is_first: bool| {
            moment.iter().filter(|(_, happened, first)| *happened && *first == is_first).count()
        };
        let d = as_f64((happened(true) + happened(false)) as u64);
        let (n, share) = (as_f64(at_risk), as_f64(at_risk_first) / as_f64(at_risk));
        sum.observed += as_f64(happened(true) as u64);
        sum.expected += d * share;
        if at_risk > 1 {
            sum.variance += d * share * (1.0 - share) * (n - d) / (n - 1.0);
        }
        at_risk -= moment.len() as u64;
        at_risk_first -= moment.iter().filter(|(_, _, first)| *first).count() as u64;
    }
    (sum.variance > 0.0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::super::freireich::{PLACEBO, SIX_MP, cases};
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// §6.1; Freireich et al. 1963.
    #[test]
    fn six_mp_keeps_remission_longer_than_a_placebo() {
        let test = log_rank(&cases(&SIX_MP), &cases(&PLACEBO)).unwrap();
        near(test.observed, 9.0, 0.0);
        near(test.expected, 19.2505, 5e-5);
        near(test.variance, 6.256_96, 5e-6);
        near(test.chi_square(), 16.7929, 5e-5);
        near(test.p(), 4.169e-5, 5e-9);
        near(test.p_sooner(), 1.0 - test.p() / 2.0, 1e-12);
        let other = log_rank(&cases(&PLACEBO), &cases(&SIX_MP)).unwrap();
        near(other.chi_square(), test.chi_square(), 1e-9);
        near(other.p_sooner(), test.p() / 2.0, 1e-12);
    }

    #[test]
    fn nothing_is_said_where_nothing_can_be_compared() {
        assert_eq!(log_rank(&[], &[]), None);
        assert_eq!(log_rank(&cases(&SIX_MP), &[]), None, "nobody to compare with");
        assert_eq!(log_rank(&cases(&[-3, -4]), &cases(&[-5])), None, "it never happened");
        assert_eq!(log_rank(&cases(&[3]), &cases(&[3])), None, "all at once to all");
        let endless = [Case { time: f64::NAN, happened: true }];
        assert_eq!(log_rank(&endless, &cases(&[3])), None);
    }

    proptest::proptest! {
        #[test]
        fn the_chance_is_one_and_turning_the_groups_round_changes_nothing(
            first in proptest::collection::vec(proptest::prelude::any::<i8>(), 0..30),
            second in proptest::collection::vec(proptest::prelude::any::<i8>(), 0..30),
        ) {
            let of = |times: &[i8]| cases(&times.iter().map(|&t| i32::from(t)).collect::<Vec<_>>());
            let (one, other) = (of(&first), of(&second));
            let (there, back) = (log_rank(&one, &other), log_rank(&other, &one));
            assert_eq!(there.is_some(), back.is_some());
            if let (Some(there), Some(back)) = (there, back) {
                near(there.chi_square(), back.chi_square(), 1e-9);
                assert!((0.0..=1.0).contains(&there.p()) && (0.0..=1.0).contains(&there.p_sooner()));
            }
            assert!(log_rank(&one, &one).is_none_or(|alike| alike.chi_square() < 1e-9));
        }
    }
}

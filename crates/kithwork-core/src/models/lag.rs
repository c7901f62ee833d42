//! How much of an effort can have shown its result by now (§3.6).
//!
//! F(t) = 1 − exp(−(t/λ)^k), a Weibull over weeks from effort to result. Effective exposure is
//! Σ h·F(age): the idea of reporting delay (Bornhuetter & Ferguson 1972). [`fit`] learns the lag from
//! the owner's own results.

pub mod fit;

use super::weibull::Weibull;

/// A Weibull distribution of the time from effort to result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lag {
    /// Shape k, 1, positive.
    pub shape: f64,
    /// Scale λ, weeks, positive.
    pub scale_weeks: f64,
}

impl Lag {
    /// The share of results that have shown so many weeks after the effort, 0..=1.
    pub fn share_by(self, weeks: f64) -> f64 {
        Weibull::from(self).below(weeks)
    }

    /// The share for every age in whole days from 0 on, for looking up many ages.
    pub fn by_days(self, days: usize) -> Vec<f64> {
        (0..=days).map(|d| self.share_by(super::wilson::as_f64(d as u64) / 7.0)).collect()
    }

    /// Σ hours × share: what the hours given, each with its age in weeks, count for now. Hours that are
    /// negative or no finite number count for nothing.
    pub fn effective(self, effort: impl IntoIterator<Item = (f64, f64)>) -> f64 {
        let given = effort.into_iter().filter(|(hours, _)| hours.is_finite() && *hours > 0.0);
        given.map(|(hours, age)| hours * self.share_by(age)).sum()
    }
}

impl From<Lag> for Weibull {
    fn from(lag: Lag) -> Self {
        Self { shape: lag.shape, scale: lag.scale_weeks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREIREICH: Lag = Lag { shape: 1.3537, scale_weeks: 33.765 };

    /// §6.1: 10 h a week for 52 weeks, counted from the middle of each week.
    #[test]
    fn of_520_hours_in_a_year_242_8_have_had_their_chance() {
        let effective = FREIREICH.effective((0..52).map(|w| (10.0, f64::from(w) + 0.5)));
        assert!((effective - 242.8).abs() < 0.05, "{effective}");
    }

    /// §3.6, shares at several horizons.
    #[test]
    fn the_mature_share_grows_as_published() {
        for (weeks, share) in
            [(8, 0.0578), (13, 0.1071), (26, 0.2418), (52, 0.4668), (78, 0.6132), (104, 0.7040)]
        {
            let hours = FREIREICH.effective((0..weeks).map(|w| (1.0, f64::from(w) + 0.5)));
            assert!((hours / f64::from(weeks) - share).abs() < 1e-3, "{weeks} {hours}");
        }
    }

    /// §6.1: 520 h become 46.68 %.
    #[test]
    fn a_year_of_520_hours_is_mature_to_46_68_per_cent() {
        let effective = FREIREICH.effective((0..52).map(|w| (10.0, f64::from(w) + 0.5)));
        assert!((effective / 520.0 - 0.4668).abs() < 1e-4, "{effective}");
    }

    #[test]
    fn hours_that_are_none_count_for_nothing() {
        let odd = [(f64::NAN, 9.0), (-4.0, 9.0), (f64::INFINITY, 9.0), (5.0, f64::NAN), (0.0, 3.0)];
        assert!(FREIREICH.effective(odd) <= 0.0);
        assert!(FREIREICH.effective([]) <= 0.0);
    }

    #[test]
    fn what_is_still_to_come_counts_for_nothing() {
        assert!(FREIREICH.share_by(-3.0) <= 0.0);
        assert!(FREIREICH.by_days(14)[7] < FREIREICH.by_days(14)[14]);
    }
    proptest::proptest! {
        #[test]
        fn more_time_never_makes_an_effort_less_mature(
            shape in 0.3..4.0_f64, scale_weeks in 0.5..200.0_f64, weeks in 0.0..400.0_f64, more in 0.0..90.0_f64,
        ) {
            let lag = Lag { shape, scale_weeks };
            let (now, later) = (lag.share_by(weeks), lag.share_by(weeks + more));
            assert!((0.0..=1.0).contains(&now) && now <= later && later <= 1.0);
            assert!(lag.effective([(3.0, weeks)]) <= 3.0);
        }
    }
}

//! Does somebody still come to the weekly meeting? The BG/BB model, for chances that come round one by
//! one (Fader, Hardie & Shang 2010, Marketing Science 29:1086–1108).
//!
//! While a member is active they attend each meeting with a chance p ~ Beta(α, β); before each they drop
//! out with a chance θ ~ Beta(γ, δ). Symbols: x meetings attended, `t_x` the number of the last of them,
//! n meetings held.

use statrs::function::beta::checked_ln_beta;

/// The model's four parameters, all positive, 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BgBb {
    /// First parameter of the beta over attending.
    pub alpha: f64,
    /// Second parameter of the beta over attending.
    pub beta: f64,
    /// First parameter of the beta over dropping out.
    pub gamma: f64,
    /// Second parameter of the beta over dropping out.
    pub delta: f64,
}

/// Somebody's attendance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// Meetings attended x; at most `last`.
    pub attended: u32,
    /// The number of the last one attended, 0 for none.
    pub last: u32,
    /// Meetings held since they joined, n ≥ `last`.
    pub held: u32,
}

impl Attendance {
    /// The attendance with every count in its range.
    #[must_use]
    pub fn tidy(self) -> Self {
        let last = self.last.min(self.held);
        let attended = self.attended.min(last);
        Self { attended, last: if attended == 0 { 0 } else { last }, held: self.held }
    }
}

impl BgBb {
    /// Whether all parameters are positive numbers. If not, nobody is said to come.
    pub fn is_sound(self) -> bool {
        [self.alpha, self.beta, self.gamma, self.delta].iter().all(|&p| p > 0.0 && p.is_finite())
    }

    /// ln L of one member's attendance; −∞ for parameters that are not positive.
    pub fn ln_likelihood(self, attendance: Attendance) -> f64 {
        if !self.is_sound() {
            return f64::NEG_INFINITY;
        }
        let Attendance { attended, last, held } = attendance.tidy();
        let left_after = |at: u32| {
            self.ln_attending(attended, 0, at)
                + ln_beta(self.gamma + 1.0, self.delta + f64::from(at))
                - ln_beta(self.gamma, self.delta)
        };
        let mut logs = vec![self.ln_attending(attended, 0, held) + self.ln_active(held)];
        logs.extend((last..held).map(left_after));
        ln_sum(&logs)
    }

    /// The chance of coming to `attended` + `more` of `held` + `more` meetings while active; logarithm.
    fn ln_attending(self, attended: u32, more: u32, held: u32) -> f64 {
        let came = f64::from(attended) + f64::from(more);
        ln_beta(self.alpha + came, self.beta + f64::from(held.saturating_sub(attended)))
            - ln_beta(self.alpha, self.beta)
    }

    /// The chance of being active still at meeting number `held`; logarithm.
    fn ln_active(self, held: u32) -> f64 {
        ln_beta(self.gamma, self.delta + f64::from(held)) - ln_beta(self.gamma, self.delta)
    }

    /// The chance that the member is active at the next meeting, 0..=1.
    pub fn active(self, attendance: Attendance) -> f64 {
        if !self.is_sound() {
            return 0.0;
        }
        let Attendance { attended, held, .. } = attendance.tidy();
        let next = self.ln_active(held.saturating_add(1));
        (self.ln_attending(attended, 0, held) + next - self.ln_likelihood(attendance))
            .exp()
            .min(1.0)
    }

    /// How many of the next `meetings` the member is expected to attend.
    pub fn expected(self, attendance: Attendance, meetings: u32) -> f64 {
        if !self.is_sound() {
            return 0.0;
        }
        let Attendance { attended, held, .. } = attendance.tidy();
        let known = self.ln_attending(attended, 1, held) - self.ln_likelihood(attendance);
        let come = |ahead: u32| (known + self.ln_active(held.saturating_add(ahead))).exp();
        (1..=meetings).map(come).sum()
    }
}

fn ln_beta(a: f64, b: f64) -> f64 {
    checked_ln_beta(a, b).unwrap_or(f64::NEG_INFINITY)
}

/// ln Σ eˣ without underflow.
fn ln_sum(logs: &[f64]) -> f64 {
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if most.is_finite() {
        most + logs.iter().map(|l| (l - most).exp()).sum::<f64>().ln()
    } else {
        most
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::minimum::{minimise, with_slope};

    const PUBLISHED: BgBb = BgBb { alpha: 1.204, beta: 0.750, gamma: 0.657, delta: 2.783 };

    /// Fader, Hardie & Shang 2010, table 1: donations to a broadcaster in six years after the first:
    /// x, `t_x` and how many donors.
    const DONATIONS: [(u32, u32, u32); 22] = [
        (0, 0, 3464),
        (1, 1, 1091),
        (1, 2, 277),
        (1, 3, 129),
        (1, 4, 78),
        (1, 5, 119),
        (1, 6, 129),
        (2, 2, 613),
        (2, 3, 255),
        (2, 4, 155),
        (2, 5, 173),
        (2, 6, 234),
        (3, 3, 322),
        (3, 4, 181),
        (3, 5, 225),
        (3, 6, 357),
        (4, 4, 240),
        (4, 5, 284),
        (4, 6, 512),
        (5, 5, 335),
        (5, 6, 728),
        (6, 6, 1203),
    ];

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    fn came(attended: u32, last: u32, held: u32) -> Attendance {
        Attendance { attended, last, held }
    }

    fn donors(of: impl Fn(Attendance) -> f64) -> f64 {
        DONATIONS.iter().map(|&(x, last, n)| f64::from(n) * of(came(x, last, 6))).sum()
    }

    /// §3.3; their table 6.
    #[test]
    fn donors_are_active_with_the_published_chance() {
        for (x, last, chance) in [(0, 0, 0.11), (2, 4, 0.59), (6, 6, 0.93)] {
            near(PUBLISHED.active(came(x, last, 6)), chance, 5e-3);
        }
    }

    /// Parameters to 1e-3; 12 884.2 donations in five years by Hardie's spreadsheet.
    #[test]
    fn the_donations_are_fitted_as_published() {
        let model = |at: &[f64; 4]| {
            let [alpha, beta, gamma, delta] = at.map(f64::exp);
            BgBb { alpha, beta, gamma, delta }
        };
        let end = minimise([0.0; 4], with_slope(|at| -donors(|of| model(at).ln_likelihood(of))));
        let found = model(&end.at);
        assert!(end.is_found);
        near(found.alpha, 1.204, 1e-3);
        near(found.beta, 0.750, 1e-3);
        near(found.gamma, 0.657, 1e-3);
        near(found.delta, 2.783, 1e-3);
        near(donors(|of| found.expected(of, 5)), 12_884.2, 0.5);
    }

    /// Their in-sample fit: 3454.9 donors never gave again, 1253.1 gave every year.
    #[test]
    fn as_many_never_and_always_gave_as_published() {
        let all = f64::from(DONATIONS.iter().map(|d| d.2).sum::<u32>());
        near(all * PUBLISHED.ln_likelihood(came(0, 0, 6)).exp(), 3454.9, 2.0);
        near(all * PUBLISHED.ln_likelihood(came(6, 6, 6)).exp(), 1253.1, 2.0);
    }

    /// Each course of six meetings: of those with x meetings, the last at `t_x`, there are so many.
    #[test]
    fn all_courses_together_are_certain() {
        let choose =
            |n: u32, k: u32| (0..k).fold(1.0, |c, i| c * f64::from(n - i) / f64::from(i + 1));
        let courses = |x: u32, last: u32| if x == 0 { 1.0 } else { choose(last - 1, x - 1) };
        let all: f64 = DONATIONS
            .iter()
            .map(|&(x, last, _)| courses(x, last) * PUBLISHED.ln_likelihood(came(x, last, 6)).exp())
            .sum();
        near(all, 1.0, 1e-12);
    }

    #[test]
    fn odd_counts_and_parameters_get_an_answer() {
        assert_eq!(came(9, 7, 5).tidy(), came(5, 5, 5));
        assert_eq!(came(0, 4, 5).tidy(), came(0, 0, 5));
        near(PUBLISHED.ln_likelihood(came(0, 0, 0)), 0.0, 1e-12);
        assert!((0.0..=1.0).contains(&PUBLISHED.active(came(3, 9, 3000))));
        let unsound = BgBb { gamma: f64::NAN, ..PUBLISHED };
        assert!(unsound.active(came(1, 1, 1)) <= 0.0 && unsound.expected(came(1, 1, 1), 5) <= 0.0);
    }

    proptest::proptest! {
        #[test]
        fn the_chance_falls_with_each_meeting_missed(
            held in 1_u32..100, attended in 0_u32..100, last in 0_u32..100, missed in 1_u32..50,
        ) {
            let attendance = came(attended, last, held).tidy();
            let later = Attendance { held: attendance.held + missed, ..attendance };
            let (now, then) = (PUBLISHED.active(attendance), PUBLISHED.active(later));
            assert!((0.0..=1.0).contains(&now) && then <= now + 1e-12);
            let ahead = PUBLISHED.expected(attendance, missed);
            assert!(ahead >= 0.0 && ahead <= f64::from(missed));
        }
    }
}

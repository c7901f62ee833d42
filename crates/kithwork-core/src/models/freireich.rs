//! Freireich et al. 1963, Blood 21:699–716: weeks of remission in acute leukaemia, the best known
//! sample of censored times. Negative times are of patients still in remission then.

use super::kaplan_meier::Case;

/// Twenty-one patients on 6-mercaptopurine.
pub(super) const SIX_MP: [i32; 21] =
    [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];

/// Twenty-one on a placebo.
pub(super) const PLACEBO: [i32; 21] =
    [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

/// The times as cases.
pub(super) fn cases(times: &[i32]) -> Vec<Case> {
    times.iter().map(|&t| Case { time: f64::from(t.unsigned_abs()), happened: t > 0 }).collect()
}

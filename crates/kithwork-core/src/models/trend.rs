//! Whether a rating rises or falls over time: the least-squares slope with Student's interval (Student
//! 1908, Biometrika 6:1–25) (§4 F21, row 47).

use super::wilson::{as_f64, level};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// The slope of a line through points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Change of the rating per unit of time.
    pub slope: f64,
    /// Its standard error, ≥ 0.
    pub error: f64,
    /// Points less two, ≥ 1.
    pub freedom: f64,
}

/// The trend of (time, rating) points; none for fewer than three, or where all have one time. Points
/// with a number that is none are left out.
pub fn trend(points: &[(f64, f64)]) -> Option<Trend> {
    let is_sound = |p: &&(f64, f64)| p.0.is_finite() && p.1.is_finite();
    let points: Vec<(f64, f64)> = points.iter().filter(is_sound).copied().collect();
    let n = as_f64(points.len() as u64);
    let mean_time = points.iter().map(|p| p.0).sum::<f64>() / n;
    let mean = points.iter().map(|p| p.1).sum::<f64>() / n;
    let spread: f64 = points.iter().map(|p| (p.0 - mean_time).powi(2)).sum();
    if n < 3.0 || spread <= 0.0 || !spread.is_finite() {
        return None;
    }
    let slope = points.iter().map(|p| (p.0 - mean_time) * (p.1 - mean)).sum::<f64>() / spread;
    let miss = |p: &(f64, f64)| (p.1 - mean - slope * (p.0 - mean_time)).powi(2);
    let freedom = n - 2.0;
    let error = (points.iter().map(miss).sum::<f64>() / freedom / spread).sqrt();
    (slope.is_finite() && error.is_finite()).then_some(Trend { slope, error, freedom })
}

impl Trend {
    fn student(self) -> Option<StudentsT> {
        StudentsT::new(0.0, 1.0, self.freedom).ok()
    }

    /// Low and high end of the slope at a two-sided confidence, 0..1.
    pub fn interval(self, confidence: f64) -> (f64, f64) {
        let tail = f64::midpoint(1.0, level(confidence));
        let half = self.student().map_or(0.0, |t| t.inverse_cdf(tail)) * self.error;
        (self.slope - half, self.slope + half)
    }

    /// The chance of a fall so steep where there is no trend, 0..=1; 1 for points on a level line.
    pub fn p_falling(self) -> f64 {
        if self.error <= 0.0 {
            return if self.slope < 0.0 { 0.0 } else { 1.0 };
        }
        self.student().map_or(1.0, |t| t.cdf(self.slope / self.error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// NIST, Statistical Reference Datasets, Norris: (y, x) of an ozone monitor's calibration.
    const NORRIS: [(f64, f64); 36] = [
        (0.1, 0.2),
        (338.8, 337.4),
        (118.1, 118.2),
        (888.0, 884.6),
        (9.2, 10.1),
        (228.1, 226.5),
        (668.5, 666.3),
        (998.5, 996.3),
        (449.1, 448.6),
        (778.9, 777.0),
        (559.2, 558.2),
        (0.3, 0.4),
        (0.1, 0.6),
        (778.1, 775.5),
        (668.8, 666.9),
        (339.3, 338.0),
        (448.9, 447.5),
        (10.8, 11.6),
        (557.7, 556.0),
        (228.3, 228.1),
        (998.0, 995.8),
        (888.8, 887.6),
        (119.6, 120.2),
        (0.3, 0.3),
        (0.6, 0.3),
        (557.6, 556.8),
        (339.3, 339.1),
        (888.0, 887.2),
        (998.5, 999.0),
        (778.9, 779.0),
        (10.2, 11.1),
        (117.6, 118.3),
        (228.9, 229.2),
        (668.4, 669.1),
        (449.2, 448.9),
        (0.2, 0.5),
    ];

    /// Anscombe 1973, Am. Statistician 27:17–21, his first set.
    const ANSCOMBE: [(f64, f64); 11] = [
        (10.0, 8.04),
        (8.0, 6.95),
        (13.0, 7.58),
        (9.0, 8.81),
        (11.0, 8.33),
        (14.0, 9.96),
        (6.0, 7.24),
        (4.0, 4.26),
        (12.0, 10.84),
        (7.0, 4.82),
        (5.0, 5.68),
    ];

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    #[test]
    fn the_slope_is_the_certified_one() {
        let found = trend(&NORRIS.map(|(y, x)| (x, y))).unwrap();
        near(found.slope, 1.002_116_818_020_45, 1e-12);
        near(found.error, 4.297_968_481_999_37e-4, 1e-12);
        near(found.freedom, 34.0, 0.0);
    }

    /// Slope 0.5001, error 0.1179, two-sided p 0.00217 as published; the interval by scipy 1.17.
    #[test]
    fn the_interval_is_students() {
        let found = trend(&ANSCOMBE).unwrap();
        near(found.slope, 0.5001, 5e-5);
        near(found.error, 0.1179, 5e-5);
        let (low, high) = found.interval(0.95);
        near(low, 0.233_370_1, 1e-6);
        near(high, 0.766_811_7, 1e-6);
        near(1.0 - found.p_falling(), 0.002_169_6 / 2.0, 1e-6);
        let falling = trend(&ANSCOMBE.map(|(x, y)| (x, -y))).unwrap();
        near(falling.p_falling(), 0.002_169_6 / 2.0, 1e-6);
    }

    #[test]
    fn a_straight_line_has_its_slope_and_no_error() {
        let found = trend(&[(0.0, 5.0), (1.0, 4.0), (2.0, 3.0)]).unwrap();
        near(found.slope, -1.0, 1e-12);
        near(found.error, 0.0, 1e-9);
        let level = trend(&[(0.0, 4.0), (1.0, 4.0), (2.0, 4.0)]).unwrap();
        near(level.p_falling(), 1.0, 0.0);
        for confidence in [0.8, f64::NAN, 2.0] {
            assert_eq!(level.interval(confidence), (0.0, 0.0));
        }
    }

    #[test]
    fn one_day_and_two_points_have_no_trend() {
        assert_eq!(trend(&[]), None);
        assert_eq!(trend(&[(1.0, 5.0), (2.0, 4.0)]), None);
        assert_eq!(trend(&[(1.0, 5.0), (1.0, 4.0), (1.0, 3.0)]), None);
        let odd = [(f64::NAN, 1.0), (f64::INFINITY, 2.0), (0.0, f64::NAN), (1.0, 2.0)];
        assert_eq!(trend(&odd), None);
        assert_eq!(trend(&[(-1e300, 1.0), (0.0, 2.0), (1e300, 3.0)]), None, "beyond the numbers");
    }

    proptest::proptest! {
        #[test]
        fn the_interval_holds_the_slope_and_widens_with_confidence(
            points in proptest::collection::vec((0.0..200.0_f64, 1_u8..=5), 3..60),
        ) {
            let points: Vec<(f64, f64)> = points.iter().map(|&(t, r)| (t, f64::from(r))).collect();
            if let Some(found) = trend(&points) {
                let ((low, high), (lower, higher)) = (found.interval(0.8), found.interval(0.95));
                assert!(lower <= low && low <= found.slope && found.slope <= high && high <= higher);
                assert!((0.0..=1.0).contains(&found.p_falling()));
                assert!((high < 0.0) == (found.p_falling() < 0.1) || found.error <= 0.0);
            }
        }
    }
}

//! How long until something happens, where for some it has not happened yet: Kaplan & Meier 1958,
//! J. Am. Stat. Assoc. 53:457–481; Greenwood 1926 for the error; interval on the log(−log) scale.

use super::wilson::{as_f64, normal_quantile_two_sided};

/// One case: how long it was watched, and whether it happened then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    /// Time watched, in any one unit, ≥ 0.
    pub time: f64,
    /// Whether it happened at that time; else it had not happened by then.
    pub happened: bool,
}

/// The curve just after one time at which something happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The time.
    pub time: f64,
    /// Cases watched until then.
    pub at_risk: u64,
    /// How many of them it happened to then.
    pub happened: u64,
    /// Share to whom it has not happened, S, 0..=1.
    pub survival: f64,
    /// Greenwood's standard error of S.
    pub error: f64,
    /// Σ d/(n(n−d)), for intervals.
    hazard: f64,
}

impl Point {
    /// The interval of S at a two-sided confidence: S^exp(±z·√Σ/ln S); none where S is 0 or 1.
    pub fn interval(&self, confidence: f64) -> Option<(f64, f64)> {
        if self.survival <= 0.0 || self.survival >= 1.0 {
            return None;
        }
        let z = normal_quantile_two_sided(confidence);
        let width = z * self.hazard.sqrt() / self.survival.ln();
        Some((self.survival.powf((-width).exp()), self.survival.powf(width.exp())))
    }
}

/// The Kaplan–Meier curve, in the order of time.
pub fn curve(cases: &[Case]) -> Vec<Point> {
    let mut cases: Vec<Case> = cases.iter().copied().filter(|c| c.time.is_finite()).collect();
    cases.sort_by(|a, b| a.time.total_cmp(&b.time).then(b.happened.cmp(&a.happened)));
    let (mut points, mut survival, mut hazard) = (Vec::new(), 1.0, 0.0);
    let mut at_risk = cases.len() as u64;
    for group in cases.chunk_by(|a, b| a.time.total_cmp(&b.time).is_eq()) {
        let happened = group.iter().filter(|c| c.happened).count() as u64;
        if let (Some(first), true) = (group.first(), happened > 0) {
            let (d, n) = (as_f64(happened), as_f64(at_risk));
            survival *= 1.0 - d / n;
            if happened < at_risk {
                hazard += d / (n * (n - d));
            }
            let error = survival * hazard.sqrt();
            points.push(Point { time: first.time, at_risk, happened, survival, error, hazard });
        }
        at_risk -= group.len() as u64;
    }
    points
}

/// The time by which it has happened to half; none where that was not reached.
pub fn median(curve: &[Point]) -> Option<f64> {
    curve.iter().find(|p| p.survival <= 0.5).map(|p| p.time)
}

/// The curve at a time: its last point until then; none where nothing has happened by then.
pub fn at(curve: &[Point], time: f64) -> Option<&Point> {
    curve.iter().rev().find(|p| p.time <= time)
}

#[cfg(test)]
mod tests {
    use super::super::freireich::{PLACEBO, SIX_MP, cases};
    use super::*;

    fn curve_of(times: &[i32]) -> Vec<Point> {
        curve(&cases(times))
    }

    /// §3.5, Freireich et al. 1963.
    #[test]
    fn the_curve_of_6_mp_is_the_published_one() {
        let published = [
            (6.0, 21, 3, 0.857_14, 0.076_36, 0.6197, 0.9516),
            (7.0, 17, 1, 0.806_72, 0.086_94, 0.5631, 0.9228),
            (10.0, 15, 1, 0.752_94, 0.096_35, 0.5032, 0.8894),
            (13.0, 12, 1, 0.690_20, 0.106_81, 0.4316, 0.8491),
            (16.0, 11, 1, 0.627_45, 0.114_05, 0.3675, 0.8049),
            (22.0, 7, 1, 0.537_82, 0.128_23, 0.2678, 0.7468),
            (23.0, 6, 1, 0.448_18, 0.134_59, 0.1881, 0.6801),
        ];
        let curve = curve_of(&SIX_MP);
        assert_eq!(curve.len(), published.len());
        for (point, (time, n, d, survival, error, low, high)) in curve.iter().zip(published) {
            assert_eq!((point.time, point.at_risk, point.happened), (time, n, d));
            let (l, h) = point.interval(0.95).unwrap();
            for (ours, theirs, tolerance) in [
                (point.survival, survival, 1e-5),
                (point.error, error, 1e-5),
                (l, low, 1e-4),
                (h, high, 1e-4),
            ] {
                assert!((ours - theirs).abs() < tolerance, "{time}: {ours} is not {theirs}");
            }
        }
    }

    #[test]
    fn the_medians_are_the_published_ones() {
        assert_eq!(median(&curve_of(&SIX_MP)), Some(23.0));
        assert_eq!(median(&curve_of(&PLACEBO)), Some(8.0));
        assert_eq!(median(&curve_of(&[5, -6, -7, -8])), None, "not reached");
    }

    #[test]
    fn nothing_watched_is_no_curve_and_all_gone_has_no_interval() {
        assert!(curve(&[]).is_empty());
        let gone = curve_of(&[1, 2]);
        assert_eq!(gone.last().unwrap().interval(0.95), None);
        assert!(gone.last().unwrap().survival <= 0.0);
        assert_eq!(at(&gone, 0.5), None);
        assert!((at(&gone, 1.5).unwrap().survival - 0.5).abs() < 1e-12);
    }
}

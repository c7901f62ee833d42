//! F21: going out costs more energy than it used to (row 47).

use super::share::evidence;
use super::{Finding, State};
use crate::days::weeks_between;
use crate::models::wilson::{as_f64, normal_above, normal_quantile_two_sided};
use crate::review::reading::Reading;

const CODE: &str = "fatigue";

/// The slope of energy over weeks by least squares. Never a word about health.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let params = &reading.params.findings;
    let line = params.fatigue;
    let rated: Vec<_> = reading.meetings.iter().filter_map(|m| Some((m, m.energy?))).collect();
    let of = rated.len() as u64;
    if of < line.least {
        let missing = format!("{of} meetings have your energy noted; it takes {}.", line.least);
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let first = rated.first().map_or(reading.as_of, |(m, _)| m.on);
    let points: Vec<(f64, f64)> =
        rated.iter().map(|(m, energy)| (weeks_between(first, m.on), f64::from(*energy))).collect();
    let Some((slope, error)) = slope(&points) else {
        return Finding::not_enough(CODE, line.threshold, "All of them are of one day.");
    };
    // No change at all lies on the line itself, so that 80 % would alarm in one sound book of ten.
    let half = normal_quantile_two_sided(params.sure) * error;
    let (low, high) = (slope - half, slope + half);
    let (state, missing) = if high < line.threshold {
        (State::Seen, String::new())
    } else if low >= line.threshold {
        (State::NotSeen, String::new())
    } else {
        (State::NotEnoughData, "It goes up and down: more meetings would tell.".to_owned())
    };
    let says = format!(
        "Your energy at {of} meetings changed by {:+.1} points in a quarter.",
        slope * 13.0
    );
    Finding {
        state,
        measure: Some(slope),
        low: Some(low),
        high: Some(high),
        by_chance: Some(falling_by_chance(slope, error)),
        denominator: Some(of),
        facts: rated.iter().map(|(m, _)| m.id).collect(),
        evidence: evidence(state, says.clone(), "Seasons and sleep do that too.", missing),
        says,
        try_next: "Take a week without meetings, and see two people you like instead.".to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

/// How likely such a fall is where nothing falls. A line without any error is no chance.
fn falling_by_chance(slope: f64, error: f64) -> f64 {
    if error > 0.0 { normal_above(-slope / error) } else { f64::from(u8::from(slope >= 0.0)) }
}

/// The least-squares slope and its standard error; none where all points have one time.
fn slope(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let n = as_f64(points.len() as u64);
    let mean_x = points.iter().map(|p| p.0).sum::<f64>() / n;
    let mean_y = points.iter().map(|p| p.1).sum::<f64>() / n;
    let spread: f64 = points.iter().map(|p| (p.0 - mean_x).powi(2)).sum();
    if spread <= 0.0 || n <= 2.0 {
        return None;
    }
    let slope = points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum::<f64>() / spread;
    let miss = |p: &(f64, f64)| (p.1 - mean_y - slope * (p.0 - mean_x)).powi(2);
    let left: f64 = points.iter().map(miss).sum();
    Some((slope, (left / (n - 2.0) / spread).sqrt()))
}

#[cfg(test)]
mod tests {
    use super::slope;

    #[test]
    fn a_straight_line_has_its_slope_and_no_error() {
        let (slope_, error) = slope(&[(0.0, 5.0), (1.0, 4.0), (2.0, 3.0)]).unwrap();
        assert!((slope_ + 1.0).abs() < 1e-12 && error.abs() < 1e-9);
        assert_eq!(slope(&[(1.0, 5.0), (1.0, 4.0), (1.0, 3.0)]), None);
    }
}

//! Exact intervals for a Poisson count (Garwood 1936, Biometrika 28:437–442).

use super::gamma_poisson::Gamma;
use super::wilson::{as_f64, level};

/// The exact interval of the mean behind a count at a two-sided confidence such as 0.95.
pub fn garwood(count: u64, confidence: f64) -> (f64, f64) {
    let tail = (1.0 - level(confidence)) / 2.0;
    let low = if count == 0 { 0.0 } else { unit_gamma(as_f64(count)).quantile(tail) };
    (low, unit_gamma(as_f64(count) + 1.0).quantile(1.0 - tail))
}

/// The upper bound of the mean behind a count at a one-sided confidence; for no event at 95 % the
/// "rule of three".
pub fn garwood_upper(count: u64, confidence: f64) -> f64 {
    unit_gamma(as_f64(count) + 1.0).quantile(level(confidence))
}

fn unit_gamma(shape: f64) -> Gamma {
    Gamma { shape, rate: 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// §3.6, exact Poisson 95 %.
    #[test]
    fn the_intervals_are_the_published_ones() {
        let published = [
            (0, 0.0, 3.6889),
            (1, 0.0253, 5.5716),
            (2, 0.2422, 7.2247),
            (3, 0.6187, 8.7673),
            (5, 1.6235, 11.6683),
            (10, 4.7954, 18.3904),
        ];
        for (count, low, high) in published {
            let (l, h) = garwood(count, 0.95);
            assert!((l - low).abs() < 1e-4 && (h - high).abs() < 1e-4, "{count}: {l} {h}");
        }
        assert!((garwood_upper(0, 0.95) - 2.9957).abs() < 1e-4);
    }

    #[test]
    fn odd_confidences_and_a_million_events_get_an_interval() {
        for confidence in [f64::NAN, -1.0, 0.0, 1.0, 2.0, f64::INFINITY] {
            let (low, high) = garwood(3, confidence);
            assert!(0.0 <= low && low <= high && high.is_finite(), "{confidence}: {low} {high}");
            assert!(garwood_upper(3, confidence).is_finite());
        }
        let (low, high) = garwood(1_000_000, 0.95);
        assert!((low - 998_041.0).abs() < 2.0 && (high - 1_001_962.0).abs() < 2.0, "{low} {high}");
    }
}

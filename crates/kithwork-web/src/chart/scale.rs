//! A linear scale from values to a share of the width, with ticks at round numbers.

use std::fmt;

/// A place or a length along the width, in per cent, written as SVG takes it: `37.5%`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(crate) struct Percent(f64);

impl Percent {
    /// A share of the width; what lies outside is drawn at the edge.
    pub(crate) fn of(share: f64) -> Self {
        Self(if share.is_finite() { share.clamp(0.0, 1.0) * 100.0 } else { 0.0 })
    }

    /// From here to there; never negative.
    pub(crate) fn to(self, end: Self) -> Self {
        Self((end.0 - self.0).max(0.0))
    }

    /// Which way text must run from here so that it stays inside.
    pub(crate) fn anchor(self) -> &'static str {
        match self.0 {
            at if at < 12.0 => "start",
            at if at > 88.0 => "end",
            _ => "middle",
        }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rounded = (self.0 * 100.0).round() / 100.0;
        write!(f, "{rounded}%")
    }
}

/// A linear scale over `from..=to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    from: f64,
    to: f64,
    step: f64,
}

impl Scale {
    /// A scale that holds zero and all values, its ends at round numbers, with about `ticks` steps.
    pub(crate) fn around(values: impl IntoIterator<Item = f64>, ticks: u32) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for value in values.into_iter().filter(|v| v.is_finite()) {
            (low, high) = (low.min(value), high.max(value));
        }
        if high <= low {
            high = low + 1.0;
        }
        let step = round_step((high - low) / f64::from(ticks.max(1)));
        Self { from: (low / step).floor() * step, to: (high / step).ceil() * step, step }
    }

    /// Where a value stands.
    pub(crate) fn at(&self, value: f64) -> Percent {
        Percent::of((value - self.from) / (self.to - self.from))
    }

    /// The round numbers from end to end.
    pub(crate) fn ticks(&self) -> Vec<f64> {
        let mut ticks = Vec::new();
        let mut at = self.from;
        // The bound guards against a step too small to move a large number.
        while at <= self.to + self.step / 2.0 && ticks.len() < 12 {
            ticks.push(at);
            at += self.step;
        }
        ticks
    }
}

/// The smallest of 1, 2, 5 × 10ⁿ that is no smaller than `step`.
fn round_step(step: f64) -> f64 {
    let ten = 10_f64.powf(step.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|m| m * ten).find(|s| *s >= step).unwrap_or(10.0 * ten)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_at_round_numbers_and_holds_every_value() {
        let scale = Scale::around([12.0, 49.0, 190.0], 4);
        assert_eq!(scale.ticks(), [0.0, 50.0, 100.0, 150.0, 200.0]);
        assert_eq!(scale.at(0.0).to_string(), "0%");
        assert_eq!(scale.at(50.0).to_string(), "25%");
        let losses = Scale::around([-30.0, 70.0], 4);
        assert_eq!(losses.ticks(), [-50.0, 0.0, 50.0, 100.0]);
    }

    #[test]
    fn odd_values_are_drawn_inside_the_frame() {
        for values in [vec![], vec![0.0], vec![f64::NAN, f64::INFINITY], vec![1e300, -1e300]] {
            let scale = Scale::around(values.clone(), 4);
            assert!(!scale.ticks().is_empty() && scale.ticks().len() <= 12, "{values:?}");
            for value in values {
                let at = scale.at(value);
                assert!(at >= Percent::of(0.0) && at <= Percent::of(1.0));
            }
        }
    }

    #[test]
    fn text_at_an_edge_runs_inwards() {
        assert_eq!(Percent::of(0.0).anchor(), "start");
        assert_eq!(Percent::of(0.5).anchor(), "middle");
        assert_eq!(Percent::of(1.0).anchor(), "end");
    }
}

//! Numbers drawn from distributions, the same for the same seed.

use kithwork_core::models::chance::Chance;

/// A source of them.
#[derive(Debug)]
pub(crate) struct Draw(Chance);

impl Draw {
    /// From a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Chance::new(seed))
    }

    /// A number in `0..below`; 0 where there is none.
    pub(crate) fn below(&mut self, below: usize) -> usize {
        self.0.below(below)
    }

    /// A whole number from `low` on, below `high`.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        let wide = usize::try_from(high.saturating_sub(low)).unwrap_or(0);
        low + u32::try_from(self.0.below(wide)).unwrap_or(0)
    }

    /// Between 0 and 1, never either.
    pub(crate) fn part(&mut self) -> f64 {
        self.0.part() + f64::EPSILON
    }

    /// Whether something of this chance happens.
    pub(crate) fn happens(&mut self, chance: f64) -> bool {
        self.0.part() < chance
    }

    /// Exponential, by its rate.
    pub(crate) fn exponential(&mut self, rate: f64) -> f64 {
        -self.part().ln() / rate
    }

    /// Weibull, by shape and scale.
    pub(crate) fn weibull(&mut self, shape: f64, scale: f64) -> f64 {
        scale * (-self.part().ln()).powf(1.0 / shape)
    }

    /// Standard normal (Box & Muller 1958).
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.part().ln()).sqrt();
        radius * (std::f64::consts::TAU * self.part()).cos()
    }

    /// Gamma, by shape and rate (Marsaglia & Tsang 2000, ACM TOMS 26(3) 363).
    pub(crate) fn gamma(&mut self, shape: f64, rate: f64) -> f64 {
        if shape < 1.0 {
            let lift = self.part().powf(1.0 / shape);
            return lift * self.gamma(shape + 1.0, rate);
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = (1.0 + c * x).powi(3);
            if v > 0.0 && self.part().ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v / rate;
            }
        }
    }

    /// Beta, by its two parameters.
    pub(crate) fn beta(&mut self, a: f64, b: f64) -> f64 {
        let (one, other) = (self.gamma(a, 1.0), self.gamma(b, 1.0));
        one / (one + other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and variance of many.
    fn moments(mut draw: impl FnMut() -> f64) -> (f64, f64) {
        const MANY: u32 = 100_000;
        let all: Vec<f64> = (0..MANY).map(|_| draw()).collect();
        let mean = all.iter().sum::<f64>() / f64::from(MANY);
        (mean, all.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / f64::from(MANY))
    }

    fn near((mean, variance): (f64, f64), (true_mean, true_variance): (f64, f64)) {
        assert!((mean / true_mean - 1.0).abs() < 0.02, "mean {mean}, not {true_mean}");
        let off = (variance / true_variance - 1.0).abs();
        assert!(off < 0.06, "variance {variance}, not {true_variance}");
    }

    #[test]
    fn what_is_drawn_has_the_mean_and_the_variance_it_should() {
        let mut draw = Draw::new(5);
        near(moments(|| draw.gamma(0.5, 2.0)), (0.25, 0.125));
        near(moments(|| draw.gamma(4.0, 0.5)), (8.0, 16.0));
        near(moments(|| draw.beta(0.8, 1.6)), (1.0 / 3.0, 2.0 / 30.6));
        near(moments(|| draw.exponential(0.2)), (5.0, 25.0));
        near(moments(|| draw.weibull(2.0, 3.0)), (2.6587, 1.9314));
        near(moments(|| 1.0 + draw.normal()), (1.0, 1.0));
        near(moments(|| f64::from(draw.between(3, 6))), (4.0, 2.0 / 3.0));
    }

    #[test]
    fn the_same_seed_gives_the_same() {
        let drawn = |seed| (0..9).map(|_| Draw::new(seed).gamma(0.5, 1.0)).collect::<Vec<_>>();
        assert_eq!(drawn(3), drawn(3));
        assert_ne!(drawn(3), drawn(4));
    }
}

//! Does a relationship still live? The MBG/NBD model (Batislam, Denizel & Filiztekin 2007, Int. J.
//! Research in Marketing 24:201–209; Wagner & Hoppe 2008, ibid. 25:75).
//!
//! Contacts come at a rate λ ~ Γ(r, α) while the relationship lives; after each, the first included,
//! it ends with a chance p ~ Beta(a, b). Symbols: x repeat contacts, `t_x` weeks from the first to the
//! last, T weeks from the first until now. Unlike its sister BG/NBD it lets somebody met once fade.
//! [`fit`] learns the four parameters from a book.

mod bg_nbd;
pub(super) mod cdnow;
pub mod fit;
#[cfg(test)]
mod pareto_nbd;
mod record;
#[cfg(test)]
mod tests;

pub use bg_nbd::BgNbd;
pub use record::Record;

use super::hypergeometric::{gauss, gauss_slope};
use statrs::function::gamma::ln_gamma;

/// Nothing is foreseen further ahead than so many times α + T: centuries.
const LONGEST_VIEW: f64 = 2500.0;

/// Nearer to one than this, `a` is taken to be one.
const NEAR_ONE: f64 = 1e-7;

/// The model's four parameters, all positive; time in weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MbgNbd {
    /// Shape of the gamma over rates, 1.
    pub r: f64,
    /// Rate of the gamma over rates, weeks.
    pub alpha: f64,
    /// First parameter of the beta over ending, 1.
    pub a: f64,
    /// Second parameter of the beta over ending, 1.
    pub b: f64,
}

impl MbgNbd {
    /// Whether all parameters are positive numbers. If not, nothing is said to live.
    pub fn is_sound(self) -> bool {
        [self.r, self.alpha, self.a, self.b].iter().all(|&p| p > 0.0 && p.is_finite())
    }

    /// `P(alive) = 1 / (1 + a/(b+x) · ((α+T)/(α+t_x))^(r+x))`, 0..=1; in logarithms, so that a long
    /// silence after many contacts gives 0 and not nothing at all.
    pub fn alive(self, record: Record) -> f64 {
        if !self.is_sound() {
            return 0.0;
        }
        1.0 / (1.0 + self.ln_odds_of_end(record.tidy()).exp())
    }

    fn ln_odds_of_end(self, Record { repeats: x, last, age }: Record) -> f64 {
        let stretch = ((self.alpha + age) / (self.alpha + last)).ln();
        (self.a / (self.b + x)).ln() + (self.r + x) * stretch
    }

    /// ln L of the records; −∞ for parameters that are not positive.
    pub fn ln_likelihood(self, records: impl IntoIterator<Item = Record>) -> f64 {
        if !self.is_sound() {
            return f64::NEG_INFINITY;
        }
        records.into_iter().map(|record| self.ln_likelihood_of(record.tidy())).sum()
    }

    fn ln_likelihood_of(self, record: Record) -> f64 {
        let Self { r, alpha, a, b } = self;
        let x = record.repeats;
        ln_gamma(r + x) - ln_gamma(r) + r * alpha.ln() + ln_gamma(a + b) + ln_gamma(b + x + 1.0)
            - ln_gamma(b)
            - ln_gamma(a + b + x + 1.0)
            - (r + x) * (alpha + record.age).ln()
            + ln_one_plus_exp(self.ln_odds_of_end(record))
    }

    /// E[Y(t)]: contacts to be expected in the next `weeks`, ≥ 0.
    ///
    /// With z = t/(α+T+t) and Euler's transformation of ₂F₁ the published form becomes
    /// (a+b+x) · (1 − (1−z)^(a−1) · F(z))/(a−1) · P(alive), F(z) = ₂F₁(a+b−r, a−1; a+b+x; z), whose
    /// limit at a = 1 is a plain series.
    pub fn expected(self, record: Record, weeks: f64) -> f64 {
        if !self.is_sound() || weeks.is_nan() || weeks <= 0.0 {
            return 0.0;
        }
        let record = record.tidy();
        let age = self.alpha + record.age;
        let weeks = weeks.min(LONGEST_VIEW * age);
        let bottom = self.a + self.b + record.repeats;
        let growth = self.growth(weeks / (age + weeks), bottom).unwrap_or(0.0);
        (bottom * growth * self.alive(record)).max(0.0)
    }

    fn growth(self, z: f64, bottom: f64) -> Option<f64> {
        let (top, slope) = (self.a + self.b - self.r, self.a - 1.0);
        if slope.abs() < NEAR_ONE {
            return Some(-(-z).ln_1p() - gauss_slope(top, bottom, z)?);
        }
        Some((1.0 - (slope * (-z).ln_1p()).exp() * gauss(top, slope, bottom, z)?) / slope)
    }
}

/// ln(1 + eˣ) without overflow.
fn ln_one_plus_exp(x: f64) -> f64 {
    if x > 0.0 { x + (-x).exp().ln_1p() } else { x.exp().ln_1p() }
}

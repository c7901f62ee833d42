//! Does a relationship still live? The MBG/NBD model (Batislam, Denizel & Filiztekin 2007, Int. J.
//! Research in Marketing 24:201–209; Wagner & Hoppe 2008).
//!
//! Contacts come at a rate λ ~ Γ(r, α) while the relationship lives; after each, the first included,
//! it ends with a chance p ~ Beta(a, b). Symbols: x repeat contacts, `t_x` weeks from the first to the
//! last, T weeks from the first until now. Unlike BG/NBD it lets somebody met once fade.

use statrs::function::gamma::ln_gamma;

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

/// What is known of one relationship.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record {
    /// Repeat contacts x ≥ 0.
    pub repeats: f64,
    /// Weeks from the first contact to the last, 0 ≤ `t_x` ≤ T.
    pub last: f64,
    /// Weeks from the first contact until now, T ≥ 0.
    pub age: f64,
}

impl MbgNbd {
    /// `P(alive) = 1 / (1 + a/(b+x) · ((α+T)/(α+t_x))^(r+x))`, in logarithms so that long silences after
    /// many contacts give 0 and not nothing at all.
    pub fn alive(self, record: Record) -> f64 {
        1.0 / (1.0 + self.ln_odds_of_end(record).exp())
    }

    fn ln_odds_of_end(self, Record { repeats: x, last, age }: Record) -> f64 {
        let stretch = ((self.alpha + age) / (self.alpha + last)).ln();
        (self.a / (self.b + x)).ln() + (self.r + x) * stretch
    }

    /// ln L of the records.
    pub fn ln_likelihood(self, records: impl IntoIterator<Item = Record>) -> f64 {
        records.into_iter().map(|record| self.ln_likelihood_of(record)).sum()
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

    /// E[Y(t)]: contacts to be expected in the next `weeks`.
    ///
    /// With z = t/(α+T+t) and Euler's transformation of ₂F₁ the published form becomes
    /// (a+b+x) · (1 − (1−z)^(a−1) · F(z))/(a−1) · P(alive), F(z) = ₂F₁(a+b−r, a−1; a+b+x; z), whose
    /// limit at a = 1 is a plain series.
    pub fn expected(self, record: Record, weeks: f64) -> f64 {
        if weeks <= 0.0 {
            return 0.0;
        }
        let z = weeks / (self.alpha + record.age + weeks);
        let (top, bottom) = (self.a + self.b - self.r, self.a + self.b + record.repeats);
        let slope = self.a - 1.0;
        let growth = if slope.abs() < 1e-7 {
            -(-z).ln_1p()
                - series(z, |n| {
                    (top + n) / (bottom + n) * if n > 0.0 { n / (n + 1.0) } else { 1.0 }
                })
        } else {
            let f = 1.0 + series(z, |n| (top + n) * (slope + n) / ((bottom + n) * (n + 1.0)));
            (1.0 - (slope * (-z).ln_1p()).exp() * f) / slope
        };
        (bottom * growth * self.alive(record)).max(0.0)
    }
}

/// ln(1 + eˣ) without overflow.
fn ln_one_plus_exp(x: f64) -> f64 {
    if x > 0.0 { x + (-x).exp().ln_1p() } else { x.exp().ln_1p() }
}

/// Σ_{n≥1} of terms whose quotient is `quotient(n)·z`, the term before the first being 1; 0 ≤ z < 1.
fn series(z: f64, quotient: impl Fn(f64) -> f64) -> f64 {
    let (mut term, mut sum, mut n) = (1.0_f64, 0.0_f64, 0.0_f64);
    while n < 100_000.0 {
        term *= quotient(n) * z;
        sum += term;
        n += 1.0;
        if term.abs() <= 1e-15 * sum.abs() || !sum.is_finite() {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    const CDNOW: MbgNbd = MbgNbd { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
    const DEFAULT: MbgNbd = MbgNbd { r: 1.0, alpha: 8.0, a: 1.0, b: 1.0 };

    fn record(repeats: f64, last: f64, age: f64) -> Record {
        Record { repeats, last, age }
    }

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// §3.3, MBG/NBD at the CDNOW parameters.
    #[test]
    fn cdnow_customers_live_with_the_published_chance() {
        near(CDNOW.alive(record(0.0, 0.0, 38.86)), 0.3897, 5e-5);
        near(CDNOW.alive(record(2.0, 30.43, 38.86)), 0.7062, 5e-5);
        near(CDNOW.alive(record(5.0, 10.0, 38.86)), 0.0253, 5e-5);
        near(CDNOW.alive(record(5.0, 30.0, 38.86)), 0.6888, 5e-5);
        near(CDNOW.alive(record(1000.0, 10.0, 100.0)), 0.0, 0.0);
        near(CDNOW.expected(record(2.0, 30.43, 38.86), 39.0), 1.262_96, 5e-5);
    }

    /// §3.3 defaults; row 52.
    #[test]
    fn somebody_met_once_becomes_a_vague_memory() {
        for (age, chance) in
            [(0.0, 0.5), (4.0, 0.4), (13.0, 0.2759), (26.0, 0.1905), (52.0, 0.1176)]
        {
            near(DEFAULT.alive(record(0.0, 0.0, age)), chance, 5e-5);
        }
        for (x, last, age, chance) in [
            (1.0, 4.0, 26.0, 0.1994),
            (3.0, 20.0, 26.0, 0.6479),
            (3.0, 20.0, 52.0, 0.1595),
            (6.0, 50.0, 52.0, 0.8467),
            (12.0, 26.0, 52.0, 0.0080),
        ] {
            near(DEFAULT.alive(record(x, last, age)), chance, 5e-5);
        }
    }

    /// §3.3 defaults, a = 1, the removable singularity.
    #[test]
    fn the_next_quarter_brings_what_simulation_says() {
        near(DEFAULT.expected(record(0.0, 0.0, 4.0), 13.0), 0.329, 5e-4);
        near(DEFAULT.expected(record(3.0, 20.0, 26.0), 13.0), 0.861, 5e-4);
        near(DEFAULT.expected(record(6.0, 50.0, 52.0), 13.0), 1.174, 5e-4);
        let beside = MbgNbd { a: 1.0 + 1e-5, ..DEFAULT };
        let one = record(3.0, 20.0, 26.0);
        near(beside.expected(one, 13.0), DEFAULT.expected(one, 13.0), 1e-4);
    }

    /// The likelihood of somebody never seen again is P(no contact | alive or not) at once.
    #[test]
    fn the_likelihood_sums_to_one_over_two_outcomes_at_a_moment() {
        let never = DEFAULT.ln_likelihood([record(0.0, 0.0, 1e-9)]).exp();
        near(never, 1.0, 1e-6);
    }

    proptest::proptest! {
        #[test]
        fn the_chance_falls_with_silence_and_stays_between_0_and_1(
            x in 0_u32..500, last in 0.0..500.0_f64, more in 0.0..500.0_f64, later in 0.0..500.0_f64,
        ) {
            let x = f64::from(x);
            let (soon, late) =
                (DEFAULT.alive(record(x, last, last + more)), DEFAULT.alive(record(x, last, last + more + later)));
            assert!((0.0..=1.0).contains(&soon) && late <= soon);
            assert!(DEFAULT.expected(record(x, last, last + more), 26.0).is_finite());
        }
    }
}

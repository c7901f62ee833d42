//! What rates are usual among several channels, learned from them all, so that one with little time
//! borrows strength from the rest: empirical Bayes (§3.6).
//!
//! k ~ Poisson(λ·E) and λ ~ Γ(a, b) give k a negative binomial distribution, whose likelihood over all
//! channels yields a and b (Gaver & O'Muircheartaigh 1987, Technometrics 29:1–15; Efron & Hastie,
//! *Computer Age Statistical Inference*, §6.1). Robbins 1956 does without the gamma.

use super::fitted::{Fitted, Unfit};
use super::gamma_poisson::Gamma;
use super::minimum::{minimise, with_slope};
use super::wilson::as_f64;
use statrs::function::gamma::ln_gamma;

/// It takes so many channels …
pub const LEAST_CHANNELS: u64 = 3;
/// … with so many results in all to learn what is usual. Judgement.
pub const LEAST_EVENTS: f64 = 10.0;

/// A gamma of a larger shape says no more than that all rates are one.
const LARGEST_SHAPE: f64 = 1e4;

/// What one channel brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tally {
    /// How many results, ≥ 0.
    pub count: f64,
    /// In what exposure, > 0: effective hours, years insured.
    pub exposure: f64,
}

impl Tally {
    fn is_sound(&self) -> bool {
        self.count >= 0.0
            && self.count.is_finite()
            && self.exposure > 0.0
            && self.exposure < f64::MAX
    }
}

/// ln L of the tallies where rates are spread as `prior` says.
pub fn ln_likelihood(prior: Gamma, tallies: &[Tally]) -> f64 {
    let Gamma { shape, rate } = prior;
    let of = |&Tally { count, exposure }: &Tally| {
        ln_gamma(shape + count)
            - ln_gamma(shape)
            - ln_gamma(count + 1.0)
            - shape * (exposure / rate).ln_1p()
            + if count > 0.0 { count * (exposure / (rate + exposure)).ln() } else { 0.0 }
    };
    tallies.iter().filter(|t| t.is_sound()).map(of).sum()
}

/// The gamma of the highest likelihood. Tallies without exposure say nothing.
///
/// # Errors
///
/// [`Unfit::TooFew`] for fewer than two tallies, [`Unfit::AllAlike`] where nothing happened or the rates
/// differ no more than chance makes them, [`Unfit::NotFound`] where the search went astray.
pub fn fit(tallies: &[Tally]) -> Result<Gamma, Unfit> {
    let tallies: Vec<Tally> = tallies.iter().copied().filter(Tally::is_sound).collect();
    if tallies.len() < 2 {
        return Err(Unfit::TooFew { seen: tallies.len() as u64, least: 2 });
    }
    let count: f64 = tallies.iter().map(|t| t.count).sum();
    let exposure: f64 = tallies.iter().map(|t| t.exposure).sum();
    if count <= 0.0 || !exposure.is_finite() {
        return Err(Unfit::AllAlike);
    }
    let model = |at: &[f64; 2]| Gamma { shape: at[0].exp(), rate: at[1].exp() };
    let start = [0.0, (exposure / count).ln()];
    let end = minimise(start, with_slope(|at| -ln_likelihood(model(at), &tallies)));
    let found = model(&end.at);
    if found.shape > LARGEST_SHAPE {
        return Err(Unfit::AllAlike);
    }
    if end.is_found && found.rate.is_finite() { Ok(found) } else { Err(Unfit::NotFound) }
}

/// What is usual among the owner's own channels, or the default where they can't tell yet.
pub fn usual(tallies: &[Tally], default: Gamma) -> Fitted<Gamma> {
    let sound = tallies.iter().filter(|t| t.is_sound());
    let seen = sound.clone().count() as u64;
    let events: f64 = sound.map(|t| t.count).sum();
    let fit = if seen < LEAST_CHANNELS || events < LEAST_EVENTS {
        Err(Unfit::TooFew { seen, least: LEAST_CHANNELS })
    } else {
        fit(tallies).map(|gamma| (gamma, seen))
    };
    Fitted::or_default(fit, default)
}

/// Robbins's estimate of the mean of those who had y events, y + 1 times as many as had one more,
/// over as many as had y, for each y but the last; none where nobody had y. `people[y]` had y events, in equal exposure.
pub fn robbins(people: &[u64]) -> Vec<Option<f64>> {
    let pairs = people.windows(2).enumerate();
    let estimate = |(y, pair): (usize, &[u64])| {
        (pair[0] > 0).then(|| as_f64(y as u64 + 1) * as_f64(pair[1]) / as_f64(pair[0]))
    };
    pairs.map(estimate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::fitted::Basis;

    /// Gaver & O'Muircheartaigh 1987: failures of ten pumps and thousands of hours.
    const PUMPS: [(f64, f64); 10] = [
        (5.0, 94.3),
        (1.0, 15.7),
        (5.0, 62.9),
        (14.0, 126.0),
        (3.0, 5.24),
        (19.0, 31.4),
        (1.0, 1.05),
        (1.0, 1.05),
        (4.0, 2.1),
        (22.0, 10.5),
    ];

    /// Efron & Hastie, table 6.1: so many policies with 0 to 7 claims in one year.
    const CLAIMS: [u64; 8] = [7840, 1317, 239, 42, 14, 4, 4, 1];

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    fn tallies(of: &[(f64, f64)]) -> Vec<Tally> {
        of.iter().map(|&(count, exposure)| Tally { count, exposure }).collect()
    }

    fn claims() -> Vec<Tally> {
        let of = |(y, &people): (usize, &u64)| {
            let tally = Tally { count: as_f64(y as u64), exposure: 1.0 };
            vec![tally; usize::try_from(people).unwrap()]
        };
        CLAIMS.iter().enumerate().flat_map(of).collect()
    }

    /// §6.1, pumps.
    #[test]
    fn the_pumps_have_the_published_rates() {
        let prior = fit(&tallies(&PUMPS)).unwrap();
        near(prior.shape, 0.822_97, 1e-5);
        near(prior.rate, 1.261_65, 1e-5);
        near(ln_likelihood(prior, &tallies(&PUMPS)), -32.257_84, 5e-6);
        let means =
            [0.0609, 0.1075, 0.0908, 0.1165, 0.5880, 0.6069, 0.7886, 0.7886, 1.4347, 1.9405];
        for ((count, exposure), mean) in PUMPS.into_iter().zip(means) {
            near(prior.after(count, exposure).mean(), mean, 5e-5);
        }
        for ((count, exposure), low, high) in
            [(PUMPS[0], 0.0219, 0.1195), (PUMPS[8], 0.4538, 2.9701)]
        {
            near(prior.after(count, exposure).quantile(0.025), low, 1e-4);
            near(prior.after(count, exposure).quantile(0.975), high, 1e-4);
        }
    }

    /// §6.1, CASI claims: ν is the shape, σ one over the rate.
    #[test]
    fn the_claims_have_the_published_gamma() {
        let prior = fit(&claims()).unwrap();
        near(prior.shape, 0.7015, 5e-5);
        near(1.0 / prior.rate, 0.3056, 5e-5);
        near(ln_likelihood(prior, &claims()), -5348.04, 5e-3);
        for (y, mean) in [0.164, 0.398, 0.632, 0.866, 1.100, 1.334, 1.568].into_iter().enumerate() {
            near(prior.after(as_f64(y as u64), 1.0).mean(), mean, 5e-4);
        }
    }

    /// §3.6, Robbins.
    #[test]
    fn robbins_needs_no_gamma() {
        let published = [0.168, 0.363, 0.527, 1.33, 1.43, 6.00, 1.75];
        for (estimate, value) in robbins(&CLAIMS).into_iter().zip(published) {
            near(estimate.unwrap(), value, 5e-3);
        }
        assert_eq!(robbins(&CLAIMS).len(), 7);
        assert_eq!(robbins(&[3, 0, 1]), [Some(0.0), None]);
        assert!(robbins(&[]).is_empty());
    }

    #[test]
    fn channels_that_cannot_tell_leave_the_default() {
        let default = Gamma { shape: 1.0, rate: 40.0 };
        let of = |tallies: &[Tally]| usual(tallies, default);
        assert_eq!(of(&[]).model, default);
        assert_eq!(of(&tallies(&PUMPS[..2])).model, default);
        // As even as can be: the rates differ less than chance makes them.
        assert_eq!(fit(&tallies(&[(10.0, 100.0); 5])), Err(Unfit::AllAlike));
        assert_eq!(of(&tallies(&[(10.0, 100.0); 5])).basis, Basis::Default(Unfit::AllAlike));
        assert_eq!(fit(&tallies(&[(0.0, 5.0); 5])), Err(Unfit::AllAlike), "nothing happened");
        assert_eq!(of(&tallies(&PUMPS)).basis, Basis::Learned { cases: 10 });
        let odd = [(f64::NAN, 5.0), (3.0, 0.0), (3.0, f64::INFINITY), (-1.0, 4.0), (2.0, f64::NAN)];
        assert_eq!(fit(&tallies(&odd)), Err(Unfit::TooFew { seen: 0, least: 2 }));
    }

    proptest::proptest! {
        #[test]
        fn every_mean_lies_between_the_raw_rate_and_what_is_usual(
            channels in proptest::collection::vec((0_u32..40, 0.5..400.0_f64), 2..12),
        ) {
            let of: Vec<(f64, f64)> = channels.iter().map(|&(k, e)| (f64::from(k), e)).collect();
            if let Ok(prior) = fit(&tallies(&of)) {
                for (count, exposure) in of {
                    let (raw, mean) = (count / exposure, prior.after(count, exposure).mean());
                    let (low, high) = (raw.min(prior.mean()), raw.max(prior.mean()));
                    assert!(low - 1e-9 <= mean && mean <= high + 1e-9);
                }
            }
        }
    }
}

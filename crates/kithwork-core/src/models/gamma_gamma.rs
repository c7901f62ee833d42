//! What a deal with somebody is worth, where deals are few: the gamma–gamma model (Colombo & Jiang 1999,
//! J. Interactive Marketing 13:2; Fader & Hardie 2013, *The Gamma-Gamma Model of Monetary Value*).
//!
//! Each deal with a person is worth Γ(p, ν), ν ~ Γ(q, v) over people. After x deals of mean m̄ the next
//! is expected to be worth p(v + x·m̄)/(p·x + q − 1): the mean over people, weighed as much as
//! (q − 1)/p deals, and the person's own. Any one currency.

use super::fitted::Unfit;
use super::minimum::minimise;
use super::wilson::as_f64;
use statrs::function::gamma::{digamma, ln_gamma};

/// It takes so many people with deals to learn how deals differ. Judgement.
pub const LEAST_PEOPLE: u64 = 30;

/// A mean over people that weighs more deals than this says that people don't differ, and the search would
/// go on for ever. Judgement: nobody has so many.
const MOST_DEALS: f64 = 1e4;

/// The model's parameters, all positive, q > 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GammaGamma {
    /// Shape of the gamma over one person's deals, 1.
    pub p: f64,
    /// Shape of the gamma over people, 1, > 1.
    pub q: f64,
    /// Its scale, money.
    pub v: f64,
}

/// The deals with one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deals {
    /// How many, x ≥ 0.
    pub count: f64,
    /// Their mean m̄ ≥ 0, money.
    pub mean: f64,
}

impl GammaGamma {
    /// The model whose mean over people is `mean` and weighs as much as `deals` of a person's own; none
    /// where either is not positive. How deals differ is taken from CDNOW, published.
    pub fn around(mean: f64, deals: f64) -> Option<Self> {
        const P: f64 = 6.25;
        let is_positive = |value: f64| value > 0.0 && value.is_finite();
        let q = 1.0 + P * deals;
        (is_positive(mean) && is_positive(deals)).then(|| Self { p: P, q, v: mean * (q - 1.0) / P })
    }

    fn of_logs(at: &[f64; 3]) -> Self {
        let [p, q, v] = at.map(f64::exp);
        Self { p, q, v }
    }

    /// What a deal is worth on average over people, p·v/(q − 1); infinite for q ≤ 1.
    pub fn mean(self) -> f64 {
        if self.q > 1.0 { self.p * self.v / (self.q - 1.0) } else { f64::INFINITY }
    }

    /// What the next deal with somebody is expected to be worth; the mean over people where there was
    /// none, or none that can be read.
    pub fn expected(self, deals: Deals) -> f64 {
        let Some(Deals { count, mean }) = deals.tidy() else { return self.mean() };
        let weight = self.p * count / (self.p * count + self.q - 1.0);
        (1.0 - weight) * self.mean() + weight * mean
    }

    /// ln L of people's deals; those without any, or worth nothing, say nothing.
    pub fn ln_likelihood(self, people: &[Deals]) -> f64 {
        Digest::of(people).ln_likelihood(self)
    }
}

/// People's deals, those with equally many together: most of the likelihood depends on that number alone.
struct Digest(Vec<Alike>);

/// People with equally many deals.
struct Alike {
    count: f64,
    people: f64,
    /// Sum of the logarithms of their means.
    ln_means: f64,
    /// What the deals of each are worth together.
    sums: Vec<f64>,
}

impl Digest {
    fn of(people: &[Deals]) -> Self {
        let mut people: Vec<Deals> = people.iter().filter_map(|deals| deals.tidy()).collect();
        people.sort_by(|a, b| a.count.total_cmp(&b.count));
        let alike = people.chunk_by(|a, b| a.count.to_bits() == b.count.to_bits());
        let digest = alike.map(|alike| Alike {
            count: alike[0].count,
            people: as_f64(alike.len() as u64),
            ln_means: alike.iter().map(|deals| deals.mean.ln()).sum(),
            sums: alike.iter().map(|deals| deals.count * deals.mean).collect(),
        });
        Self(digest.collect())
    }

    fn ln_likelihood(&self, GammaGamma { p, q, v }: GammaGamma) -> f64 {
        let shared = q * v.ln() - ln_gamma(q);
        let of = |Alike { count, people, ln_means, sums }: &Alike| {
            let px = p * count;
            let each = ln_gamma(px + q) - ln_gamma(px) + px * count.ln() + shared;
            let spread: f64 = sums.iter().map(|sum| (v + sum).ln()).sum();
            people * each + (px - 1.0) * ln_means - (px + q) * spread
        };
        self.0.iter().map(of).sum()
    }

    /// Minus ln L with its slope in ln p, ln q and ln v.
    fn slope(&self, at: &[f64; 3]) -> (f64, [f64; 3]) {
        let model = GammaGamma::of_logs(at);
        let GammaGamma { p, q, v } = model;
        let (mut by_p, mut by_q, mut by_v) = (0.0, 0.0, 0.0);
        for Alike { count, people, ln_means, sums } in &self.0 {
            let px = p * count;
            let spread: f64 = sums.iter().map(|sum| (v + sum).ln()).sum();
            let near: f64 = sums.iter().map(|sum| (v + sum).recip()).sum();
            let all = digamma(px + q);
            by_p += people * count * (all - digamma(px) + count.ln()) + count * (ln_means - spread);
            by_q += people * (all + v.ln() - digamma(q)) - spread;
            by_v += people * q / v - (px + q) * near;
        }
        (-self.ln_likelihood(model), [-by_p * p, -by_q * q, -by_v * v])
    }
}

impl Deals {
    fn tidy(self) -> Option<Self> {
        let is_positive = |value: f64| value > 0.0 && value.is_finite();
        (is_positive(self.count) && is_positive(self.mean)).then_some(self)
    }
}

/// The model of the highest likelihood, with the number of people it was learned from.
///
/// # Errors
///
/// [`Unfit::TooFew`] below [`LEAST_PEOPLE`], [`Unfit::AllAlike`] where people's deals don't differ,
/// [`Unfit::NotFound`] where the search went astray, the mean over people is without bound, or it would
/// weigh more than anybody's own deals ever could.
pub fn fit(people: &[Deals]) -> Result<(GammaGamma, u64), Unfit> {
    let people: Vec<Deals> = people.iter().filter_map(|deals| deals.tidy()).collect();
    let seen = people.len() as u64;
    if seen < LEAST_PEOPLE {
        return Err(Unfit::TooFew { seen, least: LEAST_PEOPLE });
    }
    let first = people[0].mean;
    if people.iter().all(|deals| (deals.mean / first - 1.0).abs() < 1e-9) {
        return Err(Unfit::AllAlike);
    }
    let start = [2.0_f64.ln(), 2.0_f64.ln(), first.ln()];
    let digest = Digest::of(&people);
    let end = minimise(start, |at| digest.slope(at));
    let found = GammaGamma::of_logs(&end.at);
    let weight = (found.q - 1.0) / found.p;
    let is_sound = end.is_found && weight > 0.0 && weight <= MOST_DEALS && found.mean().is_finite();
    if is_sound { Ok((found, seen)) } else { Err(Unfit::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::super::mbg_nbd::cdnow::purchases;
    use super::*;
    use std::collections::BTreeMap;

    const CDNOW: GammaGamma = GammaGamma { p: 6.25, q: 3.74, v: 15.44 };

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    fn deals(count: f64, mean: f64) -> Deals {
        Deals { count, mean }
    }

    /// §6.1, Gamma-Gamma; Hardie's spreadsheet to 0.1.
    #[test]
    fn the_next_deal_is_worth_what_is_published() {
        near(CDNOW.mean(), 35.22, 5e-3);
        for (count, mean, next, spreadsheet) in [
            (0.0, 0.0, 35.22, 35.17),
            (2.0, 22.35, 24.66, 24.65),
            (1.0, 11.77, 18.92, 18.91),
            (7.0, 73.74, 71.47, 71.46),
        ] {
            near(CDNOW.expected(deals(count, mean)), next, 6e-3);
            near(CDNOW.expected(deals(count, mean)), spreadsheet, 0.1);
        }
    }

    /// Each customer's repeat purchases until 30 September 1997, those of one day as one.
    fn repeat_purchases() -> Option<Vec<Deals>> {
        let mut days: BTreeMap<u32, BTreeMap<u32, f64>> = BTreeMap::new();
        for (customer, day, dollars) in purchases()?.into_iter().filter(|p| p.1 <= 19_970_930) {
            *days.entry(customer).or_default().entry(day).or_default() += dollars;
        }
        let repeats = |days: &BTreeMap<u32, f64>| {
            let count = f64::from(u32::try_from(days.len() - 1).unwrap());
            deals(count, days.values().skip(1).sum::<f64>() / count)
        };
        Some(days.values().map(repeats).filter(|d| d.count > 0.0).collect())
    }

    /// Fader & Hardie 2013: p 6.25, q 3.74, v 15.44 of 946 customers.
    #[test]
    fn cdnow_is_fitted_as_published() {
        let Some(customers) = repeat_purchases() else { return };
        let (found, people) = fit(&customers).unwrap();
        assert_eq!(people, 946);
        near(found.p, 6.25, 5e-3);
        near(found.q, 3.74, 5e-3);
        near(found.v, 15.44, 5e-3);
    }

    /// Deals that differ by lot alone, whoever they are with: no prior is heavy enough.
    #[test]
    fn people_who_do_not_differ_teach_nothing() {
        let lot = |n: u32| f64::from(400 + (n * 7919) % 3000);
        let people: Vec<Deals> = (0..300)
            .map(|n| deals(4.0, (0..4).map(|k| lot(4 * n + k)).sum::<f64>() / 4.0))
            .collect();
        assert_eq!(fit(&people), Err(Unfit::NotFound));
    }

    #[test]
    fn the_slope_is_that_of_the_likelihood() {
        let people: Vec<Deals> =
            (1..40).map(|n| deals(f64::from(1 + n % 5), f64::from(30 + 17 * n % 90))).collect();
        let digest = Digest::of(&people);
        for at in [[0.7, 0.7, 3.0], [1.8, 1.3, 2.7], [-0.5, 2.0, 5.0]] {
            let (value, slope) = digest.slope(&at);
            let (_, found) = super::super::minimum::with_slope(|at: &[f64; 3]| {
                -digest.ln_likelihood(GammaGamma::of_logs(at))
            })(&at);
            near(value, -digest.ln_likelihood(GammaGamma::of_logs(&at)), 1e-9);
            for (one, other) in slope.into_iter().zip(found) {
                near(one, other, 1e-4 * (1.0 + other.abs()));
            }
        }
    }

    #[test]
    fn own_deals_outweigh_the_books_from_the_number_given_on() {
        let model = GammaGamma::around(1000.0, 3.0).unwrap();
        near(model.mean(), 1000.0, 1e-9);
        near(model.expected(deals(3.0, 4000.0)), 2500.0, 1e-9);
        assert_eq!(GammaGamma::around(0.0, 3.0), None);
        assert_eq!(GammaGamma::around(f64::NAN, 3.0), None);
    }

    #[test]
    fn too_few_and_all_alike_are_not_fitted() {
        assert_eq!(fit(&[]), Err(Unfit::TooFew { seen: 0, least: LEAST_PEOPLE }));
        assert_eq!(fit(&[deals(2.0, 50.0); 40]), Err(Unfit::AllAlike));
        let odd = [deals(f64::NAN, 3.0), deals(2.0, f64::INFINITY), deals(-1.0, 3.0)];
        assert_eq!(fit(&odd), Err(Unfit::TooFew { seen: 0, least: LEAST_PEOPLE }));
        near(CDNOW.expected(odd[0]), CDNOW.mean(), 0.0);
        assert!(CDNOW.ln_likelihood(&odd).abs() <= 0.0);
    }

    proptest::proptest! {
        #[test]
        fn the_next_deal_lies_between_the_persons_own_and_everybodys(
            count in 1_u32..200, mean in 0.01..1e7_f64,
        ) {
            let next = CDNOW.expected(deals(f64::from(count), mean));
            let (low, high) = (mean.min(CDNOW.mean()), mean.max(CDNOW.mean()));
            assert!(low * (1.0 - 1e-12) <= next && next <= high * (1.0 + 1e-12));
        }
    }
}

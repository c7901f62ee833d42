//! How long until somebody refers for the first time, and who never does (§3.5).
//!
//! The clock starts at the first one-to-one, or on joining the group; the event is the first referral
//! received from that person; who has not referred yet is censored today, who left the group then.
//! With five events the Kaplan–Meier curve speaks. With fewer only the counts do, beside a range that
//! rests on what is usual: a share π ever refers, Weibull in time, and 1 − π never does. Without that
//! share the prior would say that 87 % have referred after two years.

use super::beta_binomial::Beta;
use super::fitted::Unfit;
use super::kaplan_meier::{Case, Point, curve, median};
use super::log_rank::{LogRank, log_rank};
use super::minimum::minimise;
use super::weibull::Weibull;
use super::wilson::{as_f64, level};

/// Below so many events there is no curve. Judgement (§3.5).
pub const LEAST_FOR_CURVE: u64 = 5;
/// Two groups are compared from so many events in both together on. Judgement (§3.5).
pub const LEAST_FOR_COMPARISON: u64 = 10;
/// The share that never refers is learned from so many events on. Judgement (§3.5).
pub const LEAST_FOR_NEVER: u64 = 30;

/// What is usual: the share that ever refers, and when those do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual {
    /// The share π that ever refers.
    pub ever: Beta,
    /// The weeks until the first referral of those who do.
    pub weeks: Weibull,
}

impl Default for Usual {
    /// Judgement (§3.5): one in five ever refers, within a year or so.
    fn default() -> Self {
        let (ever, weeks) = (Beta { yes: 2.0, no: 8.0 }, Weibull { shape: 1.3, scale: 60.0 });
        Self { ever, weeks }
    }
}

/// Low end, median and high end of a share, 0..=1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Low end.
    pub low: f64,
    /// The middle.
    pub middle: f64,
    /// High end.
    pub high: f64,
}

/// What was learned of who ever refers and when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ever {
    /// The share that ever refers, 0..1.
    pub share: f64,
    /// The weeks until the first referral of those who do.
    pub weeks: Weibull,
}

/// The people watched, with the weeks until their first referral or until today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstReferrals {
    cases: Vec<Case>,
}

impl FirstReferrals {
    /// Of these people; whose weeks are negative or no finite number are left out.
    pub fn of(cases: impl IntoIterator<Item = Case>) -> Self {
        let is_time = |c: &Case| c.time.is_finite() && c.time >= 0.0;
        Self { cases: cases.into_iter().filter(is_time).collect() }
    }

    /// How many are watched.
    pub fn watched(&self) -> u64 {
        self.cases.len() as u64
    }

    /// How many of them have referred.
    pub fn referred(&self) -> u64 {
        self.cases.iter().filter(|c| c.happened).count() as u64
    }

    /// The curve of those who have not referred yet, by week.
    ///
    /// # Errors
    ///
    /// [`Unfit::TooFew`] below [`LEAST_FOR_CURVE`] events: show the counts and [`Self::by`].
    pub fn curve(&self) -> Result<Vec<Point>, Unfit> {
        self.needs(LEAST_FOR_CURVE)?;
        Ok(curve(&self.cases))
    }

    /// The week by which half have referred; `Ok(None)` where that is not reached.
    ///
    /// # Errors
    ///
    /// As [`Self::curve`].
    pub fn median(&self) -> Result<Option<f64>, Unfit> {
        Ok(median(&self.curve()?))
    }

    /// The share of people like these to be expected to have referred by some week, from what is usual
    /// and from how many did, at a two-sided confidence. It stays below π at any time.
    pub fn by(&self, weeks: f64, confidence: f64, usual: Usual) -> Range {
        let share = usual.weeks.below(weeks);
        let ever = EverGrid::of(self, usual);
        let tail = (1.0 - level(confidence)) / 2.0;
        let at = |p: f64| share * ever.quantile(p);
        Range { low: at(tail), middle: at(0.5), high: at(1.0 - tail) }
    }

    /// Whether these refer sooner than others.
    ///
    /// # Errors
    ///
    /// [`Unfit::TooFew`] below [`LEAST_FOR_COMPARISON`] events in both together, [`Unfit::AllAlike`]
    /// where the groups were never watched together when it happened.
    pub fn compare(&self, others: &Self) -> Result<LogRank, Unfit> {
        let seen = self.referred() + others.referred();
        if seen < LEAST_FOR_COMPARISON {
            return Err(Unfit::TooFew { seen, least: LEAST_FOR_COMPARISON });
        }
        log_rank(&self.cases, &others.cases).ok_or(Unfit::AllAlike)
    }

    /// The share that ever refers and the weeks of those who do, drawn towards what is usual: a mixture
    /// cure model (Boag 1949, J. R. Statist. Soc. B 11:15; Berkson & Gage 1952), mode of the posterior
    /// of logit π, ln k and ln λ.
    ///
    /// # Errors
    ///
    /// [`Unfit::TooFew`] below [`LEAST_FOR_NEVER`] events, [`Unfit::NotFound`] where the search went
    /// astray.
    pub fn ever(&self, usual: Usual) -> Result<Ever, Unfit> {
        self.needs(LEAST_FOR_NEVER)?;
        let search = Search::of(&self.cases, usual);
        let end = minimise(search.start(), |at| search.slope(at));
        if end.is_found { Ok(Ever::of(end.at)) } else { Err(Unfit::NotFound) }
    }

    fn needs(&self, least: u64) -> Result<(), Unfit> {
        let seen = self.referred();
        if seen < least { Err(Unfit::TooFew { seen, least }) } else { Ok(()) }
    }
}

/// Standard deviation of ln k and ln λ around what is usual; 1. Judgement, as for contacts (§3.3).
const SPREAD: f64 = 0.7;

/// What happened on the first day is read as half a day.
const HALF_A_DAY: f64 = 0.5 / 7.0;

/// What is searched: minus the logarithm of the posterior, of cases with equally many weeks together.
struct Search {
    usual: Usual,
    /// ln t, how many referred then, how many had not by then.
    times: Vec<(f64, f64, f64)>,
}

impl Search {
    fn of(cases: &[Case], usual: Usual) -> Self {
        let read = |case: &Case| {
            let time = if case.happened { case.time.max(HALF_A_DAY) } else { case.time };
            (time, case.happened)
        };
        // Who was watched for no time at all says nothing.
        let mut read: Vec<(f64, bool)> = cases.iter().map(read).filter(|c| c.0 > 0.0).collect();
        read.sort_by(|a, b| a.0.total_cmp(&b.0));
        let alike = read.chunk_by(|a, b| a.0.to_bits() == b.0.to_bits());
        let count = |alike: &[(f64, bool)], happened: bool| {
            as_f64(alike.iter().filter(|case| case.1 == happened).count() as u64)
        };
        let times = alike.map(|all| (all[0].0.ln(), count(all, true), count(all, false)));
        Self { usual, times: times.collect() }
    }

    /// logit π, ln k and ln λ as they usually are.
    fn start(&self) -> [f64; 3] {
        let Usual { ever, weeks } = self.usual;
        [(ever.yes / ever.no).ln(), weeks.shape.ln(), weeks.scale.ln()]
    }

    /// The value with its slope in logit π, ln k and ln λ.
    fn slope(&self, at: &[f64; 3]) -> (f64, [f64; 3]) {
        let [_, centre_shape, centre_scale] = self.start();
        let [_, ln_shape, ln_scale] = *at;
        let Ever { share, weeks: Weibull { shape, .. } } = Ever::of(*at);
        let (yes, no) = (self.usual.ever.yes, self.usual.ever.no);
        let (from_shape, from_scale) = (ln_shape - centre_shape, ln_scale - centre_scale);
        let tight = 1.0 / (SPREAD * SPREAD);
        let mut value = tight * (from_shape * from_shape + from_scale * from_scale) / 2.0
            - yes * share.ln()
            - no * (-share).ln_1p();
        let mut slope = [no * share - yes * (1.0 - share), tight * from_shape, tight * from_scale];
        for &(ln_time, referred, waiting) in &self.times {
            let along = shape * (ln_time - ln_scale);
            let hazard = along.exp();
            if referred > 0.0 {
                value -= referred * (share.ln() + ln_shape + along - ln_time - hazard);
                slope[0] -= referred * (1.0 - share);
                slope[1] -= referred * (1.0 + along - hazard * along);
                slope[2] -= referred * shape * (hazard - 1.0);
            }
            if waiting > 0.0 {
                let by = -(-hazard).exp_m1();
                let left = 1.0 - share * by;
                value -= waiting * (-share * by).ln_1p();
                slope[0] += waiting * share * (1.0 - share) * by / left;
                let per_hazard = waiting * share * (along - hazard).exp() / left;
                slope[1] += per_hazard * along;
                slope[2] -= per_hazard * shape;
            }
        }
        (value, slope)
    }
}

impl Ever {
    fn of([logit, ln_shape, ln_scale]: [f64; 3]) -> Self {
        let weeks = Weibull { shape: ln_shape.exp(), scale: ln_scale.exp() };
        Self { share: 1.0 / (1.0 + (-logit).exp()), weeks }
    }

    /// The share of all that will have referred by some week, 0..1.
    pub fn by(self, weeks: f64) -> f64 {
        self.share * self.weeks.below(weeks)
    }

    /// ln L of people watched.
    pub fn ln_likelihood(self, cases: &[Case]) -> f64 {
        let of = |case: &Case| {
            if case.happened {
                self.share.ln() + self.weeks.ln_density(case.time.max(HALF_A_DAY))
            } else {
                (-self.by(case.time)).ln_1p()
            }
        };
        cases.iter().map(of).sum()
    }
}

/// The posterior of π with the weeks as usual, on a grid in √π, which is fine where π is small.
struct EverGrid {
    /// π and the mass up to it.
    below: Vec<(f64, f64)>,
}

/// Cases with a chance to have shown, alike to a hundredth, are counted together.
const BINS: u32 = 100;
const STEPS: u32 = 1000;

impl EverGrid {
    fn of(seen: &FirstReferrals, usual: Usual) -> Self {
        let mut waiting = vec![0.0; BINS as usize + 1];
        for case in seen.cases.iter().filter(|c| !c.happened) {
            waiting[bin(usual.weeks.below(case.time))] += 1.0;
        }
        let yes = usual.ever.yes - 1.0 + as_f64(seen.referred());
        let ln_density = |pi: f64| {
            let not_yet = waiting.iter().zip(0_u32..).filter(|(n, _)| **n > 0.0);
            let not_yet = not_yet.map(|(n, j)| n * (-pi * f64::from(j) / f64::from(BINS)).ln_1p());
            // dπ = 2√π d√π
            (yes + 0.5) * pi.ln() + (usual.ever.no - 1.0) * (-pi).ln_1p() + not_yet.sum::<f64>()
        };
        let middle = |step: u32| ((f64::from(step) + 0.5) / f64::from(STEPS)).powi(2);
        let logs: Vec<f64> = (0..STEPS).map(|step| ln_density(middle(step))).collect();
        let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut sum = 0.0;
        let mut below = vec![(0.0, 0.0)];
        for (ln, step) in logs.iter().zip(1..) {
            sum += (ln - most).exp();
            below.push(((f64::from(step) / f64::from(STEPS)).powi(2), sum));
        }
        for (_, mass) in &mut below {
            *mass /= sum;
        }
        Self { below }
    }

    fn quantile(&self, p: f64) -> f64 {
        let at = self.below.partition_point(|&(_, mass)| mass < p).clamp(1, self.below.len() - 1);
        let ((low, before), (high, after)) = (self.below[at - 1], self.below[at]);
        let part =
            if after > before { ((p - before) / (after - before)).clamp(0.0, 1.0) } else { 1.0 };
        low + (high - low) * part
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share, so from 0 to the number of bins"
)]
fn bin(share: f64) -> usize {
    (share.clamp(0.0, 1.0) * f64::from(BINS)).round() as usize
}

#[cfg(test)]
mod tests {
    use super::super::freireich::{PLACEBO, SIX_MP, cases};
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    fn of(times: &[i32]) -> FirstReferrals {
        FirstReferrals::of(cases(times))
    }

    /// §3.5: without those who never refer the prior would say 87 % after two years. Quantiles of
    /// Beta(2, 8) by scipy 1.17.
    #[test]
    fn before_anything_is_seen_the_range_is_the_usual_one() {
        let usual = Usual::default();
        near(usual.weeks.below(104.0), 0.8705, 5e-5);
        let range = of(&[]).by(104.0, 0.8, usual);
        near(range.low, 0.8705 * 0.060_769, 2e-4);
        near(range.middle, 0.8705 * 0.179_620, 2e-4);
        near(range.high, 0.8705 * 0.368_362, 2e-4);
        near(of(&[]).by(0.0, 0.8, usual).high, 0.0, 0.0);
    }

    /// Two have referred, five not yet after 10 to 120 weeks: the posterior's quantiles by quadrature
    /// (scipy 1.17).
    #[test]
    fn below_five_events_the_counts_move_the_range() {
        let few = of(&[12, 40, -10, -30, -60, -90, -120]);
        assert_eq!(few.curve(), Err(Unfit::TooFew { seen: 2, least: LEAST_FOR_CURVE }));
        assert_eq!((few.referred(), few.watched()), (2, 7));
        let by_then = Usual::default().weeks.below(52.0);
        let range = few.by(52.0, 0.8, Usual::default());
        near(range.low, 0.135_34 * by_then, 2e-3);
        near(range.middle, 0.265_27 * by_then, 2e-3);
        near(range.high, 0.432_96 * by_then, 2e-3);
    }

    #[test]
    fn fifty_thousand_who_never_referred_leave_little_hope() {
        let nobody = FirstReferrals::of(vec![Case { time: 200.0, happened: false }; 50_000]);
        let range = nobody.by(104.0, 0.8, Usual::default());
        assert!(range.high < 1e-3 && range.low > 0.0, "{range:?}");
    }

    #[test]
    fn from_five_events_on_the_curve_speaks() {
        assert_eq!(of(&SIX_MP).median(), Ok(Some(23.0)));
        assert_eq!(of(&[1, 2, 3, 4, 5, -6, -7, -8, -9, -9, -9]).median(), Ok(None), "not reached");
        assert_eq!(of(&SIX_MP).curve().unwrap().len(), 7);
    }

    #[test]
    fn groups_are_compared_from_ten_events_on() {
        near(of(&SIX_MP).compare(&of(&PLACEBO)).unwrap().chi_square(), 16.7929, 5e-5);
        let few = of(&[3, 9, 12, -20, -30]);
        let refused = few.compare(&of(&[4, 5, 6, -30])).unwrap_err();
        assert_eq!(refused, Unfit::TooFew { seen: 6, least: LEAST_FOR_COMPARISON });
        let apart = of(&[1; 10]).compare(&of(&[]));
        assert_eq!(apart, Err(Unfit::AllAlike), "nobody to compare with");
    }

    /// Thirty-six who referred, at the quantiles of a Weibull(1.3, 40) cut short, and sixty who have not
    /// within 30 to 266 weeks; the mode by scipy 1.17, Nelder–Mead.
    #[test]
    fn who_never_refers_is_learned_from_thirty_events_on() {
        let quantile = |i: u32| 40.0 * (-(1.0 - (f64::from(i) + 0.5) / 40.0).ln()).powf(1.0 / 1.3);
        let referred = (0..36).map(|i| Case { time: quantile(i), happened: true });
        let waiting = (0..60).map(|i| Case { time: 30.0 + 4.0 * f64::from(i), happened: false });
        let people = FirstReferrals::of(referred.chain(waiting));
        let found = people.ever(Usual::default()).unwrap();
        near(found.share, 0.370_522, 1e-5);
        near(found.weeks.shape, 1.505_399, 1e-5);
        near(found.weeks.scale, 34.888_75, 1e-3);
        let few = of(&[5; 29]).ever(Usual::default());
        assert_eq!(few, Err(Unfit::TooFew { seen: 29, least: LEAST_FOR_NEVER }));
    }

    #[test]
    fn the_search_goes_by_the_likelihood_and_its_slope() {
        let people = of(&[1, 5, 5, 9, 12, 40, -10, -10, -30, -60, -90, -120]);
        let usual = Usual::default();
        let search = Search::of(&people.cases, usual);
        let centre = search.start();
        let value = |at: &[f64; 3]| {
            let model = Ever::of(*at);
            let away = (at[1] - centre[1]).powi(2) + (at[2] - centre[2]).powi(2);
            away / (2.0 * SPREAD * SPREAD)
                - usual.ever.yes * model.share.ln()
                - usual.ever.no * (-model.share).ln_1p()
                - model.ln_likelihood(&people.cases)
        };
        for at in [centre, [0.5, 0.1, 3.0], [-2.0, 0.9, 5.0]] {
            let (ours, slope) = search.slope(&at);
            let (theirs, found) = super::super::minimum::with_slope(value)(&at);
            near(ours, theirs, 1e-9 * (1.0 + theirs.abs()));
            for (one, other) in slope.into_iter().zip(found) {
                near(one, other, 1e-5 * (1.0 + other.abs()));
            }
        }
    }

    #[test]
    fn odd_times_and_one_day_get_an_answer() {
        let odd = [f64::NAN, f64::INFINITY, -1.0].map(|time| Case { time, happened: true });
        assert_eq!(FirstReferrals::of(odd).watched(), 0);
        let at_once = FirstReferrals::of([Case { time: 0.0, happened: true }; 40]);
        assert_eq!(at_once.median(), Ok(Some(0.0)));
        if let Ok(ever) = at_once.ever(Usual::default()) {
            assert!(ever.share > 0.5 && ever.weeks.scale.is_finite());
        }
        for (weeks, confidence) in [(f64::NAN, 0.8), (52.0, f64::NAN), (f64::INFINITY, 2.0)] {
            let Range { low, middle, high } = at_once.by(weeks, confidence, Usual::default());
            assert!([low, middle, high].iter().all(|p| (0.0..=1.0).contains(p)));
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn more_time_and_more_who_referred_raise_the_share(
            waits in proptest::collection::vec(1_i32..300, 0..30), week in 1.0..200.0_f64,
        ) {
            let waiting: Vec<i32> = waits.iter().map(|w| -w).collect();
            let mut one_more = waiting.clone();
            one_more.push(20);
            let usual = Usual::default();
            let range = of(&waiting).by(week, 0.8, usual);
            assert!(0.0 <= range.low && range.low <= range.middle && range.middle <= range.high);
            assert!(range.high <= usual.weeks.below(week));
            assert!(of(&waiting).by(week + 10.0, 0.8, usual).middle >= range.middle);
            assert!(of(&one_more).by(week, 0.8, usual).middle >= range.middle);
        }
    }
}

//! How many different kinds a group holds (§3.8).
//!
//! p shares of N. Blau 1977: 1 − Σp²; Shannon 1948: H = −Σ p ln p; exp H "behaves like so many equal
//! kinds" (Hill 1973); inverse Simpson 1/Σp²; Miller–Madow 1955: H + (S − 1)/2N against the bias of
//! small samples.

use super::chance::Chance;
use super::wilson::{as_f64, normal_quantile_two_sided};

/// The kinds of a group, by how many members each has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diversity {
    counts: Vec<f64>,
    total: f64,
}

impl Diversity {
    /// From the number of members of each kind; empty kinds don't count.
    pub fn of(counts: impl IntoIterator<Item = u64>) -> Self {
        let counts: Vec<f64> = counts.into_iter().filter(|&n| n > 0).map(as_f64).collect();
        let total = counts.iter().sum();
        Self { counts, total }
    }

    fn shares(&self) -> impl Iterator<Item = f64> {
        self.counts.iter().map(|n| n / self.total)
    }

    /// Blau's index, the chance that two picks differ, 0..1; 0 for nobody.
    pub fn blau(&self) -> f64 {
        if self.counts.is_empty() { 0.0 } else { 1.0 - self.simpson() }
    }

    /// Blau's index without the bias of a finite group; none for fewer than two.
    pub fn blau_unbiased(&self) -> Option<f64> {
        let pairs = self.total * (self.total - 1.0);
        let same: f64 = self.counts.iter().map(|n| n * (n - 1.0)).sum();
        (self.total > 1.0).then(|| 1.0 - same / pairs)
    }

    fn simpson(&self) -> f64 {
        self.shares().map(|p| p * p).sum()
    }

    /// Shannon's entropy H, nats.
    pub fn entropy(&self) -> f64 {
        -self.shares().map(|p| p * p.ln()).sum::<f64>()
    }

    /// exp H: so many equal kinds would be as varied; 0 for nobody.
    pub fn equal_kinds(&self) -> f64 {
        if self.counts.is_empty() { 0.0 } else { self.entropy().exp() }
    }

    /// The inverse Simpson index; 0 for nobody.
    pub fn inverse_simpson(&self) -> f64 {
        if self.counts.is_empty() { 0.0 } else { 1.0 / self.simpson() }
    }

    /// The largest kind's share, 0..=1.
    pub fn largest(&self) -> f64 {
        self.shares().fold(0.0, f64::max)
    }

    /// Miller and Madow's corrected entropy, nats.
    pub fn entropy_corrected(&self) -> f64 {
        if self.counts.is_empty() {
            return 0.0;
        }
        self.entropy() + (as_f64(self.counts.len() as u64) - 1.0) / (2.0 * self.total)
    }

    /// Low end, value and high end of exp H, corrected, holding it with the given confidence, such as
    /// 0.9. Below [`FEW`] people the ends are those of [`RESAMPLES`] groups drawn from this one with
    /// replacement (percentile bootstrap; Efron & Tibshirani 1993), the same for the same seed; from
    /// there on those of H's standard error. The value lies within them always.
    pub fn equal_kinds_range(&self, confidence: f64, seed: u64) -> (f64, f64, f64) {
        let confidence = if confidence.is_nan() { 0.9 } else { confidence.clamp(0.0, 0.999) };
        if self.total >= FEW || self.counts.is_empty() {
            return self.equal_kinds_interval(normal_quantile_two_sided(confidence));
        }
        let mut drawn = self.resampled(seed);
        drawn.sort_by(f64::total_cmp);
        let tail = (1.0 - confidence) / 2.0;
        let at = |part: f64| drawn.get(place(part, drawn.len())).copied();
        let value = self.entropy_corrected().exp();
        let low = at(tail).unwrap_or(value).min(value);
        let high = at(1.0 - tail).unwrap_or(value).max(value);
        (low, value, high)
    }

    /// exp H, corrected, of groups as large as this one, drawn from it with replacement.
    fn resampled(&self, seed: u64) -> Vec<f64> {
        let members: Vec<usize> = (self.counts.iter().enumerate())
            .flat_map(|(kind, count)| std::iter::repeat_n(kind, whole(*count)))
            .collect();
        let mut chance = Chance::new(seed);
        let mut draw = || {
            let mut counts = vec![0; self.counts.len()];
            for _ in &members {
                counts[members[chance.below(members.len())]] += 1;
            }
            Self::of(counts).entropy_corrected().exp()
        };
        (0..RESAMPLES).map(|_| draw()).collect()
    }

    /// Low end, value and high end of exp H, corrected, `z` standard errors wide; the error is that of
    /// H, √((Σ p ln²p − H²)/N).
    pub fn equal_kinds_interval(&self, z: f64) -> (f64, f64, f64) {
        if self.counts.is_empty() {
            return (0.0, 0.0, 0.0);
        }
        let h = self.entropy();
        let square: f64 = self.shares().map(|p| p * p.ln() * p.ln()).sum();
        let error = ((square - h * h).max(0.0) / self.total).sqrt();
        let middle = self.entropy_corrected();
        ((middle - z * error).exp(), middle.exp(), (middle + z * error).exp())
    }
}

/// Below so many people the normal approximation is not to be trusted (§3.8).
pub const FEW: f64 = 30.0;
/// Groups drawn by the bootstrap.
pub const RESAMPLES: u32 = 2000;

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of fewer than thirty people, and parts of a list"
)]
fn whole(count: f64) -> usize {
    count as usize
}

/// Where a part of an ordered list lies.
fn place(part: f64, len: usize) -> usize {
    whole((part * as_f64(len as u64)).floor()).min(len.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// §3.8, tests; row 54.
    #[test]
    fn three_groups_are_as_varied_as_published() {
        let published = [
            ([5, 5, 5, 5], [0.75, 0.789_474, 1.386_294, 4.0, 4.0]),
            ([17, 1, 1, 1], [0.27, 0.284_211, 0.587_501, 1.7995, 1.3699]),
            ([10, 6, 3, 1], [0.635, 0.668_421, 1.142_120, 3.1334, 2.7397]),
        ];
        for (counts, [blau, unbiased, entropy, equal, inverse]) in published {
            let group = Diversity::of(counts);
            near(group.blau(), blau, 1e-9);
            near(group.blau_unbiased().unwrap(), unbiased, 1e-6);
            near(group.entropy(), entropy, 1e-6);
            near(group.equal_kinds(), equal, 1e-4);
            near(group.inverse_simpson(), inverse, 1e-4);
        }
    }

    #[test]
    fn nobody_is_no_kind() {
        let nobody = Diversity::of([0, 0]);
        near(nobody.equal_kinds() + nobody.inverse_simpson() + nobody.blau(), 0.0, 0.0);
        assert_eq!(nobody.blau_unbiased(), None);
        assert_eq!(nobody.equal_kinds_interval(1.0), (0.0, 0.0, 0.0));
    }

    #[test]
    fn the_correction_raises_what_few_people_understate() {
        let group = Diversity::of([5, 5, 5, 5]);
        near(group.entropy_corrected(), 1.386_294 + 3.0 / 40.0, 1e-6);
        let (low, middle, high) = Diversity::of([10, 6, 3, 1]).equal_kinds_interval(1.2816);
        assert!(low < middle && middle < high);
    }

    /// The ends against the same bootstrap in another program (numpy, 200 000 groups): 2.344 to 3.876.
    #[test]
    fn few_people_leave_the_number_of_kinds_open() {
        let (low, value, high) = Diversity::of([10, 6, 3, 1]).equal_kinds_range(0.9, 1);
        near(value, 3.3774, 1e-4);
        near(low, 2.344, 0.12);
        near(high, 3.876, 0.12);
        assert_eq!(Diversity::of([9]).equal_kinds_range(0.9, 1), (1.0, 1.0, 1.0));
        assert_eq!(Diversity::of([]).equal_kinds_range(0.9, 1), (0.0, 0.0, 0.0));
    }

    #[test]
    fn the_same_seed_gives_the_same_ends_and_many_people_need_none() {
        let group = Diversity::of([9, 5, 3]);
        assert_eq!(group.equal_kinds_range(0.9, 7), group.equal_kinds_range(0.9, 7));
        let many = Diversity::of([60, 40, 20]);
        assert_eq!(many.equal_kinds_range(0.9, 1), many.equal_kinds_range(0.9, 2));
    }

    proptest::proptest! {
        #[test]
        fn the_value_lies_within_its_range(
            counts in proptest::collection::vec(0_u64..9, 0..6), seed in 0_u64..99,
        ) {
            let group = Diversity::of(counts);
            let (low, value, high) = group.equal_kinds_range(0.9, seed);
            assert!(low <= value && value <= high && high.is_finite());
        }
    }
}

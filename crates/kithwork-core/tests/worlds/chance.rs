//! Chance with the shapes that habits have, the same for the same seed.

use kithwork_core::models::chance;

pub(crate) struct Chance(chance::Chance);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(chance::Chance::new(seed))
    }

    /// Evenly from 0 to 1.
    pub(crate) fn even(&mut self) -> f64 {
        f64::from(u32::try_from(self.0.bits() >> 32).unwrap()) / f64::from(u32::MAX)
    }

    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.even()
    }

    pub(crate) fn happens(&mut self, chance: f64) -> bool {
        self.even() < chance
    }

    /// From 0 to below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.0.bits() % bound.max(1) as u64).unwrap()
    }

    /// Days from `low` to `high`.
    pub(crate) fn days(&mut self, low: i32, high: i32) -> i32 {
        low + i32::try_from(self.below(usize::try_from(high - low + 1).unwrap())).unwrap()
    }

    /// A Poisson count (Knuth 1969), for small means.
    pub(crate) fn count(&mut self, mean: f64) -> usize {
        let (line, mut product, mut count) = ((-mean).exp(), self.even(), 0);
        while product > line && count < 60 {
            product *= self.even();
            count += 1;
        }
        count
    }

    /// Always positive, with mean 1, few large: minus the logarithm of an even number.
    pub(crate) fn skewed(&mut self) -> f64 {
        -self.even().max(1e-9).ln()
    }

    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

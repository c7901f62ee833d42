//! Chance that is the same in every run.

use kithwork_core::models::chance;

/// A generator of numbers.
#[derive(Debug)]
pub(crate) struct Chance(chance::Chance);

impl Chance {
    /// Starts from a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(chance::Chance::new(seed))
    }

    /// A number below `end`; 0 where there is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0.below(end)
    }

    /// One of several.
    pub(crate) fn one_of<'a, T>(&mut self, several: &'a [T]) -> Option<&'a T> {
        several.get(self.below(several.len()))
    }

    /// Skewed towards 0: few people are seen often, most seldom.
    pub(crate) fn skewed(&mut self, end: usize) -> usize {
        let once = self.below(end);
        once.min(self.below(end)).min(self.below(end))
    }
}

//! Chance that is the same in every run, and the same for every policy.
//!
//! Each draw hangs on what it decides (a world, a week, a person), not on how many draws came before:
//! two policies in one world meet the same moods, the same prospects and the same seasons.

/// A generator of numbers, `SplitMix64` (Steele, Lea and Flood, *Fast splittable pseudorandom number
/// generators*, 2014).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// Starts from a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(mix(seed))
    }

    /// Chance of its own for what the keys name together.
    pub(crate) fn of(self, keys: &[usize]) -> Self {
        let fold = |at: u64, &key: &usize| mix(at ^ mix(u64::try_from(key).unwrap_or(u64::MAX)));
        Self(keys.iter().fold(self.0, fold))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number from 0 up to, and without, 1.
    pub(crate) fn unit(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() >> 32).unwrap_or(0)) / 4_294_967_296.0
    }

    /// Whether something of that chance happens.
    pub(crate) fn happens(&mut self, chance: f64) -> bool {
        self.unit() < chance
    }

    /// A number between two.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// A number below `end`, which is above 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    /// A standard normal number (Box and Muller 1958).
    pub(crate) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// A log-normal number of that median.
    pub(crate) fn lognormal(&mut self, median: f64, sigma: f64) -> f64 {
        median * (sigma * self.normal()).exp()
    }

    /// A Pareto number: never below `least`, and the heavier the tail the smaller `alpha`.
    pub(crate) fn pareto(&mut self, least: f64, alpha: f64) -> f64 {
        least * (1.0 - self.unit()).powf(-1.0 / alpha)
    }

    /// A time to wait where nothing ages.
    pub(crate) fn exponential(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.unit()).ln()
    }

    /// A count of rare things (Knuth's multiplication).
    pub(crate) fn poisson(&mut self, mean: f64) -> u32 {
        let (limit, mut product, mut count) = ((-mean.min(20.0)).exp(), self.unit(), 0);
        while product > limit {
            product *= self.unit();
            count += 1;
        }
        count
    }

    /// Some of several, in a new order.
    pub(crate) fn some<T: Copy>(&mut self, several: &[T], most: usize) -> Vec<T> {
        let mut all = several.to_vec();
        for place in 0..all.len().min(most) {
            let other = place + self.below(all.len() - place);
            all.swap(place, other);
        }
        all.truncate(most);
        all
    }
}

fn mix(mut z: u64) -> u64 {
    z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn a_draw_hangs_on_what_it_decides_and_on_nothing_else() {
        let world = Chance::new(7);
        let (mut one, mut again) = (world.of(&[3, 5]), world.of(&[3, 5]));
        assert_eq!(one.below(1 << 30), again.below(1 << 30));
        assert_ne!(world.of(&[3, 5]).below(1 << 30), world.of(&[5, 3]).below(1 << 30));
    }

    #[test]
    fn counts_have_the_mean_they_are_asked_for() {
        let mut chance = Chance::new(1);
        let all: u32 = (0..20_000).map(|_| chance.poisson(0.3)).sum();
        assert!((f64::from(all) / 20_000.0 - 0.3).abs() < 0.02, "{all}");
    }
}

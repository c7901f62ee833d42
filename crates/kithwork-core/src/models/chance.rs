//! Chance that is the same each time: numbers from a seed.
//!
//! `SplitMix64` (Steele, Lea & Flood 2014, *Fast splittable pseudorandom number generators*, OOPSLA): one
//! addition and three multiplications a number; its seed is an argument wherever it is used.

/// A source of numbers that look like chance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance(u64);

impl Chance {
    /// From a seed; the same seed gives the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number in `0..below`; 0 where there is none. Fair to within 2⁻⁶⁴ (Lemire 2019, ACM TOMACS
    /// 29(1) 3, without the rejection).
    pub fn below(&mut self, below: usize) -> usize {
        let product = u128::from(self.bits()) * below as u128;
        usize::try_from(product >> 64).unwrap_or(0)
    }

    /// A number in 0..1, in steps of 2⁻³².
    pub fn part(&mut self) -> f64 {
        let high = u32::try_from(self.bits() >> 32).unwrap_or(u32::MAX);
        f64::from(high) / 4_294_967_296.0
    }

    /// Puts a list in an order by chance, each order alike (Durstenfeld 1964, CACM 7(7) 420).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of the authors' C program for the seed 1234567.
    #[test]
    fn it_gives_the_published_numbers() {
        let mut chance = Chance::new(1_234_567);
        let first: Vec<u64> = (0..5).map(|_| chance.bits()).collect();
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ]
        );
    }

    #[test]
    fn numbers_stay_below_and_every_one_comes() {
        let mut chance = Chance::new(7);
        let mut seen = [0; 6];
        (0..600).for_each(|_| seen[chance.below(6)] += 1);
        assert!(seen.iter().all(|times| (60..150).contains(times)), "{seen:?}");
        assert_eq!(chance.below(0), 0);
        assert!((0..1000).map(|_| chance.part()).all(|part| (0.0..1.0).contains(&part)));
    }

    #[test]
    fn a_shuffled_list_holds_what_it_held() {
        let mut list: Vec<usize> = (0..20).collect();
        Chance::new(3).shuffle(&mut list);
        assert_ne!(list, (0..20).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..20).collect::<Vec<_>>());
    }
}

//! Whom to nurture next: an index of how much a contact is worth now (§3.10).
//!
//! A relationship ages h = 1, 2, … weeks since the last meaningful contact; neglect costs f(h) a week,
//! never less than before; a contact succeeds with chance p and sets the age back to 1. Whittle's index
//! is the price of a contact at which one would as soon wait as call:
//! `W(h) = p·[p·h·F(h + 1) − Σ_{k=1..h} f(k)]`, `F(H) = Σ_{j≥0} (1 − p)^j f(H + j)`.
//!
//! Sources: Whittle 1988, *Restless bandits*, J. Appl. Prob. 25A 287; Kadota et al. 2018, IEEE/ACM
//! Transactions on Networking 26(6) 2637, for linear cost; the closed form for a fading value is this project's own and is
//! tested against value iteration.

/// The index where neglect costs h in week h: `(p·h/2)·(h + 2/p − 1)`. `success` is p, cut to 0..=1; 0
/// where a contact never succeeds.
pub fn linear(weeks: f64, success: f64) -> f64 {
    let (h, p) = (sane(weeks), chance(success));
    if p <= 0.0 { 0.0 } else { p * h / 2.0 * (h + 2.0 / p - 1.0) }
}

/// A value that is lost as warmth decays: neglect costs v·(1 − 2^(−h/half-life)) in week h.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fading {
    /// What the relationship is worth a week while it is warm; any unit, ≥ 0.
    pub value: f64,
    /// Weeks in which its warmth halves; > 0.
    pub half_life: f64,
}

impl Fading {
    /// The index after `weeks`; it never falls with them and stays below [`Fading::most`]. 0 where a
    /// contact never succeeds or nothing is at stake.
    pub fn index(self, weeks: f64, success: f64) -> f64 {
        let (h, p) = (sane(weeks), chance(success));
        let Some(decay) = self.decay() else { return 0.0 };
        let lost = -(-decay * h).exp_m1();
        let stays = (-decay * (h + 1.0)).exp();
        let tail = p * h * stays / (1.0 - (1.0 - p) * (-decay).exp());
        (p * self.value * (lost / decay.exp_m1() - tail)).max(0.0)
    }

    /// What the index tends to: a name grown cold does not crowd out everybody else.
    pub fn most(self, success: f64) -> f64 {
        self.decay().map_or(0.0, |decay| chance(success) * self.value / decay.exp_m1())
    }

    /// The weekly rate of decay; none where nothing is at stake or fades.
    fn decay(self) -> Option<f64> {
        let decay = std::f64::consts::LN_2 / self.half_life;
        let fades = decay > 0.0 && decay.is_finite() && decay.exp_m1().is_finite();
        (fades && self.value > 0.0 && self.value.is_finite()).then_some(decay)
    }
}

/// The index a minute: what to rank by. 0 for a contact without a length.
pub fn per_minute(index: f64, minutes: f64) -> f64 {
    if minutes > 0.0 && index.is_finite() { index / minutes } else { 0.0 }
}

fn sane(weeks: f64) -> f64 {
    if weeks.is_finite() { weeks.max(0.0) } else { 0.0 }
}

fn chance(success: f64) -> f64 {
    if success.is_nan() { 0.0 } else { success.clamp(0.0, 1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// §6.1, Whittle linear.
    #[test]
    fn linear_cost_gives_kadotas_index() {
        for (h, certain, half) in [
            (1.0, 1.0, 1.0),
            (2.0, 3.0, 2.5),
            (3.0, 6.0, 4.5),
            (5.0, 15.0, 10.0),
            (10.0, 55.0, 32.5),
        ] {
            near(linear(h, 1.0), certain, 1e-12);
            near(linear(h, 0.5), half, 1e-12);
        }
    }

    /// §6.1 and §3.10, Whittle exp.
    #[test]
    fn a_fading_value_gives_the_computed_index() {
        let eight = Fading { value: 1.0, half_life: 8.0 };
        for (h, index) in [
            (1.0, 0.07611),
            (2.0, 0.21569),
            (4.0, 0.64243),
            (8.0, 1.85637),
            (13.0, 3.60173),
            (26.0, 7.38133),
            (52.0, 10.39987),
        ] {
            near(eight.index(h, 1.0), index, 5e-6);
        }
        near(eight.most(1.0), 11.0488, 5e-5);
        near(eight.index(4.0, 0.6), 0.46705, 5e-6);
        near(eight.index(8.0, 0.6), 1.22921, 5e-6);
        near(eight.most(0.6), 6.6293, 5e-5);
        near(Fading { value: 3.0, half_life: 26.0 }.index(26.0, 0.8), 14.23403, 5e-6);
    }

    /// The price at which waiting and calling are equally good in week `h`, by value iteration with
    /// damping ½ (without, p = 1 cycles) and bisection over the price.
    fn reference(h: usize, p: f64, cost: impl Fn(usize) -> f64) -> f64 {
        const AGES: usize = 260;
        let (mut low, mut high) = (0.0, 60.0);
        let mut values = vec![0.0_f64; AGES + 1];
        for _ in 0..60 {
            let price = f64::midpoint(low, high);
            for _ in 0..20_000 {
                let next = |age: usize| values[(age + 1).min(AGES)];
                let renewed: Vec<f64> = (0..=AGES)
                    .map(|age| {
                        let wait = cost(age) + next(age);
                        let call = cost(age) + price + p * values[1] + (1.0 - p) * next(age);
                        f64::midpoint(values[age], wait.min(call))
                    })
                    .collect();
                let base = renewed[1];
                let change = |(new, old): (&f64, &f64)| (new - base - old).abs();
                let moved = renewed.iter().zip(&values).map(change).fold(0.0, f64::max);
                values = renewed.into_iter().map(|value| value - base).collect();
                if moved < 1e-12 {
                    break;
                }
            }
            if p * (values[h + 1] - values[1]) > price {
                low = price;
            } else {
                high = price;
            }
        }
        f64::midpoint(low, high)
    }

    #[test]
    fn both_forms_agree_with_value_iteration() {
        for (h, p) in [(4, 1.0), (8, 0.6)] {
            let fading = Fading { value: 1.0, half_life: 8.0 };
            let cost = |age: usize| {
                1.0 - (-f64::from(u32::try_from(age).unwrap()) / fading.half_life).exp2()
            };
            let weeks = f64::from(u32::try_from(h).unwrap());
            near(reference(h, p, cost), fading.index(weeks, p), 1e-6);
        }
        let cost = |age: usize| f64::from(u32::try_from(age).unwrap());
        near(reference(3, 0.5, cost), linear(3.0, 0.5), 1e-6);
    }

    #[test]
    fn nothing_at_stake_is_worth_nothing() {
        for (value, half_life) in
            [(0.0, 8.0), (1.0, 0.0), (1.0, f64::NAN), (f64::NAN, 8.0), (1.0, f64::INFINITY)]
        {
            let fading = Fading { value, half_life };
            near(fading.index(8.0, 1.0) + fading.most(1.0), 0.0, 0.0);
        }
        let eight = Fading { value: 1.0, half_life: 8.0 };
        near(eight.index(8.0, 0.0) + linear(8.0, 0.0) + linear(f64::NAN, 1.0), 0.0, 0.0);
        near(eight.index(-3.0, 1.0) + per_minute(5.0, 0.0) + per_minute(f64::NAN, 1.0), 0.0, 0.0);
        near(per_minute(6.0, 60.0), 0.1, 1e-12);
    }

    proptest::proptest! {
        /// Longer neglect is never worth less, and it stays below what it tends to.
        #[test]
        fn the_index_rises_to_its_limit(
            weeks in 0.0..500.0_f64, more in 0.0..100.0_f64, p in 0.01..=1.0_f64,
            value in 0.0..10.0_f64, half_life in 0.5..200.0_f64,
        ) {
            let fading = Fading { value, half_life };
            let (now, later) = (fading.index(weeks, p), fading.index(weeks + more, p));
            assert!(now >= 0.0 && later >= now - 1e-9 * (1.0 + now));
            assert!(later <= fading.most(p) + 1e-9);
            assert!(linear(weeks + more, p) >= linear(weeks, p));
        }
    }
}

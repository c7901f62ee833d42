//! Who is credited with a deal: its value shared out along the chain behind it, to the penny (§3.7).
//!
//! Every rule gives weights that sum to one; the largest remainder turns them into whole minor units
//! that sum to the deal. A refund is shared out with the same weights. Data-driven Shapley values need
//! hundreds of journeys; where a deal needs its whole chain they are the linear rule, and so that is
//! what the Shapley rule here is.

/// How a deal is shared out along its chain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// All to where it began.
    Origin,
    /// All to the last one before the deal.
    Closer,
    /// Evenly.
    Linear,
    /// 40 % to the first and the last each, 20 % shared by those between.
    Position,
    /// By 2^(−days/half-life): the later, the more; days, > 0.
    TimeDecay(f64),
    /// Shapley's value where the deal needs every link: evenly.
    Shapley,
}

impl Rule {
    /// All six, with a half-life in days for the one that needs it.
    pub fn all(half_life: f64) -> [Self; 6] {
        let decay = Self::TimeDecay(half_life);
        [Self::Origin, Self::Closer, Self::Linear, Self::Position, decay, Self::Shapley]
    }
}

/// Shapley's value of a game: what each player adds on average over all orders of joining (Shapley
/// 1953, *A value for n-person games*). `worth` says what a set of players is worth, as bits, player 0
/// the lowest. None for more than [`MOST_PLAYERS`].
pub fn shapley(players: usize, worth: impl Fn(u32) -> f64) -> Option<Vec<f64>> {
    if players > MOST_PLAYERS {
        return None;
    }
    let mut values = vec![0.0; players];
    for set in 0..1_u32 << players {
        let alone = worth(set);
        let joins = joining(players, set.count_ones());
        for (player, value) in values.iter_mut().enumerate().filter(|(p, _)| set & (1 << p) == 0) {
            *value += joins * (worth(set | 1 << player) - alone);
        }
    }
    Some(values)
}

/// Players beyond which [`shapley`] would take too long.
pub const MOST_PLAYERS: usize = 16;

/// The share of all orders in which one player comes just after a set: s!·(n − s − 1)!/n!.
fn joining(players: usize, before: u32) -> f64 {
    let rest = u32::try_from(players).unwrap_or(0).saturating_sub(before);
    let factor = |k: u32| f64::from(k) / f64::from(rest + k);
    (1..=before).map(factor).product::<f64>() / f64::from(rest.max(1))
}

/// The default half-life of [`Rule::TimeDecay`]; days. Judgement: web tools use 7, too short for
/// relations.
pub const HALF_LIFE_DAYS: f64 = 90.0;

/// Shares a value in minor units out along a chain, given as the days from each link to the deal,
/// oldest link first. The parts sum to the value exactly; a chain without links gets nothing.
pub fn share_out(value: i64, days_before: &[f64], rule: Rule) -> Vec<i64> {
    whole_parts(value, &weights(days_before, rule))
}

/// The weight of each link; they sum to one.
pub fn weights(days_before: &[f64], rule: Rule) -> Vec<f64> {
    let count = days_before.len();
    let single = |at: usize| (0..count).map(|i| f64::from(u8::from(i == at))).collect();
    match rule {
        Rule::Origin => single(0),
        Rule::Closer => single(count.saturating_sub(1)),
        Rule::Linear | Rule::Shapley => normalised(vec![1.0; count]),
        Rule::Position if count <= 2 => normalised(vec![1.0; count]),
        Rule::Position => {
            let between = 0.2 / super::wilson::as_f64(count as u64 - 2);
            let end = |i: usize| i == 0 || i == count - 1;
            (0..count).map(|i| if end(i) { 0.4 } else { between }).collect()
        }
        Rule::TimeDecay(half_life) => {
            // From the latest link on, so that very old chains don't vanish altogether.
            let latest = days_before.iter().copied().fold(f64::INFINITY, f64::min);
            let weight = |days: &f64| (-(days - latest) / half_life.max(f64::MIN_POSITIVE)).exp2();
            normalised(days_before.iter().map(weight).collect())
        }
    }
}

fn normalised(weights: Vec<f64>) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 && sum.is_finite() {
        weights.into_iter().map(|w| w / sum).collect()
    } else {
        weights
    }
}

/// Whole parts of a value by weight, by largest remainder: the units left over go to the largest
/// remainders, the earlier link first where two are equal.
fn whole_parts(value: i64, weights: &[f64]) -> Vec<i64> {
    let size = value.unsigned_abs();
    let exact: Vec<f64> = weights.iter().map(|w| w * super::wilson::as_f64(size)).collect();
    let mut left = size;
    let mut parts: Vec<u64> = exact
        .iter()
        .map(|part| {
            let whole = floor(*part).min(left);
            left -= whole;
            whole
        })
        .collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|&a, &b| (exact[b].fract()).total_cmp(&exact[a].fract()).then(a.cmp(&b)));
    for &at in order.iter().cycle().take(if parts.is_empty() { 0 } else { usize::MAX }) {
        if left == 0 {
            break;
        }
        // Rounding of huge values may leave more than one unit a link: share those out evenly.
        let extra = (left / parts.len() as u64).max(1);
        parts[at] += extra;
        left -= extra;
    }
    let sign = if value < 0 { -1 } else { 1 };
    parts.into_iter().map(|part| sign * i64::try_from(part).unwrap_or(i64::MAX)).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "never negative, and `as` saturates beyond the range"
)]
fn floor(part: f64) -> u64 {
    part.floor() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// §6.1, attribution.
    #[test]
    fn time_decay_shares_as_published_to_the_penny() {
        let chain = [200.0, 90.0, 10.0];
        let decay = Rule::TimeDecay(90.0);
        for (weight, published) in weights(&chain, decay).iter().zip([0.130_66, 0.304_84, 0.564_49])
        {
            assert!((weight - published).abs() < 5e-6);
        }
        assert_eq!(share_out(1_000_001, &chain, decay), [130_663, 304_844, 564_494]);
    }

    fn near(left: &[f64], right: &[f64]) {
        assert_eq!(left.len(), right.len());
        assert!(left.iter().zip(right).all(|(l, r)| (l - r).abs() < 1e-12), "{left:?} {right:?}");
    }

    /// §6.1, Shapley.
    #[test]
    fn shapleys_value_is_as_published() {
        // A right glove (player 2) and a left one (0 or 1) make a pair.
        let glove = |set: u32| f64::from(u8::from(set & 4 != 0 && set & 3 != 0));
        near(&shapley(3, glove).unwrap(), &[1.0 / 6.0, 1.0 / 6.0, 2.0 / 3.0]);
        // A runway as long as the most demanding plane needs.
        let airport = |set: u32| f64::from(32 - set.leading_zeros());
        near(&shapley(3, airport).unwrap(), &[1.0 / 3.0, 5.0 / 6.0, 11.0 / 6.0]);
        // The theorem behind the rule: where 0 and 2 are both needed they share alike.
        let unanimity = |set: u32| f64::from(u8::from(set & 0b101 == 0b101));
        near(&shapley(3, unanimity).unwrap(), &[0.5, 0.0, 0.5]);
        near(&shapley(0, |_| 7.0).unwrap(), &[]);
        assert_eq!(shapley(17, |_| 0.0), None);
    }

    /// A deal that needs its whole chain is the unanimity game of all: the Shapley rule is linear.
    #[test]
    fn the_shapley_rule_is_shapleys_value_of_a_chain() {
        for links in 1..8_u32 {
            let all = (1 << links) - 1;
            let game = shapley(links as usize, |set| f64::from(u8::from(set == all))).unwrap();
            near(&game, &weights(&vec![1.0; links as usize], Rule::Shapley));
        }
    }

    #[test]
    fn each_rule_shares_a_chain_of_four_its_own_way() {
        let chain = [300.0, 200.0, 100.0, 1.0];
        assert_eq!(share_out(1000, &chain, Rule::Origin), [1000, 0, 0, 0]);
        assert_eq!(share_out(1000, &chain, Rule::Closer), [0, 0, 0, 1000]);
        assert_eq!(share_out(1000, &chain, Rule::Linear), [250, 250, 250, 250]);
        assert_eq!(share_out(1000, &chain, Rule::Position), [400, 100, 100, 400]);
        assert_eq!(share_out(10, &[3.0, 2.0, 1.0], Rule::Shapley), [4, 3, 3]);
        assert_eq!(share_out(10, &[], Rule::Linear), Vec::<i64>::new());
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_made(
            value in proptest::prelude::any::<i32>(), chain in proptest::collection::vec(0.0..4000.0_f64, 1..12),
        ) {
            for rule in Rule::all(HALF_LIFE_DAYS) {
                let value = i64::from(value) * 1000;
                assert_eq!(share_out(value, &chain, rule).iter().sum::<i64>(), value, "{rule:?}");
                let refund: Vec<i64> = share_out(value, &chain, rule).iter().map(|p| -p).collect();
                assert_eq!(share_out(-value, &chain, rule), refund, "{rule:?}");
            }
        }
    }
}

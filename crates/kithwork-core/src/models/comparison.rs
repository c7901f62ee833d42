//! Which of two channels returns more, and how much more it takes to tell (§3.6, verdict rule).
//!
//! "Better" and "worse" need a chance of at least 0.95, ten results in the pair and half of each effort
//! mature. Between channels of equal exposure the share of results from the better one is binomial, and
//! how many results it takes is the size from which the exact one-sided test finds the difference in
//! four cases of five (Przyborowski & Wilenski 1940, Biometrika 31:313–323).

use super::binomial::at_least;
use super::gamma_poisson::Gamma;
use super::wilson::as_f64;

/// When a comparison may be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// How sure it must be; 0.5..=1. Judgement.
    pub sure_from: f64,
    /// At least so many results in the pair. Judgement.
    pub least_events: u64,
    /// At least so much of each effort must be mature; 0..=1. Judgement.
    pub mature_from: f64,
}

impl Default for Rule {
    fn default() -> Self {
        Self { sure_from: 0.95, least_events: 10, mature_from: 0.5 }
    }
}

/// What one channel was given and brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Channel {
    /// Results so far.
    pub events: u64,
    /// Hours given, ≥ 0.
    pub hours: f64,
    /// What they count for by now, ≤ `hours`.
    pub effective: f64,
}

/// Whether the first of two channels returns more than the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// It does.
    Better,
    /// It returns less.
    Worse,
    /// That cannot be told yet.
    NotEnough {
        /// About so many more results in both together would tell, if the difference is as it looks;
        /// none where they look so alike that no book could tell.
        events: Option<u64>,
        /// About so many more hours of such effort would bring them; none as above, and where nothing
        /// came of any hour yet.
        hours: Option<f64>,
    },
}

impl Channel {
    fn mature_share(self) -> f64 {
        if self.hours > 0.0 { self.effective / self.hours } else { 0.0 }
    }
}

/// Compares an hour of the first channel with an hour of the second. `prior` says what is usual.
pub fn compare(first: Channel, second: Channel, prior: Gamma, rule: Rule) -> Verdict {
    let rate = |channel: Channel| prior.after(as_f64(channel.events), channel.effective);
    let (one, other) = (rate(first).mean(), rate(second).mean());
    let seen =
        Seen { chance: rate(first).exceeds(rate(second)), ratio: one.max(other) / one.min(other) };
    decide(first, second, seen, rule)
}

/// How two channels look, in whatever an hour of them brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// The chance that the first brings more, 0..=1.
    pub chance: f64,
    /// How many times as much the better one seems to bring as the other, ≥ 1.
    pub ratio: f64,
}

/// The verdict rule, for whatever is compared: results, or what they were worth after cost.
pub fn decide(first: Channel, second: Channel, seen: Seen, rule: Rule) -> Verdict {
    let chance = seen.chance;
    let events = first.events.saturating_add(second.events);
    let is_mature = [first, second].iter().all(|c| c.mature_share() >= rule.mature_from);
    if events >= rule.least_events && is_mature {
        if chance >= rule.sure_from {
            return Verdict::Better;
        }
        if 1.0 - chance >= rule.sure_from {
            return Verdict::Worse;
        }
    }
    let needed = events_needed(seen.ratio);
    let more = needed.map(|n| n.max(rule.least_events).saturating_sub(events).max(1));
    let hours = first.hours + second.hours;
    let per_hour = as_f64(events) / hours;
    let more_hours = more.filter(|_| per_hour > 0.0 && hours.is_finite());
    Verdict::NotEnough { events: more, hours: more_hours.map(|n| as_f64(n) / per_hour) }
}

/// The error that a test makes where there is no difference.
const FALSE_ALARM: f64 = 0.05;
/// The share of true differences that it must find.
const POWER: f64 = 0.8;
/// A smaller ratio of rates takes thousands of results.
const LEAST_RATIO: f64 = 1.1;

/// How many results in two channels of equal exposure it takes to find that one's rate is `ratio` times
/// the other's: the number from which on four of five such differences are found at a one-sided 5 %.
/// None for ratios below 1.1, which no book tells apart.
pub fn events_needed(ratio: f64) -> Option<u64> {
    if ratio.is_nan() || ratio < LEAST_RATIO {
        return None;
    }
    let share = if ratio.is_finite() { ratio / (1.0 + ratio) } else { 1.0 };
    // The power goes up and down like a saw; the last size below the line is found from above.
    let mut size = surely_enough(share);
    while size > 1 && power(size - 1, share) >= POWER {
        size -= 1;
    }
    Some(size)
}

/// Well above the normal approximation, ¼(1.645 + 0.842)²/(share − ½)².
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few thousand at most, and positive"
)]
fn surely_enough(share: f64) -> u64 {
    (1.3 * 1.546 / (share - 0.5).powi(2)) as u64 + 40
}

/// The chance that of `size` results enough come from the better channel.
fn power(size: u64, share: f64) -> f64 {
    let mut critical = size / 2;
    while critical <= size && at_least(critical, size, 0.5) > FALSE_ALARM {
        critical += 1;
    }
    if critical > size { 0.0 } else { at_least(critical, size, share) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRIOR: Gamma = Gamma { shape: 1.0, rate: 40.0 };

    fn channel(events: u64, hours: f64, effective: f64) -> Channel {
        Channel { events, hours, effective }
    }

    /// §3.6: 169, 60, 28 and 16.
    #[test]
    fn so_many_results_tell_two_channels_apart() {
        for (ratio, events) in [(1.5, 169), (2.0, 60), (3.0, 28), (5.0, 16)] {
            assert_eq!(events_needed(ratio), Some(events), "{ratio}");
        }
        assert_eq!(events_needed(1.05), None);
        assert_eq!(events_needed(f64::NAN), None);
        assert!(events_needed(1.1).unwrap() > 2000);
        assert!(events_needed(f64::INFINITY).unwrap() < 10);
    }

    /// §3.6, worked fixture: two wins of groups and three of calls tell nothing.
    #[test]
    fn groups_and_cold_calls_cannot_be_told_apart_yet() {
        let verdict =
            compare(channel(2, 520.0, 242.8), channel(3, 150.0, 150.0), PRIOR, Rule::default());
        let Verdict::NotEnough { events: Some(events), hours: Some(hours) } = verdict else {
            panic!("{verdict:?}")
        };
        assert!((60..80).contains(&events), "{events}");
        assert!((hours - f64::from(670) / 5.0 * as_f64(events)).abs() < 1e-6);
    }

    #[test]
    fn a_clear_difference_is_said_both_ways_round() {
        let (good, poor) = (channel(30, 100.0, 90.0), channel(5, 100.0, 90.0));
        assert_eq!(compare(good, poor, PRIOR, Rule::default()), Verdict::Better);
        assert_eq!(compare(poor, good, PRIOR, Rule::default()), Verdict::Worse);
    }

    #[test]
    fn an_effort_that_is_not_mature_is_not_judged() {
        let (young, old) = (channel(1, 400.0, 150.0), channel(30, 100.0, 100.0));
        assert!(matches!(compare(young, old, PRIOR, Rule::default()), Verdict::NotEnough { .. }));
    }

    #[test]
    fn nothing_done_and_odd_numbers_are_not_enough() {
        let nothing = channel(0, 0.0, 0.0);
        let not_enough = Verdict::NotEnough { events: None, hours: None };
        assert_eq!(compare(nothing, nothing, PRIOR, Rule::default()), not_enough);
        for odd in [f64::NAN, f64::INFINITY, -5.0] {
            let verdict =
                compare(channel(9, odd, odd), channel(9, 10.0, 10.0), PRIOR, Rule::default());
            if let Verdict::NotEnough { hours: Some(hours), .. } = verdict {
                assert!(hours.is_finite());
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn a_larger_difference_never_takes_more(ratio in 1.2..20.0_f64, more in 1.0..3.0_f64) {
            assert!(events_needed(ratio * more) <= events_needed(ratio));
        }
    }
}

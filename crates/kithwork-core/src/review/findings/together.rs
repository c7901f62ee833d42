//! All findings weighed together: of many looked at, some are seen by chance alone (§4).

use super::{Finding, State};
use crate::models::false_alarms::{expected_by_chance, kept};
use serde::Serialize;

/// How far chance alone may have spoken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Together {
    /// Findings that were judged by an estimate.
    pub judged: u64,
    /// How many of them would be seen by chance alone at most, were nothing wrong.
    pub expected_by_chance: f64,
    /// The share of false ones among those that stand, at most; Benjamini & Hochberg's q.
    pub false_share: f64,
    /// Findings that are seen.
    pub seen: u64,
    /// Of these, how many stand when all are weighed together.
    pub standing: u64,
}

/// Marks what stands. A finding that is counted and not estimated stands by itself; what may be chance
/// stays seen, is said to be so, and comes last.
pub(super) fn weigh(findings: &mut [Finding], q: f64) -> Together {
    let chances: Vec<f64> = findings.iter().filter_map(|f| f.by_chance).collect();
    let mut discovered = kept(&chances, q).into_iter();
    let judged = chances.len() as u64;
    for finding in findings.iter_mut() {
        let survives = match finding.by_chance {
            Some(_) => discovered.next().unwrap_or(false),
            None => true,
        };
        let seen = finding.state == State::Seen;
        finding.stands = seen && survives;
        if seen && !survives {
            finding.evidence.missing = format!(
                "{judged} possible reasons were looked at; seeing this much in one of them could be chance."
            );
        }
    }
    let count = |of: fn(&&Finding) -> bool| findings.iter().filter(of).count() as u64;
    Together {
        judged,
        expected_by_chance: expected_by_chance(chances.len(), q),
        false_share: q,
        seen: count(|f| f.state == State::Seen),
        standing: count(|f| f.stands),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(by_chance: Option<f64>) -> Finding {
        Finding { state: State::Seen, by_chance, ..Finding::default() }
    }

    #[test]
    fn what_is_counted_stands_and_a_near_miss_among_many_may_be_chance() {
        let mut findings = vec![seen(None), seen(Some(0.09)), seen(Some(0.001))];
        findings.extend((0..8).map(|_| Finding { by_chance: Some(0.8), ..Finding::default() }));
        let together = weigh(&mut findings, 0.1);
        let stands: Vec<bool> = findings.iter().take(3).map(|f| f.stands).collect();
        assert_eq!(stands, [true, false, true]);
        assert_eq!((together.judged, together.seen, together.standing), (10, 3, 2));
        assert!((together.expected_by_chance - 1.0).abs() < 1e-12);
        assert!(findings[1].evidence.missing.contains("could be chance"));
    }
}

//! F6 and F7: trust without understanding, and understanding without trust (row 53).

use super::Finding;
use super::share::{Beyond, Share};
use crate::id::FactId;
use crate::ladder::readiness;
use crate::review::reading::Reading;
use crate::review::words::many;

/// From this score on somebody trusts, or understands; judgement (§4 F6, F7).
const HIGH: u8 = 3;
/// Up to this score they don't; judgement (§4 F6, F7).
const LOW: u8 = 1;

/// The scores of everyone: those by which somebody is told to be ready to refer, or not.
struct Scores {
    person: FactId,
    trust: Option<u8>,
    understanding: Option<u8>,
}

fn scores<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = Scores> + 'a {
    reading.network().map(|(_, person, _)| {
        let ready = readiness(reading.book, person.id, reading.as_of, reading.params);
        Scores { person: person.id.into(), trust: ready.trust, understanding: ready.understanding }
    })
}

/// Of those who trust: the share who understand little, or of whom that is not known.
pub(super) fn not_understood(reading: &Reading<'_>) -> Finding {
    let trusting: Vec<Scores> =
        scores(reading).filter(|s| s.trust.is_some_and(|t| t >= HIGH)).collect();
    let unknown = trusting.iter().filter(|s| s.understanding.is_none()).count();
    let lacking = |s: &&Scores| s.understanding.is_none_or(|u| u <= LOW);
    let count = trusting.iter().filter(lacking).count();
    Share {
        code: "not-understood",
        line: reading.params.findings.not_understood,
        beyond: Beyond::Above,
        numerator: count as u64,
        denominator: trusting.len() as u64,
        facts: trusting.iter().filter(lacking).map(|s| s.person).collect(),
        cases: ["person who trusts you", "people who trust you"],
        says: format!(
            "Of {}, {} could hardly say what you do, and of {unknown} it is not known.",
            many(trusting.len() as u64, "person who trusts you", "people who trust you"),
            count - unknown
        ),
        against: "These are your own impressions; ask three of them to say it back.",
        try_next: "Tell one of them a story of a client, and ask them to say back whom you help.",
    }
    .judge(&reading.params.findings)
}

/// Of those who understand: the share who trust little.
pub(super) fn not_trusted(reading: &Reading<'_>) -> Finding {
    let knowing: Vec<Scores> = scores(reading)
        .filter(|s| s.understanding.is_some_and(|u| u >= HIGH) && s.trust.is_some())
        .collect();
    let wary = |s: &&Scores| s.trust.is_some_and(|t| t <= LOW);
    let count = knowing.iter().filter(wary).count();
    Share {
        code: "not-trusted",
        line: reading.params.findings.not_trusted,
        beyond: Beyond::Above,
        numerator: count as u64,
        denominator: knowing.len() as u64,
        facts: knowing.iter().filter(wary).map(|s| s.person).collect(),
        cases: ["person who knows what you do", "people who know what you do"],
        says: format!(
            "Of {}, {count} may not trust you much yet.",
            many(
                knowing.len() as u64,
                "person who knows well what you do",
                "people who know well what you do"
            )
        ),
        against: "Trust grows with time and with promises kept; some of these may be new.",
        try_next: "Help one of them with something small this week, and do it by the day you said.",
    }
    .judge(&reading.params.findings)
}

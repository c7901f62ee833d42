//! F2: people met, and nothing followed (row 41).

use super::share::{Beyond, Share};
use super::{Finding, State};
use crate::id::FactId;
use crate::review::delays::{Delays, heard_again, keeps_small_things};
use crate::review::reading::Reading;
use crate::review::words::{many, of_share, per_cent};

const CODE: &str = "not-followed-up";

/// Of the people met in the period and at least a week ago: the share followed up within a week. Who
/// was met more recently is not judged. Where that is too close to tell, how many were heard from
/// within four weeks may decide. Those about whom the owner has decided since stay counted, but are not
/// listed any more.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.not_followed_up;
    let FirstWeek { took, decided, missed } = within_a_week(reading);
    let of = took + decided + missed.len() as u64;
    if !keeps_small_things(reading) {
        return Finding::not_enough(CODE, line.threshold, unknown(took, of));
    }
    let delays = heard_again(reading);
    let finding = Share {
        code: CODE,
        line,
        beyond: Beyond::Below,
        numerator: took,
        denominator: of,
        facts: missed,
        cases: ["person met at least a week ago", "people met at least a week ago"],
        says: says(took, of, decided, &delays),
        against: "Messages that were not noted down are not seen here.",
        try_next: "After the next event, write two lines to each new person within two days.",
    }
    .judge(&reading.params.findings);
    by_four_weeks(reading, finding, &delays)
}

/// Where messages and calls are not noted down, only a one-to-one within the week tells of somebody.
fn unknown(took: u64, of: u64) -> String {
    if took == 0 {
        return "Messages and calls are not noted down here, so nobody can tell what followed a first meeting."
            .to_owned();
    }
    format!(
        "{took} of {} met in the last year sat down with you within a week. Messages and calls are not noted down \
         here, so nobody can tell of the others.",
        many(of, "person", "people")
    )
}

fn says(took: u64, of: u64, decided: u64, delays: &Delays) -> String {
    let said = format!(
        "{took} of {} met in the last year heard from you within a week.",
        many(of, "person", "people")
    );
    let later = match delays.within_four_weeks {
        Some(share) => format!(" Within four weeks it was {}.", per_cent(share)),
        None => String::new(),
    };
    let since = match decided {
        0 => String::new(),
        1 => " You have decided about one of the others since.".to_owned(),
        _ => format!(" You have decided about {decided} of the others since."),
    };
    format!("{said}{later}{since}")
}

/// What became of the people met in the period and at least a week ago.
struct FirstWeek {
    /// Followed up within the week.
    took: u64,
    /// Not followed up, and decided about since.
    decided: u64,
    /// Not followed up, and still waiting for a word.
    missed: Vec<FactId>,
}

fn within_a_week(reading: &Reading<'_>) -> FirstWeek {
    let mut week = FirstWeek { took: 0, decided: 0, missed: Vec::new() };
    for (_, person, seen) in reading.network() {
        if seen.met.and_then(|met| met.on).is_none_or(|on| on < reading.from) {
            continue;
        }
        match seen.path.and_then(|path| path.followed_up) {
            Some(true) => week.took += 1,
            Some(false) if person.care_at(reading.as_of).is_some() => week.decided += 1,
            Some(false) => week.missed.push(person.id.into()),
            None => {}
        }
    }
    week
}

/// Fewer than so many heard from within four weeks is seen, whatever the first week says; judgement
/// (§4 F2).
const WITHIN_FOUR_WEEKS: f64 = 0.3;

/// The share and its interval, beside the line.
fn within_four_weeks(delays: &Delays) -> String {
    let share =
        delays.within_four_weeks.map(|share| format!("{} within four weeks", per_cent(share)));
    let likely = delays.four_weeks_interval.map(of_share);
    let line = format!("; the line is drawn at {}.", per_cent(WITHIN_FOUR_WEEKS));
    [share, likely, Some(line)].into_iter().flatten().collect()
}

fn by_four_weeks(reading: &Reading<'_>, finding: Finding, delays: &Delays) -> Finding {
    let enough = delays.people >= reading.params.findings.not_followed_up.least;
    let few = delays.four_weeks_interval.is_some_and(|(_, high)| high < WITHIN_FOUR_WEEKS);
    if finding.state != State::NotEnoughData || !enough || !few {
        return finding;
    }
    let mut finding = Finding { state: State::Seen, ..finding };
    finding.evidence.speaks_for = within_four_weeks(delays);
    finding.evidence.missing.clear();
    finding
}

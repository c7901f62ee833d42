//! How often a prepared minute was changed at the last moment, and why (row 27).

use crate::book::Book;
use crate::days::days_before;
use crate::facts::PitchChange;
use crate::id::FactId;
use jiff::civil::Date;
use serde::Serialize;

/// So far back changes are counted, days.
const DAYS: i32 = 365;
/// So many changes are the least of which one reason can be the most frequent; judgement.
const FEWEST: u64 = 3;

/// Minutes that were changed in the 365 days up to a date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Meetings with a word on whether the minute was changed.
    pub minutes: u64,
    /// Of these, those where it was.
    pub changed: u64,
    /// How often for each reason, the most frequent first.
    pub reasons: Vec<Reason>,
    /// Changes of which no reason is noted.
    pub without: u64,
    /// The meetings.
    pub facts: Vec<FactId>,
    /// In plain words.
    pub says: String,
}

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Reason {
    pub reason: PitchChange,
    pub says: &'static str,
    pub times: u64,
}

/// The changes of the year up to a date.
pub fn changes(book: &Book, as_of: Date) -> Changes {
    let since = days_before(as_of, DAYS);
    let held = book.facts.meetings.iter().filter(|m| m.on > since && m.on <= as_of);
    let told: Vec<_> = held.filter(|m| m.pitch_changed.is_some()).collect();
    let changed: Vec<_> = told.iter().filter(|m| m.pitch_changed == Some(true)).collect();
    let times = |reason| changed.iter().filter(|m| m.pitch_changed_why == Some(reason)).count();
    let mut reasons: Vec<Reason> = PitchChange::ALL
        .into_iter()
        .map(|reason| Reason { reason, says: reason.says(), times: times(reason) as u64 })
        .filter(|reason| reason.times > 0)
        .collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.times));
    let mut all = Changes {
        minutes: told.len() as u64,
        changed: changed.len() as u64,
        without: changed.iter().filter(|m| m.pitch_changed_why.is_none()).count() as u64,
        facts: changed.iter().map(|m| m.id).collect(),
        reasons,
        says: String::new(),
    };
    all.says = says(&all);
    all
}

fn says(all: &Changes) -> String {
    let (minutes, changed) = (all.minutes, all.changed);
    let meetings = if minutes == 1 { "meeting" } else { "meetings" };
    match (minutes, all.reasons.first()) {
        (0, _) => "Nothing is noted yet on whether your minute was given as prepared.".to_owned(),
        // One or two changes have no reason that is frequent.
        (_, Some(most)) if changed >= FEWEST => format!(
            "Of {minutes} {meetings} in the last year, your minute was changed at {changed}{}.",
            because(all, most)
        ),
        _ => format!(
            "Of {minutes} {meetings} in the last year, your minute was changed at {changed}."
        ),
    }
}

/// Why, as far as that is known: of how many changes it is, and which reason is frequent among them.
fn because(all: &Changes, most: &Reason) -> String {
    let known = all.changed.saturating_sub(all.without);
    let often = if known >= FEWEST { ", most often" } else { "" };
    let reason = lower(most.says);
    match known {
        known if known == all.changed => format!("{often} because: {reason}"),
        known if known < FEWEST && all.reasons.len() > 1 => {
            format!(". The reason is known of {known} of {}", all.changed)
        }
        known => format!(". The reason is known of {known} of {}{often}: {reason}", all.changed),
    }
}

/// `A competitor…` within a sentence; what begins with `I` stays.
fn lower(text: &str) -> String {
    match text.split_once(' ') {
        Some((first, rest)) if first != "I" => format!("{} {rest}", first.to_lowercase()),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::Meeting;
    use crate::id::RoomId;
    use jiff::ToSpan;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 16);

    fn book(told: &[(i64, Option<bool>, Option<PitchChange>)]) -> Book {
        let mut facts = Facts::default();
        for (n, &(weeks, pitch_changed, pitch_changed_why)) in told.iter().enumerate() {
            let id = FactId(Uuid::from_u128(n as u128 + 1));
            let meeting =
                Meeting::held(id, RoomId(Uuid::nil()), TODAY.saturating_sub(weeks.weeks()));
            facts.meetings.push(Meeting { pitch_changed, pitch_changed_why, ..meeting });
        }
        Book::new(facts, &[])
    }

    #[test]
    fn each_reason_is_counted_the_most_frequent_first() {
        let (yes, no) = (Some(true), Some(false));
        let tired = Some(PitchChange::Tired);
        let book = book(&[
            (1, yes, Some(PitchChange::Competitor)),
            (2, yes, tired),
            (3, yes, tired),
            (4, yes, None),
            (5, no, None),
            (6, None, None),
            (60, yes, tired),
            (-1, yes, tired),
        ]);
        let all = changes(&book, TODAY);
        assert_eq!((all.minutes, all.changed, all.without), (5, 4, 1));
        let reasons: Vec<_> = all.reasons.iter().map(|r| (r.reason, r.times)).collect();
        assert_eq!(reasons, [(PitchChange::Tired, 2), (PitchChange::Competitor, 1)]);
        let ends = "at 4. The reason is known of 3 of 4, most often: I was tired.";
        assert!(all.says.ends_with(ends), "{}", all.says);
    }

    /// Row 27: one reason that is known is not the most frequent of six changes.
    #[test]
    fn of_how_many_changes_the_reason_is_known_is_said() {
        let (tired, unknown) = ((1, Some(true), Some(PitchChange::Tired)), (2, Some(true), None));
        let says = |told: &[_]| changes(&book(told), TODAY).says;
        let one = says(&[tired, unknown, unknown, unknown, unknown, unknown]);
        assert!(one.ends_with("The reason is known of 1 of 6: I was tired."), "{one}");
        let other = (3, Some(true), Some(PitchChange::Competitor));
        let two = says(&[tired, other, unknown]);
        assert!(two.ends_with("The reason is known of 2 of 3."), "{two}");
        let all = says(&[tired, tired, tired]);
        assert!(all.ends_with("at 3, most often because: I was tired."), "{all}");
    }

    #[test]
    fn two_changes_have_no_most_frequent_reason() {
        let tired = (1, Some(true), Some(PitchChange::Tired));
        let says = changes(&book(&[tired, tired]), TODAY).says;
        assert_eq!(says, "Of 2 meetings in the last year, your minute was changed at 2.");
        assert!(changes(&book(&[tired, tired, tired]), TODAY).says.contains("I was tired"));
    }

    #[test]
    fn nothing_noted_is_not_nothing_changed() {
        assert!(changes(&book(&[(1, None, None)]), TODAY).says.starts_with("Nothing is noted"));
    }
}

//! How often a prepared minute was given as prepared, changed at the last moment or left out, and why (row 27).

use crate::book::Book;
use crate::days::days_before;
use crate::facts::{Meeting, PitchChange};
use crate::id::FactId;
use jiff::civil::Date;
use serde::Serialize;

/// So far back changes are counted, days.
const DAYS: i32 = 365;
/// So many changes are the least of which one reason can be the most frequent; judgement.
const FEWEST: u64 = 3;

/// How the minute of a meeting was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// As it had been prepared.
    AsPrepared,
    /// Changed just before.
    Changed,
    /// Not at all.
    LeftOut,
}

impl Given {
    /// Whether a meeting's minute can have been given by a date: that day's own counts once it is said how it went;
    /// until then it is only chosen.
    pub(crate) fn is_over(meeting: &Meeting, as_of: Date) -> bool {
        meeting.on < as_of
            || meeting.pitch_skipped.is_some()
            || meeting.pitch_changed.is_some()
            || meeting.debriefed_on.is_some()
    }

    /// Whether a meeting's minute has been given by a date. That a locked one was changed beforehand doesn't say so
    /// on the day itself.
    pub(crate) fn has_been(meeting: &Meeting, as_of: Date) -> bool {
        let is_said = meeting.pitch_skipped.is_some()
            || meeting.pitch_changed == Some(false)
            || meeting.debriefed_on.is_some();
        meeting.on < as_of || meeting.on == as_of && is_said
    }

    /// How the minute of a meeting was given by a date; none where nothing tells.
    pub fn at(meeting: &Meeting, as_of: Date) -> Option<Self> {
        if !Self::is_over(meeting, as_of) {
            return None;
        }
        let is_named = meeting.pitch.is_some() && meeting.pitch_prepared == Some(true);
        let is_kept = meeting.pitch_changed == Some(false) && meeting.pitch_prepared != Some(false);
        match (meeting.pitch_skipped, meeting.pitch_changed) {
            (Some(true), _) => Some(Self::LeftOut),
            (_, Some(true)) => Some(Self::Changed),
            _ => (is_named || is_kept).then_some(Self::AsPrepared),
        }
    }
}

/// Minutes of the 365 days up to a date: given as prepared, changed, left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Meetings of which it is known how the minute was given.
    pub minutes: u64,
    /// Of these, those where it was given as prepared.
    pub as_prepared: u64,
    /// Those where it was changed.
    pub changed: u64,
    /// Those where it was left out.
    pub left_out: u64,
    /// Further meetings where it is known that none was prepared.
    pub unprepared: u64,
    /// How often for each reason it was changed or left out, the most frequent first.
    pub reasons: Vec<Reason>,
    /// Changes, and minutes left out, of which no reason is noted.
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
    let told: Vec<(Given, &Meeting)> =
        held.clone().filter_map(|m| Some((Given::at(m, as_of)?, m))).collect();
    let unprepared =
        held.filter(|m| Given::at(m, as_of).is_none() && m.pitch_prepared == Some(false));
    let so_given = |how| told.iter().filter(|(given, _)| *given == how).count() as u64;
    let otherwise: Vec<&Meeting> =
        told.iter().filter(|(given, _)| *given != Given::AsPrepared).map(|(_, m)| *m).collect();
    let times = |reason| otherwise.iter().filter(|m| m.pitch_changed_why == Some(reason)).count();
    let mut reasons: Vec<Reason> = PitchChange::ALL
        .into_iter()
        .map(|reason| Reason { reason, says: reason.says(), times: times(reason) as u64 })
        .filter(|reason| reason.times > 0)
        .collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.times));
    let mut all = Changes {
        minutes: told.len() as u64,
        as_prepared: so_given(Given::AsPrepared),
        changed: so_given(Given::Changed),
        left_out: so_given(Given::LeftOut),
        unprepared: unprepared.count() as u64,
        without: otherwise.iter().filter(|m| m.pitch_changed_why.is_none()).count() as u64,
        facts: otherwise.iter().map(|m| m.id).collect(),
        reasons,
        says: String::new(),
    };
    all.says = says(&all);
    all
}

fn says(all: &Changes) -> String {
    let (minutes, changed) = (all.minutes, all.changed);
    let meetings = |count| if count == 1 { "meeting" } else { "meetings" };
    let none_at = match (all.unprepared, minutes) {
        (0, 0) => {
            return "Nothing is noted yet on whether your minute was given as prepared.".to_owned();
        }
        (0, _) => String::new(),
        (none, 0) => {
            return format!(
                "At {none} {} in the last year no minute was prepared.",
                meetings(none)
            );
        }
        (none, _) => format!(" At {none} further {} none was prepared.", meetings(none)),
    };
    let left_out = match all.left_out {
        0 => String::new(),
        some => format!(" and left out at {some}"),
    };
    // One or two changes have no reason that is frequent.
    let most = all.reasons.first().filter(|_| all.otherwise() >= FEWEST);
    let because = most.map(|most| because(all, most)).unwrap_or_default();
    format!(
        "Of {minutes} {} in the last year, your minute was changed at {changed}{left_out}{because}.{none_at}",
        meetings(minutes)
    )
}

impl Changes {
    /// How often it was not given as prepared.
    fn otherwise(&self) -> u64 {
        self.changed.saturating_add(self.left_out)
    }
}

/// Why, as far as that is known: of how many changes it is, and which reason is frequent among them.
fn because(all: &Changes, most: &Reason) -> String {
    let known = all.otherwise().saturating_sub(all.without);
    let often = if known >= FEWEST { ", most often" } else { "" };
    let reason = lower(most.says);
    match known {
        known if known == all.otherwise() => format!("{often} because: {reason}"),
        known if known < FEWEST && all.reasons.len() > 1 => {
            format!(". The reason is known of {known} of {}", all.otherwise())
        }
        known => {
            format!(". The reason is known of {known} of {}{often}: {reason}", all.otherwise())
        }
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

    /// Rows 27 and 34: what the review counts is counted here too, minutes left out among them.
    #[test]
    fn minutes_prepared_and_left_out_are_counted_with_their_reasons() {
        let mut told =
            book(&[(1, None, None), (2, None, Some(PitchChange::Tired)), (3, None, None)]);
        let [unsaid, left_out, prepared] = told.facts.meetings.as_mut_slice() else { panic!() };
        unsaid.pitch = Some("Roofs".to_owned());
        left_out.pitch_skipped = Some(true);
        (prepared.pitch, prepared.pitch_prepared) = (Some("Roofs".to_owned()), Some(true));
        let all = changes(&told, TODAY);
        assert_eq!((all.minutes, all.as_prepared, all.changed, all.left_out), (2, 1, 0, 1));
        assert_eq!(all.reasons.first().map(|r| (r.reason, r.times)), Some((PitchChange::Tired, 1)));
        let says =
            "Of 2 meetings in the last year, your minute was changed at 0 and left out at 1.";
        assert_eq!(all.says, says);
    }

    /// Row 43: meetings without a prepared minute stand beside those with one, as the review counts them.
    #[test]
    fn meetings_without_a_prepared_minute_are_told_too() {
        let mut told = book(&[(1, None, None), (2, None, None), (3, Some(false), None)]);
        for meeting in &mut told.facts.meetings {
            meeting.pitch_prepared = Some(meeting.pitch_changed.is_some());
        }
        let all = changes(&told, TODAY);
        assert_eq!((all.minutes, all.as_prepared, all.unprepared), (1, 1, 2));
        let says = "Of 1 meeting in the last year, your minute was changed at 0. At 2 further meetings \
                    none was prepared.";
        assert_eq!(all.says, says);
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

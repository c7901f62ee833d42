//! What came of evenings one looked back on: needs heard, goals met, nerves, the minute as it was given
//! (rows 60 and 72). Only the owner's own figures, beside nobody else's.

use super::reading::Reading;
use super::time::since;
use super::words::{many, of_share};
use crate::evening::{Goal, needs_heard};
use crate::facts::Meeting;
use crate::id::{FactId, RoomId};
use crate::models::wilson::{as_f64, wilson};
use crate::pitch::Given;
use jiff::civil::Date;
use serde::Serialize;

/// Fewer evenings than these say nothing of a rate; judgement, as with recall.
const LEAST: u64 = 3;
/// From so many evenings on nerves are set beside each other (row 72).
const LEAST_NERVES: usize = 2;

/// The period's evenings, as the owner looked back on them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Evenings {
    /// Meetings of the period that were looked back on.
    pub debriefed: u64,
    /// Of these, without a need heard: allowed, and counted.
    pub without_need: u64,
    /// Needs heard at them.
    pub needs_heard: u64,
    /// How often what the owner went for was reached.
    pub goal: GoalsMet,
    /// The minute, as it was given at them.
    pub minute: MinuteGiven,
    /// Nerves before and after; none where they were never noted.
    pub nerves: Option<Nerves>,
    /// The meetings that were looked back on.
    pub facts: Vec<FactId>,
}

/// How often what the owner went for was reached.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GoalsMet {
    /// How often it was.
    pub met: u64,
    /// Of how many evenings of which it is known.
    pub of: u64,
    /// Evenings of which nobody said yet.
    pub open: u64,
    /// The share, 0..=1; none under three, which are too few.
    pub share: Option<f64>,
    /// Its interval, at the findings' confidence.
    pub interval: Option<(f64, f64)>,
    /// In plain words.
    pub says: String,
}

/// The minute, as it was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MinuteGiven {
    /// Given as it had been prepared.
    pub as_prepared: u64,
    /// Changed just before.
    pub changed: u64,
    /// Left out.
    pub skipped: u64,
}

/// Nerves before and after, 1 (calm) to 5, over the whole book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Nerves {
    /// Each evening on which they were noted, oldest first.
    pub each: Vec<NervesAt>,
    /// How they went, first and last; none under two evenings.
    pub trend: Option<NervesTrend>,
    /// In plain words.
    pub says: String,
}

/// Nerves at one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NervesAt {
    pub meeting: FactId,
    pub room: RoomId,
    pub name: String,
    pub on: Date,
    pub before: Option<u8>,
    pub after: Option<u8>,
}

impl NervesAt {
    /// Whether the meeting is over: how one felt before one that is still to come tells no way it went.
    fn is_over(&self, as_of: Date) -> bool {
        self.on < as_of || self.after.is_some()
    }
}

/// The first and the last time, before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NervesTrend {
    /// Before: the first and the last; none where that was noted fewer than twice.
    pub before: Option<(u8, u8)>,
    /// After: the same.
    pub after: Option<(u8, u8)>,
}

pub(super) fn all(reading: &Reading<'_>) -> Evenings {
    let looked_back = |m: &&Meeting| m.debriefed_on.is_some_and(|on| on <= reading.as_of);
    let period = since(reading.meetings, |m| m.on, reading.from);
    let mut all = Evenings {
        nerves: nerves(reading),
        minute: minute(period, reading.as_of),
        ..Evenings::default()
    };
    for meeting in period.iter().filter(looked_back) {
        let needs: usize = needs_heard(reading.book, meeting).values().map(Vec::len).sum();
        all.debriefed += 1;
        all.without_need += u64::from(needs == 0);
        all.needs_heard += needs as u64;
        all.facts.push(meeting.id);
        match Goal::of(reading.book, meeting).met {
            None => all.goal.open += 1,
            Some(met) => {
                all.goal.of += 1;
                all.goal.met += u64::from(met);
            }
        }
    }
    all.goal.judge(reading.params.findings.confidence);
    all
}

impl GoalsMet {
    fn judge(&mut self, confidence: f64) {
        let evenings = many(self.of, "meeting", "meetings");
        if self.of < LEAST {
            self.says = if self.of == 0 {
                "No meeting has been looked back on yet.".to_owned()
            } else {
                format!(
                    "What you went for was reached at {} of {evenings}: too few for a share, {LEAST} would begin to tell.",
                    self.met
                )
            };
            return;
        }
        self.share = Some(as_f64(self.met) / as_f64(self.of));
        self.interval = wilson(self.met, self.of, confidence);
        let likely = self.interval.map(of_share).unwrap_or_default();
        self.says = format!("What you went for was reached at {} of {evenings}{likely}.", self.met);
    }
}

fn minute(period: &[Meeting], as_of: Date) -> MinuteGiven {
    let mut given = MinuteGiven::default();
    for how in period.iter().filter_map(|m| Given::at(m, as_of)) {
        match how {
            Given::AsPrepared => given.as_prepared += 1,
            Given::Changed => given.changed += 1,
            Given::LeftOut => given.skipped += 1,
        }
    }
    given
}

fn nerves(reading: &Reading<'_>) -> Option<Nerves> {
    let noted = reading.meetings.iter().filter(|m| m.nerves_before.or(m.nerves_after).is_some());
    let each: Vec<NervesAt> = noted
        .map(|m| NervesAt {
            meeting: m.id,
            room: m.room,
            name: reading.book.room(m.room).map(|room| room.name.clone()).unwrap_or_default(),
            on: m.on,
            before: m.nerves_before,
            after: m.nerves_after,
        })
        .collect();
    if each.is_empty() {
        return None;
    }
    let ends = |of: fn(&NervesAt) -> Option<u8>| {
        let known: Vec<u8> =
            each.iter().filter(|at| at.is_over(reading.as_of)).filter_map(of).collect();
        let ends = known.first().copied().zip(known.last().copied());
        ends.filter(|_| known.len() >= LEAST_NERVES)
    };
    let (before, after) = (ends(|at| at.before), ends(|at| at.after));
    let trend = before.or(after).map(|_| NervesTrend { before, after });
    let says = trend.map_or_else(
        || "One meeting so far: from the second on you see how it goes.".to_owned(),
        NervesTrend::says,
    );
    Some(Nerves { each, trend, says })
}

impl NervesTrend {
    fn says(self) -> String {
        let of = |(first, last): (u8, u8)| format!("{first} the first time and {last} the last");
        let told = match (self.before, self.after) {
            (Some(before), Some(after)) => {
                format!("Before: {}. Afterwards: {}.", of(before), of(after))
            }
            (Some(before), None) => format!("Before: {}.", of(before)),
            (None, Some(after)) => format!("Afterwards: {}.", of(after)),
            (None, None) => String::new(),
        };
        let falls = |ends: Option<(u8, u8)>| ends.is_some_and(|(first, last)| last < first);
        let rises = |ends: Option<(u8, u8)>| ends.is_some_and(|(first, last)| last > first);
        if falls(self.before) && !rises(self.after) {
            return format!("{told} It is getting easier.");
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::{GoalsMet, NervesTrend};

    fn goal(met: u64, of: u64) -> GoalsMet {
        let mut goal = GoalsMet { met, of, ..GoalsMet::default() };
        goal.judge(0.8);
        goal
    }

    #[test]
    fn two_evenings_are_too_few_for_a_rate_and_three_have_an_interval() {
        assert_eq!((goal(0, 0).share, goal(2, 2).share), (None, None));
        assert!(goal(2, 2).says.contains("2 of 2 meetings: too few"), "{}", goal(2, 2).says);
        let three = goal(2, 3);
        let (low, high) = three.interval.unwrap();
        // Wilson, 80 %: (2 + z²/2 ± z√(2·1/3 + z²/4)) / (3 + z²), z = 1.2816.
        assert!((low - 0.3212).abs() < 5e-5 && (high - 0.8942).abs() < 5e-5, "{low} {high}");
        assert!(three.says.contains("2 of 3 meetings, likely 32 to 89%"), "{}", three.says);
    }

    #[test]
    fn only_falling_nerves_are_said_to_get_easier() {
        let says = |before, after| NervesTrend { before: Some(before), after: Some(after) }.says();
        assert!(says((5, 3), (2, 1)).ends_with("It is getting easier."));
        assert!(!says((3, 3), (2, 4)).contains("easier"));
        assert!(!says((2, 4), (1, 1)).contains("easier"));
    }
}

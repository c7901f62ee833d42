//! A year of effort and what showed: not sales, which may take longer, but what comes before them
//! (rows 35, 39 and 23).

use super::acts_of_help::introductions_of;
use super::origin::{OriginKind, of_business};
use super::reading::Reading;
use super::time::{hours, since};
use super::words::{many, tenths};
use super::yields::seen_again;
use crate::facts::Business;
use crate::id::FactId;
use crate::models::wilson::none_of_one_sided;
use crate::rounding::hours_of;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// So long, and so many hours, and something must show; judgement (row 39).
const WEEKS: i32 = 52;
/// See [`WEEKS`].
const HOURS: u64 = 100;
/// Under so many weeks it was tried too briefly; judgement (row 23): half of results have shown.
const BRIEFLY_WEEKS: i32 = 26;
/// Under so many weeks nothing is said of what was tried: the three months in which one who was met is sat
/// down with.
const BEGUN_WEEKS: i32 = 13;
/// From so many one-to-ones on it is no beginning any more, and what they still allow is said: below 3 % for each;
/// judgement (row 50).
const LEAST_TALKS: u64 = 100;
/// Under so many hours with people it was not tried; judgement (row 23).
const TRIED_HOURS: u64 = 20;

/// What a year of effort showed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Signal {
    /// Weeks looked at: the 52 of the review's year, or those since the first entry.
    pub weeks: i32,
    /// Meetings in them.
    pub meetings: u64,
    /// Hours in them, in rooms and with people.
    pub hours: u64,
    /// People sat down with for a second time.
    pub second_meetings: u64,
    /// Introductions to the owner, and by the owner.
    pub introductions: u64,
    /// Work passed on to the owner: referrals, and clients won through somebody.
    pub referrals: u64,
    /// Business that began at a group or event itself, nobody between.
    pub at_groups: u64,
    /// Business won; it may be too early for any, and none is no finding.
    pub business: u64,
    /// Introductions, work passed on and business without a day: whether they came of this effort is not known,
    /// so they count nowhere above.
    pub undated: u64,
    /// The most that one meeting may still bring of what never came, at 95 %; none where something did.
    pub still_possible: Option<f64>,
    /// What it comes to.
    pub verdict: Verdict,
    /// The same in plain words, with its numbers.
    pub says: String,
}

/// Not tried, too briefly, or tried, and with what result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Hardly any time went to people: it was not tried.
    NotTried,
    /// Tried, but not for as long as results take.
    TooBriefly,
    /// A year, a hundred hours, and nothing that comes before business.
    NothingShowed,
    /// Tried long enough, something showed, and no business came of it.
    TriedWithoutBusiness,
    /// Something shows.
    SomethingShows,
}

impl Signal {
    /// What shows that the effort works: introductions, work passed on, clients found at a group.
    fn came(&self) -> u64 {
        self.introductions + self.referrals + self.at_groups
    }

    /// What stands before all reasons: long effort of which nothing that comes before business showed, or that was
    /// hardly with people at all. None while it is early, and where something shows.
    pub fn headline(&self) -> Option<&str> {
        let is_long = self.weeks >= BRIEFLY_WEEKS;
        let speaks = match self.verdict {
            Verdict::NothingShowed => true,
            Verdict::NotTried => is_long,
            Verdict::TooBriefly | Verdict::TriedWithoutBusiness | Verdict::SomethingShows => false,
        };
        speaks.then_some(&*self.says)
    }
}

/// Whether anything that comes before business shows; what bears no day may.
pub(super) fn has_shown(reading: &Reading<'_>) -> bool {
    let signal = of(reading);
    signal.came() + signal.undated > 0
}

pub(super) fn of(reading: &Reading<'_>) -> Signal {
    let Some(first) = reading.first_written() else { return not_begun() };
    let lived = reading.weeks_written().unwrap_or(0);
    // What came before the first effort came of something else.
    let from = reading.from.max(first);
    let meetings = since(reading.meetings, |m| m.on, from);
    let talks = since(&reading.conversations, |c| c.on, from);
    let in_rooms: u64 = meetings.iter().map(|m| reading.meeting_minutes(m)).sum();
    let with_people: u64 = talks.iter().map(|c| c.took().known()).sum();
    let [introductions, referrals, at_groups, business] = results(reading);
    let came = |of: &[Came]| of.iter().filter(|(_, on)| on.is_some_and(|on| on >= from)).count();
    let all = introductions.iter().chain(&referrals).chain(&business);
    let undated: BTreeSet<FactId> = all.filter(|(_, on)| on.is_none()).map(|(id, _)| *id).collect();
    let mut signal = Signal {
        weeks: lived.min(WEEKS),
        meetings: meetings.len() as u64,
        hours: hours_of(in_rooms + with_people),
        second_meetings: second_meetings(reading, from),
        introductions: came(&introductions) as u64,
        referrals: came(&referrals) as u64,
        at_groups: came(&at_groups) as u64,
        business: came(&business) as u64,
        undated: undated.len() as u64,
        ..not_begun()
    };
    signal.verdict = verdict(&signal, lived, with_people);
    let nothing = signal.came() + signal.undated == 0 && signal.meetings > 0;
    signal.still_possible = nothing.then(|| none_of_one_sided(signal.meetings, 0.95));
    let minutes = in_rooms + with_people;
    signal.says = says(&signal, minutes, with_people);
    if let Some(bound) = bound(reading).filter(|_| signal.verdict == Verdict::NothingShowed) {
        signal.says = format!("{} {bound}", effort(&signal, minutes));
    }
    signal
}

/// A book without any effort of which something could come.
fn not_begun() -> Signal {
    Signal {
        weeks: 0,
        meetings: 0,
        hours: 0,
        second_meetings: 0,
        introductions: 0,
        referrals: 0,
        at_groups: 0,
        business: 0,
        undated: 0,
        still_possible: None,
        verdict: Verdict::TooBriefly,
        says: "Not enough to tell yet: no meeting and no conversation is noted.".to_owned(),
    }
}

/// Something that came, and when.
type Came = (FactId, Option<Date>);

/// Introductions, work passed on to the owner, business of groups, and all business of the whole book.
fn results(reading: &Reading<'_>) -> [Vec<Came>; 4] {
    let introductions = introductions_of(reading.book, reading.as_of);
    let is_of_a_group = |one: &&Business| of_business(reading, one).0 == OriginKind::Room;
    let at_groups = reading.business().filter(|one| one.referrer.is_none() && is_of_a_group(one));
    [
        introductions.iter().map(|act| (act.fact, act.on)).collect(),
        reading.passed_on.iter().map(|one| (one.fact, one.on)).collect(),
        at_groups.map(|one| (one.id, one.won_on)).collect(),
        reading.business().map(|one| (one.id, one.won_on)).collect(),
    ]
}

/// What one-to-ones without any result still allow: a bound, and how many of the people had a second one (row 50). None
/// where something came of them, or there are too few to speak of more than a beginning.
fn bound(reading: &Reading<'_>) -> Option<String> {
    let talks = reading.given.iter().filter(|given| given.is_one_to_one).count() as u64;
    let came = introductions_of(reading.book, reading.as_of).len()
        + reading.passed_on.len()
        + reading.business().count();
    let (people, again) = seen_again(reading);
    (came == 0 && talks >= LEAST_TALKS).then(|| {
        format!(
            "0 of {talks} one-to-ones led to an introduction or a referral: below {} for each is as much as can be \
             said (95%, one-sided). {again} of {} had a second one.",
            tenths(none_of_one_sided(talks, 0.95)),
            many(people, "person", "people")
        )
    })
}

fn second_meetings(reading: &Reading<'_>, from: Date) -> u64 {
    let again = |days: &[Date]| days.get(1..).unwrap_or(&[]).iter().any(|&on| on >= from);
    reading.network().filter(|(_, _, seen)| again(&seen.one_to_one_days)).count() as u64
}

/// `with_people` are minutes.
fn verdict(signal: &Signal, lived: i32, with_people: u64) -> Verdict {
    let came = signal.came();
    let shows = came + signal.second_meetings > 0;
    let long = lived >= WEEKS && signal.hours >= HOURS;
    // What bears no day may have come of it: nothing is told only where there is none of that either.
    let none = |count: u64| count + signal.undated == 0;
    match () {
        () if long && none(came) => Verdict::NothingShowed,
        () if lived < BEGUN_WEEKS => Verdict::TooBriefly,
        () if with_people < TRIED_HOURS * 60 && !shows => Verdict::NotTried,
        () if lived < BRIEFLY_WEEKS => Verdict::TooBriefly,
        () if long && none(signal.business) => Verdict::TriedWithoutBusiness,
        () if shows && (came > 0 || !long) => Verdict::SomethingShows,
        () => Verdict::TooBriefly,
    }
}

/// What was done and what showed, in figures.
fn effort(signal: &Signal, minutes: u64) -> String {
    let span = match signal.weeks {
        WEEKS.. => "the last year".to_owned(),
        weeks => many(weeks.unsigned_abs().into(), "week", "weeks"),
    };
    let undated = match signal.undated {
        0 => String::new(),
        1 => " One more result bears no day and counts nowhere here.".to_owned(),
        more => format!(" {more} more results bear no day and count nowhere here."),
    };
    let at_groups = match signal.at_groups {
        0 => String::new(),
        won => format!("{} won at a group itself, ", many(won, "client", "clients")),
    };
    format!(
        "{} and {} in {span}: {}, {}, {at_groups}{} sat down with a second time.{undated}",
        many(signal.meetings, "meeting", "meetings"),
        hours(minutes),
        many(signal.introductions, "introduction", "introductions"),
        many(signal.referrals, "referral", "referrals"),
        many(signal.second_meetings, "person", "people")
    )
}

/// `minutes` are those of all of it, `with_people` those with people.
fn says(signal: &Signal, minutes: u64, with_people: u64) -> String {
    let too_little = match with_people {
        0 => format!(
            "No time with people is noted: from {TRIED_HOURS} h of it on it counts as tried."
        ),
        _ => format!(
            "Of these {}, {} went to people: from {TRIED_HOURS} h with people on it counts as tried.",
            hours(minutes),
            hours(with_people)
        ),
    };
    let verdict = match signal.verdict {
        Verdict::NotTried => &*too_little,
        Verdict::TooBriefly if signal.undated > 0 && signal.weeks >= BRIEFLY_WEEKS => {
            "With their days it could be told what shows."
        }
        Verdict::TooBriefly => "It is too early to tell: results take half a year and longer.",
        Verdict::NothingShowed if signal.second_meetings > 0 => {
            "Pipeline not started: people are seen again, and after a year an introduction or a referral should show, \
             business or not."
        }
        Verdict::NothingShowed => {
            "Pipeline not started: after a year something of this should show, business or not."
        }
        Verdict::TriedWithoutBusiness => {
            "Something shows and no business yet: long sales take their time."
        }
        Verdict::SomethingShows => "It shows.",
    };
    format!("{} {verdict}", effort(signal, minutes))
}

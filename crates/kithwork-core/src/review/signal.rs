//! A year of effort and what showed: not sales, which may take longer, but what comes before them
//! (rows 35, 39 and 23).

use super::acts_of_help::introductions_of;
use super::reading::Reading;
use super::time::{hours, since};
use super::words::{many, tenths};
use super::yields::seen_again;
use crate::models::wilson::none_of_one_sided;
use crate::rounding::hours_of;
use jiff::civil::Date;
use serde::Serialize;

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
    /// Business won; it may be too early for any, and none is no finding.
    pub business: u64,
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

pub(super) fn of(reading: &Reading<'_>) -> Signal {
    let lived = reading.weeks_written().unwrap_or(0);
    let from = reading.from;
    let meetings = since(reading.meetings, |m| m.on, from);
    let talks = since(&reading.conversations, |c| c.on, from);
    let in_rooms: u64 = meetings.iter().map(|m| reading.meeting_minutes(m)).sum();
    let with_people: u64 = talks.iter().map(|c| c.took().known()).sum();
    let mut signal = Signal {
        weeks: lived.min(WEEKS),
        meetings: meetings.len() as u64,
        hours: hours_of(in_rooms + with_people),
        second_meetings: second_meetings(reading, from),
        introductions: introductions(reading, from),
        referrals: reading.passed_on.iter().filter(|p| p.on.is_none_or(|on| on >= from)).count()
            as u64,
        business: reading.business().filter(|b| b.won_on.is_none_or(|on| on >= from)).count()
            as u64,
        still_possible: None,
        verdict: Verdict::NotTried,
        says: String::new(),
    };
    signal.verdict = verdict(&signal, lived, with_people);
    let nothing = signal.introductions + signal.referrals == 0 && signal.meetings > 0;
    signal.still_possible = nothing.then(|| none_of_one_sided(signal.meetings, 0.95));
    let minutes = in_rooms + with_people;
    signal.says = says(&signal, minutes, with_people);
    if let Some(bound) = bound(reading).filter(|_| signal.verdict == Verdict::NothingShowed) {
        signal.says = format!("{} {bound}", effort(&signal, minutes));
    }
    signal
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

fn introductions(reading: &Reading<'_>, from: Date) -> u64 {
    let all = introductions_of(reading.book, reading.as_of);
    all.iter().filter(|act| act.on.is_none_or(|on| on >= from)).count() as u64
}

/// `with_people` are minutes.
fn verdict(signal: &Signal, lived: i32, with_people: u64) -> Verdict {
    let shows = signal.introductions + signal.referrals + signal.second_meetings > 0;
    let long = lived >= WEEKS && signal.hours >= HOURS;
    match () {
        () if long && signal.introductions + signal.referrals == 0 => Verdict::NothingShowed,
        () if lived < BEGUN_WEEKS => Verdict::TooBriefly,
        () if with_people < TRIED_HOURS * 60 && !shows => Verdict::NotTried,
        () if lived < BRIEFLY_WEEKS => Verdict::TooBriefly,
        () if signal.business == 0 && long => Verdict::TriedWithoutBusiness,
        () if shows => Verdict::SomethingShows,
        () => Verdict::TooBriefly,
    }
}

/// What was done and what showed, in figures.
fn effort(signal: &Signal, minutes: u64) -> String {
    let span = match signal.weeks {
        WEEKS.. => "the last year".to_owned(),
        weeks => many(weeks.unsigned_abs().into(), "week", "weeks"),
    };
    format!(
        "{} and {} in {span}: {}, {}, {} sat down with a second time.",
        many(signal.meetings, "meeting", "meetings"),
        hours(minutes),
        many(signal.introductions, "introduction", "introductions"),
        many(signal.referrals, "referral", "referrals"),
        many(signal.second_meetings, "person", "people")
    )
}

/// `minutes` are those of all of it, `with_people` those with people.
fn says(signal: &Signal, minutes: u64, with_people: u64) -> String {
    let too_little = format!(
        "With people {} of it: under {TRIED_HOURS} hours it has not been tried yet.",
        hours(with_people)
    );
    let verdict = match signal.verdict {
        Verdict::NotTried => &*too_little,
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

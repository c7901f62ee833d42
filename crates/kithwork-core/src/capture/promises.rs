//! Promises, theirs and mine, and the wish to be in touch again.

use super::Part;
use super::clauses::{About, Clause, Head};
use super::dates::{self, Sense};
use super::lexicon::is_doing;
use super::reading::Reading;
use crate::facts::PromisedBy;
use jiff::civil::Date;
use std::ops::Range;

/// Reads a clause that promises something.
pub(super) fn read(reading: &mut Reading<'_>, clause: &Clause, parts: &mut Vec<Part>) {
    let due = due(reading, clause);
    let has_passed = |date: Date| clause.head != Head::FollowUp && date < reading.today;
    let due_on = due
        .as_ref()
        .map(|&(date, _)| date)
        .map(|date| if has_passed(date) { date } else { date.max(reading.on) });
    if clause.head == Head::FollowUp {
        let about = named_in(reading, &clause.body).map_or(clause.about, About::Person);
        let who = reading.person(about, clause);
        parts.push(Part::FollowUp { who, on: due_on });
        return;
    }
    let what = what(reading, clause, due.map(|(_, at)| at));
    if what.is_empty() {
        return;
    }
    let (direction, about) = match clause.head {
        Head::Theirs => (PromisedBy::Theirs, clause.about),
        _ => (PromisedBy::Mine, receiver(reading, clause)),
    };
    let who = reading.person(about, clause);
    parts.push(Part::Promise { who, direction, what, due_on });
}

/// When it is due, and the words that say so: the last day named that has not gone by, or that it was
/// due by and has just passed.
fn due(reading: &Reading<'_>, clause: &Clause) -> Option<(Date, Range<usize>)> {
    let body = clause.body.clone();
    let mut found = None;
    let mut at = body.start;
    while at < body.end {
        let stands = |date: Date| {
            date >= reading.today
                || (dates::is_due(reading.low(at)) && dates::is_just_past(date, reading.today))
        };
        match dates::at(&reading.words, at, reading.today, Sense::Due) {
            Some((date, length)) if stands(date) && at + length <= body.end => {
                found = Some((date, at..at + length));
                at += length;
            }
            _ => at += 1,
        }
    }
    found
}

/// The user's own words without the day.
fn what(reading: &Reading<'_>, clause: &Clause, due: Option<Range<usize>>) -> String {
    let mut body = clause.body.clone();
    while matches!(reading.low(body.start), "to" | "that" | "then") && body.start < body.end {
        body.start += 1;
    }
    // `Promised Tom a price list`: the article belongs to what was promised.
    if clause.lead.len() > 1 && matches!(reading.low(clause.lead.end - 1), "a" | "an") {
        body.start = clause.lead.end - 1;
    }
    let Some(due) = due else { return reading.raw(body) };
    let (before, after) = (reading.raw(body.start..due.start), reading.raw(due.end..body.end));
    [before, after].iter().filter(|s| !s.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// To whom the owner promised it: `promised Tom`, `send Tom the list`, `send the list to Tom`; else
/// whoever was spoken of. Who is to be introduced is not who it was promised to, if there is one.
fn receiver(reading: &Reading<'_>, clause: &Clause) -> About {
    if let About::Person(_) = clause.about {
        return clause.about;
    }
    let first = clause.body.start;
    let introduces = matches!(
        reading.low(first),
        "introduce" | "intro" | "connect" | "put" | "refer" | "ask" | "speak" | "talk" | "check"
    );
    let pronoun = matches!(reading.low(first + 1), "him" | "her" | "them");
    let spoken_of = reading.mentions.iter().any(|m| m.at.start < clause.lead.start);
    if pronoun || (introduces && spoken_of) {
        return About::Them;
    }
    match named_in(reading, &clause.body) {
        Some(who) if is_doing(reading.low(first)) || !spoken_of => About::Person(who),
        _ => clause.about,
    }
}

fn named_in(reading: &Reading<'_>, body: &Range<usize>) -> Option<usize> {
    // `Send Gemma's number`: it is hers, and promised to somebody else.
    let inside: Vec<_> =
        reading.mentions.iter().filter(|m| body.contains(&m.at.start) && !m.owns).collect();
    let led = |lead: &str| {
        inside.iter().find(|m| m.at.start > body.start && reading.low(m.at.start - 1) == lead)
    };
    let direct = inside.iter().find(|m| m.at.start <= body.start + 1);
    direct.or_else(|| led("to")).or_else(|| led("with")).map(|m| m.who)
}

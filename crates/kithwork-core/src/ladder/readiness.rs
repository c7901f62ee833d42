//! Could they refer the owner? A bottleneck of trust, understanding and opportunity (§2.2).

use super::explains::last_heard;
use crate::book::Book;
use crate::days::days_before;
use crate::facts::Rated;
use crate::id::{FactId, PersonId};
use crate::params::Params;
use jiff::civil::Date;
use serde::Serialize;

/// How ready somebody is to refer the owner, and what is missing. A mean would hide the bottleneck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// Their trust in the owner, 0..=4; unknown where no check is recent.
    pub trust: Option<u8>,
    /// Their understanding of what the owner does, 0..=4: as they said it back, where they were asked
    /// lately, else as the owner reckons.
    pub understanding: Option<u8>,
    /// Where that comes from; none where it is not known.
    pub understood_by: Option<UnderstoodBy>,
    /// Their access to the owner's clients, 0..=4.
    pub opportunity: Option<u8>,
    /// The least of the three; unknown where any is.
    pub value: Option<u8>,
    /// Whether they have passed work on to the owner within a year: whoever did that could.
    pub has_referred: bool,
    /// What to do next.
    pub missing: Missing,
    /// The checks it rests on, and what they passed on.
    pub facts: Vec<FactId>,
}

/// Where it is known from how well somebody understands what the owner does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnderstoodBy {
    /// They were asked, and said it back.
    Heard,
    /// The owner reckons so.
    Reckoned,
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// Something is unknown: find it out. Unknown is not low.
    FindOut,
    /// They do not understand yet what the owner does: teach it.
    Teach,
    /// They do not trust enough yet: deepen and deliver.
    Deepen,
    /// They do not know whom: help them to find somebody.
    FindWhom,
    /// Nothing: they could refer.
    Nothing,
}

/// Below getting to know nobody is asked for anything (row 57).
const ASKABLE: u8 = 2;

impl Readiness {
    /// Whether somebody of that level could refer the owner now: nothing is missing, and they may be asked or have done it
    /// within a year.
    pub fn could_refer(&self, level: u8) -> bool {
        (level >= ASKABLE || self.has_referred) && self.missing == Missing::Nothing
    }

    /// What to do next, in plain words. Below getting to know (level 2) nobody is asked for anything
    /// (row 57).
    pub fn says(&self, level: u8) -> String {
        let says = match self.missing {
            Missing::Nothing if self.value.is_none() => {
                "They have passed work on to you: thank them, and tell them whom you look for now."
            }
            Missing::Nothing => return self.could(level),
            Missing::FindOut => return self.asks(),
            Missing::Teach if self.understanding.is_some_and(|score| score > 1) => {
                "Teach them more of what you do and for whom: they understand part of it."
            }
            Missing::Teach => "Teach them what you do and for whom: they could not pass it on yet.",
            Missing::Deepen => {
                "Deepen it first: they need to trust you more before they refer you."
            }
            Missing::FindWhom => "Help them to find whom: they seem to meet few of your clients.",
        };
        says.to_owned()
    }

    /// That nothing is missing, and what comes next; a guess is told as one.
    fn could(&self, level: u8) -> String {
        let known = match self.understood_by {
            Some(UnderstoodBy::Reckoned) => {
                "They trust you and meet your clients, and you reckon that they understand you"
            }
            _ => "They trust you, understand you and meet your clients",
        };
        let is_early = level < ASKABLE && !self.has_referred;
        let next =
            if is_early { "sit down together and hear what they need first" } else { "ask them" };
        format!("{known}: {next}.")
    }

    /// What is to be found out: only what nobody knows yet.
    fn asks(&self) -> String {
        let all = [
            (self.trust, "whether they trust you"),
            (self.understanding, "what they think you do"),
            (self.opportunity, "whether they meet your clients"),
        ];
        let unknown: Vec<&str> =
            all.into_iter().filter(|(score, _)| score.is_none()).map(|(_, what)| what).collect();
        match unknown.as_slice() {
            [all @ .., last] if !all.is_empty() => {
                let comma = if all.len() > 1 { "," } else { "" };
                format!("Find out {}{comma} and {last}.", all.join(", "))
            }
            [one] => format!("Find out {one}."),
            _ => "Find out whether they could refer you.".to_owned(),
        }
    }
}

/// How ready a person is at a date, by the latest checks that are recent enough (row 9). A rating without a date, as a
/// sheet brings it, holds until a newer one does; one that faded is unknown again.
pub fn readiness(book: &Book, person: PersonId, as_of: Date, params: &Params) -> Readiness {
    let since = days_before(as_of, params.ladder.check_expires_days);
    let latest = |what: Rated| {
        book.ratings_of(person)
            .filter(|r| r.what == what && r.on.is_none_or(|on| on <= as_of))
            .map(|r| (r.on, r.score, r.id))
            .last()
            .filter(|(on, ..)| on.is_none_or(|on| since <= on))
    };
    let is_recent = |on: Option<Date>| on.is_some_and(|on| since <= on && on <= as_of);
    let heard = last_heard(book, person, as_of).filter(|heard| is_recent(heard.on));
    let heard = heard.map(|heard| ((heard.on, heard.score, heard.fact), UnderstoodBy::Heard));
    let reckoned = || latest(Rated::Understanding).map(|guess| (guess, UnderstoodBy::Reckoned));
    let (understanding, understood_by) = heard.or_else(reckoned).unzip();
    let trust = latest(Rated::Trust);
    let opportunity = latest(Rated::Access);
    let scores = [trust, understanding, opportunity];
    let [t, u, o] = scores.map(|rating| rating.map(|(_, score, _)| score));
    let passed_on = passed_on(book, person, (days_before(as_of, params.ladder.year_days), as_of));
    let value = t.zip(u).zip(o).map(|((t, u), o)| t.min(u).min(o));
    Readiness {
        trust: t,
        understanding: u,
        understood_by,
        opportunity: o,
        value,
        has_referred: !passed_on.is_empty(),
        missing: match missing(t, u, o, params.ladder.ready_from) {
            // What nobody asked them, they have shown.
            Missing::FindOut if !passed_on.is_empty() => Missing::Nothing,
            missing => missing,
        },
        facts: scores.into_iter().flatten().map(|(_, _, id)| id).chain(passed_on).collect(),
    }
}

/// The work that somebody passed on to the owner between two dates.
fn passed_on(book: &Book, person: PersonId, (from, until): (Date, Date)) -> Vec<FactId> {
    let within = |on: Option<Date>| on.is_some_and(|on| from <= on && on <= until);
    let Some(at) = book.person_index(person) else { return Vec::new() };
    let passed_on = book.passed_on_at(at, until);
    passed_on.into_iter().filter(|one| within(one.on)).map(|one| one.fact).collect()
}

/// The lowest known score says what to do, where it is low; ties go to understanding, the cheapest to
/// mend. Where nothing known is low, what is unknown comes next.
fn missing(t: Option<u8>, u: Option<u8>, o: Option<u8>, ready_from: u8) -> Missing {
    let known = [(u, Missing::Teach), (t, Missing::Deepen), (o, Missing::FindWhom)];
    let lowest = known.iter().filter_map(|&(score, todo)| Some((score?, todo))).min_by_key(|k| k.0);
    match lowest {
        Some((score, todo)) if score < ready_from => todo,
        _ if known.iter().any(|(score, _)| score.is_none()) => Missing::FindOut,
        _ => Missing::Nothing,
    }
}

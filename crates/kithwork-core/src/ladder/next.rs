//! What could come next with somebody: one thing, however many lists it is read from.

use super::{Missing, Readiness, Standing};
use crate::book::Book;
use crate::facts::{Conversation, Stage};
use crate::id::{FactId, PersonId};
use crate::written::times;
use jiff::civil::Date;

/// What is next where the two have sat down and nothing is known of what the other needs.
const NOT_LISTENED: &str = "You have sat down together: write down one thing they need or aim for.";

/// The one thing that could come next with a person, in plain words: what their last one-to-one still lacks, which is
/// nearer than anything else; then what is known to stand between them and a referral (§2.2), or that nothing does;
/// while that is not known, what leads to the next rung.
pub fn next_step(
    book: &Book,
    person: PersonId,
    as_of: Date,
    (standing, readiness): (&Standing, &Readiness),
) -> String {
    if let Some(lacks) = last_one_to_one(book, person, as_of).and_then(lacks) {
        return lacks;
    }
    match readiness.missing {
        Missing::FindOut
            if standing.level < 2
                && sat_down(book, person, as_of)
                && !is_heard(book, person, as_of) =>
        {
            NOT_LISTENED.to_owned()
        }
        Missing::FindOut => standing.next_step.to_owned(),
        Missing::Teach | Missing::Deepen | Missing::FindWhom | Missing::Nothing => {
            readiness.says(standing.level)
        }
    }
}

/// What keeps two who have sat down together from knowing each other, in plain words, and the talks: nothing
/// that the other looks for is written down. None where it is, or where they know each other already.
pub fn not_listened(
    book: &Book,
    person: PersonId,
    as_of: Date,
    level: u8,
) -> Option<(String, Vec<FactId>)> {
    let talks: Vec<FactId> = sittings(book, person, as_of).map(|talk| talk.id).collect();
    let times = times(talks.len() as u64);
    let says = || format!("Sat down {times}; what they look for isn’t noted yet.");
    (level < 2 && !is_heard(book, person, as_of) && !talks.is_empty()).then(|| (says(), talks))
}

fn sat_down(book: &Book, person: PersonId, as_of: Date) -> bool {
    last_one_to_one(book, person, as_of).is_some()
}

/// Whether anything they need or aim for is written down.
fn is_heard(book: &Book, person: PersonId, as_of: Date) -> bool {
    let looks_for = book.person(person).and_then(|one| one.looking_for.as_ref());
    looks_for.is_some_and(|text| !text.trim().is_empty())
        || book.needs_of(person).any(|need| need.on.is_none_or(|on| on <= as_of))
        || sittings(book, person, as_of).any(|talk| talk.i_learned.is_some())
}

fn last_one_to_one(book: &Book, person: PersonId, as_of: Date) -> Option<&Conversation> {
    sittings(book, person, as_of).last()
}

/// The one-to-ones that took place, oldest first.
fn sittings(book: &Book, person: PersonId, as_of: Date) -> impl Iterator<Item = &Conversation> {
    let talks = book.conversations_of(person);
    let held = talks.filter(|t| t.kind.is_one_to_one() && t.stage == Stage::Happened);
    held.filter(move |talk| talk.on <= as_of)
}

/// Until it is said whether it came to what it was for, or while only one half is written down, it counts for less
/// than it was.
fn lacks(last: &Conversation) -> Option<String> {
    let on = last.on.strftime("%-d %B %Y");
    match (&last.objective, last.objective_met, &last.they_learned, &last.i_learned) {
        (Some(objective), None, ..) => Some(format!(
            "Say whether your one-to-one of {on} came to what it was for: {objective}"
        )),
        (_, _, None, Some(_)) => {
            Some(format!("Write down the other half of {on}: what did they learn of your work?"))
        }
        (_, _, Some(_), None) => {
            Some(format!("Write down the other half of {on}: how could you help them?"))
        }
        _ => None,
    }
}

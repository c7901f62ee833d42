//! Does the relationship still live? The chance with what it rests on (science.md §3.3, row 52).

use super::contact::{Contact, contact, is_two_way, took_place};
use super::state::{State, quiet_after_weeks};
use crate::book::Book;
use crate::days::ago;
use crate::explanation::{Explanation, Input, Origin};
use crate::id::{FactId, PersonId};
use crate::params::Params;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// The chance that a relationship lives.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alive {
    /// 0..=1.
    pub value: f64,
    /// Where it came from.
    pub explanation: Explanation,
}

/// The chance that the relationship with a person lives at a date; none where no contact with them is
/// dated.
pub fn alive(book: &Book, person: PersonId, as_of: Date, params: &Params) -> Option<Alive> {
    let contact = contact(book, person, as_of)?;
    let facts = book
        .conversations_of(person)
        .filter(|c| is_two_way(c.kind) && took_place(c, as_of))
        .map(|c| c.id)
        .collect();
    let value = contact.alive(&params.alive);
    let written = written(book, person, as_of);
    let mut explanation = explained(&contact, (as_of, &written), facts, params);
    let level = super::climb(book, person, as_of, params).level;
    explanation.says.extend(not_yet_quiet(&contact, value, level, params));
    Some(Alive { value, explanation })
}

/// Why somebody does not read as quiet whose chance is no better than that of the quiet: one who is seen on
/// cadence must not read as lost, so that quiet takes a silence beyond the usual as well. The state itself
/// is named once, by the words of `in_words`.
fn not_yet_quiet(contact: &Contact, value: f64, level: u8, params: &Params) -> Option<String> {
    let is_low = value < params.alive.dormant_below;
    (is_low && State::of(contact, level, params) == State::Cooling).then(|| {
        let after = weeks_in_words(quiet_after_weeks(contact, level, params));
        format!(" Not quiet yet: between you that takes a silence of more than {after}.")
    })
}

/// The days on which there was contact outside rooms without a talk: letters and messages, which may have
/// had no answer, and meetings by chance. A day with a talk is none of them.
fn written(book: &Book, person: PersonId, as_of: Date) -> BTreeSet<Date> {
    let all = || book.conversations_of(person).filter(|c| took_place(c, as_of));
    let talks: BTreeSet<Date> = all().filter(|c| is_two_way(c.kind)).map(|c| c.on).collect();
    all().map(|c| c.on).filter(|on| !talks.contains(on)).collect()
}

/// How often there was contact outside rooms and when last, as the timeline has it; and where some of it was
/// no talk, how much of it the chance goes by.
fn times(contact: &Contact, as_of: Date, written: &BTreeSet<Date>) -> String {
    let ago = |on| ago(on, as_of);
    let in_touch = |days: usize, last| match days {
        1 => format!("In touch outside rooms once, {last}"),
        days => format!("In touch outside rooms on {days} days, last {last}"),
    };
    let talks = usize::try_from(contact.talk_days).unwrap_or(usize::MAX);
    let met = contact.last;
    let Some(&last) = written.last() else {
        return match talks {
            0 => format!("Met {}, and no talk outside rooms since", ago(met)),
            talks => in_touch(talks, ago(met)),
        };
    };
    // Where there was no talk, the last contact is the meeting in the room.
    let latest = if talks == 0 { last } else { last.max(met) };
    let touched = in_touch(talks.saturating_add(written.len()), ago(latest));
    match talks {
        0 => format!("{touched}, and never sat down or called"),
        1 => format!("{touched}; sat down or called once, {}", ago(met)),
        talks => format!("{touched}; sat down or called on {talks} days, last {}", ago(met)),
    }
}

fn explained(
    contact: &Contact,
    (as_of, written): (Date, &BTreeSet<Date>),
    facts: Vec<FactId>,
    params: &Params,
) -> Explanation {
    let value = contact.alive(&params.alive);
    let record = contact.record();
    let counted = |name, value, unit| Input::of(name, value, unit, Origin::Counted);
    let people = params.alive.learned_from;
    let origin = if people > 0 { Origin::Learned } else { Origin::Judgement };
    let set = |name, value, unit| Input::of(name, value, unit, origin);
    let of_100 = value * 100.0;
    let times = times(contact, as_of, written);
    Explanation {
        formula: "mbg-nbd-alive",
        says: format!(
            "{times}: of 100 such relationships about {of_100:.0} still live{}.",
            basis_in_words(people),
        ),
        inputs: vec![
            counted("repeat contacts", record.repeats, "1"),
            counted("first to last contact", record.last, "weeks"),
            counted("first contact until now", record.age, "weeks"),
            set("r", params.alive.r, "1"),
            set("alpha", params.alive.alpha, "weeks"),
            set("a", params.alive.a, "1"),
            set("b", params.alive.b, "1"),
        ],
        facts,
        would_change:
            "Talk with them: each conversation raises it, each week of silence lowers it. A \
             message or a meeting by chance changes nothing."
                .to_owned(),
    }
}

fn basis_in_words(people: u64) -> String {
    match people {
        0 => ", as a rule of thumb, until this book holds more people".to_owned(),
        1 => ", as one person in this book has shown".to_owned(),
        people => format!(", as {people} people in this book have shown"),
    }
}

fn weeks_in_words(weeks: f64) -> String {
    match weeks {
        weeks if weeks < 1.0 => "less than a week".to_owned(),
        weeks if weeks < 2.0 => "a week".to_owned(),
        weeks => format!("{:.0} weeks", weeks.floor()),
    }
}

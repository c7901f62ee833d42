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
    let mut explanation = explained(&contact, as_of, facts, params);
    let level = super::climb(book, person, as_of, params).level;
    explanation.says.extend(not_yet_quiet(&contact, value, level, params));
    Some(Alive { value, explanation })
}

/// Why somebody reads as cooling whose chance is no better than that of the quiet: one who is seen on
/// cadence must not read as lost, so that quiet takes a silence beyond the usual as well.
fn not_yet_quiet(contact: &Contact, value: f64, level: u8, params: &Params) -> Option<String> {
    let is_low = value < params.alive.dormant_below;
    (is_low && State::of(contact, level, params) == State::Cooling).then(|| {
        let after = weeks_in_words(quiet_after_weeks(contact, level, params));
        format!(
            " Cooling and not yet quiet: between you that takes a silence of more than {after}."
        )
    })
}

fn explained(contact: &Contact, as_of: Date, facts: Vec<FactId>, params: &Params) -> Explanation {
    let value = contact.alive(&params.alive);
    let record = contact.record();
    let counted = |name, value, unit| Input::of(name, value, unit, Origin::Counted);
    let people = params.alive.learned_from;
    let origin = if people > 0 { Origin::Learned } else { Origin::Judgement };
    let set = |name, value, unit| Input::of(name, value, unit, origin);
    let of_100 = value * 100.0;
    let last = ago(contact.last, as_of);
    let times = match contact.talk_days {
        0 => format!("Met {last}, and no talk outside rooms since"),
        1 => format!("In touch outside rooms once, {last}"),
        days => format!("In touch outside rooms on {days} days, last {last}"),
    };
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
            "Talk with them: each conversation raises it, each week of silence lowers it."
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

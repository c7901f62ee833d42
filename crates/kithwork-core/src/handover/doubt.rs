//! Questions about who is whom.

use super::cast::Cast;
use super::ledger::Told;
use super::names::name_key;
use super::people::{DIFFERENT, Doubt, People, SAME, Who, said_person};
use super::question::{Raised, SOMEONE_NEW, who_key};
use crate::facts::Asks;
use crate::id::{FactId, PersonId};
use crate::source::Source;
use std::collections::BTreeMap;

/// Raises a question for each doubt that matters: one a shared address or number, one for all
/// namesakes together, one a name. The less known of two namesakes waits aside for the answer.
pub(super) fn raise_doubts(people: &mut People, told: &[Told<'_>], cast: &Cast) -> Vec<Raised> {
    let mut raised = Vec::new();
    let mut shared: BTreeMap<String, Vec<Doubt>> = BTreeMap::new();
    let mut namesakes = Vec::new();
    for doubt in people.doubts.clone() {
        let counts = |at: usize| people.everyone[at].counts(told);
        if !counts(doubt.a) && !counts(doubt.b) {
            continue;
        }
        match &doubt.shared {
            Some(value) => shared.entry(value.clone()).or_default().push(doubt),
            None => namesakes.push(doubt),
        }
    }
    for (value, doubts) in shared {
        raised.push(same_person(&value, &doubts, people, told));
    }
    for doubt in &namesakes {
        let (a, b) = (&people.everyone[doubt.a], &people.everyone[doubt.b]);
        let lesser = if a.source < b.source { doubt.a } else { doubt.b };
        if a.source != b.source && people.everyone[lesser].source < Some(Source::Sheet) {
            people.everyone[lesser].is_in_doubt = !people.everyone[lesser].is_supported;
        }
    }
    if !namesakes.is_empty() {
        let mut names: Vec<String> =
            namesakes.iter().map(|d| name_key(&name_of(people, told, d.a))).collect();
        names.sort();
        let key = format!("namesakes|{}", names.join(";"));
        raised.push(same_person(&key, &namesakes, people, told));
    }
    raised.extend(unclear_names(people, told, cast));
    raised
}

fn same_person(value: &str, doubts: &[Doubt], people: &People, told: &[Told<'_>]) -> Raised {
    let mut subjects = Vec::new();
    let mut about: Vec<String> = Vec::new();
    for doubt in doubts {
        for at in [doubt.a, doubt.b] {
            subjects.push(anchor_of(people, at));
            let name = name_of(people, told, at);
            if !about.contains(&name) {
                about.push(name);
            }
        }
    }
    Raised {
        key: format!("same-person|{value}"),
        asks: Asks::SamePerson,
        about,
        count: u32::try_from(doubts.len()).unwrap_or(u32::MAX),
        choices: vec![SAME.to_owned(), DIFFERENT.to_owned()],
        subjects,
    }
}

fn unclear_names(people: &People, told: &[Told<'_>], cast: &Cast) -> Vec<Raised> {
    let mut by_key: BTreeMap<String, (Vec<String>, u32, Vec<Who>)> = BTreeMap::new();
    for (name, count, whom) in cast.unclear() {
        let entry = by_key.entry(name_key(name)).or_default();
        entry.0.push(name.to_owned());
        entry.1 += count;
        entry.2 = whom.to_vec();
    }
    let ask = |(key, (about, count, whom)): (String, (Vec<String>, u32, Vec<Who>))| {
        who_is_this(&key, about, count, &whom, people, told)
    };
    by_key.into_iter().map(ask).collect()
}

/// The question whom a name means, with those it could be.
pub(super) fn who_is_this(
    key: &str,
    mut about: Vec<String>,
    count: u32,
    whom: &[Who],
    people: &People,
    told: &[Told<'_>],
) -> Raised {
    about.sort();
    let mut choices: Vec<String> = Vec::new();
    let mut subjects = Vec::new();
    for who in whom {
        let mut choice = describe(people, told, *who);
        if choices.contains(&choice) {
            choice = format!("{choice} ({})", choices.len() + 1);
        }
        choices.push(choice);
        subjects.push(anchor_of(people, who.0));
    }
    choices.push(SOMEONE_NEW.to_owned());
    Raised { key: who_key(key), asks: Asks::WhoIsThis, about, count, choices, subjects }
}

/// A name with what tells it from its namesakes.
fn describe(people: &People, told: &[Told<'_>], who: Who) -> String {
    let name = name_of(people, told, who.0);
    let said = people.get(who).told.iter().filter_map(|&at| said_person(&told[at]));
    let detail = said
        .flat_map(|s| s.organisation.iter().chain(&s.city).chain(&s.emails).chain(&s.phones))
        .next();
    match detail {
        Some(detail) => format!("{name}, {detail}"),
        None => name,
    }
}

/// As the highest source writes it.
pub(super) fn name_of(people: &People, told: &[Told<'_>], at: usize) -> String {
    let someone = &people.everyone[at];
    let said = someone.told.iter().find_map(|&i| said_person(&told[i])?.name.clone());
    said.or_else(|| someone.mention.as_ref().map(|m| m.name.clone())).unwrap_or_default()
}

/// The row a person will be known by; questions are written after rows have their ids.
fn anchor_of(people: &People, at: usize) -> FactId {
    people.everyone[at].id.unwrap_or(PersonId(uuid::Uuid::nil())).into()
}

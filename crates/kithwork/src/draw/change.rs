//! What an import, a note and questions say back.

use super::figures::{counted, day, grouped, money};
use super::shape::{add, table, wrapped};
use jiff::civil::Date;
use kithwork_app::json::{FileJson, ImportJson, NoteJson, QuestionsJson, UnderstoodJson};
use std::path::Path;

/// How many refused records of a file are spelt out.
const SPELT_OUT: usize = 5;

/// What an import read and what became of it.
pub(crate) fn import(document: &ImportJson, dry_run: bool) -> String {
    let mut table = table(&["File", "Kind", "Read", "New", "Changed", "As before"], &[2, 3, 4, 5]);
    for file in &document.files {
        let name = Path::new(&file.path).file_name().map(|name| name.to_string_lossy());
        let counts = [file.read, file.created, file.updated, file.unchanged].map(grouped);
        let name = name.map_or_else(|| file.path.clone(), std::borrow::Cow::into_owned);
        table.add_row([name, file.kind.clone()].into_iter().chain(counts));
    }
    let mut text = format!("{table}\n");
    // Several address books tell of the same contacts: the longest one says how many there are.
    let aside = document.files.iter().map(|file| file.set_aside).max().unwrap_or(0);
    if aside > 0 {
        let contacts = counted(aside, "contact", "contacts");
        text.push_str(&wrapped(
            &format!("{contacts} nothing else speaks of: set aside, to be found but not counted."),
            0,
        ));
    }
    document.files.iter().for_each(|file| text.push_str(&refused(file)));
    text.push_str(match (dry_run, document.change) {
        (true, _) => "Nothing was written: this was a dry run.\n",
        (false, None) => "Nothing new: the book is as it was.\n",
        (false, Some(_)) => "Kept. “kithwork undo” takes it back.\n",
    });
    if document.questions > 0 {
        let questions = counted(document.questions, "question waits", "questions wait");
        let them = if document.questions == 1 { "it" } else { "them" };
        add(&mut text, format!("{questions}: “kithwork questions” shows {them}.\n"));
    }
    text
}

fn refused(file: &FileJson) -> String {
    let mut text = String::new();
    for refused in file.refused.iter().take(SPELT_OUT) {
        let place = match (refused.line, refused.record) {
            (Some(line), _) => format!(", line {line}"),
            (None, Some(record)) => format!(", record {record}"),
            (None, None) => String::new(),
        };
        let what = refused.reason.replace('-', " ");
        text.push_str(&wrapped(&format!("{}{place}: {what}; {}", file.path, refused.hint), 2));
    }
    if file.refused.len() > SPELT_OUT {
        let more = file.refused.len() - SPELT_OUT;
        add(&mut text, format!("  and {more} more in {}\n", file.path));
    }
    if !file.ignored_columns.is_empty() {
        let columns = file.ignored_columns.join(", ");
        text.push_str(&wrapped(&format!("{}: kept as notes: {columns}", file.path), 2));
    }
    text
}

/// What was understood of a note that was said on a day.
pub(crate) fn note(document: &NoteJson, said_on: Date) -> String {
    if document.again {
        return "That is noted already.\n".to_owned();
    }
    let mut text = String::from("Kept.\n");
    for understood in &document.understood {
        text.push_str(&wrapped(&fact(understood, said_on), 2));
    }
    if !document.created_people.is_empty() {
        text.push_str(&wrapped(&format!("new: {}", document.created_people.join(", ")), 2));
    }
    if !document.created_groups.is_empty() {
        text.push_str(&wrapped(&format!("new group: {}", document.created_groups.join(", ")), 2));
    }
    for unclear in &document.unclear {
        text.push_str(&wrapped(&format!("open: {unclear}"), 2));
    }
    text
}

fn fact(fact: &UnderstoodJson, said_on: Date) -> String {
    let with = |people: &Vec<String>| format!(" with {}", people.join(", "));
    let people = fact.people.as_ref().filter(|people| !people.is_empty());
    let parts = [
        Some(fact.kind.replace('_', " ")),
        fact.direction.as_ref().map(|direction| format!(" ({direction})")),
        fact.group.as_ref().map(|group| format!(" of {group}")),
        people.map(with),
        fact.person.as_ref().map(|person| format!(" with {person}")),
        fact.date.map(|on| {
            let lead = if on > said_on { ", to come on" } else { " on" };
            format!("{lead} {}", day(on))
        }),
        fact.minutes.map(|minutes| format!(", {minutes} min")),
        fact.travel_minutes.map(|minutes| format!(", {minutes} min on the way")),
        fact.prep_minutes.map(|minutes| format!(", {minutes} min to prepare")),
        fact.cost.map(|cost| format!(", {} spent", money(cost))),
        fact.energy.map(|score| format!(", energy {score} of 5")),
        fact.what.as_ref().map(|what| format!(": {what}")),
        fact.due_on.map(|due| {
            let passed = if due < said_on { ", which has passed" } else { "" };
            format!(", by {}{passed}", day(due))
        }),
        fact.channel.as_ref().map(|channel| format!(", through {channel}")),
        fact.value.map(|value| format!(", {}", money(value))),
    ];
    parts.into_iter().flatten().collect()
}

/// The questions that wait.
pub(crate) fn questions(document: &QuestionsJson) -> String {
    if document.questions.is_empty() {
        return "No questions wait.\n".to_owned();
    }
    let mut text = String::new();
    for question in &document.questions {
        let asks = match question.asks {
            kithwork_core::facts::Asks::SamePerson => "Is this one person?",
            kithwork_core::facts::Asks::WhatIsThis => "What is this?",
            kithwork_core::facts::Asks::WhoIsThis => "Who is this?",
            kithwork_core::facts::Asks::WhoThere => "Who there was it?",
            kithwork_core::facts::Asks::WhichRoom => "Which group is this?",
        };
        let about = question.about.join(" · ");
        let count = counted(u64::from(question.count), "entry", "entries");
        text.push_str(&wrapped(&format!("{asks} {about} ({count})"), 0));
        for (at, choice) in question.choices.iter().enumerate() {
            text.push_str(&wrapped(&format!("{}  {choice}", at + 1), 4));
        }
        add(&mut text, format!("    kithwork answer {} NUMBER\n\n", question.id));
    }
    if document.more > 0 {
        add(
            &mut text,
            format!(
                "{} when these are answered.\n",
                counted(document.more, "more follows", "more follow")
            ),
        );
    }
    text
}

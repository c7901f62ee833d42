//! The JSON export: everything the sources said, as records that import again, and what no source
//! can say.

use super::{WriteError, said};
use crate::json::VERSION;
use crate::key::Keys;
use crate::sheet::SHEETS;
use kithwork_core::fact::{FactKind, Facts};
use kithwork_core::facts::{Aim, Mention, Need, Note, Person, Question, Rating, Settings};
use kithwork_core::handover::{Record, Said};
use kithwork_core::id::FactId;
use kithwork_core::source::Source;
use serde::Serialize;
use std::collections::HashSet;

/// The document. Importing reads `statements`; `also` is there for people and other programs.
#[derive(Serialize)]
struct Document<'a> {
    kithwork: u32,
    statements: Vec<Stated>,
    also: Also<'a>,
}

#[derive(Serialize)]
struct Stated {
    #[serde(flatten)]
    record: Record,
    document: String,
}

/// Facts that are the owner's own, and people's rows for what no statement tells of them: whether
/// they are set aside, and whether they asked not to be contacted.
#[derive(Serialize)]
struct Also<'a> {
    settings: &'a [Settings],
    people: &'a [Person],
    aims: &'a [Aim],
    ratings: &'a [Rating],
    mentions: &'a [Mention],
    needs: &'a [Need],
    notes: &'a [Note],
    questions: &'a [Question],
}

/// The whole book as one JSON document. A fact that no statement speaks of, because the owner told
/// it to Kithwork, is said by the owner here.
///
/// # Errors
/// [`WriteError::Json`], which the memory it writes to does not give cause for.
pub fn json(facts: &Facts) -> Result<Vec<u8>, WriteError> {
    let mut statements: Vec<Stated> = Vec::new();
    for statement in &facts.statements {
        push(
            &mut statements,
            statement.source,
            statement.key.clone(),
            &statement.said,
            &statement.document,
        );
    }
    let spoken: HashSet<(FactKind, FactId)> =
        facts.statements.iter().map(|s| (s.about, s.subject)).collect();
    let mut keys = Keys::default();
    for told in said::all(facts).iter().filter(|told| !spoken.contains(&(told.kind, told.id))) {
        let key = keys.numbered(format!("{}|{}", sheet_of(&told.said), told.id));
        push(&mut statements, Source::Own, key, &told.said, "kithwork");
    }
    let also = Also {
        settings: &facts.settings,
        people: &facts.people,
        aims: &facts.aims,
        ratings: &facts.ratings,
        mentions: &facts.mentions,
        needs: &facts.needs,
        notes: &facts.notes,
        questions: &facts.questions,
    };
    Ok(serde_json::to_vec(&Document { kithwork: VERSION, statements, also })?)
}

fn push(all: &mut Vec<Stated>, source: Source, key: String, said: &Said, document: &str) {
    let number = all.len() as u64 + 1;
    let record = Record { source, key, line: None, number, said: said.clone() };
    all.push(Stated { record, document: document.to_owned() });
}

fn sheet_of(said: &Said) -> &'static str {
    let tells = |sheet: &&&crate::sheet::Sheet| (sheet.write)(said).is_some();
    SHEETS.iter().find(tells).map_or("own", |sheet| sheet.name)
}

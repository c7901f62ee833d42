//! The JSON export: everything the sources said, as records that import again, and what no source
//! can say.

use super::{WriteError, said};
use crate::json::VERSION;
use crate::key::Keys;
use crate::sheet::SHEETS;
use kithwork_core::fact::{FactKind, Facts};
use kithwork_core::facts::{Conversation, PeopleList, RoomRating, Stage};
use kithwork_core::handover::{Also, Record, Said};
use kithwork_core::id::{FactId, RoomId};
use kithwork_core::source::Source;
use serde::Serialize;
use std::collections::HashSet;

/// The document: what the sources said, and what no source can say.
#[derive(Serialize)]
struct Document {
    kithwork: u32,
    statements: Vec<Stated>,
    also: Also,
}

#[derive(Serialize)]
struct Stated {
    #[serde(flatten)]
    record: Record,
    document: String,
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
    let also = also(facts, &spoken);
    Ok(serde_json::to_vec(&Document { kithwork: VERSION, statements, also })?)
}

/// What no source tells of.
fn also(facts: &Facts, spoken: &HashSet<(FactKind, FactId)>) -> Also {
    let is_planned = |c: &&Conversation| {
        c.stage != Stage::Happened && !spoken.contains(&(FactKind::Conversation, c.id))
    };
    Also {
        settings: facts.settings.clone(),
        people: facts.people.clone(),
        aims: facts.aims.clone(),
        projects: facts.projects.clone(),
        tags: facts.tags.clone(),
        people_lists: people_lists(facts),
        ratings: facts.ratings.clone(),
        triggers: facts.trigger_problems.clone(),
        playbacks: facts.playbacks.clone(),
        room_ratings: room_ratings(facts),
        mentions: facts.mentions.clone(),
        needs: facts.needs.clone(),
        offers: facts.offers.clone(),
        presentations: facts.presentations.clone(),
        cards_given: facts.cards_given.clone(),
        proposed_introductions: facts.proposed_introductions.clone(),
        notes: facts.notes.clone(),
        questions: facts.questions.clone(),
        planned: facts.conversations.iter().filter(is_planned).cloned().collect(),
        suppressions: facts.suppressions.clone(),
    }
}

/// A filter names rooms by their ids, which another book gives anew.
fn people_lists(facts: &Facts) -> Vec<(Vec<String>, PeopleList)> {
    let room = |id: &RoomId| Some(facts.rooms.iter().find(|room| room.id == *id)?.name.clone());
    let named =
        |list: &PeopleList| (list.filter.rooms.iter().filter_map(room).collect(), list.clone());
    facts.people_lists.iter().map(named).collect()
}

fn room_ratings(facts: &Facts) -> Vec<(String, RoomRating)> {
    let room = |rating: &RoomRating| facts.rooms.iter().find(|room| room.id == rating.room);
    let named = |rating: &RoomRating| Some((room(rating)?.name.clone(), rating.clone()));
    facts.room_ratings.iter().filter_map(named).collect()
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

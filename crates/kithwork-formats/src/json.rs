//! JSON: Kithwork's own export, and Monica's.

mod monica;

use crate::read::{Context, Reading};
use crate::refusal::Reason;
use kithwork_core::handover::{Also, Record};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

/// The version of our own export that this program writes and reads.
pub(crate) const VERSION: u32 = 1;

/// What tells one export from another, without taking its content into memory.
#[derive(Deserialize)]
struct Marks {
    kithwork: Option<u32>,
    account: Option<IgnoredAny>,
}

/// Our own export: what the sources said, and what no source can say. Each statement is read by itself, so that one that is
/// damaged does not take the others with it.
#[derive(Deserialize)]
struct Own {
    #[serde(default)]
    statements: Vec<Value>,
    #[serde(default)]
    also: Map<String, Value>,
}

/// Reads a JSON file.
pub(crate) fn read(path: &str, octets: &[u8], context: &Context<'_>) -> Reading {
    match serde_json::from_slice::<Marks>(octets) {
        Ok(Marks { kithwork: Some(VERSION), .. }) => read_own(path, octets),
        Ok(Marks { kithwork: Some(_), .. }) => {
            Reading::refused_whole(path, "kithwork", Reason::VersionUnknown)
        }
        Ok(Marks { account: Some(_), .. }) => monica::read(path, octets, context),
        Ok(_) => Reading::refused_whole(path, "unknown", Reason::NotRecognised),
        Err(error) => broken(path, &error),
    }
}

fn broken(path: &str, error: &serde_json::Error) -> Reading {
    let reason = if error.is_eof() { Reason::Unfinished } else { Reason::NotRecognised };
    let mut reading = Reading::new(path, "unknown");
    reading.refused.push(reason.refusal(Some(error.line() as u64), None));
    reading.whole_refused = true;
    reading
}

fn read_own(path: &str, octets: &[u8]) -> Reading {
    let own: Own = match serde_json::from_slice(octets) {
        Ok(own) => own,
        Err(error) => return broken(path, &error),
    };
    let mut reading = Reading::new(path, "kithwork");
    for statement in own.statements {
        match Record::deserialize(statement) {
            Ok(record) => reading.take_again(record),
            Err(_damaged) => reading.refuse(Reason::RecordUnreadable, None),
        }
    }
    reading.also = Some(Box::new(also(own.also, &mut reading))).filter(|also| !also.is_empty());
    reading
}

/// What stands beside the statements, row by row: one that is damaged is refused by itself.
fn also(lists: Map<String, Value>, reading: &mut Reading) -> Also {
    let mut also = Also::default();
    for (name, rows) in lists {
        let Value::Array(rows) = rows else { continue };
        for row in rows {
            let mut one = Map::new();
            one.insert(name.clone(), Value::Array(vec![row]));
            match serde_json::from_value::<Also>(Value::Object(one)) {
                Ok(more) => join(&mut also, more),
                Err(_damaged) => reading.refuse(Reason::RecordUnreadable, None),
            }
        }
    }
    also
}

fn join(also: &mut Also, more: Also) {
    // Named one by one, so that no list can be forgotten.
    let Also {
        settings,
        people,
        aims,
        projects,
        tags,
        people_lists,
        ratings,
        triggers,
        playbacks,
        room_ratings,
        mentions,
        needs,
        offers,
        presentations,
        cards_given,
        proposed_introductions,
        notes,
        questions,
        planned,
        suppressions,
    } = more;
    also.settings.extend(settings);
    also.people.extend(people);
    also.aims.extend(aims);
    also.projects.extend(projects);
    also.tags.extend(tags);
    also.people_lists.extend(people_lists);
    also.ratings.extend(ratings);
    also.triggers.extend(triggers);
    also.playbacks.extend(playbacks);
    also.room_ratings.extend(room_ratings);
    also.mentions.extend(mentions);
    also.needs.extend(needs);
    also.offers.extend(offers);
    also.presentations.extend(presentations);
    also.cards_given.extend(cards_given);
    also.proposed_introductions.extend(proposed_introductions);
    also.notes.extend(notes);
    also.questions.extend(questions);
    also.planned.extend(planned);
    also.suppressions.extend(suppressions);
}

#[cfg(test)]
mod tests;

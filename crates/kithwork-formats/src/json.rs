//! JSON: Kithwork's own export, and Monica's.

mod monica;

use crate::read::{Context, Reading};
use crate::refusal::Reason;
use kithwork_core::handover::Record;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

/// The version of our own export that this program writes and reads.
pub(crate) const VERSION: u32 = 1;

/// What tells one export from another, without taking its content into memory.
#[derive(Deserialize)]
struct Marks {
    kithwork: Option<u32>,
    account: Option<IgnoredAny>,
}

/// Our own export: what the sources said. Each statement is read by itself, so that one that is
/// damaged does not take the others with it.
#[derive(Deserialize)]
struct Own {
    #[serde(default)]
    statements: Vec<Value>,
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
    reading
}

#[cfg(test)]
mod tests;

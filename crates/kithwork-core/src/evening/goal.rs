//! What one goes to a meeting for: to find two people one can help, unless the owner said otherwise
//! (row 60).

use super::heard::needs_heard;
use crate::book::Book;
use crate::facts::{Meeting, ObjectiveMet};
use serde::Serialize;

/// Of how many people a need is to be heard, where the owner set no goal of their own (row 60).
pub const PEOPLE_TO_HELP: u64 = 2;

/// What the owner goes for, and how far that was reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Goal {
    /// In words.
    pub says: String,
    /// Whether it is the usual one, which is counted from needs heard.
    pub is_usual: bool,
    /// Of how many people a need was heard.
    pub heard_from: u64,
    /// Whether it was reached; none while nobody can tell: the owner has not looked back on it, or has
    /// not said of a goal of their own.
    pub met: Option<bool>,
}

impl Goal {
    pub(crate) fn of(book: &Book, meeting: &Meeting) -> Self {
        let own = meeting.goal.as_deref().map(str::trim).filter(|goal| !goal.is_empty());
        let heard_from = needs_heard(book, meeting).len() as u64;
        let usual = || format!("Find {PEOPLE_TO_HELP} people I can help");
        let met = match (meeting.goal_met, own) {
            // The owner's word counts, whatever was counted.
            (Some(said), _) => Some(said == ObjectiveMet::Yes),
            (None, None) => Some(heard_from >= PEOPLE_TO_HELP),
            (None, Some(_)) => None,
        };
        Self {
            says: own.map_or_else(usual, str::to_owned),
            is_usual: own.is_none(),
            heard_from,
            met: met.filter(|_| meeting.debriefed_on.is_some()),
        }
    }
}

//! What an import could not know.

use crate::id::FactId;
use serde::{Deserialize, Serialize};

/// Something only the owner knows. It can wait: until it is answered, no total counts what it asks
/// about. A later file that answers it closes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// Names the same question again at the next import, so that an answer is remembered.
    pub key: String,
    /// What it asks.
    pub asks: Asks,
    /// What it is about, in the source's own words; similar ones together.
    pub about: Vec<String>,
    /// How many records wait for it: the more, the more decisive.
    pub count: u32,
    /// What can be answered.
    pub choices: Vec<String>,
    /// The facts it is about.
    pub subjects: Vec<FactId>,
    /// The answer, one of the choices; remembered.
    pub answer: Option<String>,
    /// Closed without an answer, because a later file knew.
    pub closed: bool,
}

impl Question {
    /// Whether it still waits.
    pub fn is_open(&self) -> bool {
        self.answer.is_none() && !self.closed
    }
}

/// What a question asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asks {
    /// Are these records one person?
    SamePerson,
    /// What are these calendar entries?
    WhatIsThis,
    /// Whom does this name mean?
    WhoIsThis,
    /// Who of a room was it?
    WhoThere,
    /// Which room is this?
    WhichRoom,
}

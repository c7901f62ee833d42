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
    /// Why it is asked whether these are one person, without the address or number itself; none where something
    /// else is asked.
    pub fn why_asked(&self) -> Option<&'static str> {
        let shared =
            self.key.strip_prefix("same-person|").filter(|_| self.asks == Asks::SamePerson)?;
        Some(match shared {
            shared if shared.starts_with("namesakes|") => "They have the same name.",
            shared if shared.contains('@') => "They have the same e-mail address.",
            shared if shared.contains('/') => "They have the same page on the web.",
            shared if shared.bytes().all(|b| b.is_ascii_digit() || b == b'+') => {
                "They have the same phone number."
            }
            _ => "What you brought holds both under one mark.",
        })
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn why_two_may_be_one_is_said_without_the_address() {
        for (key, why) in [
            ("same-person|sam@mill.example", "They have the same e-mail address."),
            ("same-person|+447700900123", "They have the same phone number."),
            ("same-person|kith.example/in/sam", "They have the same page on the web."),
            ("same-person|namesakes|sam jones", "They have the same name."),
        ] {
            let question = Question {
                id: FactId(Uuid::nil()),
                key: key.to_owned(),
                asks: Asks::SamePerson,
                about: Vec::new(),
                count: 1,
                choices: Vec::new(),
                subjects: Vec::new(),
                answer: None,
                closed: false,
            };
            assert_eq!(question.why_asked(), Some(why));
            assert_eq!(Question { asks: Asks::WhoIsThis, ..question }.why_asked(), None);
        }
    }
}

//! Contact outside a room: time with people.

use crate::id::{FactId, PersonId, RoomId};
use crate::money::Amount;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

/// Contact outside a room, with one person or a few.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// One-to-one, call, message…
    pub kind: ConversationKind,
    /// Local date.
    pub on: Date,
    /// Local start; only what was agreed carries one.
    pub starts: Option<Time>,
    /// With whom; never empty.
    pub people: Vec<PersonId>,
    /// Length, minutes.
    pub minutes: Option<u32>,
    /// Travel there and back, minutes.
    pub travel_minutes: Option<u32>,
    /// Preparing for it, minutes.
    #[serde(default)]
    pub prep_minutes: Option<u32>,
    /// What it cost.
    pub cost: Option<Amount>,
    /// What it was for.
    pub objective: Option<String>,
    /// Whether that was reached; none means it is still open.
    pub objective_met: Option<ObjectiveMet>,
    /// How well they could say what the owner does, 0 to 4.
    pub they_know_me: Option<u8>,
    /// Suggested, asked, agreed or happened.
    pub stage: Stage,
    /// The owner's notes.
    pub notes: Option<String>,
    /// What they learned of the owner's work, in the half of a one-to-one that is the owner's (row 66).
    #[serde(default)]
    pub they_learned: Option<String>,
    /// What the owner learned of how to help them, in their half.
    #[serde(default)]
    pub i_learned: Option<String>,
    /// The owner's energy afterwards, 1 (drained) to 5 (full) (row 47).
    #[serde(default)]
    pub energy: Option<u8>,
    /// Free times that were offered when it was asked for; wall time. They are held until there is an answer.
    #[serde(default)]
    pub offered: Vec<DateTime>,
    /// The meeting whose place it was asked to take, where it was one.
    #[serde(default)]
    pub instead_of: Option<InsteadOf>,
}

/// One meeting of a room, whose place something else could take (row 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InsteadOf {
    /// The room.
    pub room: RoomId,
    /// The day it meets on.
    pub on: Date,
}

impl Conversation {
    /// A conversation that happened, of which nothing else is known.
    pub fn happened(id: FactId, kind: ConversationKind, on: Date, people: Vec<PersonId>) -> Self {
        Self {
            id,
            kind,
            on,
            starts: None,
            people,
            minutes: None,
            travel_minutes: None,
            prep_minutes: None,
            cost: None,
            objective: None,
            objective_met: None,
            they_know_me: None,
            stage: Stage::Happened,
            notes: None,
            they_learned: None,
            i_learned: None,
            energy: None,
            offered: Vec::new(),
            instead_of: None,
        }
    }

    /// Whether it may take the place of that meeting: asked for and not answered yet, or agreed in its place.
    pub fn takes_the_place_of(&self, meeting: InsteadOf) -> bool {
        let holds = match self.stage {
            Stage::Asked => true,
            Stage::Agreed => self.is_in_place(),
            Stage::Suggested | Stage::Happened => false,
        };
        holds && self.instead_of == Some(meeting)
    }

    /// Whether its day is that of the meeting in whose place it was asked for, or that day was too near to be
    /// offered, so that a yes to any other is a yes to the swap. Where the meeting's own day was offered and
    /// another one chosen, the meeting stays.
    pub fn is_in_place(&self) -> bool {
        self.instead_of.is_some_and(|meeting| {
            let was_offered = self.offered.iter().any(|at| at.date() == meeting.on);
            self.on == meeting.on || !self.offered.is_empty() && !was_offered
        })
    }

    /// What the owner wrote down of it, each under what it says, in the order of the form.
    pub fn written(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("What it was for", self.objective.as_deref()),
            ("Did it come to that", self.objective_met.map(ObjectiveMet::says)),
            ("What they learned of your work", self.they_learned.as_deref()),
            ("How you could help them", self.i_learned.as_deref()),
            ("Notes", self.notes.as_deref()),
        ];
        let given = all.into_iter().filter_map(|(what, words)| Some((what, words?.trim())));
        given.filter(|(_, words)| !words.is_empty()).collect()
    }

    /// Whether only one half of a one-to-one left anything behind: it ran one way (row 66).
    pub fn is_one_way(&self) -> bool {
        self.stage == Stage::Happened
            && self.kind.is_one_to_one()
            && self.they_learned.is_some() != self.i_learned.is_some()
    }
}

/// The kinds of conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ConversationKind {
    OneToOne,
    SmallGroup,
    Call,
    Video,
    Email,
    Message,
    Letter,
    Social,
}

impl ConversationKind {
    /// The one-to-one in person and its twin by video: what totals count as one-to-ones.
    pub fn is_one_to_one(self) -> bool {
        matches!(self, Self::OneToOne | Self::Video)
    }

    /// Whether two sources that name these kinds may mean one occasion: kinds in which people sit
    /// down together are compatible with each other, any kind with itself.
    pub fn is_compatible_with(self, other: Self) -> bool {
        let together =
            |k| matches!(k, Self::OneToOne | Self::Video | Self::Call | Self::SmallGroup);
        self == other || (together(self) && together(other))
    }

    /// Whether two tellings of these kinds and lengths, minutes, may mean one occasion: where they name different
    /// kinds, neither is more than twice as long as the other. A call of six minutes is no lunch of an hour.
    pub fn may_be(self, minutes: Option<u32>, other: Self, others: Option<u32>) -> bool {
        let is_as_long =
            minutes.zip(others).is_none_or(|(a, b)| a.max(b) <= a.min(b).saturating_mul(2));
        self == other || (self.is_compatible_with(other) && is_as_long)
    }
}

/// Whether a conversation reached its objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ObjectiveMet {
    Yes,
    Partly,
    No,
}

impl ObjectiveMet {
    /// As the form says it.
    pub fn says(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::Partly => "In part",
            Self::No => "No",
        }
    }
}

/// How far a conversation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Stage {
    Suggested,
    Asked,
    Agreed,
    Happened,
}

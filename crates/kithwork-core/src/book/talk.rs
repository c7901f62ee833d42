//! Conversations, small enough to be read by the hundred thousand.

use super::Places;
use super::links::{Links, pairs};
use crate::facts::{Conversation, ConversationKind, Stage};
use crate::id::{FactId, PersonId};
use jiff::civil::Date;

/// What tells how near a conversation brought somebody: a seventh of the whole, and those with one
/// person lie side by side. A review asks several times about each, and memory is slower than thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Talk {
    /// The conversation.
    pub(crate) fact: FactId,
    /// Local date.
    pub(crate) on: Date,
    /// One-to-one, call, message…
    pub(crate) kind: ConversationKind,
    /// Suggested, asked, agreed or happened.
    pub(crate) stage: Stage,
    /// Whether its objective still waits for an outcome.
    pub(crate) is_open: bool,
    /// How well they could say what the owner does, 0 to 4.
    pub(crate) they_know_me: Option<u8>,
    /// Whether it is written down how the owner could help them: something they need or aim for.
    pub(crate) is_heard: bool,
}

impl Talk {
    fn of(conversation: &Conversation) -> Self {
        Self {
            fact: conversation.id,
            on: conversation.on,
            kind: conversation.kind,
            stage: conversation.stage,
            is_open: conversation.objective.is_some() && conversation.objective_met.is_none(),
            they_know_me: conversation.they_know_me,
            is_heard: conversation.i_learned.is_some(),
        }
    }

    /// Whether it took place by that date: what was agreed counts once its day has come.
    pub(crate) fn took_place(&self, as_of: Date) -> bool {
        self.on <= as_of && self.stage >= Stage::Agreed
    }

    /// Whether it came after a first meeting: on a later day, or on the same where they met in a room.
    pub(crate) fn follows(&self, met: Option<Date>, in_room: bool) -> bool {
        met.is_none_or(|met| self.on > met || (in_room && self.on == met))
    }
}

/// The talks with each person, by the person's place in the book, oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Talks {
    links: Links,
    /// One for each place in `links`.
    packed: Vec<Talk>,
    /// The people of each conversation, both by their places.
    with: Links,
}

impl Talks {
    /// Packs conversations, which are in the order of their dates.
    pub(super) fn new(person_at: &Places<PersonId>, conversations: &[Conversation]) -> Self {
        let pairs = pairs(person_at, &mut conversations.iter().map(|c| &c.people[..]));
        let links = Links::of(person_at.len(), &pairs);
        let talks: Vec<Talk> = conversations.iter().map(Talk::of).collect();
        let packed = links.all().iter().filter_map(|&i| talks.get(i as usize)).copied().collect();
        let turned: Vec<(u32, u32)> =
            pairs.into_iter().map(|(person, talk)| (talk, person)).collect();
        Self { links, packed, with: Links::of(talks.len(), &turned) }
    }

    /// The places of the conversations with the person at that place.
    pub(super) fn places(&self, person: usize) -> &[u32] {
        self.links.at(person)
    }

    /// The people of the conversation at that place, by theirs.
    pub(super) fn with(&self, conversation: usize) -> &[u32] {
        self.with.at(conversation)
    }

    /// The talks with the person at that place.
    pub(super) fn at(&self, person: usize) -> &[Talk] {
        self.packed.get(self.links.range(person)).unwrap_or(&[])
    }
}

//! What others say of the owner, and the owner of rooms.

use super::{DAY, fact_id as id, some};
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Explained, Mention, MentionKind, Playback, RoomRating, TriggerProblem};
use kithwork_core::id::{PersonId, RoomId};

/// With everything known.
pub(super) fn full(person: PersonId, room: RoomId) -> Vec<Fact> {
    let on = Some(DAY);
    vec![
        Mention {
            id: id(),
            on,
            person,
            words: "thorough".to_owned(),
            may_quote: Some(true),
            kind: Some(MentionKind::Referring),
        }
        .into(),
        Playback {
            id: id(),
            person,
            on,
            trigger: Some(id()),
            explained: Explained::Partly,
            words: some("Something with bread."),
        }
        .into(),
        TriggerProblem {
            id: id(),
            what: "the van broke down again".to_owned(),
            set_on: on,
            dropped_on: on,
        }
        .into(),
        RoomRating {
            id: id(),
            room,
            on,
            ethos: Some(4),
            fit: Some(0),
            cost: Some(2),
            notes: some("They listen."),
        }
        .into(),
    ]
}

/// With hardly anything known.
pub(super) fn bare(person: PersonId, room: RoomId) -> Vec<Fact> {
    let on = None;
    vec![
        Mention { id: id(), on, person, words: String::new(), may_quote: None, kind: None }.into(),
        Playback { id: id(), person, on, trigger: None, explained: Explained::No, words: None }
            .into(),
        TriggerProblem { id: id(), what: String::new(), set_on: None, dropped_on: None }.into(),
        RoomRating { id: id(), room, on, ethos: None, fit: None, cost: None, notes: None }.into(),
    ]
}

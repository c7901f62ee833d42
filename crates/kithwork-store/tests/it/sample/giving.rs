//! Talks, share-cards given and introductions on their way.

use super::{DAY, fact_id as id};
use kithwork_core::fact::Fact;
use kithwork_core::facts::{CardGiven, Point, Presentation, ProposedIntroduction};
use kithwork_core::id::PersonId;

/// With everything known.
pub(super) fn full(person: PersonId, other: PersonId) -> Vec<Fact> {
    let on = Some(DAY);
    let point = Point { says: "Paid in nine days".to_owned(), needs: vec![id(), person.into()] };
    vec![
        CardGiven { id: id(), person, on }.into(),
        Presentation {
            id: id(),
            what: "Getting paid".to_owned(),
            on,
            points: vec![point],
            people: vec![other, person],
        }
        .into(),
        ProposedIntroduction {
            id: id(),
            person_a: person,
            person_b: other,
            why_a: "looks for a web designer".to_owned(),
            why_b: "wants bakers".to_owned(),
            proposed_on: on,
            asked_a_on: on,
            asked_b_on: on,
            a_says: Some(true),
            b_says: Some(false),
            made: Some(id()),
            thanked_on: on,
            dropped_on: on,
        }
        .into(),
    ]
}

/// With hardly anything known.
pub(super) fn bare(person: PersonId) -> Vec<Fact> {
    let (on, what) = (None, String::new());
    vec![
        CardGiven { id: id(), person, on }.into(),
        Presentation { id: id(), what, on, points: vec![], people: vec![] }.into(),
        ProposedIntroduction {
            id: id(),
            person_a: person,
            person_b: person,
            why_a: String::new(),
            why_b: String::new(),
            proposed_on: None,
            asked_a_on: None,
            asked_b_on: None,
            a_says: None,
            b_says: None,
            made: None,
            thanked_on: None,
            dropped_on: None,
        }
        .into(),
    ]
}

//! What passes between the owner and others, of which hardly anything is known.

use super::fact_id as id;
use kithwork_core::fact::Fact;
use kithwork_core::facts::*;
use kithwork_core::id::PersonId;

/// One of each.
pub(super) fn bare(person: PersonId) -> Vec<Fact> {
    let mut facts = passed(person);
    facts.extend(worked_for());
    facts
}

/// What is worked for.
fn worked_for() -> Vec<Fact> {
    let empty = String::new;
    vec![
        Project {
            id: id(),
            what: empty(),
            kind: ProjectKind::Other,
            begun_on: None,
            ended_on: None,
            outcome: None,
            people: vec![],
        }
        .into(),
        Tag { id: id(), name: empty(), people: vec![] }.into(),
        PeopleList { id: id(), name: empty(), filter: PeopleFilter::default() }.into(),
        Aim {
            id: id(),
            what: empty(),
            kind: AimKind::Belonging,
            set_on: None,
            review_on: None,
            closed_on: None,
            tries: None,
            as_varied_as: Some(5),
            people: vec![],
        }
        .into(),
    ]
}

/// What one does for another.
fn passed(person: PersonId) -> Vec<Fact> {
    vec![
        Promise {
            id: id(),
            person,
            direction: PromisedBy::Theirs,
            what: String::new(),
            made_on: None,
            due_on: None,
            done_on: None,
        }
        .into(),
        Help {
            id: id(),
            on: None,
            direction: Direction::Received,
            person,
            kind: HelpKind::Advice,
            asked: None,
            about: None,
            outcome: None,
        }
        .into(),
        Introduction {
            id: id(),
            on: None,
            introduced_by: Party::Person(person),
            person_a: Party::Me,
            person_b: Party::Me,
            outcome: None,
        }
        .into(),
        Referral::passed_on(id(), Direction::Given, person, None).into(),
    ]
}

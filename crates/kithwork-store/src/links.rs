//! Who is spoken of by which fact: what stands in `appearance`.

use crate::error::Result;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::PersonId;
use uuid::Uuid;

/// The people a fact speaks of, in the order in which its list is kept.
pub(crate) fn people(fact: &Fact) -> Vec<PersonId> {
    match fact {
        Fact::Aim(aim) => aim.people.clone(),
        Fact::Project(project) => project.people.clone(),
        Fact::Tag(tag) => tag.people.clone(),
        Fact::Presentation(talk) => talk.people.clone(),
        Fact::Meeting(meeting) => meeting.people.clone(),
        Fact::Conversation(conversation) => conversation.people.clone(),
        Fact::Note(note) => note.people.clone(),
        other => other.people(),
    }
}

/// Whether facts of this kind keep a list of people.
pub(crate) fn is_listed(kind: FactKind) -> bool {
    use FactKind::{Aim, Conversation, Meeting, Note, Presentation, Project, Tag};
    matches!(kind, Aim | Project | Tag | Presentation | Meeting | Conversation | Note)
}

/// The list of people that a fact keeps.
pub(crate) fn listed(fact: &mut Fact) -> Option<&mut Vec<PersonId>> {
    match fact {
        Fact::Aim(aim) => Some(&mut aim.people),
        Fact::Project(project) => Some(&mut project.people),
        Fact::Tag(tag) => Some(&mut tag.people),
        Fact::Presentation(talk) => Some(&mut talk.people),
        Fact::Meeting(meeting) => Some(&mut meeting.people),
        Fact::Conversation(conversation) => Some(&mut conversation.people),
        Fact::Note(note) => Some(&mut note.people),
        _ => None,
    }
}

/// Fills in the lists of people from pairs of fact and person. Both are in the order of the facts'
/// ids, so one pass suffices.
pub(crate) fn fill(
    facts: &mut [Fact],
    pairs: impl Iterator<Item = Result<(Uuid, Uuid)>>,
) -> Result<()> {
    let mut facts = facts.iter_mut();
    let mut current = facts.next();
    for pair in pairs {
        let (fact_id, person) = pair?;
        while current.as_ref().is_some_and(|fact| fact.id().0 < fact_id) {
            current = facts.next();
        }
        let Some(fact) = current.as_deref_mut() else { break };
        if fact.id().0 == fact_id
            && let Some(people) = listed(fact)
        {
            people.push(PersonId(person));
        }
    }
    Ok(())
}

//! Facts about people who were joined into others.

use crate::fact::Facts;
use crate::facts::{Meaning, Party};
use crate::id::PersonId;
use std::collections::HashMap;

/// Takes out who was joined into another, and lets every fact name the one who stands for them now:
/// rows written before two people were joined still name the one who is no more.
pub(super) fn redirect(facts: &mut Facts) {
    let moved: HashMap<PersonId, PersonId> =
        facts.people.iter().filter_map(|p| Some((p.id, p.merged_into?))).collect();
    if moved.is_empty() {
        return;
    }
    facts.people.retain(|p| p.merged_into.is_none());
    each_person(facts, &|id| *id = follow(&moved, *id));
    facts.conversations.iter_mut().for_each(|c| once_each(&mut c.people));
    facts.meetings.iter_mut().for_each(|m| once_each(&mut m.people));
    facts.aims.iter_mut().for_each(|a| once_each(&mut a.people));
    facts.projects.iter_mut().for_each(|p| once_each(&mut p.people));
    facts.tags.iter_mut().for_each(|t| once_each(&mut t.people));
    facts.notes.iter_mut().for_each(|n| once_each(&mut n.people));
    facts.presentations.iter_mut().for_each(|p| once_each(&mut p.people));
}

/// Who stands for that person now.
fn follow(moved: &HashMap<PersonId, PersonId>, id: PersonId) -> PersonId {
    let mut at = id;
    // A chain is as long as its merges; the bound only guards against a damaged book.
    for _ in 0..moved.len() {
        match moved.get(&at) {
            Some(&next) => at = next,
            None => break,
        }
    }
    at
}

fn each_person(facts: &mut Facts, change: &dyn Fn(&mut PersonId)) {
    facts.conversations.iter_mut().flat_map(|f| &mut f.people).for_each(change);
    facts.meetings.iter_mut().flat_map(|f| &mut f.people).for_each(change);
    facts.aims.iter_mut().flat_map(|f| &mut f.people).for_each(change);
    facts.projects.iter_mut().flat_map(|f| &mut f.people).for_each(change);
    facts.tags.iter_mut().flat_map(|f| &mut f.people).for_each(change);
    facts.notes.iter_mut().flat_map(|f| &mut f.people).for_each(change);
    facts.presentations.iter_mut().flat_map(|f| &mut f.people).for_each(change);
    facts.cards_given.iter_mut().for_each(|f| change(&mut f.person));
    for proposed in &mut facts.proposed_introductions {
        change(&mut proposed.person_a);
        change(&mut proposed.person_b);
    }
    facts.promises.iter_mut().for_each(|f| change(&mut f.person));
    facts.help.iter_mut().for_each(|f| change(&mut f.person));
    facts.referrals.iter_mut().for_each(|f| change(&mut f.person));
    facts.ratings.iter_mut().for_each(|f| change(&mut f.person));
    facts.playbacks.iter_mut().for_each(|f| change(&mut f.person));
    facts.mentions.iter_mut().for_each(|f| change(&mut f.person));
    facts.needs.iter_mut().for_each(|f| change(&mut f.person));
    facts.offers.iter_mut().for_each(|f| change(&mut f.person));
    facts.cards.iter_mut().for_each(|f| change(&mut f.person));
    facts.business.iter_mut().filter_map(|f| f.referrer.as_mut()).for_each(change);
    facts.people.iter_mut().filter_map(|f| f.introduced_by.as_mut()).for_each(change);
    for introduction in &mut facts.introductions {
        for party in [
            &mut introduction.introduced_by,
            &mut introduction.person_a,
            &mut introduction.person_b,
        ] {
            if let Party::Person(id) = party {
                change(id);
            }
        }
    }
    for entry in &mut facts.entries {
        if let Meaning::Conversation { people, .. } = &mut entry.meaning {
            people.iter_mut().for_each(change);
            once_each(people);
        }
    }
}

/// Two records of one person in one fact are that person once.
fn once_each(people: &mut Vec<PersonId>) {
    let mut seen = std::collections::HashSet::new();
    people.retain(|p| seen.insert(*p));
}

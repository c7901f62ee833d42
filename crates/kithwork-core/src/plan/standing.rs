//! What stands in the week already: agreed conversations and the owner's own promises.

use super::draft::{Desk, Draft};
use super::value;
use super::{ItemKind, Promised, Status, says};
use crate::facts::{Conversation, ConversationKind, Promise, PromisedBy};
use crate::id::PersonId;
use crate::matching::plain;
use std::collections::BTreeMap;

/// Minutes that keeping one promise takes; our judgement.
const PROMISE_MINUTES: u32 = 15;
/// Minutes that a further promise to the same person adds.
const FURTHER_MINUTES: u32 = 5;

/// Conversations agreed for the week.
pub(super) fn agreed(desk: &Desk<'_>) -> Vec<Draft> {
    desk.week.agreed().filter_map(|talk| one_agreed(desk, talk)).collect()
}

fn one_agreed(desk: &Desk<'_>, talk: &Conversation) -> Option<Draft> {
    let book = desk.week.book;
    let may_name = |id: &PersonId| book.person(*id).is_some_and(|p| !p.do_not_contact);
    let people: Vec<PersonId> = talk.people.iter().copied().filter(may_name).collect();
    let first = people.first().and_then(|&id| desk.known(id));
    let minutes = super::week::minutes(talk, desk.usual).max(1);
    let draft = desk.item(kind(talk.kind), &people, minutes);
    let mut draft = draft.worth(desk, value::ONE_TO_ONE, Vec::new());
    (!people.is_empty()).then_some(())?;
    draft.item.status = Status::Agreed;
    draft.item.on = Some(talk.on);
    draft.item.start = talk.starts.map(|at| talk.on.to_datetime(at));
    draft.item.because = vec![format!("Agreed for {}.", desk.week.weekday(talk.on))];
    draft.item.because.extend(in_place_of(desk, talk));
    if let Some(first) = first {
        draft.item.because.extend(says::need(&desk.circle, &desk.matches, first));
        draft.item.bring = says::bring(&desk.circle, &desk.matches, first.place);
    }
    draft.item.facts.push(talk.id);
    draft.fixed = true;
    Some(draft)
}

/// The meeting that is missed for it.
fn in_place_of(desk: &Desk<'_>, talk: &Conversation) -> Option<String> {
    let meeting = talk.instead_of.filter(|&meeting| talk.takes_the_place_of(meeting))?;
    let room = &desk.week.book.room(meeting.room)?.name;
    let day = match meeting.on {
        on if on == talk.on => String::new(),
        on => desk.week.holds(on).then(|| format!(" on {}", desk.week.weekday(on)))?,
    };
    Some(format!("It stands in the place of {room}{day}: that is the one meeting to miss."))
}

fn kind(kind: ConversationKind) -> ItemKind {
    match kind {
        ConversationKind::OneToOne | ConversationKind::Video => ItemKind::OneToOne,
        ConversationKind::SmallGroup | ConversationKind::Social => ItemKind::SmallGroup,
        ConversationKind::Call => ItemKind::Call,
        ConversationKind::Email | ConversationKind::Message | ConversationKind::Letter => {
            ItemKind::Message
        }
    }
}

/// The owner's promises that the week brings up, one item a person.
pub(super) fn promises(desk: &Desk<'_>) -> Vec<Draft> {
    let mut by_person: BTreeMap<PersonId, Vec<&Promise>> = BTreeMap::new();
    for promise in desk.week.book.facts.promises.iter().filter(|p| is_due(desk, p)) {
        by_person.entry(promise.person).or_default().push(promise);
    }
    let mut all: Vec<Vec<&Promise>> = by_person.into_values().collect();
    for promises in &mut all {
        promises.sort_by_key(|p| p.place(desk.week.monday));
    }
    all.sort_by_key(|promises| promises.first().map(|p| p.place(desk.week.monday)));
    all.iter().filter_map(|promises| promised(desk, promises)).collect()
}

fn is_due(desk: &Desk<'_>, promise: &Promise) -> bool {
    let week = &desk.week;
    let person = week.book.person(promise.person);
    promise.direction == PromisedBy::Mine
        && person.is_some_and(|p| !p.do_not_contact && !p.set_aside)
        && promise.made_on.is_none_or(|made| made <= week.sunday)
        && promise.done_on.is_none_or(|done| done > week.sunday)
        && promise.is_of_week(week.sunday)
}

fn promised(desk: &Desk<'_>, promises: &[&Promise]) -> Option<Draft> {
    let first = promises.first()?;
    let further = u32::try_from(promises.len().saturating_sub(1)).unwrap_or(0);
    let minutes = PROMISE_MINUTES + FURTHER_MINUTES * further.min(6);
    let draft = desk.item(ItemKind::Promise, &[first.person], minutes);
    let mut draft = draft.worth(desk, value::PROMISE, Vec::new());
    // A promise is worth keeping whoever it was given to.
    draft.item.value = draft.item.value.max(0.001);
    draft.item.because = promises.iter().map(|p| why(desk, p)).collect();
    draft.item.bring = promises.iter().map(|p| format!("{}.", plain(&p.what))).collect();
    draft.item.promises = promises.iter().map(|p| given(desk, p)).collect();
    draft.item.facts.extend(promises.iter().map(|p| p.id));
    draft.fixed = true;
    Some(draft)
}

fn given(desk: &Desk<'_>, promise: &Promise) -> Promised {
    Promised {
        what: plain(&promise.what),
        made_on: promise.made_on,
        due_on: promise.due_on,
        is_late: promise.due_on.is_some_and(|due| due < desk.week.monday),
    }
}

fn why(desk: &Desk<'_>, promise: &Promise) -> String {
    let what = plain(&promise.what);
    let made = promise.made_on.map_or_else(String::new, |on| format!(" on {}", desk.week.day(on)));
    match promise.due_on {
        Some(due) if due < desk.week.monday => {
            format!("You promised{made}: {what}. It was due on {}.", desk.week.day(due))
        }
        Some(due) => format!("You promised{made}: {what}, by {}.", desk.week.weekday(due)),
        None => format!("You promised{made}: {what}. No day was said."),
    }
}

//! The answer to what a note left open: its words are read again with what is known now, and what
//! had waited is written.

use super::draft::Draft;
use super::known::Known;
use super::near;
use super::question::{Key, Kind};
use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use crate::meant::folded;
use crate::{meeting, settings};
use kithwork_core::capture::{Named, Part, Said, Unclear, Understood};
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Note, Person, Question};
use kithwork_core::handover::{OF_A_NOTE, SOMEONE_NEW};
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_store::Store;
use std::collections::BTreeMap;

/// Whether a question comes from a note.
pub(crate) fn is_of_a_note(question: &Question) -> bool {
    question.key.starts_with(OF_A_NOTE)
}

/// Whether somebody new can answer it only with a name: the note doesn't tell it.
pub(crate) fn needs_name(question: &Question) -> bool {
    Key::read(&question.key).is_some_and(|key| key.kind == Kind::Whose)
}

/// Answers a question of a note. Whoever is new to the book is one more of its choices, and then chosen like
/// any other.
pub(crate) async fn answer(
    store: &dyn Store,
    ctx: &Ctx,
    question: Question,
    (choice, name): (&str, Option<&str>),
) -> Result<Change> {
    let key = Key::read(&question.key).ok_or_else(|| Error::new(Code::QuestionNotFound))?;
    let mut answered = Question { answer: Some(choice.to_owned()), ..question.clone() };
    let is_new = choice == SOMEONE_NEW && needs_name(&question);
    let new = if is_new { named(store, ctx, &mut answered, name).await? } else { None };
    let mut edits: Vec<Edit> = Edit::changed(question, answered.clone()).into_iter().collect();
    if let Some(Fact::Note(note)) = store.fact(ctx.tenant, FactKind::Note, key.note).await? {
        let mut answers = earlier_answers(store, ctx, key.note).await?;
        let before = answers.clone();
        answers.push(answered);
        edits.extend(read_again(store, ctx, (note, &key, new), &before, &answers).await?);
    }
    let change = ctx.change("answer", None, edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

/// Answers with whoever has that name; with the row of a person where the book knows nobody by it.
async fn named(
    store: &dyn Store,
    ctx: &Ctx,
    question: &mut Question,
    name: Option<&str>,
) -> Result<Option<Person>> {
    let invalid = |problem| Error::new(Code::ValueInvalid).field("name", problem);
    let name = name.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(invalid("is missing: say who it was"));
    }
    let mut known = store.names(ctx.tenant).await?;
    known.retain(|(_, of)| folded(of) == folded(&name));
    let new = match known.as_slice() {
        [] => Some(Person::named(PersonId(ctx.ids()()), name.clone())),
        [_] => None,
        _ => {
            return Err(invalid(
                "fits several people: choose one of them, or say what sets this one apart",
            ));
        }
    };
    let id = known.first().map(|(id, _)| *id).or(new.as_ref().map(|new| new.id));
    // Before the last choice, which has no subject: somebody new.
    question.choices.insert(question.subjects.len(), name.clone());
    question.subjects.extend(id.map(FactId::from));
    question.answer = Some(name);
    Ok(new)
}

async fn earlier_answers(store: &dyn Store, ctx: &Ctx, note: FactId) -> Result<Vec<Question>> {
    let all = store.all(ctx.tenant, FactKind::Question).await?;
    let of_note = |q: &Question| Key::read(&q.key).is_some_and(|key| key.note == note);
    let answered = all.into_iter().filter_map(|fact| match fact {
        Fact::Question(q) if q.answer.is_some() && of_note(&q) => Some(q),
        _ => None,
    });
    Ok(answered.collect())
}

/// Writes the parts that had waited and wait no more.
async fn read_again(
    store: &dyn Store,
    ctx: &Ctx,
    (note, key, new): (Note, &Key, Option<Person>),
    before: &[Question],
    answers: &[Question],
) -> Result<Vec<Edit>> {
    let mut known = Known::read(store, ctx, &settings::of(store, ctx).await?).await?;
    let at = match key.at {
        Some(id) => meeting::known(store, ctx, id).await?,
        None => None,
    };
    let at = at.as_ref();
    let (people, rooms) = (&known.people, &known.rooms);
    let said = Said { today: key.said_on, people, rooms, at: at.map(super::gathering) };
    let read = near::read(store, ctx, &note.text, &said).await?;
    let new = new.map(|new| Person { met_at: met_there(&read, key), ..new });
    known.people.extend(new.iter().map(|new| (new.id, new.name.clone())));
    let first = understood(read.clone(), before);
    let now = understood(read, answers);
    let mut ids = ctx.ids();
    let waited: Vec<bool> = {
        let draft = Draft::begin(store, ctx, (&known, at), &first, &mut ids);
        first.parts.iter().map(|part| draft.waits(part)).collect()
    };
    let mut draft = Draft::begin(store, ctx, (&known, at), &now, &mut ids);
    let parts = now.parts.iter().zip(waited).filter(|(_, had_waited)| *had_waited);
    let parts: Vec<&Part> = parts.map(|(part, _)| part).collect();
    for part in &parts {
        draft.add(part).await?;
    }
    draft.keep_promises(&parts, &note.text).await?;
    let told = draft.finish();
    let mut after = note.clone();
    after.facts.extend(told.facts);
    after.people.extend(told.people);
    after.people.sort_unstable();
    after.people.dedup();
    let new = new.map(Edit::created).into_iter();
    Ok(new.chain(told.edits).chain(Edit::changed(note, after)).collect())
}

/// The group of whose people somebody is asked for.
fn met_there(understood: &Understood, key: &Key) -> Option<RoomId> {
    match understood.unclear.get(key.place)? {
        Unclear::WhoThere { room, .. } => understood.rooms.get(*room)?.id,
        _ => None,
    }
}

/// What the note says, given the answers.
fn understood(mut understood: Understood, answers: &[Question]) -> Understood {
    let unclear = understood.unclear.clone();
    let unsaid = without_person(&understood);
    for question in answers {
        let Some(of) = Key::read(&question.key) else { continue };
        let chosen = chosen(question);
        match unclear.get(of.place) {
            Some(Unclear::Who { who }) if of.kind == Kind::Who => {
                if let Some(named) = understood.people.get_mut(*who) {
                    named.id = chosen.map(|id| PersonId(id.0));
                    named.could_be.clear();
                }
            }
            Some(Unclear::Room { room }) if of.kind == Kind::Room => {
                if let Some(named) = understood.rooms.get_mut(*room) {
                    named.id = chosen.map(|id| RoomId(id.0));
                    named.could_be.clear();
                }
            }
            Some(open) if is_whose(open) && of.kind == Kind::Whose => {
                if let Some(part) = unsaid.get(&of.place) {
                    say_whose(&mut understood, *part, chosen);
                }
            }
            _ => {}
        }
    }
    understood
}

fn is_whose(unclear: &Unclear) -> bool {
    matches!(unclear, Unclear::Whose { .. } | Unclear::WhoThere { .. })
}

fn chosen(question: &Question) -> Option<FactId> {
    let answer = question.answer.as_deref()?;
    let at = question.choices.iter().position(|choice| choice == answer)?;
    question.subjects.get(at).copied()
}

/// Which part each thing left open without a person speaks of, by their places. Both are in the order of
/// the words, but for an encounter with nobody in it: it stands first, and is no part.
fn without_person(understood: &Understood) -> BTreeMap<usize, usize> {
    let open = understood.unclear.iter().enumerate().rev().filter(|(_, unclear)| is_whose(unclear));
    let parts = understood.parts.iter().enumerate().rev().filter(|(_, part)| names_nobody(part));
    open.zip(parts).map(|((open, _), (part, _))| (open, part)).collect()
}

fn names_nobody(part: &Part) -> bool {
    match part {
        Part::Introduction { by: None, a, b } => a.is_none() || b.is_none(),
        Part::Promise { who, .. }
        | Part::Need { who, .. }
        | Part::Offer { who, .. }
        | Part::Help { who, .. }
        | Part::FollowUp { who, .. }
        | Part::Referral { who, .. } => who.is_none(),
        _ => false,
    }
}

/// Gives a part that names nobody its person.
fn say_whose(understood: &mut Understood, part: usize, chosen: Option<FactId>) {
    let Some(id) = chosen.map(|id| PersonId(id.0)) else { return };
    let place = understood.people.iter().position(|named| named.id == Some(id));
    let place = place.unwrap_or_else(|| {
        understood.people.push(Named { id: Some(id), name: String::new(), could_be: Vec::new() });
        understood.people.len() - 1
    });
    if let Some(
        Part::Promise { who, .. }
        | Part::Need { who, .. }
        | Part::Offer { who, .. }
        | Part::Help { who, .. }
        | Part::FollowUp { who, .. }
        | Part::Referral { who, .. },
    ) = understood.parts.get_mut(part)
    {
        *who = Some(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kithwork_core::capture::understand;
    use uuid::Uuid;

    #[test]
    fn each_thing_left_open_speaks_of_its_own_part() {
        let names = [(1, "Ann Bell"), (2, "Tom Ellis")];
        let people = names.map(|(n, name)| (PersonId(Uuid::from_u128(n)), name.to_owned()));
        let rooms = [(RoomId(Uuid::from_u128(3)), "Monday Chapter".to_owned())];
        let today = jiff::civil::date(2026, 11, 16);
        let said = Said { today, people: &people, rooms: &rooms, at: None };
        let twice = "Monday Chapter referred Kendal Bakery to me. Monday Chapter referred Castle Motors to me.";
        let mut read = understand(twice, &said);
        let unsaid: Vec<(usize, usize)> = without_person(&read).into_iter().collect();
        assert_eq!(unsaid, [(0, 0), (1, 1)]);
        // `Coffee yesterday`, with nobody in it.
        let coffee = Unclear::Whose { words: twice.to_owned(), could_be: Vec::new() };
        read.unclear.insert(0, coffee);
        let unsaid: Vec<(usize, usize)> = without_person(&read).into_iter().collect();
        assert_eq!(unsaid, [(1, 0), (2, 1)], "the coffee is no part");
    }
}

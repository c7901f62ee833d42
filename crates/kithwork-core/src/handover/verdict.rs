//! What the owner decides: answers, people joined and parted. Each is remembered, so that no later
//! file undoes it.

use super::erased::{OF_ERASED, TAKE_BACK};
use super::ledger::{Ledger, MENTIONED, NAMED};
use super::outcome::Outcome;
use super::people::{DIFFERENT, SAME, unasked_key};
use super::question::matching_choice;
use super::settle::settle;
use crate::change::Edit;
use crate::fact::Facts;
use crate::facts::{Asks, Person, Question};
use crate::id::{FactId, Ids, PersonId};
use jiff::Timestamp;
use thiserror::Error;

/// Why a decision could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum VerdictError {
    /// No question has that id.
    #[error("there is no such question")]
    NoSuchQuestion,
    /// The answer is none of the choices.
    #[error("that is none of the choices")]
    NoSuchChoice,
    /// No person has that id.
    #[error("there is no such person")]
    NoSuchPerson,
    /// A person is themselves.
    #[error("these are the same record")]
    OnePerson,
    /// The person was never joined to another.
    #[error("this person was not joined to another")]
    NotMerged,
    /// No room has that id.
    #[error("there is no such group")]
    NoSuchRoom,
    /// A room is itself.
    #[error("these are the same group")]
    OneRoom,
    /// More than the calendar names the room.
    #[error("more than the calendar names this group")]
    NamedElsewhere,
}

/// Answers a question with one of its choices, spelt out or by its number from 1, and settles again
/// whatever waited for it.
///
/// # Errors
/// [`VerdictError::NoSuchQuestion`] and [`VerdictError::NoSuchChoice`].
pub fn answer(
    facts: &Facts,
    question: FactId,
    choice: &str,
    now: Timestamp,
    ids: Ids<'_>,
) -> Result<Outcome, VerdictError> {
    let mut questions = facts.questions.clone();
    let asked =
        questions.iter_mut().find(|q| q.id == question).ok_or(VerdictError::NoSuchQuestion)?;
    let choice = matching_choice(asked, choice).ok_or(VerdictError::NoSuchChoice)?.to_owned();
    let back = (choice == TAKE_BACK).then(|| asked.key.strip_prefix(OF_ERASED)).flatten();
    let back = back.and_then(|id| facts.suppressions.iter().find(|s| s.id.to_string() == id));
    asked.answer = Some(choice);
    asked.closed = false;
    let mut outcome = settle_with(facts, &[], &questions, now, ids);
    // The next file that tells of them is read like any other.
    outcome.edits.extend(back.map(|row| Edit::removed(row.clone())));
    Ok(outcome)
}

/// Joins two people: `loser` redirects to `winner`, and what sources said of either is said of both.
///
/// # Errors
/// [`VerdictError::NoSuchPerson`] and [`VerdictError::OnePerson`].
pub fn merge(
    facts: &Facts,
    winner: PersonId,
    loser: PersonId,
    now: Timestamp,
    ids: Ids<'_>,
) -> Result<Outcome, VerdictError> {
    let (winner, loser) = (standing(facts, winner)?, standing(facts, loser)?);
    if winner.id == loser.id {
        return Err(VerdictError::OnePerson);
    }
    let questions = decided(facts, winner, loser, SAME, &mut *ids);
    Ok(settle_with(facts, &[winner.id, loser.id], &questions, now, ids))
}

/// Parts a person who was joined to another: what was written under their id returns to it.
///
/// # Errors
/// [`VerdictError::NoSuchPerson`] and [`VerdictError::NotMerged`].
pub fn unmerge(
    facts: &Facts,
    loser: PersonId,
    now: Timestamp,
    ids: Ids<'_>,
) -> Result<Outcome, VerdictError> {
    let loser = find(facts, loser)?;
    let winner = standing(facts, loser.merged_into.ok_or(VerdictError::NotMerged)?)?;
    let mut questions = decided(facts, winner, loser, DIFFERENT, &mut *ids);
    // Others who were joined to the same person stay there.
    let others = facts.people.iter().filter(|p| p.id != loser.id && p.merged_into.is_some());
    let others = others.filter(|p| standing(facts, p.id).is_ok_and(|s| s.id == winner.id));
    let pairs = others.flat_map(|other| [FactId::from(other.id), loser.id.into()]);
    if let Some(verdict) = questions.last_mut() {
        verdict.subjects.extend(pairs);
    }
    Ok(settle_with(facts, &[], &questions, now, ids))
}

/// Remembers that two people are two, whatever they share.
///
/// # Errors
/// [`VerdictError::NoSuchPerson`] and [`VerdictError::OnePerson`].
pub fn not_the_same(
    facts: &Facts,
    a: PersonId,
    b: PersonId,
    now: Timestamp,
    ids: Ids<'_>,
) -> Result<Outcome, VerdictError> {
    let (a, b) = (find(facts, a)?, find(facts, b)?);
    if a.id == b.id {
        return Err(VerdictError::OnePerson);
    }
    let questions = decided(facts, a, b, DIFFERENT, &mut *ids);
    Ok(settle_with(facts, &[a.id, b.id], &questions, now, ids))
}

fn find(facts: &Facts, id: PersonId) -> Result<&Person, VerdictError> {
    facts.people.iter().find(|p| p.id == id).ok_or(VerdictError::NoSuchPerson)
}

/// Whom an id stands for now.
fn standing(facts: &Facts, id: PersonId) -> Result<&Person, VerdictError> {
    let mut person = find(facts, id)?;
    // A chain is as long as its merges; the bound only guards against a damaged book.
    for _ in 0..facts.people.len() {
        match person.merged_into {
            Some(next) => person = find(facts, next)?,
            None => return Ok(person),
        }
    }
    Err(VerdictError::NoSuchPerson)
}

/// The book's questions with a verdict on a pair, the last of them; an earlier one on the same pair
/// gives way.
fn decided(facts: &Facts, a: &Person, b: &Person, verdict: &str, ids: Ids<'_>) -> Vec<Question> {
    let mut questions = facts.questions.clone();
    let key = unasked_key(a.id.into(), b.id.into());
    let old = questions.iter().position(|q| q.key == key).map(|at| questions.remove(at));
    questions.push(Question {
        id: old.map_or_else(|| FactId(ids()), |q| q.id),
        key,
        asks: Asks::SamePerson,
        about: vec![a.name.clone(), b.name.clone()],
        count: 1,
        choices: vec![SAME.to_owned(), DIFFERENT.to_owned()],
        subjects: vec![a.id.into(), b.id.into()],
        answer: Some(verdict.to_owned()),
        closed: false,
    });
    questions
}

/// Settles again. Of `named`, what only a mention knew becomes a record that verdicts can hold.
pub(super) fn settle_with(
    facts: &Facts,
    named: &[PersonId],
    questions: &[Question],
    now: Timestamp,
    ids: Ids<'_>,
) -> Outcome {
    let mut ledger = Ledger::open(facts, Vec::new(), now, &mut *ids);
    for told in ledger.told.iter_mut().filter(|told| told.is_derived()) {
        if named.contains(&PersonId(told.statement.subject.0)) {
            let statement = told.statement.to_mut();
            statement.key = statement.key.replacen(NAMED, MENTIONED, 1);
            statement.document.clear();
        }
    }
    settle(facts, ledger, &[], now, ids, questions.into())
}

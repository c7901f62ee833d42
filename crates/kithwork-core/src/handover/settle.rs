//! The settlement: from all statements of a book, by rules that know no order of arrival, to its rows.

use super::calendar::{Calendar, derive_entries};
use super::cast::Cast;
use super::derive::{
    Ground, Unfit, derive_conversations, derive_lasting, derive_meetings, derive_rows,
};
use super::doubt::raise_doubts;
use super::edits::Edits;
use super::ledger::Ledger;
use super::outcome::Outcome;
use super::owner::Owner;
use super::people::{People, Verdicts};
use super::question::{Answers, Raised, settle_questions};
use super::report::{count_documents, refuse, write_statements};
use super::rooms::Rooms;
use super::stand_in::stand_in;
use crate::fact::Facts;
use crate::facts::Question;
use crate::id::{Ids, PersonId};
use jiff::Timestamp;
use std::collections::HashMap;

/// What is asked before a settlement looks at anything.
pub(super) struct Asked<'q> {
    /// The book's questions, with whatever was just answered.
    pub(super) questions: &'q [Question],
    /// Further ones to raise.
    pub(super) raised: Vec<Raised>,
}

impl<'q> From<&'q [Question]> for Asked<'q> {
    fn from(questions: &'q [Question]) -> Self {
        Self { questions, raised: Vec::new() }
    }
}

/// Settles a book on its statements.
pub(super) fn settle<'a>(
    facts: &'a Facts,
    mut ledger: Ledger<'a>,
    documents: &[String],
    now: Timestamp,
    ids: Ids<'_>,
    asked: Asked<'_>,
) -> Outcome {
    let Asked { questions, mut raised } = asked;
    stand_in(&mut ledger, facts);
    let answers = Answers::read(questions);
    let owner = Owner::find(facts.settings.first(), &ledger.told);
    let mut people = People::meet(&ledger.told, &owner, Verdicts::read(questions));
    let mut rooms = Rooms::find(&ledger.told);
    let cast = Cast::call(&ledger.told, &mut people, &rooms, &owner, &answers);
    let calendar = Calendar::read(&ledger.told, &mut people, &mut rooms, &owner, &answers);

    people.identify(&ledger.told, &remembered(&ledger), &mut *ids);
    rooms.identify(&ledger.told, &mut *ids);
    raised.extend(raise_doubts(&mut people, &ledger.told, &cast));
    raised.extend(calendar.questions(&people, &rooms, &ledger.told));
    let mut edits = Edits::default();
    let mut unfit: HashMap<usize, Unfit> = HashMap::new();
    let mut ground = Ground {
        facts,
        told: &mut ledger.told,
        people: &people,
        rooms: &rooms,
        cast: &cast,
        edits: &mut edits,
        unfit: &mut unfit,
        now,
        ids: &mut *ids,
    };
    derive_lasting(&mut ground);
    derive_rows(&mut ground);
    let (talks, gatherings) = derive_entries(&mut ground, &calendar);
    derive_meetings(&mut ground, gatherings);
    derive_conversations(&mut ground, talks);

    let refused = refuse(&mut ledger, &unfit);
    let mut outcome = Outcome {
        documents: count_documents(facts, &ledger, documents, &refused, &people),
        ..Outcome::default()
    };
    write_statements(facts, ledger, &mut edits, &mut *ids);
    outcome.open_questions = settle_questions(&facts.questions, questions, raised, &mut edits, ids);
    outcome.edits = edits.in_order();
    outcome
}

/// The rows of those whom only a mention knows.
fn remembered(ledger: &Ledger<'_>) -> HashMap<String, PersonId> {
    let derived = ledger.told.iter().filter(|told| told.is_derived());
    let subject = |told: &super::ledger::Told<'_>| PersonId(told.statement.subject.0);
    derived.map(|told| (told.statement.key.clone(), subject(told))).collect()
}

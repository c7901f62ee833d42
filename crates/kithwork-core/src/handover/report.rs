//! What became of each record, for the report of an import.

use super::derive::Unfit;
use super::edits::Edits;
use super::ledger::{Fate, Ledger, NOBODY};
use super::outcome::DocumentOutcome;
use super::people::People;
use super::record::Refusal;
use crate::fact::{FactKind, Facts};
use crate::facts::Statement;
use crate::id::{FactId, PersonId};
use std::collections::{HashMap, HashSet};

impl Unfit {
    /// The reason and what to do; none where a question stands instead.
    fn reason(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::ReferralNeedsAPerson => Some((
                "referral-needs-a-person",
                "name the person who gave or received it; a group can’t",
            )),
            Self::NeedsAPerson => {
                Some(("needs-a-person", "name the person it was with; a group or oneself can’t be"))
            }
            Self::Waits => None,
        }
    }
}

/// Refuses the records of this import that cannot be facts, and keeps nothing new of them.
pub(super) fn refuse(
    ledger: &mut Ledger<'_>,
    unfit: &HashMap<usize, Unfit>,
) -> HashMap<usize, (&'static str, &'static str)> {
    let mut refused = HashMap::new();
    for (at, arrival) in ledger.arrivals.iter().enumerate() {
        let Some(reason) = unfit.get(&arrival.told).and_then(|unfit| unfit.reason()) else {
            continue;
        };
        refused.insert(at, reason);
        if arrival.told >= ledger.known {
            ledger.told[arrival.told].withdrawn = true;
        }
    }
    refused
}

/// Counts what became of each document's records.
pub(super) fn count_documents(
    facts: &Facts,
    ledger: &Ledger<'_>,
    documents: &[String],
    refused: &HashMap<usize, (&'static str, &'static str)>,
    people: &People,
) -> Vec<DocumentOutcome> {
    let mut outcomes: Vec<DocumentOutcome> = documents
        .iter()
        .map(|name| DocumentOutcome { document: name.clone(), ..DocumentOutcome::default() })
        .collect();
    let mut known: HashSet<FactId> = facts.statements.iter().map(|s| s.subject).collect();
    known.extend(facts.people.iter().map(|p| FactId::from(p.id)));
    let aside = set_aside(people, ledger);
    for (at, arrival) in ledger.arrivals.iter().enumerate() {
        let Some(outcome) = outcomes.get_mut(arrival.batch) else { continue };
        outcome.read += 1;
        if let Some((reason, hint)) = refused.get(&at) {
            outcome.refused.push(Refusal {
                line: arrival.line,
                record: Some(arrival.number),
                reason: (*reason).to_owned(),
                hint: (*hint).to_owned(),
            });
            continue;
        }
        let subject = ledger.told[arrival.told].statement.subject;
        let is_new = subject == NOBODY || known.insert(subject);
        match arrival.fate {
            Fate::Same => outcome.unchanged += 1,
            Fate::New if is_new => outcome.created += 1,
            Fate::New | Fate::Changed => outcome.updated += 1,
        }
        outcome.set_aside += u64::from(aside.contains(&PersonId(subject.0)));
    }
    count_vanished(facts, ledger, documents, &mut outcomes);
    outcomes
}

fn set_aside(people: &People, ledger: &Ledger<'_>) -> HashSet<PersonId> {
    let counts = |s: &&super::people::Someone| !s.is_in_doubt && s.counts(&ledger.told);
    people.everyone.iter().filter(|s| !counts(s)).filter_map(|s| s.id).collect()
}

/// Rows that a document held when it was last read: they stay, and are told of.
fn count_vanished(
    facts: &Facts,
    ledger: &Ledger<'_>,
    documents: &[String],
    outcomes: &mut [DocumentOutcome],
) {
    let here: HashSet<usize> = ledger.arrivals.iter().map(|arrival| arrival.told).collect();
    let number: HashMap<&str, usize> =
        documents.iter().enumerate().map(|(i, name)| (name.as_str(), i)).collect();
    for (at, statement) in facts.statements.iter().enumerate() {
        if here.contains(&at) || ledger.told[at].is_derived() {
            continue;
        }
        let outcome = number.get(statement.document.as_str()).and_then(|&i| outcomes.get_mut(i));
        if let Some(outcome) = outcome {
            outcome.vanished += 1;
        }
    }
}

/// Writes the statements that changed.
pub(super) fn write_statements(
    facts: &Facts,
    ledger: Ledger<'_>,
    edits: &mut Edits,
    ids: crate::id::Ids<'_>,
) {
    for (at, told) in ledger.told.into_iter().enumerate() {
        let before = facts.statements.get(at);
        if told.withdrawn {
            if let Some(before) = before {
                edits.remove(before);
            }
            continue;
        }
        if told.provisional {
            continue;
        }
        let mut after: Statement = match told.statement {
            std::borrow::Cow::Borrowed(_) => continue,
            std::borrow::Cow::Owned(statement) => statement,
        };
        if after.subject == NOBODY {
            after.subject = after.id;
            after.written_under = after.id;
        }
        // A row's stand-in borrowed the row's id; as a statement it needs one of its own.
        if after.id == after.written_under && after.about != FactKind::Statement {
            after.id = FactId(ids());
        }
        edits.put(before, after);
    }
}

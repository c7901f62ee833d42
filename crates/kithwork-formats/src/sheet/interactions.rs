//! `interactions`: time with people outside rooms.

use super::row::{Fields, money_of, text_of, word_for};
use super::{Sheet, Told};
use crate::key;
use crate::refusal::Reason;
use kithwork_core::facts::{ConversationKind, ObjectiveMet};
use kithwork_core::handover::{Said, SaidConversation};

pub(super) const SHEET: Sheet = Sheet {
    name: "interactions",
    columns: &[
        "date",
        "kind",
        "people",
        "minutes",
        "travel_minutes",
        "prep_minutes",
        "cost",
        "currency",
        "objective",
        "objective_met",
        "they_know_me",
        "notes",
        "they_learned",
        "i_learned",
        "energy",
    ],
    needs: &["date", "kind", "people"],
    tell,
    write,
};

/// The public spelling first; then how people write it.
const KINDS: [(&str, ConversationKind); 11] = [
    ("one_to_one", ConversationKind::OneToOne),
    ("small_group", ConversationKind::SmallGroup),
    ("call", ConversationKind::Call),
    ("video", ConversationKind::Video),
    ("email", ConversationKind::Email),
    ("message", ConversationKind::Message),
    ("letter", ConversationKind::Letter),
    ("social", ConversationKind::Social),
    ("121", ConversationKind::OneToOne),
    ("1to1", ConversationKind::OneToOne),
    ("phone", ConversationKind::Call),
];

pub(super) const MET: [(&str, ObjectiveMet); 9] = [
    ("yes", ObjectiveMet::Yes),
    ("partly", ObjectiveMet::Partly),
    ("no", ObjectiveMet::No),
    ("y", ObjectiveMet::Yes),
    ("n", ObjectiveMet::No),
    ("true", ObjectiveMet::Yes),
    ("false", ObjectiveMet::No),
    ("1", ObjectiveMet::Yes),
    ("0", ObjectiveMet::No),
];

fn tell(row: &Fields<'_>) -> Told {
    let on = row.date("date")?.ok_or(Reason::DateMissing)?;
    let kind = row.word("kind", &KINDS, Reason::KindUnknown)?.ok_or(Reason::KindMissing)?;
    let people = row.people("people");
    if people.is_empty() {
        return Err(Reason::PeopleMissing);
    }
    let key = vec![on.to_string(), word_for(&KINDS, Some(kind)), key::names(&people)];
    let conversation = SaidConversation {
        on,
        kind,
        people,
        minutes: row.number("minutes")?,
        travel_minutes: row.number("travel_minutes")?,
        prep_minutes: row.number("prep_minutes")?,
        cost: row.amount("cost")?,
        objective: row.text("objective"),
        objective_met: row.word("objective_met", &MET, Reason::ObjectiveMetUnknown)?,
        they_know_me: row.rating("they_know_me")?,
        they_learned: row.text("they_learned"),
        i_learned: row.text("i_learned"),
        energy: row.score("energy", 1..=5, Reason::EnergyOutOfRange)?,
        notes: row.text("notes"),
        extra: row.extra(),
    };
    Ok((key, Said::Conversation(conversation)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Conversation(conversation) = said else { return None };
    let ([cost], currency) = money_of([conversation.cost]);
    Some(vec![
        conversation.on.to_string(),
        word_for(&KINDS, Some(conversation.kind)),
        conversation.people.join("; "),
        text_of(conversation.minutes),
        text_of(conversation.travel_minutes),
        text_of(conversation.prep_minutes),
        cost,
        currency,
        text_of(conversation.objective.as_ref()),
        word_for(&MET, conversation.objective_met),
        text_of(conversation.they_know_me),
        text_of(conversation.notes.as_ref()),
        text_of(conversation.they_learned.as_ref()),
        text_of(conversation.i_learned.as_ref()),
        text_of(conversation.energy),
    ])
}

//! `meetings`: the occasions of rooms.

use super::interactions::MET;
use super::row::{Fields, money_of, text_of, word_for, yes_of};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::facts::PitchChange;
use kithwork_core::handover::{Said, SaidMeeting};
use std::collections::BTreeSet;

pub(super) const SHEET: Sheet = Sheet {
    name: "meetings",
    columns: &[
        "date",
        "group",
        "starts",
        "minutes",
        "travel_minutes",
        "prep_minutes",
        "cost",
        "currency",
        "talked_to",
        "pitch",
        "pitch_prepared",
        "pitch_changed",
        "pitch_changed_why",
        "pitch_skipped",
        "energy",
        "goal",
        "goal_met",
        "first_time",
        "nerves_before",
        "nerves_after",
        "debriefed_on",
        "missed",
        "notes",
    ],
    needs: &["date", "group"],
    tell,
    write,
};

const WHY: [(&str, PitchChange); 8] = [
    ("competitor", PitchChange::Competitor),
    ("heard_a_need", PitchChange::HeardANeed),
    ("news", PitchChange::News),
    ("less_time", PitchChange::LessTime),
    ("known_already", PitchChange::KnownAlready),
    ("not_prepared", PitchChange::NotPrepared),
    ("tired", PitchChange::Tired),
    ("other", PitchChange::Other),
];

fn tell(row: &Fields<'_>) -> Told {
    let on = row.date("date")?.ok_or(Reason::DateMissing)?;
    let room = row.needed("group", Reason::GroupMissing)?;
    let meeting = SaidMeeting {
        on,
        room: room.clone(),
        starts: row.time("starts")?,
        minutes: row.number("minutes")?,
        travel_minutes: row.number("travel_minutes")?,
        prep_minutes: row.number("prep_minutes")?,
        cost: row.amount("cost")?,
        people: row.people("talked_to"),
        pitch: row.text("pitch"),
        pitch_prepared: row.yes("pitch_prepared")?,
        pitch_changed: row.yes("pitch_changed")?,
        pitch_changed_why: row.word("pitch_changed_why", &WHY, Reason::PitchChangeUnknown)?,
        pitch_skipped: row.yes("pitch_skipped")?,
        energy: row.score("energy", 1..=5, Reason::EnergyOutOfRange)?,
        goal: row.text("goal"),
        goal_met: row.word("goal_met", &MET, Reason::ObjectiveMetUnknown)?,
        first_time: row.yes("first_time")?,
        nerves_before: row.score("nerves_before", 1..=5, Reason::NervesOutOfRange)?,
        nerves_after: row.score("nerves_after", 1..=5, Reason::NervesOutOfRange)?,
        debriefed_on: row.date("debriefed_on")?,
        missed: row.yes("missed")?,
        notes: row.text("notes"),
        forgotten: BTreeSet::new(),
        extra: row.extra(),
    };
    Ok((vec![on.to_string(), room], Said::Meeting(meeting)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Meeting(meeting) = said else { return None };
    let ([cost], currency) = money_of([meeting.cost]);
    Some(vec![
        meeting.on.to_string(),
        meeting.room.clone(),
        meeting.starts.map(|at| at.strftime("%H:%M").to_string()).unwrap_or_default(),
        text_of(meeting.minutes),
        text_of(meeting.travel_minutes),
        text_of(meeting.prep_minutes),
        cost,
        currency,
        meeting.people.join("; "),
        text_of(meeting.pitch.as_ref()),
        yes_of(meeting.pitch_prepared),
        yes_of(meeting.pitch_changed),
        word_for(&WHY, meeting.pitch_changed_why),
        yes_of(meeting.pitch_skipped),
        text_of(meeting.energy),
        text_of(meeting.goal.as_ref()),
        word_for(&MET, meeting.goal_met),
        yes_of(meeting.first_time),
        text_of(meeting.nerves_before),
        text_of(meeting.nerves_after),
        text_of(meeting.debriefed_on),
        yes_of(meeting.missed),
        text_of(meeting.notes.as_ref()),
    ])
}

//! `groups`: the rooms in which people meet.

use super::row::{Fields, money_of, text_of, word_for, yes_of};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::facts::{Cadence, RoomKind};
use kithwork_core::handover::{Said, SaidRoom};
use std::collections::BTreeSet;

pub(super) const SHEET: Sheet = Sheet {
    name: "groups",
    columns: &[
        "name",
        "kind",
        "cadence",
        "meeting_minutes",
        "travel_minutes",
        "annual_fee",
        "fee_per_meeting",
        "currency",
        "joined_on",
        "left_on",
        "absences_allowed",
        "absence_window_days",
        "substitute_allowed",
        "notes",
    ],
    needs: &["name"],
    tell,
    write,
};

const KINDS: [(&str, RoomKind); 6] = [
    ("breakfast", RoomKind::Breakfast),
    ("lunch", RoomKind::Lunch),
    ("evening", RoomKind::Evening),
    ("online", RoomKind::Online),
    ("conference", RoomKind::Conference),
    ("association", RoomKind::Association),
];

const CADENCES: [(&str, Cadence); 4] = [
    ("weekly", Cadence::Weekly),
    ("fortnightly", Cadence::Fortnightly),
    ("monthly", Cadence::Monthly),
    ("once", Cadence::Once),
];

fn tell(row: &Fields<'_>) -> Told {
    let name = row.needed("name", Reason::NameMissing)?;
    let room = SaidRoom {
        name: name.clone(),
        kind: row.word("kind", &KINDS, Reason::KindUnknown)?,
        cadence: row.word("cadence", &CADENCES, Reason::CadenceUnknown)?,
        meeting_minutes: row.number("meeting_minutes")?,
        travel_minutes: row.number("travel_minutes")?,
        annual_fee: row.amount("annual_fee")?,
        fee_per_meeting: row.amount("fee_per_meeting")?,
        joined_on: row.date("joined_on")?,
        left_on: row.date("left_on")?,
        absences_allowed: row.number("absences_allowed")?,
        absence_window_days: row.number("absence_window_days")?,
        substitute_allowed: row.yes("substitute_allowed")?,
        notes: row.text("notes"),
        forgotten: BTreeSet::new(),
        extra: row.extra(),
    };
    Ok((vec![name], Said::Room(room)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Room(room) = said else { return None };
    let ([annual, per_meeting], currency) = money_of([room.annual_fee, room.fee_per_meeting]);
    Some(vec![
        room.name.clone(),
        word_for(&KINDS, room.kind),
        word_for(&CADENCES, room.cadence),
        text_of(room.meeting_minutes),
        text_of(room.travel_minutes),
        annual,
        per_meeting,
        currency,
        text_of(room.joined_on),
        text_of(room.left_on),
        text_of(room.absences_allowed),
        text_of(room.absence_window_days),
        yes_of(room.substitute_allowed),
        text_of(room.notes.as_ref()),
    ])
}

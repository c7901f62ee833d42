//! What formats hand over: one record, one statement. Names stand for people and rooms; `me` is the
//! owner. An absent field says nothing.

use crate::facts::{
    BusinessSource, Cadence, Care, ChannelMonth, ConversationKind, Direction, Event, HelpKind,
    Meeting, ObjectiveMet, Octets, PitchChange, PromisedBy, ReferralStatus, RoomKind,
};
use crate::money::Amount;
use crate::source::Source;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One record of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Who says it.
    pub source: Source,
    /// What makes it the same record again in that source, beginning with the sheet or component:
    /// `people|priya shah`, `meetings|2026-11-12|thursday chapter#2`, `event|UID|`, `card|UID`.
    pub key: String,
    /// The line it starts on, counted from 1, where the file has lines.
    pub line: Option<u64>,
    /// Its number in the file, counted from 1.
    pub number: u64,
    /// What it says.
    pub said: Said,
}

/// A record that could not be read, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The line, counted from 1, where the file has lines.
    pub line: Option<u64>,
    /// The record's number, counted from 1.
    pub record: Option<u64>,
    /// The reason, in kebab-case: `date-ambiguous`.
    pub reason: String,
    /// What to do about it, in plain words; never a person's name or a note.
    pub hint: String,
}

/// What one record says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "says", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is its payload")]
pub enum Said {
    Person(Box<SaidPerson>),
    Room(SaidRoom),
    Meeting(SaidMeeting),
    Conversation(SaidConversation),
    Help(SaidHelp),
    Introduction(SaidIntroduction),
    Referral(SaidReferral),
    Business(SaidBusiness),
    ChannelMonth(SaidChannelMonth),
    Promise(SaidPromise),
    Pitch(SaidPitch),
    Entry(Box<SaidEntry>),
    Object(SaidObject),
}

/// A person, as a sheet, a card or a profile tells of one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields are those of the sheets and of `Person`")]
pub struct SaidPerson {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `UID` of a card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
    /// Lower case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// E.164 where the country is known, else as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<String>,
    /// Address of a LinkedIn profile, lower case, without a closing slash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub introduced_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what_they_do: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who_they_serve: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looking_for: Option<String>,
    /// Their understanding of the owner, 0 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub knows_what_i_do: Option<u8>,
    /// Their trust in the owner, 0 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trust: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub i_would_refer: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rated_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub care: Option<Care>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub care_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// The card of a company or a list, not of a person.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_organisation: bool,
    /// The card as received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<Octets>,
    /// Unknown columns, kept.
    /// Fields that the owner emptied: what lower sources say of them counts no more.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub forgotten: BTreeSet<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, String>,
}

/// A room, as the sheet `groups` tells of one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields are those of `Room`")]
pub struct SaidRoom {
    pub name: String,
    pub kind: Option<RoomKind>,
    pub cadence: Option<Cadence>,
    pub meeting_minutes: Option<u32>,
    pub travel_minutes: Option<u32>,
    pub annual_fee: Option<Amount>,
    pub fee_per_meeting: Option<Amount>,
    pub joined_on: Option<Date>,
    pub left_on: Option<Date>,
    pub absences_allowed: Option<u32>,
    pub absence_window_days: Option<u32>,
    pub substitute_allowed: Option<bool>,
    pub notes: Option<String>,
    /// Fields that the owner emptied: what lower sources say of them counts no more.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub forgotten: BTreeSet<String>,
    pub extra: BTreeMap<String, String>,
}

/// A row of `meetings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Meeting`")]
pub struct SaidMeeting {
    pub on: Date,
    pub room: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<Time>,
    pub minutes: Option<u32>,
    pub travel_minutes: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prep_minutes: Option<u32>,
    pub cost: Option<Amount>,
    pub people: Vec<String>,
    pub pitch: Option<String>,
    pub pitch_prepared: Option<bool>,
    pub pitch_changed: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pitch_skipped: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pitch_changed_why: Option<PitchChange>,
    pub energy: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal_met: Option<ObjectiveMet>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_time: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nerves_before: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nerves_after: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debriefed_on: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missed: Option<bool>,
    pub notes: Option<String>,
    /// Fields that the owner emptied: what lower sources say of them counts no more.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub forgotten: BTreeSet<String>,
    pub extra: BTreeMap<String, String>,
}

impl SaidMeeting {
    /// A meeting of which only room and date are said.
    pub fn held(on: Date, room: impl Into<String>) -> Self {
        Self {
            on,
            room: room.into(),
            starts: None,
            minutes: None,
            travel_minutes: None,
            prep_minutes: None,
            cost: None,
            people: Vec::new(),
            pitch: None,
            pitch_prepared: None,
            pitch_changed: None,
            pitch_skipped: None,
            pitch_changed_why: None,
            energy: None,
            goal: None,
            goal_met: None,
            first_time: None,
            nerves_before: None,
            nerves_after: None,
            debriefed_on: None,
            missed: None,
            notes: None,
            forgotten: BTreeSet::new(),
            extra: BTreeMap::new(),
        }
    }

    /// All that a row holds of a meeting in this room, at which it talked to these.
    pub fn of(meeting: &Meeting, room: impl Into<String>, people: Vec<String>) -> Self {
        Self {
            on: meeting.on,
            room: room.into(),
            starts: meeting.starts,
            minutes: meeting.minutes,
            travel_minutes: meeting.travel_minutes,
            prep_minutes: meeting.prep_minutes,
            cost: meeting.cost,
            people,
            pitch: meeting.pitch.clone(),
            pitch_prepared: meeting.pitch_prepared,
            pitch_changed: meeting.pitch_changed,
            pitch_skipped: meeting.pitch_skipped,
            pitch_changed_why: meeting.pitch_changed_why,
            energy: meeting.energy,
            goal: meeting.goal.clone(),
            goal_met: meeting.goal_met,
            first_time: meeting.first_time,
            nerves_before: meeting.nerves_before,
            nerves_after: meeting.nerves_after,
            debriefed_on: meeting.debriefed_on,
            missed: meeting.missed,
            notes: meeting.notes.clone(),
            forgotten: BTreeSet::new(),
            extra: BTreeMap::new(),
        }
    }
}

/// A row of `interactions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Conversation`")]
pub struct SaidConversation {
    pub on: Date,
    pub kind: ConversationKind,
    pub people: Vec<String>,
    pub minutes: Option<u32>,
    pub travel_minutes: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prep_minutes: Option<u32>,
    pub cost: Option<Amount>,
    pub objective: Option<String>,
    pub objective_met: Option<ObjectiveMet>,
    pub they_know_me: Option<u8>,
    #[serde(default)]
    pub they_learned: Option<String>,
    #[serde(default)]
    pub i_learned: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy: Option<u8>,
    pub notes: Option<String>,
    pub extra: BTreeMap<String, String>,
}

/// A row of `help`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Help`")]
pub struct SaidHelp {
    pub on: Option<Date>,
    pub direction: Direction,
    pub person: String,
    pub kind: HelpKind,
    pub about: Option<String>,
    pub asked: Option<bool>,
    pub outcome: Option<String>,
    pub extra: BTreeMap<String, String>,
}

/// A row of `introductions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Introduction`")]
pub struct SaidIntroduction {
    pub on: Option<Date>,
    pub introduced_by: String,
    pub person_a: String,
    pub person_b: String,
    pub outcome: Option<String>,
    pub extra: BTreeMap<String, String>,
}

/// A row of `referrals`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Referral`")]
pub struct SaidReferral {
    pub on: Option<Date>,
    pub direction: Direction,
    pub from: String,
    pub to: String,
    pub prospect: Option<String>,
    pub effort: Option<u8>,
    pub status: Option<ReferralStatus>,
    pub value: Option<Amount>,
    pub closed_on: Option<Date>,
    pub thanked_on: Option<Date>,
    pub extra: BTreeMap<String, String>,
}

/// A row of `business`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Business`")]
pub struct SaidBusiness {
    pub won_on: Option<Date>,
    pub client: String,
    pub source_kind: Option<BusinessSource>,
    pub source: Option<String>,
    pub value: Option<Amount>,
    pub notes: Option<String>,
    pub extra: BTreeMap<String, String>,
}

/// A row of `channels`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `ChannelMonth`")]
pub struct SaidChannelMonth {
    pub channel: String,
    pub month: Date,
    pub minutes: Option<u32>,
    pub cost: Option<Amount>,
    pub leads: Option<u32>,
    pub sales: Option<u32>,
    pub value: Option<Amount>,
    pub extra: BTreeMap<String, String>,
}

impl From<&ChannelMonth> for SaidChannelMonth {
    fn from(month: &ChannelMonth) -> Self {
        Self {
            channel: month.channel.clone(),
            month: month.month,
            minutes: month.minutes,
            cost: month.cost,
            leads: month.leads,
            sales: month.sales,
            value: month.value,
            extra: BTreeMap::new(),
        }
    }
}

/// A row of `promises`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Promise`")]
pub struct SaidPromise {
    pub made_on: Option<Date>,
    pub person: String,
    pub direction: PromisedBy,
    pub what: String,
    pub due_on: Option<Date>,
    pub done_on: Option<Date>,
    pub extra: BTreeMap<String, String>,
}

/// A row of `pitches`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Pitch`")]
pub struct SaidPitch {
    pub version: String,
    pub text: Option<String>,
    pub first_used_on: Option<Date>,
    #[serde(default)]
    pub beside_competitor: Option<String>,
    pub extra: BTreeMap<String, String>,
}

/// A `VEVENT`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Entry`")]
pub struct SaidEntry {
    pub uid: String,
    pub recurrence_id: Option<DateTime>,
    pub event: Event,
    /// The component as received.
    pub octets: Octets,
}

/// Any other component of a calendar, kept whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `CalendarObject`")]
pub struct SaidObject {
    pub component: String,
    pub uid: String,
    pub octets: Octets,
}

//! What a note tells: as facts to write and as the public document has them.

use super::known::Known;
use crate::json::UnderstoodJson;
use kithwork_core::capture::{Part, Spoke, Through, Understood};
use kithwork_core::change::Edit;
use kithwork_core::facts::{Conversation, Meeting, Person, PromisedBy};
use kithwork_core::handover::{Said, SaidConversation, SaidMeeting};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::money::Amount;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a note tells.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) edits: Vec<Edit>,
    pub(super) facts: Vec<FactId>,
    pub(super) people: Vec<PersonId>,
    pub(super) created_people: Vec<String>,
    pub(super) created_groups: Vec<String>,
    pub(super) understood: Vec<UnderstoodJson>,
    /// What was understood and could not be written, in plain words.
    pub(super) left: Vec<String>,
}

/// A part as the public document has it.
pub(super) fn part(part: &Part, of: &Understood, known: &Known) -> UnderstoodJson {
    let name = |place: usize| of.people.get(place).map(|person| person.name.clone());
    let one = |who: Option<usize>| who.and_then(name);
    let all = |people: &[usize]| Some(people.iter().filter_map(|&place| name(place)).collect());
    let kind = |kind: &str| UnderstoodJson { kind: kind.to_owned(), ..UnderstoodJson::default() };
    match part {
        Part::Conversation(Spoke {
            kind: sort, on, minutes, prep, cost, energy, people, ..
        }) => UnderstoodJson {
            date: Some(*on),
            minutes: *minutes,
            prep_minutes: *prep,
            cost: cost.map(|cost| known.money(cost)),
            energy: *energy,
            people: all(people),
            ..kind(&spelt(sort).unwrap_or_default())
        },
        Part::Meeting { .. }
        | Part::Travel { .. }
        | Part::Preparation { .. }
        | Part::Energy { .. }
        | Part::Channel { .. } => time(part, of, known),
        Part::Trade { who, what } => {
            UnderstoodJson { person: name(*who), what: Some(what.clone()), ..kind("trade") }
        }
        Part::Promise { who, direction, what, due_on } => UnderstoodJson {
            person: one(*who),
            // A promise is the owner's unless it says otherwise.
            direction: spelt(direction).filter(|_| *direction != PromisedBy::Mine),
            what: Some(what.clone()),
            due_on: *due_on,
            ..kind("promise")
        },
        Part::Need { who, what } => {
            UnderstoodJson { person: one(*who), what: Some(what.clone()), ..kind("need") }
        }
        Part::Offer { who, what } => {
            UnderstoodJson { person: one(*who), what: Some(what.clone()), ..kind("offer") }
        }
        Part::Help { direction, who, about, .. } => UnderstoodJson {
            person: one(*who),
            direction: spelt(direction),
            what: Some(about.clone()),
            ..kind("help")
        },
        Part::FollowUp { who, on } => {
            UnderstoodJson { person: one(*who), due_on: *on, ..kind("follow_up") }
        }
        Part::Introduction { by, a, b } => {
            let people = [by, a, b].into_iter().filter_map(|who| one(*who)).collect();
            UnderstoodJson { people: Some(people), date: Some(of.on), ..kind("introduction") }
        }
        Part::Referral { .. } | Part::Business { .. } => passed_on(part, of, known),
    }
}

/// A meeting, and time on the way, to prepare, or that another way of finding clients took.
fn time(part: &Part, of: &Understood, known: &Known) -> UnderstoodJson {
    let name = |place: usize| of.people.get(place).map(|person| person.name.clone());
    match part {
        Part::Meeting { room, on, minutes, travel, prep, cost, energy, people } => UnderstoodJson {
            date: Some(*on),
            minutes: *minutes,
            travel_minutes: *travel,
            prep_minutes: *prep,
            cost: cost.map(|cost| known.money(cost)),
            energy: *energy,
            people: Some(people.iter().filter_map(|&place| name(place)).collect()),
            group: room_name(*room, of, known),
            kind: "meeting".to_owned(),
            ..UnderstoodJson::default()
        },
        Part::Travel { room, on, minutes } => UnderstoodJson {
            kind: "travel".to_owned(),
            date: *on,
            travel_minutes: Some(*minutes),
            group: room_name(*room, of, known),
            ..UnderstoodJson::default()
        },
        Part::Energy { room, score } => UnderstoodJson {
            kind: "meeting".to_owned(),
            energy: Some(*score),
            group: room_name(*room, of, known),
            ..UnderstoodJson::default()
        },
        Part::Preparation { room, on, minutes, .. } => UnderstoodJson {
            kind: "preparation".to_owned(),
            date: Some(*on),
            prep_minutes: Some(*minutes),
            group: room.and_then(|room| room_name(room, of, known)),
            ..UnderstoodJson::default()
        },
        Part::Channel { name, on, minutes } => UnderstoodJson {
            kind: "channel".to_owned(),
            date: Some(*on),
            minutes: Some(*minutes),
            channel: Some(name.clone()),
            ..UnderstoodJson::default()
        },
        _ => UnderstoodJson::default(),
    }
}

/// A referral or business, with what it is worth.
fn passed_on(part: &Part, of: &Understood, known: &Known) -> UnderstoodJson {
    let one = |who: Option<usize>| of.people.get(who?).map(|person| person.name.clone());
    let of_day = UnderstoodJson { date: Some(of.on), ..UnderstoodJson::default() };
    match part {
        Part::Referral { direction, who, prospect, value } => UnderstoodJson {
            kind: "referral".to_owned(),
            person: one(*who),
            direction: spelt(direction),
            what: prospect.clone(),
            value: value.map(|value| known.money(value)),
            ..of_day
        },
        Part::Business { client, through, value } => {
            let (mut person, mut group, mut channel) = (None, None, None);
            match through {
                Through::Person(who) => person = one(Some(*who)),
                Through::Room(room) => group = room_name(*room, of, known),
                Through::Channel(name) => channel = Some(name.clone()),
                Through::Unsaid => {}
            }
            UnderstoodJson {
                kind: "business".to_owned(),
                person,
                group,
                channel,
                what: Some(client.clone()),
                value: value.map(|value| known.money(value)),
                ..of_day
            }
        }
        _ => of_day,
    }
}

fn room_name(place: usize, of: &Understood, known: &Known) -> Option<String> {
    let named = of.rooms.get(place)?;
    let in_the_book = named.id.and_then(|id| known.room(id));
    Some(in_the_book.map_or_else(|| named.name.clone(), str::to_owned))
}

/// The spelling of sheets and exports.
fn spelt(value: &impl Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(spelling)) => Some(spelling),
        _ => None,
    }
}

/// The owner's own word about a conversation that another source told of: it outlives imports. What it cost and
/// how it left the owner are theirs where the note says so.
pub(super) fn own_conversation(row: &Conversation, spoke: &Spoke) -> Said {
    Said::Conversation(SaidConversation {
        on: row.on,
        kind: row.kind,
        people: Vec::new(),
        minutes: row.minutes,
        travel_minutes: None,
        prep_minutes: row.prep_minutes,
        cost: spoke.cost,
        objective: None,
        objective_met: None,
        they_know_me: None,
        they_learned: None,
        i_learned: None,
        energy: spoke.energy,
        notes: None,
        extra: BTreeMap::new(),
    })
}

/// What a note says that a meeting took.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Took {
    /// The way, minutes.
    pub(super) travel: Option<u32>,
    /// Getting ready, minutes.
    pub(super) prep: Option<u32>,
    pub(super) cost: Option<Amount>,
    /// The owner's energy afterwards.
    pub(super) energy: Option<u8>,
}

impl Took {
    /// A meeting with what was said of it.
    pub(super) fn over(self, meeting: Meeting) -> Meeting {
        Meeting {
            travel_minutes: self.travel.or(meeting.travel_minutes),
            prep_minutes: self.prep.or(meeting.prep_minutes),
            cost: self.cost.or(meeting.cost),
            energy: self.energy.or(meeting.energy),
            ..meeting
        }
    }
}

/// The owner's own word about a meeting that another source told of, with what they said that it took.
pub(super) fn own_meeting(
    row: &Meeting,
    took: Took,
    known: &Known,
    created: &[Person],
) -> Option<Said> {
    let name = |id: &PersonId| {
        let new = || created.iter().find(|p| p.id == *id).map(|p| p.name.clone());
        known.person(*id).map(str::to_owned).or_else(new)
    };
    Some(Said::Meeting(SaidMeeting {
        minutes: row.minutes,
        travel_minutes: took.travel,
        prep_minutes: took.prep,
        cost: took.cost,
        energy: took.energy,
        people: row.people.iter().filter_map(name).collect(),
        ..SaidMeeting::held(row.on, known.room(row.room)?)
    }))
}

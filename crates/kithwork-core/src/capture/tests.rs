//! Notes as people write them, and what must hold of any text at all.

use super::dates::is_just_past;
use super::{Part, Said, Spoke, Through, Unclear, Understood, understand};
use crate::facts::{Direction, PromisedBy};
use crate::id::{PersonId, RoomId};
use crate::money::Amount;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 16);
const UTTERANCES: &str = include_str!("utterances.txt");

mod at_a_meeting;
mod branches;
mod dictated;
mod empty_book;
mod everyday;
mod meant;
mod meetings;
mod not_held;
mod spoken;
mod told;

struct Known {
    people: Vec<(PersonId, String)>,
    rooms: Vec<(RoomId, String)>,
}

/// What a note says where nobody and no group is known yet.
fn told_in_a_new_book(text: &str) -> String {
    Known::in_words(&understand(text, &Said { today: TODAY, people: &[], rooms: &[], at: None }))
}

impl Known {
    fn new() -> Self {
        let id = |i: usize| Uuid::from_u128(i as u128 + 1);
        let names = [
            "Tom Ellis",
            "Priya Shah",
            "Ann Lee",
            "Dave Okafor",
            "Margaret O'Neill",
            "Bill Turner",
            "Jean-Luc Moreau",
            "Chris Wood",
            "Chris Adeyemi",
            "Will Grant",
            "Rose Hope",
        ];
        let rooms =
            ["Thursday Chapter", "Chamber Lunch", "Tuesday Fortnight", "Harbour Breakfast Club"];
        Self {
            people: names
                .iter()
                .enumerate()
                .map(|(i, n)| (PersonId(id(i)), (*n).to_owned()))
                .collect(),
            rooms: rooms
                .iter()
                .enumerate()
                .map(|(i, n)| (RoomId(id(100 + i)), (*n).to_owned()))
                .collect(),
        }
    }

    fn understand(&self, text: &str) -> Understood {
        understand(text, &Said { today: TODAY, people: &self.people, rooms: &self.rooms, at: None })
    }

    fn told(&self, text: &str) -> String {
        Self::in_words(&self.understand(text))
    }

    fn in_words(understood: &Understood) -> String {
        let parts = understood.parts.iter().map(|part| Self::part(understood, part));
        let unclear = understood.unclear.iter().map(|u| match u {
            Unclear::Who { who } => format!("who {}", who_of(understood, Some(*who))),
            Unclear::Whose { words, .. } => format!("whose {words}"),
            Unclear::WhoThere { words, .. } => format!("who there {words}"),
            Unclear::Room { room } => format!("room {}", understood.rooms[*room].name),
            Unclear::Meetings { words } => format!("which {words}"),
            Unclear::NoPlace { words } => format!("no place {words}"),
            Unclear::NoDay { words } => format!("no day {words}"),
            Unclear::Text(_) => "text".to_owned(),
        });
        parts.chain(unclear).collect::<Vec<_>>().join(" | ")
    }

    /// A part that takes time.
    fn time(of: &Understood, part: &Part) -> String {
        let all = |people: &[usize]| {
            people.iter().map(|&w| who_of(of, Some(w))).collect::<Vec<_>>().join(", ")
        };
        let long = |minutes: &Option<u32>| minutes.map(|m| format!(" {m}m")).unwrap_or_default();
        match part {
            Part::Conversation(spoke) => talk(of, spoke),
            Part::Meeting { room, on, minutes, travel, prep, cost, energy, people } => {
                let name = room_of(of, *room);
                let (way, prep) = (named("way", *travel), named("prep", *prep));
                let cost = cost_of(*cost);
                let energy = energy.map(|score| format!(" energy {score}")).unwrap_or_default();
                let (long, people) = (long(minutes), all(people));
                format!("meeting {name} {on}{long}{way}{prep}{cost}{energy} {people}")
                    .trim_end()
                    .to_owned()
            }
            Part::Channel { name, on, minutes } => format!("channel {name} {on} {minutes}m"),
            Part::Travel { room, on, minutes } => {
                let on = on.map(|on| format!(" {on}")).unwrap_or_default();
                format!("travel {}{on} {minutes}m", room_of(of, *room))
            }
            Part::Energy { room, score } => format!("energy {} {score}", room_of(of, *room)),
            Part::Preparation { room, on, minutes, .. } => {
                let of_room = room.map(|room| format!(" {}", room_of(of, room)));
                format!("preparation{} {on} {minutes}m", of_room.unwrap_or_default())
            }
            other => panic!("{other:?} takes no time"),
        }
    }

    fn part(of: &Understood, part: &Part) -> String {
        let who = |who: &Option<usize>| who_of(of, *who);
        let me = |who: &Option<usize>| who.map_or("me".to_owned(), |w| who_of(of, Some(w)));
        match part {
            Part::Conversation(_)
            | Part::Meeting { .. }
            | Part::Channel { .. }
            | Part::Preparation { .. }
            | Part::Energy { .. }
            | Part::Travel { .. } => Self::time(of, part),
            Part::Trade { who: w, what } => format!("trade {}: {what}", who_of(of, Some(*w))),
            Part::Promise { who: w, direction, what, due_on } => {
                let side = if *direction == PromisedBy::Mine { "mine" } else { "theirs" };
                let due = due_on.map(|d| format!(", {d}")).unwrap_or_default();
                format!("{side} {}: {what}{due}", who(w))
            }
            Part::Need { who: w, what } => format!("need {}: {what}", who(w)),
            Part::Offer { who: w, what } => format!("offer {}: {what}", who(w)),
            Part::Help { direction, who: w, kind, about } => {
                let kind = serde_json::to_value(kind).unwrap();
                format!("help {} {} {}: {about}", way(*direction), who(w), kind.as_str().unwrap())
            }
            Part::FollowUp { who: w, on } => {
                let on = on.map(|d| format!(" {d}")).unwrap_or_default();
                format!("follow up {}{on}", who(w))
            }
            Part::Introduction { by, a, b } => {
                format!("introduced by {}: {} and {}", me(by), me(a), me(b))
            }
            Part::Referral { direction, who: w, prospect, value } => {
                let prospect = prospect.as_deref().unwrap_or("?");
                format!("referral {} {}: {prospect}{}", way(*direction), who(w), sum(*value))
            }
            Part::Business { client, through, value } => {
                let through = match through {
                    Through::Person(w) => who(&Some(*w)),
                    Through::Room(room) => room_of(of, *room),
                    Through::Channel(name) => name.clone(),
                    Through::Unsaid => "?".to_owned(),
                };
                format!("business {client}{} through {through}", sum(*value))
            }
        }
    }
}

fn talk(of: &Understood, spoke: &Spoke) -> String {
    let place = spoke.place.as_ref().map(|p| format!(" at {p}")).unwrap_or_default();
    let people: Vec<String> = spoke.people.iter().map(|&who| who_of(of, Some(who))).collect();
    let minutes = spoke.minutes.map(|m| format!(" {m}m")).unwrap_or_default();
    let prep = named("prep", spoke.prep);
    let energy = spoke.energy.map(|score| format!(" energy {score}")).unwrap_or_default();
    let (kind, cost, people) = (kind_of(spoke), cost_of(spoke.cost), people.join(", "));
    format!("{kind} {}{minutes}{prep}{cost}{energy} {people}{place}", spoke.on)
}

fn cost_of(cost: Option<Amount>) -> String {
    cost.map(|cost| format!(" cost {}", sum(Some(cost)).trim_start_matches(", ")))
        .unwrap_or_default()
}

fn sum(value: Option<Amount>) -> String {
    value.map_or(String::new(), |v| {
        format!(", {}{}", v.currency.map(|c| c.sign().to_owned()).unwrap_or_default(), v.decimal())
    })
}

fn room_of(of: &Understood, room: usize) -> String {
    let named = &of.rooms[room];
    let mark = match (named.id, named.could_be.len()) {
        (Some(_), _) => "",
        (None, 0) => "*",
        _ => "?",
    };
    format!("{}{mark}", named.name)
}

fn way(direction: Direction) -> &'static str {
    if direction == Direction::Given { "given" } else { "received" }
}

/// A name; with a star if new to the book, with a question mark if it could be several.
fn kind_of(spoke: &Spoke) -> String {
    serde_json::to_value(spoke.kind).unwrap().as_str().unwrap().to_owned()
}

fn named(what: &str, minutes: Option<u32>) -> String {
    minutes.map(|minutes| format!(" {what} {minutes}m")).unwrap_or_default()
}

fn who_of(of: &Understood, who: Option<usize>) -> String {
    let Some(named) = who.map(|w| &of.people[w]) else { return "?".to_owned() };
    let mark = match (named.id, named.could_be.len()) {
        (Some(_), _) => "",
        (None, 0) => "*",
        _ => "?",
    };
    format!("{}{mark}", named.name)
}

fn utterances() -> impl Iterator<Item = (&'static str, &'static str)> {
    UTTERANCES.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once(" | "))
}

#[test]
fn notes_say_what_their_writers_meant() {
    let known = Known::new();
    let wrong: Vec<String> = utterances()
        .filter_map(|(text, meant)| {
            let told = known.told(text);
            (told != meant).then(|| format!("{text}\n  meant {meant}\n  told  {told}"))
        })
        .collect();
    assert!(utterances().count() >= 80);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

proptest! {
    #[test]
    fn any_text_is_taken_and_its_words_are_kept(text in "\\PC{0,120}") {
        let understood = Known::new().understand(&text);
        for part in &understood.parts {
            if let Part::Promise { due_on: Some(due), .. } = part {
                prop_assert!(*due >= understood.on || is_just_past(*due, TODAY));
            }
        }
        if understood.parts.is_empty() && !text.trim().is_empty() {
            prop_assert_eq!(understood.unclear.first(), Some(&Unclear::Text(text)));
        }
    }

    #[test]
    fn shuffled_notes_never_trip_it(picks in prop::collection::vec(0_usize..600, 0..40)) {
        let words: Vec<&str> = UTTERANCES.split_whitespace().collect();
        let text: Vec<&str> = picks.iter().map(|i| words[i % words.len()]).collect();
        let text = text.join(" ");
        let understood = Known::new().understand(&text);
        for part in &understood.parts {
            match part {
                Part::Promise { what, due_on, .. } => {
                    let stands = |due| due >= understood.on || is_just_past(due, TODAY);
                    prop_assert!(due_on.is_none_or(stands));
                    prop_assert!(what.split(' ').all(|word| text.contains(word)));
                }
                Part::Need { what, .. } => prop_assert!(text.contains(what.as_str())),
                Part::FollowUp { on, .. } => prop_assert!(on.is_none_or(|d| d >= understood.on)),
                _ => {}
            }
        }
    }
}

#[test]
fn a_firm_is_asked_who_there_and_an_introduction_to_one_makes_nobody_known() {
    let known = Known::new();
    for (text, told) in [
        (
            "Coffee with Tom Ellis. Harbour Dental needs a cleaner.",
            "one_to_one 2026-11-16 Tom Ellis | need ?: a cleaner | whose Harbour Dental needs a cleaner",
        ),
        (
            "Promised Harbour Dental a quote by Friday",
            "mine ?: a quote, 2026-11-20 | whose Promised Harbour Dental a quote by Friday",
        ),
        (
            "introduced Tom Ellis to Harbour Dental",
            "help given Tom Ellis introduction: Harbour Dental",
        ),
        (
            "Ann Lee introduced me to Hargreaves & Sons",
            "help received Ann Lee introduction: Hargreaves & Sons",
        ),
        (
            "Met Charlotte Church, she needs a printer",
            "social 2026-11-16 Charlotte Church* | need Charlotte Church*: a printer",
        ),
        ("Met Lena Fox from Harbour Dental", "social 2026-11-16 Lena Fox*"),
    ] {
        assert_eq!(known.told(text), told, "{text}");
    }
}

#[test]
fn an_offer_is_heard_and_an_offer_to_do_something_for_the_owner_is_a_promise() {
    let known = Known::new();
    for (text, told) in [
        ("Tom Ellis is offering free desks in June", "offer Tom Ellis: free desks in June"),
        (
            "Priya Shah offers a first hour for nothing",
            "offer Priya Shah: a first hour for nothing",
        ),
        ("Ann Lee offered me her old printer", "offer Ann Lee: her old printer"),
        ("Ann Lee offers to send me the list", "theirs Ann Lee: send me the list"),
    ] {
        assert_eq!(known.told(text), told, "{text}");
    }
}

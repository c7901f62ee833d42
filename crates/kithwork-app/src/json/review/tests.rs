//! Every number of the document opens.

use super::ReviewJson;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use kithwork_core::book::Book;
use kithwork_core::fact::Facts;
use kithwork_core::facts::{
    Business, BusinessSource, ChannelMonth, Conversation, ConversationKind, Direction, Help,
    HelpKind, Introduction, Meeting, Party, Person, Promise, PromisedBy, Referral, Room,
};
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_core::money::Amount;
use kithwork_core::params::Params;
use kithwork_core::review::Review;
use serde_json::Value;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 16);

fn weeks_ago(weeks: i32) -> Date {
    TODAY.saturating_sub(weeks.weeks())
}

fn fact(at: i32, kind: u128) -> FactId {
    FactId(Uuid::from_u128((kind << 64) + u128::from(at.unsigned_abs())))
}

fn pounds(pounds: i64) -> Amount {
    Amount { currency: None, minor: pounds * 100 }
}

/// Two years in a room, with a bit of everything.
fn facts() -> Facts {
    let mut facts = Facts::default();
    let room = RoomId(Uuid::from_u128(1));
    let mut row = Room::named(room, "Tuesday Breakfast");
    (row.meeting_minutes, row.annual_fee) = (Some(90), Some(pounds(700)));
    facts.rooms.push(row);
    for n in 1..=40 {
        let (on, id) = (weeks_ago(100 - 2 * n), PersonId(fact(n, 2).0));
        let mut person = Person::named(id, format!("Guest {n}"));
        (person.met_on, person.met_at) = (Some(on), Some(room));
        person.sector = Some(["printing", "law", "food"][n.unsigned_abs() as usize % 3].to_owned());
        person.looking_for = Some("a printer".to_owned());
        facts.people.push(person);
        let mut meeting = Meeting::held(fact(n, 3), room, on);
        (meeting.minutes, meeting.people, meeting.cost) = (Some(90), vec![id], Some(pounds(15)));
        (meeting.nerves_before, meeting.debriefed_on) = (Some(3), Some(on));
        facts.meetings.push(meeting);
        for (kind, late) in [(4, 1), (5, 9), (6, 14)] {
            let talk = ConversationKind::OneToOne;
            let on = on.saturating_add(late.weeks());
            let mut talk = Conversation::happened(fact(n, kind), talk, on, vec![id]);
            (talk.minutes, talk.they_know_me) = (Some(60), Some(3));
            talk.objective = Some("learn whom they serve".to_owned());
            facts.conversations.push(talk);
        }
        results(&mut facts, n, id, on);
    }
    facts
}

/// What came of somebody, and what was done for them.
fn results(facts: &mut Facts, n: i32, person: PersonId, met: Date) {
    let on = Some(met.saturating_add(3.weeks()));
    let direction = if n % 2 == 0 { Direction::Given } else { Direction::Received };
    let (asked, about, outcome) = (Some(true), None, None);
    let kind = HelpKind::Advice;
    facts.help.push(Help { id: fact(n, 7), on, direction, person, kind, asked, about, outcome });
    facts.promises.push(Promise {
        id: fact(n, 8),
        person,
        direction: PromisedBy::Mine,
        what: "send the article".to_owned(),
        made_on: on,
        due_on: on,
        done_on: on.filter(|_| n % 3 == 0),
    });
    if n % 2 == 0 {
        return;
    }
    facts.referrals.push(referral(n, person, on));
    facts.business.push(Business {
        id: fact(n, 10),
        won_on: Some(met.saturating_add((6 + n % 5).weeks())),
        client: "A client".to_owned(),
        source_kind: Some(BusinessSource::Referral),
        source: None,
        referrer: Some(person),
        room: None,
        value: Some(pounds(1_200)),
        notes: None,
    });
    facts.introductions.push(Introduction {
        id: fact(n, 11),
        on,
        introduced_by: Party::Person(person),
        person_a: Party::Me,
        person_b: Party::Person(PersonId(fact(n + 1, 2).0)),
        outcome: None,
    });
    facts.channel_months.push(ChannelMonth {
        id: fact(n, 12),
        channel: "Cold calls".to_owned(),
        month: weeks_ago(2 * n).first_of_month(),
        minutes: Some(600),
        cost: Some(pounds(30)),
        leads: None,
        sales: Some(1),
        value: Some(pounds(800)),
    });
}

fn referral(n: i32, person: PersonId, on: Option<Date>) -> Referral {
    Referral {
        value: Some(pounds(900)),
        ..Referral::passed_on(fact(n, 9), Direction::Received, person, on)
    }
}

fn document() -> Value {
    of(facts())
}

fn of(facts: Facts) -> Value {
    let review = Review::of(&Book::new(facts, &[]), TODAY, &Params::default());
    serde_json::to_value(ReviewJson::from(&review)).unwrap()
}

/// Work of which only the business tells was passed on too: the total, what came of it and every room go by it.
#[test]
fn work_that_only_business_tells_of_is_among_the_referrals() {
    let mut facts = facts();
    facts.referrals.clear();
    let quiet = RoomId(Uuid::from_u128(2));
    facts.rooms.push(Room::named(quiet, "Quiet Lunch"));
    facts.meetings.push(Meeting::held(fact(99, 3), quiet, weeks_ago(3)));
    let document = of(facts);
    let totals = &document["totals"];
    assert_eq!((&totals["referrals_received"], &totals["passed_on"]), (&0.into(), &20.into()));
    let rooms = document["rooms"].as_array().unwrap();
    let mut told: Vec<(&str, &Value)> =
        rooms.iter().map(|room| (room["name"].as_str().unwrap(), &room["referrals"])).collect();
    told.sort_by_key(|(name, _)| *name);
    let (none, all) = (Value::from(0), Value::from(20));
    assert_eq!(told, [("Quiet Lunch", &none), ("Tuesday Breakfast", &all)]);
}

/// Every number below a place, unless what holds it carries its own explanation.
fn numbers(at: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Number(_) => found.push(at.to_owned()),
        Value::Array(all) => {
            for (n, one) in all.iter().enumerate() {
                numbers(&format!("{at}/{n}"), one, found);
            }
        }
        Value::Object(all) if all.get("explanation").is_none_or(Value::is_null) => {
            for (name, one) in all.iter().filter(|(name, _)| *name != "figures") {
                numbers(&format!("{at}/{name}"), one, found);
            }
        }
        Value::Object(_) | Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

fn places(document: &Value) -> Vec<&str> {
    let figures = document["figures"].as_array().unwrap();
    figures.iter().map(|figure| figure["at"].as_str().unwrap()).collect()
}

#[test]
fn every_number_of_the_document_opens() {
    let document = document();
    let (places, mut found) = (places(&document), Vec::new());
    numbers("", &document, &mut found);
    assert!(found.len() > 300, "{}", found.len());
    let opens = |number: &&String| {
        let below = |place: &&str| {
            number.strip_prefix(*place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        !places.iter().any(below)
    };
    let closed: Vec<&String> = found.iter().filter(opens).collect();
    assert!(closed.is_empty(), "{closed:?}");
}

#[test]
fn every_explanation_stands_where_it_says_and_says_what_would_change_it() {
    let document = document();
    for figure in document["figures"].as_array().unwrap() {
        let at = figure["at"].as_str().unwrap();
        assert!(document.pointer(at).is_some(), "{at}");
        let told = &figure["explanation"];
        for part in ["formula", "says", "would_change"] {
            assert!(told[part].as_str().is_some_and(|text| !text.is_empty()), "{at}: {part}");
        }
        let inputs = told["inputs"].as_array().unwrap();
        assert!(inputs.iter().all(|i| i["value"].is_number() && i["origin"].is_string()), "{at}");
        assert!(told["facts"].as_array().unwrap().len() <= 1000, "{at}");
    }
    let mut places = places(&document);
    let all = places.len();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), all, "each place once");
}

/// The lag is learned from twenty pieces of business, and each figure that rests on it says so.
#[test]
fn figures_say_what_is_learned_and_what_is_a_default() {
    let document = document();
    let hour = document["figures"].as_array().unwrap().iter();
    let hour = hour.clone().find(|f| f["at"] == "/rooms/0/return_per_hour/0").unwrap();
    let inputs = hour["explanation"]["inputs"].as_array().unwrap();
    let origin = |name: &str| inputs.iter().find(|i| i["name"] == name).unwrap()["origin"].clone();
    assert_eq!(origin("scale of the wait for results"), "learned");
    assert_eq!(origin("in hours taken as usual beforehand"), "judgement");
    assert_eq!(origin("hours"), "counted");
}

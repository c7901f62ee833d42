//! A book, its review and its plan, written by hand: whatever a page may have to show.

use crate::pages::person::PersonPage;
use crate::shelf::Shelf;
use crate::sight::Sight;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use kithwork_app::person::{Evidence, Found, Moment, Shown, Standing};
use kithwork_core::book::Book;
use kithwork_core::explanation::{Explanation, Input, Origin};
use kithwork_core::fact::Facts;
use kithwork_core::facts::{
    Conversation, ConversationKind, Meeting, Person, Promise, PromisedBy, Room,
};
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_core::ladder;
use kithwork_core::money::{Currency, Money};
use kithwork_core::params::Params;
use kithwork_core::review::{
    self, ChannelReview, CostAccount, Depth, Finding, Funnel, HelpMonth, Helped, Lately,
    OriginKind, OriginTotal, ReturnPerHour, Review, RoomReview, SourceReview, Sources, State, Step,
    Time, Totals, Unrealised,
};
use std::sync::Arc;
use uuid::Uuid;

mod evening;
mod first_hour;
mod giving;
mod group;
mod people;
mod phone;
mod pitch;
mod week;

pub(super) use evening::{evening, meetings};
pub(super) use first_hour::found_page;
pub(super) use giving::{card_page, help_page, talks_page};
pub(super) use group::{group, room_of_the_book};
pub(super) use people::people_page;
pub(super) use phone::{door, phone_page};
pub(super) use pitch::{minute_page, pitch_page, quick_page};
pub(super) use week::{item, plan, promised};

pub(super) const TODAY: Date = date(2026, 11, 16);
const NAMES: [&str; 8] = [
    "Hannah Cole",
    "Leon Ward",
    "Ruth Mills",
    "Omar Bell",
    "Priya Shah",
    "Gareth Owen",
    "Tom Ellis",
    "Zoë Ní Bhriain",
];

fn id(kind: u128, n: u128) -> Uuid {
    Uuid::from_u128((kind << 64) | n)
}

pub(super) fn person(n: u128) -> PersonId {
    PersonId(id(1, n))
}

fn room(n: u128) -> RoomId {
    RoomId(id(2, n))
}

fn fact(n: u128) -> FactId {
    FactId(id(3, n))
}

pub(super) fn gbp(pounds: i64) -> Money {
    Money { currency: Currency::GBP, minor: pounds * 100 }
}

/// A book of three months and more.
pub(super) fn sight() -> Sight {
    Sight {
        shelf: Arc::new(Shelf::new(Arc::new(book()))),
        review: Arc::new(review()),
        plan: Arc::new(plan()),
        today: TODAY,
        chosen: None,
        is_live: true,
    }
}

/// The same people, three weeks after the first import.
pub(super) fn young() -> Sight {
    let mut facts = book().facts;
    facts.meetings.retain(|m| m.on > date(2026, 10, 25));
    facts.conversations.retain(|c| c.on > date(2026, 10, 25));
    let mut review = review();
    review.totals.people = 41;
    Sight {
        shelf: Arc::new(Shelf::new(Arc::new(Book::new(facts, &[])))),
        review: Arc::new(review),
        ..sight()
    }
}

fn book() -> Book {
    let mut facts = Facts::default();
    for (n, name) in (0..).zip(["Thursday Chapter", "Chamber Lunch", "Tuesday Fortnight"]) {
        facts.rooms.push(Room::named(room(n), name));
    }
    for n in 0..80 {
        let mut person = Person::named(person(n), name(n));
        person.met_on = Some(TODAY.saturating_sub(i64::try_from(n * 3 + 1).unwrap().days()));
        facts.people.push(person);
    }
    for n in 0..71 {
        let on = date(2026, 11, 12).saturating_sub((7 * n).days());
        let n = u128::try_from(n).unwrap();
        let mut meeting = Meeting::held(fact(n), room(0), on);
        meeting.minutes = Some(90);
        meeting.travel_minutes = Some(30);
        meeting.people = vec![person(2 + n % 6)];
        facts.meetings.push(meeting);
    }
    for n in 0..40_u128 {
        let on = TODAY.saturating_sub(i64::try_from(n * 5 + 2).unwrap().days());
        let mut sat = Conversation::happened(
            fact(100 + n),
            ConversationKind::OneToOne,
            on,
            vec![person(2 + n % 6)],
        );
        sat.minutes = Some(60);
        facts.conversations.push(sat);
    }
    facts.promises.push(Promise {
        id: fact(900),
        person: person(2),
        direction: PromisedBy::Mine,
        what: "send the pricing article".to_owned(),
        made_on: Some(date(2026, 11, 12)),
        due_on: Some(date(2026, 11, 13)),
        done_on: None,
    });
    Book::new(facts, &[])
}

fn name(n: u128) -> String {
    usize::try_from(n)
        .ok()
        .and_then(|n| NAMES.get(n))
        .map_or_else(|| format!("Person {n}"), |n| (*n).to_owned())
}

fn explained(formula: &'static str, says: &str) -> Explanation {
    Explanation {
        formula,
        says: says.to_owned(),
        inputs: vec![
            Input::of("people_minutes", 1_576.0, "minutes", Origin::Counted),
            Input::of("prior_weight", 2.0, "1", Origin::Judgement),
        ],
        facts: (0..30).map(fact).collect(),
        would_change: "about 3 more months to tell".to_owned(),
    }
}

fn hour(range: Option<(i64, i64, i64)>) -> Vec<ReturnPerHour> {
    vec![ReturnPerHour {
        currency: Currency::GBP,
        low: range.map(|r| r.0),
        median: range.map(|r| r.1),
        high: range.map(|r| r.2),
        measured: range.is_some(),
        explanation: explained(
            "return-per-hour",
            "Business that began here, by the hours here and with the people met here.",
        ),
    }]
}

pub(super) fn review() -> Review {
    Review {
        as_of: TODAY,
        from: date(2025, 11, 17),
        totals: Totals {
            people: 80,
            set_aside: 12,
            meetings: 71,
            one_to_ones: 40,
            conversations: 44,
            referrals_received: 12,
            passed_on: 12,
            promises: 1,
            promises_overdue: 1,
            business: vec![gbp(29_600)],
            ..Totals::default()
        },
        time_all: Time { meeting_minutes: 8_520, people_minutes: 2_400, prep_minutes: 0 },
        time_period: Time { meeting_minutes: 6_240, people_minutes: 2_100, prep_minutes: 0 },
        depth: Depth {
            weeks: 12,
            time: Time { meeting_minutes: 2_684, people_minutes: 1_576, prep_minutes: 0 },
            value: Some(0.37),
            lately: Lately { weeks: 4, value: Some(0.41) },
            aim: 0.5,
            explanation: explained("depth-share", "1,576 of 4,260 minutes."),
        },
        rooms: rooms(),
        business_by_origin: origins(),
        findings: findings(),
        funnel: funnel(),
        pull_back: unheard(),
        costs: CostAccount {
            days: 365,
            meetings: vec![gbp(1_250)],
            minutes: 8_340,
            total: vec![gbp(1_250)],
            per_week: vec![gbp(24)],
            ..CostAccount::default()
        },
        sources: Sources {
            deals: 9,
            people: sources(),
            top_three: Some(0.9),
            equal_sources: Some(2.5),
            says: "9 pieces of business came through 4 people.".to_owned(),
        },
        help: help(),
        helped: Helped { given: 2, received: 3 },
        channels: channels(),
        ..Review::of(&book(), TODAY, &Params::default())
    }
}

fn help() -> Vec<HelpMonth> {
    let row = |n, month: Option<&str>, given, received| HelpMonth {
        person: person(n),
        name: name(n),
        month: month.map(str::to_owned),
        given,
        received,
    };
    vec![row(4, None, 1, 0), row(4, Some("2026-09"), 1, 2), row(6, Some("2026-10"), 0, 1)]
}

fn channels() -> Vec<ChannelReview> {
    let channel = |name: Option<&str>, minutes, pounds, range| ChannelReview {
        name: name.map(str::to_owned),
        minutes,
        cost: gbp(pounds),
        is_cost_told: true,
        events: 9,
        value: gbp(29_600),
        unvalued: 0,
        is_told: true,
        return_per_hour: hour(range).remove(0),
        marginal: hour(range.map(|(low, _, high)| (low, 9_100, high))).remove(0),
        beside_networking: None,
    };
    vec![
        channel(None, 8_340, 1_250, Some((6_000, 11_800, 19_000))),
        channel(Some("Cold calls"), 4_200, 300, None),
    ]
}

fn rooms() -> Vec<RoomReview> {
    let row = |n: u128, name: &str, meetings, business: &[Money], range| RoomReview {
        fit: None,
        room: room(n),
        name: name.to_owned(),
        meetings,
        minutes: meetings * 120,
        people_met: 60 - 20 * u64::try_from(n).unwrap(),
        one_to_ones: 30,
        people_minutes: 600,
        referrals: 12,
        business_origin: business.to_vec(),
        return_per_hour: hour(range),
        leaving: None,
    };
    vec![
        row(0, "Thursday Chapter", 71, &[gbp(17_000)], Some((6_000, 11_800, 19_000))),
        row(1, "Chamber Lunch", 24, &[gbp(4_600)], Some((700, 2_800, 6_700))),
        row(2, "Tuesday Fortnight", 9, &[], None),
    ]
}

fn origins() -> Vec<OriginTotal> {
    let origin = |kind, name: &str, pounds| OriginTotal {
        kind,
        name: name.to_owned(),
        money: gbp(pounds),
        facts: vec![fact(0)],
    };
    vec![
        origin(OriginKind::Room, "Thursday Chapter", 17_000),
        origin(OriginKind::Room, "Chamber Lunch", 4_600),
        origin(OriginKind::Repeat, "", 4_000),
        origin(OriginKind::Channel, "Cold calls", 2_500),
        origin(OriginKind::Unknown, "", 1_500),
    ]
}

fn sources() -> Vec<SourceReview> {
    let source = |n, deals| SourceReview {
        person: person(n),
        name: name(n),
        deals,
        value: vec![gbp(2_000)],
        facts: vec![fact(0)],
    };
    vec![source(4, 5), source(5, 2), source(6, 1), source(7, 1)]
}

fn funnel() -> Funnel {
    Funnel {
        followed_up: Step { took: 18, of: 60, too_recent: 4, interval: Some((0.2, 0.425)) },
        one_to_one: Step { took: 9, of: 52, too_recent: 12, interval: Some((0.094, 0.297)) },
        understood: Step { took: 3, of: 40, too_recent: 24, interval: Some((0.026, 0.199)) },
        referred: Step::default(),
        cohorts: Vec::new(),
    }
}

fn unheard() -> Vec<Unrealised> {
    (0..20)
        .filter(|n| *n != 9)
        .map(|n| Unrealised {
            person: person(n),
            name: name(n),
            room: Some("Thursday Chapter".to_owned()),
            last: Some(TODAY.saturating_sub(9.days())),
            next_step: "write a line about what they look for".to_owned(),
        })
        .collect()
}

fn findings() -> Vec<Finding> {
    let finding = |code, state, says: &str| Finding {
        code,
        state,
        measure: Some(0.3),
        low: Some(0.2),
        high: Some(0.4),
        threshold: 0.5,
        numerator: Some(18),
        denominator: Some(60),
        facts: (0..18).map(fact).collect(),
        says: says.to_owned(),
        evidence: review::Evidence {
            speaks_for: "18 of 60 heard from you.".to_owned(),
            ..review::Evidence::default()
        },
        try_next: "Write three lines within two days of each event.".to_owned(),
        ..Finding::default()
    };
    vec![
        finding(
            "not-followed-up",
            State::Seen,
            "Of 60 people you met, 18 heard from you within seven days (20% to 43%).",
        ),
        finding(
            "meeting-heavy",
            State::Seen,
            "37% of 71 hours in twelve weeks went to people outside meetings.",
        ),
        finding("no-objective", State::Seen, "9 of 40 one-to-ones had an objective."),
        finding("few-sources", State::Seen, "One person sent seven of nine clients."),
        finding("promises-not-kept", State::NotSeen, "1 of 12 promises is late."),
        finding("wrong-rooms", State::NotEnoughData, "About 20 more one-to-ones would tell."),
    ]
}

/// Everyone, with where they stand.
pub(super) fn found() -> Vec<Found> {
    let people = book().facts.people.into_iter();
    people
        .map(|person| Found {
            person,
            standing: Some(standing()),
            last: Some(TODAY),
            matched: Vec::new(),
        })
        .collect()
}

fn standing() -> Standing {
    Standing {
        level: 3,
        label: "helps when asked".to_owned(),
        since: Some(date(2026, 8, 14)),
        state: Some("cooling"),
        says: "Getting to know, cooling".to_owned(),
        evidence: vec![Evidence { says: "two referrals".to_owned(), facts: vec![fact(100)] }],
    }
}

/// The page of the fifth of them.
pub(super) fn person_page() -> PersonPage {
    let sight = sight();
    let mut person = sight.shelf.book.person(person(4)).unwrap().clone();
    person.looking_for = Some("a bookkeeper".to_owned());
    let moment =
        |n| Moment { id: fact(n), kind: "conversation", on: Some(TODAY), says: String::new() };
    let (book, params) = (&sight.shelf.book, Params::default());
    let shown = Shown {
        alive: ladder::alive(book, person.id, TODAY, &params),
        help: Vec::new(),
        is_early_for_help: false,
        readiness: Some(ladder::readiness(book, person.id, TODAY, &params)),
        explains: Some(ladder::explains(book, person.id, TODAY, &params.ladder)),
        opening: None,
        said: Vec::new(),
        person,
        standing: Some(standing()),
        met_at: Some("Thursday Chapter".to_owned()),
        introduced_by: None,
        tags: vec!["Bakers".to_owned()],
        ratings: Vec::new(),
        timeline: (100..104).map(moment).collect(),
        today: TODAY,
        next_step: "ask about landlords".to_owned(),
    };
    PersonPage::of(&shown, &sight.shelf, TODAY)
}

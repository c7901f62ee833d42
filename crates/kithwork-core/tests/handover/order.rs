//! No order of files and rows changes what a book says.

use crate::book::{
    TestBook, card, entry, meeting, named, person, room, series, talk, with_email, with_phone,
};
use kithwork_core::fact::Facts;
use kithwork_core::facts::{ConversationKind, Meaning};
use kithwork_core::handover::Record;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Everything a book says, with names for ids.
fn told(facts: &Facts) -> Vec<String> {
    let people: BTreeMap<_, _> = facts.people.iter().map(|p| (p.id, p)).collect();
    let name = |mut id| {
        while let Some(next) = people[&id].merged_into {
            id = next;
        }
        people[&id].name.clone()
    };
    let rooms: BTreeMap<_, _> = facts.rooms.iter().map(|r| (r.id, r.name.clone())).collect();
    let names = |ids: &[kithwork_core::id::PersonId]| {
        let mut names: Vec<String> = ids.iter().map(|id| name(*id)).collect();
        names.sort();
        names.join("+")
    };
    let mut said = Vec::new();
    for p in facts.people.iter().filter(|p| p.merged_into.is_none()) {
        said.push(format!("person {} {:?} {:?} {}", p.name, p.emails, p.phones, p.set_aside));
    }
    said.extend(facts.rooms.iter().map(|r| format!("room {}", r.name)));
    for c in &facts.conversations {
        said.push(format!("talk {} {:?} {} {:?}", c.on, c.kind, names(&c.people), c.minutes));
    }
    for m in &facts.meetings {
        said.push(format!("meeting {} {} {}", m.on, rooms[&m.room], names(&m.people)));
    }
    for e in &facts.entries {
        let meaning = match &e.meaning {
            Meaning::Room(room) => format!("room {}", rooms[room]),
            Meaning::Conversation { people, .. } => format!("talk {}", names(people)),
            other => format!("{other:?}"),
        };
        said.push(format!("entry {} {meaning}", e.uid));
    }
    for q in facts.questions.iter().filter(|q| q.is_open()) {
        said.push(format!("question {} {}", q.key, q.count));
    }
    said.sort();
    said
}

fn files() -> Vec<(&'static str, Vec<Record>)> {
    vec![
        (
            "people.csv",
            vec![
                person(with_email("Priya Shah", "priya@shah.example")),
                person(named("Tom Hill")),
                person(with_phone("Jane Smith", "+447700900001")),
            ],
        ),
        (
            "contacts.vcf",
            vec![
                card("1", with_email("Priya Shah", "priya@shah.example")),
                card("2", with_phone("Tom Hill", "+447700900002")),
                card("3", with_phone("Una Brown", "+447700900001")),
                card("4", with_email("Sam Jones", "sam@jones.example")),
                card("5", named("Sam Lee")),
            ],
        ),
        ("groups.csv", vec![room("Thursday Chapter")]),
        (
            "meetings.csv",
            vec![
                meeting("2026-03-05", "Thursday Chapter", &["Priya Shah", "Wei Owen"]),
                meeting("2026-03-12", "Harbour Lunch", &["Tom Hill"]),
            ],
        ),
        (
            "interactions.csv",
            vec![
                talk("2026-03-06", ConversationKind::OneToOne, &["Priya Shah"]),
                talk("2026-03-07", ConversationKind::Call, &["Tom Hill"]),
            ],
        ),
        (
            "calendar.ics",
            vec![
                entry("a", "2026-03-06", "Zoom Priya Shah", &["priya@shah.example"]),
                entry("b", "2026-03-07", "121 with Tom", &[]),
                entry("c", "2026-03-09", "Coffee with Sam", &[]),
                entry("d", "2026-03-10", "Dentist", &[]),
                entry("e", "2026-03-05", "Thurs chapter", &[]),
                entry("f", "2026-03-11", "Intro", &["wei@owen.example"]),
                series("s", "2026-03-12", ("12:00:00", 120), "Harbour Lunch", "FREQ=MONTHLY"),
            ],
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_order_of_files_and_rows_tells_the_same(
        order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle(),
        turns in proptest::collection::vec(0_usize..7, 6),
        together in 1_usize..4,
    ) {
        let mut whole = TestBook::new();
        whole.import(&files());
        let mut book = TestBook::new();
        let mut shuffled: Vec<_> = order.iter().map(|&at| files()[at].clone()).collect();
        for ((_, rows), turn) in shuffled.iter_mut().zip(turns) {
            let len = rows.len();
            rows.rotate_left(turn % len);
        }
        for chunk in shuffled.chunks(together) {
            book.import(chunk);
        }
        prop_assert_eq!(told(&book.facts), told(&whole.facts));
        let again = book.import(&files());
        prop_assert_eq!(again.edits, vec![]);
    }
}

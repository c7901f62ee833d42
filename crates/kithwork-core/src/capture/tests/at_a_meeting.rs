//! Notes taken at a meeting: who, what do they need, what did I promise, in one field.

use super::{Known, TODAY, who_of};
use crate::capture::{Gathering, Part, Said, Understood, understand};

/// The Chamber Lunch.
const ROOM: usize = 1;

fn at_lunch(text: &str) -> Understood {
    let known = Known::new();
    let (people, rooms) = (&known.people, &known.rooms);
    let at = rooms.get(ROOM).map(|(room, _)| Gathering { room: *room, on: TODAY });
    understand(text, &Said { today: TODAY, people, rooms, at })
}

/// Whom the owner talked to, what was needed, what was promised.
fn told(text: &str) -> [String; 3] {
    let of = at_lunch(text);
    // New or known is not what this is about.
    let who = |who| who_of(&of, who).trim_end_matches('*').to_owned();
    let list = |of: Vec<String>| if of.is_empty() { "-".to_owned() } else { of.join(", ") };
    let met = of.parts.iter().filter_map(|part| match part {
        Part::Meeting { room, on, minutes, people, .. } => {
            assert_eq!((of.rooms[*room].name.as_str(), *on), ("Chamber Lunch", TODAY), "{text}");
            assert_eq!(*minutes, None, "{text}");
            Some(list(people.iter().map(|&place| who(Some(place))).collect()))
        }
        Part::Conversation(_) => panic!("{text}: a talk at a meeting is no time apart from it"),
        _ => None,
    });
    let met = met.collect();
    let needs = of.parts.iter().filter_map(|part| match part {
        Part::Need { who: of, what } => Some(format!("{}: {what}", who(*of))),
        _ => None,
    });
    let needs = needs.collect();
    let promises = of.parts.iter().filter_map(|part| match part {
        Part::Promise { who: of, what, .. } => Some(format!("{}: {what}", who(*of))),
        _ => None,
    });
    [list(met), list(needs), list(promises.collect())]
}

#[test]
fn one_line_says_who_what_they_need_and_what_was_promised() {
    for (text, met, needs, promises) in [
        (
            "Ana Ruiz, baker, needs a bookkeeper. I promised to send the article",
            "Ana Ruiz",
            "Ana Ruiz: a bookkeeper",
            "Ana Ruiz: send the article",
        ),
        ("Lena Marsh", "Lena Marsh", "-", "-"),
        ("lena marsh", "Lena Marsh", "-", "-"),
        ("Dunja, florist", "Dunja", "-", "-"),
        ("met Dunja Kos at the Chamber Lunch", "Dunja Kos", "-", "-"),
        (
            "ben okri needs a web designer, promised to introduce him to Tom Ellis",
            "Ben Okri",
            "Ben Okri: a web designer",
            "Ben Okri: introduce him to Tom Ellis",
        ),
        (
            "Priya again, 20 minutes, she is looking for a printer",
            "Priya Shah",
            "Priya Shah: a printer",
            "-",
        ),
        ("Maya Lind and Ivo Petran, both landlords", "Maya Lind, Ivo Petran", "-", "-"),
    ] {
        assert_eq!(told(text), [met, needs, promises], "{text}");
    }
}

#[test]
fn words_that_name_nobody_are_kept_and_meet_nobody() {
    for text in ["the food was good", "remember the car park", "…", "14:30"] {
        let of = at_lunch(text);
        assert!(!of.parts.iter().any(|p| matches!(p, Part::Meeting { .. })), "{text}: {of:?}");
    }
}

/// All that a note says, with the Chamber Lunch chosen for it.
fn all(text: &str) -> String {
    Known::in_words(&at_lunch(text))
}

#[test]
fn words_count_for_more_than_the_meeting_that_was_chosen() {
    for (text, meant) in [
        ("coffee with Anna Berg", "one_to_one 2026-11-16 Anna Berg*"),
        ("one-to-one with Priya Shah 60 min on Friday", "one_to_one 2026-11-13 60m Priya Shah"),
        (
            "met Hannah Cole at the Harbour Breakfast Club yesterday",
            "meeting Harbour Breakfast Club 2026-11-15 Hannah Cole*",
        ),
        (
            "met Hannah Cole at the Riverside Social, she looks for a bookkeeper",
            "meeting Riverside Social* 2026-11-16 Hannah Cole* | need Hannah Cole*: a bookkeeper",
        ),
        ("met Hannah Cole yesterday", "social 2026-11-15 Hannah Cole*"),
        ("rang Tom Ellis about the van", "call 2026-11-16 Tom Ellis"),
        ("zoom call with Priya Shah 45 min", "video 2026-11-16 45m Priya Shah"),
        ("coffee with Tom Ellis after the Chamber Lunch", "one_to_one 2026-11-16 Tom Ellis"),
        (
            "coffee with Tom Ellis yesterday. He needs a van. I promised him two names by Friday",
            "one_to_one 2026-11-15 Tom Ellis | need Tom Ellis: a van | mine Tom Ellis: two names, 2026-11-20",
        ),
    ] {
        assert_eq!(all(text), meant, "{text}");
    }
}

#[test]
fn what_was_meant_of_the_meeting_stays() {
    for (text, meant) in [
        (
            "Ana Ruiz needs a printer. Coffee with Tom Ellis yesterday 40 min",
            "meeting Chamber Lunch 2026-11-16 Ana Ruiz* | one_to_one 2026-11-15 40m Tom Ellis | need Ana Ruiz*: a printer",
        ),
        ("sat down with Ann Lee for half an hour", "meeting Chamber Lunch 2026-11-16 Ann Lee"),
        ("lunch with Ann Lee", "meeting Chamber Lunch 2026-11-16 Ann Lee"),
        ("coffee with Ann Lee at the Chamber Lunch", "meeting Chamber Lunch 2026-11-16 Ann Lee"),
        ("Lena Marsh runs a coffee shop", "meeting Chamber Lunch 2026-11-16 Lena Marsh*"),
        ("Lena Marsh left me her card", "meeting Chamber Lunch 2026-11-16 Lena Marsh*"),
        (
            "Lena Marsh wants a one-to-one",
            "meeting Chamber Lunch 2026-11-16 Lena Marsh* | need Lena Marsh*: a one-to-one",
        ),
        (
            "Lena Marsh, I promised her a coffee with Tom Ellis next week",
            "meeting Chamber Lunch 2026-11-16 Lena Marsh* | mine Lena Marsh*: a coffee with Tom Ellis, 2026-11-27",
        ),
        ("spoke to Priya Shah this morning", "meeting Chamber Lunch 2026-11-16 Priya Shah"),
        (
            "Lena Marsh speaks at the Harbour Breakfast Club on 12 December",
            "meeting Chamber Lunch 2026-11-16 Lena Marsh*",
        ),
    ] {
        assert_eq!(all(text), meant, "{text}");
    }
}

#[test]
fn a_meeting_noted_days_later_is_still_the_one_that_is_meant() {
    let known = Known::new();
    let room = known.rooms.get(ROOM).map(|(room, _)| *room).unwrap();
    let on = TODAY.yesterday().unwrap();
    let said = Said {
        today: TODAY,
        people: &known.people,
        rooms: &known.rooms,
        at: Some(Gathering { room, on }),
    };
    for text in
        ["met Ann Lee", "met Ann Lee yesterday", "met Ann Lee this morning", "Ann Lee, today"]
    {
        let told = Known::in_words(&understand(text, &said));
        assert_eq!(told, "meeting Chamber Lunch 2026-11-15 Ann Lee", "{text}");
    }
    let told = Known::in_words(&understand("met Ann Lee on 3 November", &said));
    assert_eq!(told, "social 2026-11-03 Ann Lee");
}

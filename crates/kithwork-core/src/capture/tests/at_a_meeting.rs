//! Notes taken at a meeting: who, what do they need, what did I promise, in one field.

use super::{Known, TODAY, who_of};
use crate::capture::{Part, Said, Understood, understand};

/// The Chamber Lunch.
const ROOM: usize = 1;

fn at_lunch(text: &str) -> Understood {
    let known = Known::new();
    let (people, rooms) = (&known.people, &known.rooms);
    let at = rooms.get(ROOM).map(|(id, _)| *id);
    understand(text, &Said { today: TODAY, people, rooms, at })
}

/// Whom the owner talked to, what was needed, what was promised.
fn told(text: &str) -> [String; 3] {
    let of = at_lunch(text);
    // New or known is not what this is about.
    let who = |who| who_of(&of, who).trim_end_matches('*').to_owned();
    let list = |of: Vec<String>| if of.is_empty() { "-".to_owned() } else { of.join(", ") };
    let met = of.parts.iter().filter_map(|part| match part {
        Part::Meeting { room, on, minutes, people } => {
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

//! Sixty notes written before the reader was tried on them: none is lost, and in nine of ten the right
//! people and the right promises are read.

use super::dictated::known;
use super::{Known, TODAY, who_of};
use crate::capture::{Part, Said, Understood, understand};
use crate::facts::PromisedBy;

const SPOKEN: &str = include_str!("../spoken.txt");

/// How many of the sixty name the people and the promises that are meant. Raise it when the reader
/// learns; never lower it.
const READ_RIGHT: usize = 56;

/// Whom a note names.
fn people(of: &Understood) -> String {
    let people: Vec<String> = (0..of.people.len()).map(|who| who_of(of, Some(who))).collect();
    if people.is_empty() { "-".to_owned() } else { people.join(", ") }
}

/// Its promises: whose, whom to, by when; and their words.
fn promises(of: &Understood) -> Vec<(String, String)> {
    let read = |part: &Part| match part {
        Part::Promise { who, direction, what, due_on } => {
            let side = if *direction == PromisedBy::Mine { "mine" } else { "theirs" };
            let due = due_on.map_or("-".to_owned(), |due| due.to_string());
            Some((format!("{side} {} {due}", who_of(of, *who)), what.clone()))
        }
        _ => None,
    };
    of.parts.iter().filter_map(read).collect()
}

/// Whether the promises are those that are meant: each by its side, person and day, with the word that
/// tells what.
fn are_meant(read: &[(String, String)], meant: &str) -> bool {
    if meant == "-" {
        return read.is_empty();
    }
    let meant: Vec<&str> = meant.split(" + ").collect();
    meant.len() == read.len()
        && meant.iter().zip(read).all(|(meant, (told, what))| {
            meant.rsplit_once(' ').is_some_and(|(of, word)| of == told && what.contains(word))
        })
}

#[test]
fn no_spoken_note_is_lost_and_nine_in_ten_name_whom_and_what_was_promised() {
    let known = known();
    let notes: Vec<&str> = SPOKEN.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(notes.len(), 60);
    let mut wrong = Vec::new();
    for line in &notes {
        let meant: Vec<&str> = line.split(" | ").collect();
        let said = Said { today: TODAY, people: &known.people, rooms: &known.rooms, at: None };
        let of = understand(meant[0], &said);
        assert!(!of.parts.is_empty() || !of.unclear.is_empty(), "lost: {}", meant[0]);
        let (people, promises) = (people(&of), promises(&of));
        if people != meant[1] || !are_meant(&promises, meant[2]) {
            let meant = meant[1..].join(" | ");
            wrong.push(format!("{line}\n  meant {meant}\n  told  {people} | {promises:?}"));
        }
    }
    let right = notes.len() - wrong.len();
    assert_eq!(right, READ_RIGHT, "{}", wrong.join("\n"));
    assert!(right * 10 >= notes.len() * 9);
}

#[test]
fn an_act_of_others_is_no_promise_of_the_owners() {
    let known = known();
    for text in [
        "dave okafor says his clients send him work",
        "ann lee told me the banks ring her daily",
        "quick call with bill turner 20 mins",
        "tom ellis helped her send them out",
        "sara jones asked if id speak at her event",
        "rose hope said they send him everything",
        "lovely email from chris wood",
    ] {
        let said = Said { today: TODAY, people: &known.people, rooms: &known.rooms, at: None };
        let mine = promises(&understand(text, &said));
        assert!(!mine.iter().any(|(told, _)| told.starts_with("mine")), "{text}: {mine:?}");
    }
}

#[test]
fn days_are_read_as_they_are_spoken() {
    let known = known();
    for (text, due) in [
        ("promised tom ellis a quote by the twentieth", "2026-11-20"),
        ("promised tom ellis a quote by the twenty first", "2026-11-21"),
        ("promised tom ellis a quote by the third of december", "2026-12-03"),
        ("promised tom ellis a quote before the end of november", "2026-11-30"),
        ("promised tom ellis a quote by the end of january", "2027-01-31"),
        ("promised tom ellis a quote by christmas", "2026-12-25"),
    ] {
        let said = Said { today: TODAY, people: &known.people, rooms: &known.rooms, at: None };
        let told = promises(&understand(text, &said));
        assert_eq!(told, [(format!("mine Tom Ellis {due}"), "a quote".to_owned())], "{text}");
    }
}

/// Rows 45 and 47: what a one-to-one cost and how it left the owner belong to it.
#[test]
fn a_price_and_the_energy_after_a_one_to_one_are_its_own() {
    let known = Known::new();
    for (text, told) in [
        (
            "coffee with Priya Shah, £4.50, 45 min",
            "one_to_one 2026-11-16 45m cost £4.50 Priya Shah",
        ),
        ("£4.50 coffee with Priya Shah", "one_to_one 2026-11-16 cost £4.50 Priya Shah"),
        ("coffee with Priya Shah 45 min £4.50", "one_to_one 2026-11-16 45m cost £4.50 Priya Shah"),
        ("coffee with Priya Shah cost me £4.50", "one_to_one 2026-11-16 cost £4.50 Priya Shah"),
        (
            "121 with Tom Ellis yesterday 60 min energy 4",
            "one_to_one 2026-11-15 60m energy 4 Tom Ellis",
        ),
        (
            "121 with Tom Ellis, £6, energy 2. Promised to send him the list, energy 2",
            "one_to_one 2026-11-16 cost £6 energy 2 Tom Ellis | mine Tom Ellis: send him the list",
        ),
        ("coffee with Tom Ellis about a £3000 job", "one_to_one 2026-11-16 Tom Ellis"),
        ("rang Tom Ellis, his £500 invoice came", "call 2026-11-16 Tom Ellis"),
    ] {
        assert_eq!(known.told(text), told, "{text}");
    }
}

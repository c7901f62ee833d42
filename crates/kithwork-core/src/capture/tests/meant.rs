//! Notes by what they are easily misread in: whose promise, what is nobody, which day, several in one.

use super::dictated::known;
use super::{Known, who_of};
use crate::capture::{Part, Unclear};
use std::collections::BTreeMap;

const MEANT: &str = include_str!("../meant.txt");

/// How many of each class are read as they are meant: of those that were open while the reader was mended,
/// and of those held back. Raise it when the reader learns; never lower it.
const READ_RIGHT: [(&str, [usize; 2]); 5] = [
    ("promises", [7, 8]),
    ("firms", [8, 8]),
    ("days", [9, 9]),
    ("several", [6, 6]),
    ("months", [7, 0]),
];

/// A note of the list.
struct Case {
    class: &'static str,
    is_held: bool,
    text: &'static str,
    meant: &'static str,
}

fn cases() -> Vec<Case> {
    let mut class = "";
    let mut cases = Vec::new();
    for line in MEANT.lines() {
        let heading = line.strip_prefix("# ").and_then(|line| line.split_once(':'));
        if let Some((name, _)) = heading.filter(|(name, _)| !name.contains(' ')) {
            class = name;
        }
        if line.starts_with('#') {
            continue;
        }
        let held = line.strip_prefix("~ ");
        let (text, meant) = held.unwrap_or(line).split_once(" | ").unwrap();
        cases.push(Case { class, is_held: held.is_some(), text, meant });
    }
    cases
}

/// What is told of a note, as its class looks at it.
fn told(known: &Known, case: &Case) -> String {
    let of = known.understand(case.text);
    match case.class {
        "firms" => {
            let or_none = |list: Vec<String>| {
                if list.is_empty() { "-".to_owned() } else { list.join(", ") }
            };
            let people = (0..of.people.len()).map(|who| who_of(&of, Some(who))).collect();
            let passed = of.parts.iter().filter(|part| matches!(part, Part::Referral { .. }));
            let passed = passed.map(|part| Known::part(&of, part)).collect();
            format!("{} | {}", or_none(people), or_none(passed))
        }
        "several" if of.unclear.iter().any(|left| matches!(left, Unclear::Meetings { .. })) => {
            "which".to_owned()
        }
        _ => Known::in_words(&of),
    }
}

#[test]
fn notes_easily_misread_are_read_as_they_were_meant() {
    let known = known();
    let mut right: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in cases() {
        let told = told(&known, &case);
        let counted = right.entry(case.class).or_default();
        if told == case.meant {
            counted[usize::from(case.is_held)] += 1;
        } else {
            let held = if case.is_held { "held back: " } else { "" };
            wrong.push(format!("{held}{}\n  meant {}\n  told  {told}", case.text, case.meant));
        }
    }
    let wrong = wrong.join("\n");
    assert_eq!(right, BTreeMap::from(READ_RIGHT), "{wrong}");
}

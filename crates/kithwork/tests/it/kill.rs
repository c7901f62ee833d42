//! Pulling the plug: what was acknowledged is there, and the book is sound.

use crate::run::{Book, fixture, ran};
use std::io::Read;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

/// Rounds in a test run; `KITHWORK_KILLS` asks for more.
const ROUNDS: u64 = 20;

fn rounds() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "a test's own knob")]
    let asked = std::env::var("KITHWORK_KILLS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(ROUNDS)
}

/// Numbers that look like chance and are the same each time (xorshift64).
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let book = Book::new();
    let folder = fixture("small");
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    let mut kept = Vec::new();
    for round in 0..rounds() {
        let name = name(round);
        let mut command = book.command();
        if round % 3 == 2 {
            command.args(["import", &folder.to_string_lossy(), "--json"]);
        } else {
            command.args(["note", &format!("coffee with {name}"), "--json"]);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(next(&mut chance) % 120));
        child.kill().unwrap();
        let mut out = String::new();
        child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
        child.wait().unwrap();
        let acknowledged = serde_json::from_str::<serde_json::Value>(&out).is_ok();
        if acknowledged && round % 3 != 2 {
            kept.push(name);
        }
        if book.file().exists() {
            let check = ran(&book.command().args(["check"]).output().unwrap());
            assert_eq!(check.code, 0, "round {round}: {}{}", check.out, check.err);
        }
    }
    let people = book.json(&["people"]).to_string();
    for name in kept {
        assert!(people.contains(&name), "{name} was acknowledged and is gone");
    }
}

/// Names that no slip of the finger turns into one another.
fn name(round: u64) -> String {
    const FIRST: [&str; 16] = [
        "Amber",
        "Boris",
        "Cecilia",
        "Dmitri",
        "Eleanor",
        "Farouk",
        "Gwendolyn",
        "Hector",
        "Ingrid",
        "Jerome",
        "Katarina",
        "Lionel",
        "Mirabel",
        "Nathaniel",
        "Octavia",
        "Percival",
    ];
    const LAST: [&str; 16] = [
        "Ashdown",
        "Blackwood",
        "Cartwright",
        "Dunmore",
        "Eastwick",
        "Fairbrother",
        "Goldsmith",
        "Hollister",
        "Inglewood",
        "Jessop",
        "Kirkpatrick",
        "Langford",
        "Muldoon",
        "Northcote",
        "Oxenham",
        "Pickering",
    ];
    let at = |n: u64| usize::try_from(n % 16).unwrap();
    format!("{} {}", FIRST[at(round)], LAST[at(round / 16 + round)])
}

//! Every note that a page, a guide or a help text shows as an example is understood wholly: nobody who
//! copies one is let down.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::civil::{Date, date};
use kithwork_core::capture::{Gathering, Part, Said, Through, Understood, understand};
use kithwork_core::id::RoomId;
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 18);

/// An example, and all that it says in a book that is empty but for one group.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "met Hannah Cole at the Chamber Lunch yesterday, she looks for a bookkeeper",
        "Chamber Lunch 2026-11-17 with Hannah Cole; Hannah Cole needs a bookkeeper",
    ),
    (
        "met Hannah Cole at the Chamber Lunch, looks for a bookkeeper",
        "Chamber Lunch 2026-11-18 with Hannah Cole; Hannah Cole needs a bookkeeper",
    ),
    (
        "Ana Ruiz, baker, needs a bookkeeper. I promised to send the article.",
        "Town Breakfast 2026-11-18 with Ana Ruiz; Ana Ruiz is baker; Ana Ruiz needs a bookkeeper; promised Ana Ruiz: send the article",
    ),
    (
        "Ana Ruiz, baker, needs a bookkeeper",
        "Town Breakfast 2026-11-18 with Ana Ruiz; Ana Ruiz is baker; Ana Ruiz needs a bookkeeper",
    ),
    (
        "Ana Ruiz, baker, needs a bookkeeper. I promised Tom's number",
        "Town Breakfast 2026-11-18 with Ana Ruiz; Ana Ruiz is baker; Ana Ruiz needs a bookkeeper; promised Ana Ruiz: Tom's number",
    ),
    ("coffee with Priya Shah, £4.50, 45 min", "OneToOne 2026-11-18 45 min with Priya Shah, 4.50"),
    (
        "coffee with Sarah Jones 45m, I'll send the pricing article by Friday",
        "OneToOne 2026-11-18 45 min with Sarah Jones; promised Sarah Jones: send the pricing article by 2026-11-20",
    ),
    ("Ben Okri", "Town Breakfast 2026-11-18 with Ben Okri"),
    (
        "Lena Fox, web designer, looks for joiners",
        "Lena Fox is web designer; Lena Fox needs joiners",
    ),
    ("Ana needs a plumber", "Ana needs a plumber"),
    (
        "met Dora Lind, she does payroll for dentists",
        "Social 2026-11-18 with Dora Lind; Dora Lind is payroll for dentists",
    ),
    ("met Dora Lind at Breakfast Circle yesterday", "Breakfast Circle 2026-11-17 with Dora Lind"),
    (
        "coffee with Tom Braithwaite yesterday, 40 min, he is looking for a tenant",
        "OneToOne 2026-11-17 40 min with Tom Braithwaite; Tom Braithwaite needs a tenant",
    ),
    (
        "call Anjali, promised her two dates by Friday",
        "Call 2026-11-18 with Anjali; promised Anjali: two dates by 2026-11-20",
    ),
    (
        "met Ed King (needs flowers weekly) at the Chamber Lunch",
        "Chamber Lunch 2026-11-18 with Ed King; Ed King needs flowers weekly",
    ),
    ("BNI this morning, sat next to Ann Lee", "BNI 2026-11-18 with Ann Lee"),
    (
        "got a referral from Dave Okafor: Castle Garage worth 2k",
        "Received from Dave Okafor: Castle Garage, 2000",
    ),
    (
        "won £1,500 with Harbour Dental through Tom Ellis",
        "won Harbour Dental through Tom Ellis, 1500",
    ),
    (
        "coffee with Sarah Jones 45m, promised her the pricing article by Friday",
        "OneToOne 2026-11-18 45 min with Sarah Jones; promised Sarah Jones: the pricing article by 2026-11-20",
    ),
    (
        "121 with Priya Shah this morning, 45 min, promised her the pricing article by Friday",
        "OneToOne 2026-11-18 45 min with Priya Shah; promised Priya Shah: the pricing article by 2026-11-20",
    ),
    (
        "coffee with Sarah Jones 45m, she needs a bookkeeper",
        "OneToOne 2026-11-18 45 min with Sarah Jones; Sarah Jones needs a bookkeeper",
    ),
    (
        "promised Tom Ellis the printer's number by Friday",
        "promised Tom Ellis: the printer's number by 2026-11-20",
    ),
    ("121 with Priya", "OneToOne 2026-11-18 with Priya"),
    (
        "Chamber breakfast Monday 7:00 to 8:30, travel 40 min, £15",
        "Chamber Breakfast 2026-11-16 90 min, 40 min on the way, 15",
    ),
    (
        "Rotary Tuesday and Wednesday, 1 h 30 each",
        "Rotary 2026-11-17 90 min; Rotary 2026-11-18 90 min",
    ),
    ("cold calling 3 hours", "cold calling 2026-11-18 180 min"),
    (
        "Dawn needs a photographer. I promised to send Gemma's number",
        "Dawn needs a photographer; promised Dawn: send Gemma's number",
    ),
];

/// The examples that are shown where a note is taken at a meeting.
const AT_A_MEETING: [&str; 4] = [
    "Ana Ruiz, baker, needs a bookkeeper. I promised Tom's number",
    "Ana Ruiz, baker, needs a bookkeeper. I promised to send the article.",
    "Ana Ruiz, baker, needs a bookkeeper",
    "Ben Okri",
];

#[test]
fn every_example_is_understood_wholly() {
    for (text, meant) in EXAMPLES {
        assert_eq!(told(text), *meant, "{text}");
    }
}

#[test]
fn every_example_that_is_shown_is_tried_here() {
    let shown = shown();
    let is_tried = |text: &String| EXAMPLES.iter().any(|(example, _)| example == text);
    let untried: Vec<&String> = shown.iter().filter(|text| !is_tried(text)).collect();
    assert!(untried.is_empty(), "add them above: {untried:#?}");
    let is_shown = |text: &&str| shown.iter().any(|shown| shown == text);
    let gone: Vec<&str> = EXAMPLES.iter().map(|(text, _)| *text).filter(|t| !is_shown(t)).collect();
    assert!(gone.is_empty(), "no longer shown: {gone:#?}");
}

fn told(text: &str) -> String {
    let breakfast = RoomId(Uuid::from_u128(7));
    let rooms = [(breakfast, "Town Breakfast".to_owned())];
    let at = AT_A_MEETING.contains(&text);
    let at = at.then_some(Gathering { room: breakfast, on: TODAY });
    let of = understand(text, &Said { today: TODAY, people: &[], rooms: &rooms, at });
    assert!(of.unclear.is_empty(), "{text}: {:?}", of.unclear);
    of.parts.iter().map(|part| in_words(&of, part)).collect::<Vec<_>>().join("; ")
}

fn in_words(of: &Understood, part: &Part) -> String {
    let name = |who: usize| of.people[who].name.as_str();
    let one = |who: &Option<usize>| who.map_or("?", name);
    let all = |people: &[usize]| people.iter().map(|&p| name(p)).collect::<Vec<_>>().join(", ");
    let long = |minutes: &Option<u32>| minutes.map(|m| format!(" {m} min")).unwrap_or_default();
    match part {
        Part::Conversation(spoke) => {
            let (minutes, people) = (long(&spoke.minutes), all(&spoke.people));
            let cost = spoke.cost.map(|cost| format!(", {}", cost.decimal())).unwrap_or_default();
            format!("{:?} {}{minutes} with {people}{cost}", spoke.kind, spoke.on)
        }
        Part::Meeting { room, on, minutes, travel, cost, people, .. } => {
            let with =
                if people.is_empty() { String::new() } else { format!(" with {}", all(people)) };
            let way =
                travel.map(|minutes| format!(", {minutes} min on the way")).unwrap_or_default();
            let cost = cost.map(|cost| format!(", {}", cost.decimal())).unwrap_or_default();
            format!("{} {on}{}{with}{way}{cost}", of.rooms[*room].name, long(minutes))
        }
        Part::Channel { name, on, minutes } => format!("{name} {on} {minutes} min"),
        Part::Trade { who, what } => format!("{} is {what}", name(*who)),
        Part::Need { who, what } => format!("{} needs {what}", one(who)),
        Part::Promise { who, what, due_on, .. } => {
            let due = due_on.map(|due| format!(" by {due}")).unwrap_or_default();
            format!("promised {}: {what}{due}", one(who))
        }
        Part::Referral { direction, who, prospect, value } => {
            let value = value.map(|v| v.decimal()).unwrap_or_default();
            let prospect = prospect.as_deref().unwrap_or("?");
            format!("{direction:?} from {}: {prospect}, {value}", one(who))
        }
        Part::Business { client, through: Through::Person(who), value } => {
            let value = value.map(|v| v.decimal()).unwrap_or_default();
            format!("won {client} through {}, {value}", name(*who))
        }
        other => format!("{other:?}"),
    }
}

/// Every example of a note in the pages, the guides and the help of the command.
fn shown() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = vec![root.join("README.md")];
    for folder in ["docs/guide", "crates/kithwork-web/templates", "crates/kithwork/src/cli"] {
        gather(&root.join(folder), &mut files);
    }
    let mut all = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap().replace("\\\"", "\"");
        // A guide breaks its lines inside an example.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        all.extend(between(&text, "kithwork note \"", "\""));
        let at_a_meeting = between(&text, "--note \"", "\"").into_iter();
        all.extend(at_a_meeting.filter(|note| note.contains(char::is_uppercase)));
        let quoted =
            between(&text, "“", "”").into_iter().chain(between(&text, "Such as: ", "</span>"));
        all.extend(quoted.filter(|quote| is_note(quote)));
    }
    all.sort();
    all.dedup();
    all
}

/// Whether a quotation is a note: it says whom one met, or what somebody needs.
fn is_note(quote: &str) -> bool {
    let says = [" needs ", " looks for ", " coffee with ", " met "];
    !quote.contains('{') && says.iter().any(|words| format!(" {quote}").contains(words))
}

fn between(text: &str, opens: &str, ends: &str) -> Vec<String> {
    let parts = text.split(opens).skip(1);
    parts.filter_map(|part| part.split_once(ends)).map(|(inside, _)| inside.to_owned()).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            gather(&entry, files);
        } else {
            files.push(entry);
        }
    }
}

//! Sixty dictated notes: none is lost, and how many are read right is counted honestly.

use super::{Known, TODAY, who_of};
use crate::capture::{Part, Said, Through, Understood, understand};
use crate::facts::PromisedBy;
use crate::id::{PersonId, RoomId};
use uuid::Uuid;

const DICTATED: &str = include_str!("../dictated.txt");

/// How many of the sixty are read wholly as meant. Raise it when the reader learns; never lower it.
const READ_RIGHT: usize = 58;

pub(super) fn known() -> Known {
    let mut known = Known::new();
    for (i, name) in
        ["Sara Jones", "Siobhan Byrne", "Gurpreet Singh", "Hamish McLeod"].iter().enumerate()
    {
        known.people.push((PersonId(Uuid::from_u128(50 + i as u128)), (*name).to_owned()));
    }
    known
}

/// Whom a note names, its promises and needs, and the kinds of what it tells.
fn read(known: &Known, text: &str) -> (Understood, [String; 3]) {
    let of = understand(
        text,
        &Said { today: TODAY, people: &known.people, rooms: &known.rooms, at: None },
    );
    let people: Vec<String> = (0..of.people.len()).map(|w| who_of(&of, Some(w))).collect();
    let promises: Vec<String> = of.parts.iter().filter_map(|part| promise(&of, part)).collect();
    let kinds: Vec<String> = of.parts.iter().map(kind).collect();
    let or_none = |list: Vec<String>, between: &str| {
        if list.is_empty() { "-".to_owned() } else { list.join(between) }
    };
    let told = [or_none(people, ", "), or_none(promises, " + "), or_none(kinds, " ")];
    (of, told)
}

fn promise(of: &Understood, part: &Part) -> Option<String> {
    match part {
        Part::Promise { who, direction, what, due_on } => {
            let side = if *direction == PromisedBy::Mine { "mine" } else { "theirs" };
            let due = due_on.map(|d| format!(", {d}")).unwrap_or_default();
            Some(format!("{side} {}: {what}{due}", who_of(of, *who)))
        }
        Part::Need { who, what } => Some(format!("need {}: {what}", who_of(of, *who))),
        _ => None,
    }
}

fn kind(part: &Part) -> String {
    let named = match part {
        Part::Conversation(spoke) => {
            return serde_json::to_value(spoke.kind).unwrap().as_str().unwrap().to_owned();
        }
        Part::Meeting { .. } => "meeting",
        Part::Preparation { .. } => "preparation",
        Part::Travel { .. } => "travel",
        Part::Energy { .. } => "energy",
        Part::Channel { .. } => "channel",
        Part::Trade { .. } => "trade",
        Part::Promise { .. } => "promise",
        Part::Need { .. } => "need",
        Part::Offer { .. } => "offer",
        Part::Help { .. } => "help",
        Part::FollowUp { .. } => "follow_up",
        Part::Introduction { .. } => "introduction",
        Part::Referral { .. } => "referral",
        Part::Business { .. } => "business",
    };
    named.to_owned()
}

#[test]
fn no_dictated_note_is_lost_and_nine_in_ten_are_read_as_meant() {
    let known = known();
    let (mut right, mut wrong) = (0, Vec::new());
    let notes: Vec<&str> = DICTATED.lines().filter(|l| !l.starts_with('#')).collect();
    assert_eq!(notes.len(), 60);
    for line in notes {
        let meant: Vec<&str> = line.split(" | ").collect();
        let (of, told) = read(&known, meant[0]);
        assert!(!of.parts.is_empty() || !of.unclear.is_empty(), "lost: {}", meant[0]);
        if told[..] == meant[1..] {
            right += 1;
        } else {
            wrong.push(format!(
                "{}\n  meant {}\n  told  {}",
                meant[0],
                meant[1..].join(" | "),
                told.join(" | ")
            ));
        }
    }
    assert_eq!(right, READ_RIGHT, "{}", wrong.join("\n"));
    assert!(right * 10 >= 60 * 9);
}

#[test]
fn a_name_that_is_another_name_is_asked_and_a_slip_is_not() {
    let known = known();
    for (text, whom) in [
        ("coffee with Sarah Jones", "Sarah Jones?"),
        ("Coffee with sarah jones yesterday", "Sarah Jones?"),
        ("lunch with Sara Jones", "Sara Jones"),
        ("lunch with sarah", "Sara Jones"),
        ("121 with Priay Shah", "Priya Shah"),
        ("121 with Tom Elis", "Tom Ellis"),
        ("121 with Tom Ellison", "Tom Ellison*"),
        ("121 with Dan Okafor", "Dan Okafor*"),
        ("call with Anna Lee", "Anna Lee*"),
        ("coffee with Chris Woods", "Chris Woods?"),
    ] {
        assert_eq!(read(&known, text).1[0], whom, "{text}");
    }
}

#[test]
fn business_names_its_client_its_sum_and_its_giver() {
    let known = known();
    for (text, meant) in [
        (
            "won £1,500 with harbour dental through tom ellis",
            "business harbour dental, £1500 through Tom Ellis",
        ),
        (
            "just won the acme fit out job 12k thanks to priya shah",
            "business acme fit out job, 12000 through Priya Shah",
        ),
        (
            "bill turners referral came good signed mill lane bakery for £2,400",
            "business mill lane bakery, £2400 through Bill Turner",
        ),
        (
            "closed a two grand deal with castle motors it came through rose hope",
            "business castle motors, 2000 through Rose Hope",
        ),
        (
            "Won £900 of training work from the hospice, via Ann Lee.",
            "business hospice, £900 through Ann Lee",
        ),
        (
            "won £3k through the thursday chapter",
            "business client not named, £3000 through Thursday Chapter",
        ),
        (
            "won a £650 job for mrs pike through google ads",
            "business mrs pike, £650 through google ads",
        ),
        ("won £400 from Penrose & Sons", "business Penrose & Sons, £400 through ?"),
    ] {
        assert_eq!(known.told(text), meant, "{text}");
    }
}

#[test]
fn a_referral_keeps_its_sum() {
    let known = known();
    for (text, meant) in [
        (
            "got a referral from dave okafor castle garage worth 2k",
            "referral received Dave Okafor: castle garage, 2000",
        ),
        (
            "Got a referral from Dave Okafor: Castle Garage worth 2k",
            "referral received Dave Okafor: Castle Garage, 2000",
        ),
        (
            "priya passed me a referral to the hospice worth about £800",
            "referral received Priya Shah: the hospice, £800",
        ),
    ] {
        assert_eq!(known.told(text), meant, "{text}");
    }
}

#[test]
fn a_room_new_to_the_book_is_named_and_one_of_several_is_asked() {
    let mut known = known();
    assert_eq!(known.told("BNI this morning"), "meeting BNI* 2026-11-16");
    assert_eq!(known.told("bni this morning met ann lee"), "meeting BNI* 2026-11-16 Ann Lee");
    assert_eq!(
        known.told("at the leeds business expo on friday met tom ellis"),
        "meeting Leeds Business Expo* 2026-11-13 Tom Ellis"
    );
    for no_room in ["HR this morning", "spoke to ann lee about rotary", "rotary needs a treasurer"]
    {
        assert!(!known.told(no_room).contains("meeting"), "{no_room}");
    }
    for (i, name) in ["BNI Quayside", "BNI Castle"].iter().enumerate() {
        known.rooms.push((RoomId(Uuid::from_u128(150 + i as u128)), (*name).to_owned()));
    }
    assert_eq!(
        known.told("BNI this morning met Ann Lee"),
        "meeting BNI? 2026-11-16 Ann Lee | room BNI"
    );
    assert_eq!(known.told("bni castle this morning"), "meeting BNI Castle 2026-11-16");
}

#[test]
fn what_another_introduced_is_not_the_owners() {
    let known = known();
    assert_eq!(
        known.told("Tom Ellis introduced Priya Shah to Ann Lee"),
        "introduced by Tom Ellis: Priya Shah and Ann Lee"
    );
    assert!(matches!(
        read(&known, "won £5k through rose hope").0.parts[..],
        [Part::Business { through: Through::Person(_), .. }]
    ));
}

//! Groups that begin alike, what a group is said to have given, and what a meeting's own words tell of it.

use super::{Known, TODAY};
use crate::capture::{Part, Said, Through, Unclear, Understood, understand};
use crate::id::RoomId;
use uuid::Uuid;

fn read(rooms: &[&str], text: &str) -> Understood {
    let id = |nth: usize| RoomId(Uuid::from_u128(nth as u128 + 100));
    let rooms: Vec<(RoomId, String)> =
        rooms.iter().enumerate().map(|(nth, name)| (id(nth), (*name).to_owned())).collect();
    let people = Known::new().people;
    understand(text, &Said { today: TODAY, people: &people, rooms: &rooms, at: None })
}

const TWO: [&str; 2] = ["BNI Stockport", "BNI Leeds"];

#[test]
fn a_name_that_begins_several_groups_is_asked_about_and_is_nobody() {
    for text in ["went to BNI yesterday", "BNI yesterday 2 h", "won a client through BNI"] {
        let of = read(&TWO, text);
        assert!(of.people.is_empty(), "{text}: {of:?}");
        assert_eq!(of.rooms.iter().map(|r| r.could_be.len()).collect::<Vec<_>>(), [2], "{text}");
        assert_eq!(of.unclear, [Unclear::Room { room: 0 }], "{text}");
    }
    let of = read(&TWO, "BNI gave me a referral: Hotel Alba");
    assert!(of.people.is_empty() && of.rooms[0].candidates().count() == 2, "{of:?}");
    assert!(matches!(of.unclear[..], [Unclear::WhoThere { room: 0, .. }]), "{of:?}");
}

#[test]
fn a_name_that_begins_one_group_is_that_group() {
    for text in ["went to BNI yesterday", "won a client through BNI", "BNI gave me a referral"] {
        let of = read(&TWO[..1], text);
        assert!(of.people.is_empty(), "{text}: {of:?}");
        assert_eq!(of.rooms[0].name, "BNI Stockport", "{text}");
    }
    let won = read(&TWO[..1], "won a client through BNI");
    assert!(matches!(won.parts[..], [Part::Business { through: Through::Room(0), .. }]), "{won:?}");
}

#[test]
fn initials_that_something_came_through_may_be_a_firms() {
    let of = read(&[], "won a client through ABC");
    assert!(of.rooms.is_empty(), "{of:?}");
    let of = read(&[], "won a client through BNI");
    assert_eq!(of.rooms[0].name, "BNI");
}

#[test]
fn what_came_from_a_room_was_passed_on_by_somebody_there() {
    for text in [
        "Got a referral from Chamber Lunch: Hotel Alba",
        "got a lead from the Chamber Lunch: Hotel Alba",
        "Had a referral from Chamber Lunch to Hotel Alba",
    ] {
        let of = read(&["Chamber Lunch"], text);
        assert!(of.people.is_empty(), "{text}: {of:?}");
        let [Part::Referral { who: None, prospect, .. }] = &of.parts[..] else { panic!("{of:?}") };
        assert_eq!(prospect.as_deref(), Some("Hotel Alba"), "{text}");
        assert!(matches!(of.unclear[..], [Unclear::WhoThere { room: 0, .. }]), "{text}: {of:?}");
    }
}

#[test]
fn an_evening_at_a_place_with_a_name_is_an_event_of_that_name() {
    let of = read(&[], "evening at Business Mixer 2 hours");
    assert_eq!(of.rooms[0].name, "Business Mixer");
    assert!(matches!(of.parts[..], [Part::Meeting { minutes: Some(120), .. }]), "{of:?}");
    let guild = read(&[], "evening at Harbour Guild 2 hours");
    assert_eq!(guild.rooms[0].name, "Harbour Guild");
    assert!(matches!(guild.parts[..], [Part::Meeting { minutes: Some(120), .. }]), "{guild:?}");
    for text in
        ["evening at Costa Coffee with Tom Ellis 2 hours", "Tom Ellis has an evening at York Hall"]
    {
        assert!(read(&[], text).rooms.is_empty(), "{text}");
    }
}

#[test]
fn the_energy_after_a_meeting_is_the_meetings() {
    for text in ["Chamber Lunch 2 h energy 4", "Chamber Lunch yesterday, energy 4/5"] {
        let of = read(&["Chamber Lunch"], text);
        assert!(matches!(of.parts[..], [Part::Meeting { energy: Some(4), .. }]), "{text}: {of:?}");
        assert!(of.unclear.is_empty(), "{text}: {of:?}");
    }
    let two = read(
        &["Chamber Lunch", "Rotary"],
        "Chamber Lunch Monday 2 h energy 4, Rotary Friday 1 h energy 2",
    );
    let felt = two.parts.iter().filter_map(|part| match part {
        Part::Meeting { energy, .. } => *energy,
        _ => None,
    });
    assert_eq!(felt.collect::<Vec<_>>(), [4, 2], "{two:?}");
}

#[test]
fn a_month_without_a_day_is_not_today() {
    for text in
        ["coffee with Tom Ellis in June", "met Tom Ellis in October", "Chamber Lunch in May 2 h"]
    {
        let of = read(&["Chamber Lunch"], text);
        assert!(of.parts.is_empty(), "{text}: {of:?}");
        let words = text.to_owned();
        assert!(of.unclear.contains(&Unclear::NoDay { words }), "{text}: {of:?}");
    }
    let long = read(&[], "Coffee with Tom Ellis in June. He has a dog. We sat in the garden.");
    let words = "Coffee with Tom Ellis in June".to_owned();
    assert!(
        long.unclear.contains(&Unclear::NoDay { words }),
        "only what asks for its day: {long:?}"
    );
    for text in
        ["coffee with Tom Ellis today, he moves in June", "met Tom Ellis in June 2 h, on 3 June"]
    {
        assert_eq!(read(&[], text).parts.len(), 1, "{text}");
    }
}

#[test]
fn a_month_that_tells_of_something_else_leaves_the_encounter_alone() {
    for text in [
        "Coffee with Tom Ellis 45 min, this may lead to work",
        "Lunch with Tom Ellis. This may lead to a referral.",
        "Coffee with Tom Ellis. In June he moves to Leeds",
        "Call with Tom Ellis 20 min, in March they launch",
        "Coffee with Tom Ellis, last March he changed jobs",
        "One-to-one with Tom Ellis, 1 h. Next May she opens a shop and needs a sign maker",
    ] {
        let of = read(&[], text);
        let spoke = of.parts.iter().filter(|part| matches!(part, Part::Conversation(_)));
        assert_eq!(spoke.count(), 1, "{text}: {of:?}");
    }
}

#[test]
fn getting_the_minute_ready_is_for_the_next_meeting() {
    let sunday = TODAY.yesterday().unwrap();
    for (text, minutes) in [
        ("prepared my minute 20 min on Sunday", 20),
        ("rehearsed my minute for half an hour yesterday", 30),
    ] {
        let of = read(&[], text);
        assert_eq!(
            of.parts,
            [Part::Preparation { room: None, meets_on: None, on: sunday, minutes }],
            "{text}"
        );
        assert!(of.unclear.is_empty(), "{text}: {of:?}");
    }
    let of = read(&["Chamber Lunch"], "prepared my minute for Chamber Lunch 20 min on Sunday");
    assert!(matches!(of.parts[..], [Part::Preparation { room: Some(0), .. }]), "{of:?}");
}

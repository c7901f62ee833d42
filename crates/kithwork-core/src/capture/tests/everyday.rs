//! Everyday notes that are easily taken for what they don't say, in a book that knows nobody.

use super::{Known, TODAY, told_in_a_new_book as told};
use crate::capture::{Said, understand};
use crate::id::RoomId;
use uuid::Uuid;

/// What a note says where one group is known.
fn told_beside(room: &str, text: &str) -> String {
    let rooms = [(RoomId(Uuid::from_u128(9)), room.to_owned())];
    Known::in_words(&understand(text, &Said { today: TODAY, people: &[], rooms: &rooms, at: None }))
}

#[test]
fn what_was_cancelled_or_moved_did_not_happen() {
    for text in [
        "Cancelled Thursday's breakfast with Gary Holt",
        "Cancelled coffee with Gary Holt on Thursday",
        "Coffee with Gary Holt on Wednesday is off, he's ill",
        "Moved Thursday's one-to-one with Jane March to 3 December",
        "Theresa May cancelled tomorrow's coffee",
    ] {
        let read = told(text);
        assert!(!read.contains("one_to_one") && !read.contains("social"), "{text}: {read}");
    }
    for text in [
        "Coffee with Gary Holt. He is off to Spain.",
        "Coffee with Gary Holt 45 min, he is off.",
        "Coffee with Gary Holt, 1 h. Priya Shah is off, back Monday.",
        "121 with Gary Holt, 1 h. Moved our next meeting to 3 December.",
        "Lunch with Gary Holt. I cancelled my gym session.",
        "Rescheduled coffee with Gary Holt today, 45 min",
    ] {
        let read = told(text);
        assert!(read.starts_with("one_to_one"), "{text}: {read}");
    }
    assert!(told("Coffee with Gary Holt, he moved to Leeds").starts_with("one_to_one"));
}

#[test]
fn a_sum_that_no_coffee_costs_is_none_of_its_costs() {
    for text in [
        "Call with Theresa Kent, the Harrow job is ours, £6,500",
        "June rang to say the Harrow job is ours, £6,500, came from Theresa Kent",
    ] {
        let read = told(text);
        assert!(!read.contains("cost"), "{text}: {read}");
    }
    assert!(told("Coffee with Priya Shah, £4.50, 45 min").contains("cost £4.50"));
}

#[test]
fn who_won_what_through_whom() {
    for (text, meant) in [
        (
            "Won the Harrow job, £6,500, from Theresa Kent",
            "business Harrow, £6500 through Theresa Kent*",
        ),
        (
            "Hollins Dairy signed today, £4,200, thanks to Dora Summers",
            "business Hollins Dairy, £4200 through Dora Summers*",
        ),
    ] {
        assert_eq!(told(text), meant, "{text}");
    }
    let theirs = told("Call with Tom Ellis, they signed the contract, £4,200");
    assert!(theirs.contains("business"), "{theirs}");
    let hers = told("Sally Binns says thank you, she won Ruth as a client, about £1800 a year");
    assert!(!hers.contains("business"), "{hers}");
}

#[test]
fn who_passed_whom_to_whom() {
    for (text, meant) in [
        (
            "Referred Dev Anand to Colin Frost, he needs a surveyor",
            "referral given Colin Frost*: Dev Anand",
        ),
        ("Passed a lead to Nick Poole: Barton Homes", "referral given Nick Poole*: Barton Homes"),
    ] {
        let read = told(text);
        assert!(read.starts_with(meant), "{text}: {read}");
    }
    assert_eq!(
        told("Gave Ed Roe and Bo Fry a referral to Acme"),
        "referral given Ed Roe*: Acme | referral given Bo Fry*: Acme"
    );
    let none = told("Turned down the lead from Ken Moss");
    assert!(!none.contains("referral"), "{none}");
}

#[test]
fn meetings_are_told_by_what_they_are_called() {
    for (text, meant) in [
        (
            "in the evening FSB drinks from 6.30pm until 9, chatted with Nadia Khan",
            "meeting FSB* 2026-11-16 150m Nadia Khan*",
        ),
        (
            "12 Nov: Early Birds breakfast networking, 90 mins, 40 min travel in total, talked to Simon Reed and Carol Vine",
            "meeting Early Birds* 2026-11-12 90m way 40m Simon Reed*, Carol Vine*",
        ),
        (
            "BNI Riverside breakfast last Monday, 7 to 8.30, half an hour in the car each way",
            "meeting BNI Riverside* 2026-11-09 90m way 60m",
        ),
        (
            "Women in Business lunch on Wednesday 11/11, 12.00-14.00",
            "meeting Women in Business* 2026-11-11 120m",
        ),
        (
            "Lunch with the Women in Business group on Wednesday 11/11",
            "meeting Women in Business* 2026-11-11",
        ),
    ] {
        assert_eq!(told(text), meant, "{text}");
    }
    for text in ["Simon Reed breakfast 90 mins", "Ravi Patel breakfast 90 mins"] {
        let read = told(text);
        assert!(!read.contains("meeting"), "{text}: {read}");
    }
    for (text, meant) in [
        ("Monday BNI breakfast, 90 mins", "meeting BNI* 2026-11-16 90m"),
        ("Thursday Rotary lunch 2 h", "meeting Rotary* 2026-11-12 120m"),
        ("Great BNI breakfast, 2 h", "meeting BNI* 2026-11-16 120m"),
    ] {
        assert_eq!(told(text), meant, "{text}");
    }
    let team = told("Team Christmas lunch, 2 h");
    assert!(!team.contains("Team Christmas*"), "{team}");
}

/// The lunch of a body is no breakfast of it.
#[test]
fn a_meal_of_another_name_is_another_group() {
    for (text, meant) in [
        ("Chamber lunch yesterday 2 h", "meeting Chamber Lunch* 2026-11-15 120m"),
        ("Chamber evening event yesterday 2 h", "meeting Chamber Evening* 2026-11-15 120m"),
        ("Chamber breakfast yesterday 2 h", "meeting Chamber Breakfast 2026-11-15 120m"),
        ("Chamber meeting yesterday 2 h", "meeting Chamber Breakfast 2026-11-15 120m"),
        ("At the Chamber yesterday 2 h", "meeting Chamber Breakfast 2026-11-15 120m"),
    ] {
        assert_eq!(told_beside("Chamber Breakfast", text), meant, "{text}");
    }
}

#[test]
fn preparing_the_minute_for_a_group_is_no_meeting_of_it() {
    for text in [
        "45 minutes preparing my minute for BNI Riverside on Sunday",
        "Spent 45 minutes preparing for BNI Riverside on Sunday",
    ] {
        let read = told_beside("BNI Riverside", text);
        assert_eq!(read, "preparation BNI Riverside 2026-11-15 45m", "{text}");
    }
}

#[test]
fn what_one_is_about_to_do_is_no_name() {
    let read = told("Seeing Priya Nair tomorrow for lunch");
    assert_eq!(read, "one_to_one 2026-11-17 Priya Nair*");
}

/// A thing may stand before whom it was given to.
#[test]
fn what_was_handed_to_somebody_is_help() {
    for (text, meant) in [
        ("Sent the price list to Sarah Jones", "given Sarah Jones* resource: the price list"),
        ("Lent my ladder to Sarah Jones yesterday.", "given Sarah Jones* resource: my ladder"),
        ("I forwarded an article on pensions to Sarah Jones", "an article on pensions"),
    ] {
        let read = told(text);
        assert!(read.contains(meant), "{text}: {read}");
    }
    assert!(told("Lent Sarah Jones the ladder").contains("Sarah Jones* resource: the ladder"));
    for text in ["Tom Ellis sent the list to Sarah Jones", "Gave a talk to Rotary"] {
        assert!(!told(text).contains("given"), "{text}: {}", told(text));
    }
}

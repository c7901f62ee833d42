//! What a first note says in a book that knows nobody and no group.

use super::told_in_a_new_book as told;

/// What calls itself a group is one, and no word of its name is anybody.
#[test]
fn a_group_that_nobody_knows_yet_is_told_by_what_it_calls_itself() {
    for name in [
        "Breakfast Circle",
        "Riverside Breakfast Circle",
        "Founders Lunch Circle",
        "Kendal Chamber",
        "Riverside Network",
        "Northern Business Network",
        "Lunch Club",
        "Coffee Guild",
    ] {
        let text = format!("Met Dora Lind at {name}");
        assert_eq!(told(&text), format!("meeting {name}* 2026-11-16 Dora Lind*"), "{text}");
        let text = format!("Met Dora Lind at the {name} yesterday. She needs a printer.");
        let meant = format!("meeting {name}* 2026-11-15 Dora Lind* | need Dora Lind*: a printer");
        assert_eq!(told(&text), meant, "{text}");
    }
    assert_eq!(
        told("Met Dora Lind at Tuesday Club"),
        "meeting Tuesday Club* 2026-11-10 Dora Lind*"
    );
    assert_eq!(
        told("Breakfast Circle yesterday, 2 h, met Dora Lind"),
        "meeting Breakfast Circle* 2026-11-15 120m Dora Lind*"
    );
}

#[test]
fn a_place_of_two_and_a_meal_stay_what_they_are() {
    for (text, meant) in [
        (
            "Coffee with Dora Lind at the Reform Club",
            "one_to_one 2026-11-16 Dora Lind* at the Reform Club",
        ),
        ("Met Dora Lind at Country Golf Club", "social 2026-11-16 Dora Lind* at Country Golf Club"),
        ("Met Dora Lind at Lunch Bunch", "social 2026-11-16 Dora Lind* at Lunch Bunch"),
        ("Met Dora Lind at breakfast", "social 2026-11-16 Dora Lind* at breakfast"),
        ("Coffee Dora Lind, 45 min", "one_to_one 2026-11-16 45m Dora Lind*"),
    ] {
        assert_eq!(told(text), meant, "{text}");
    }
}

/// Row 5: passed on is passed on, however its words stand.
#[test]
fn what_somebody_passed_on_to_the_owner_is_a_referral_of_theirs() {
    for (text, meant) in [
        ("Tom Ellis passed Hotel Nord on to me", "referral received Tom Ellis*: Hotel Nord"),
        ("Tom Ellis passed on Hotel Nord to me", "referral received Tom Ellis*: Hotel Nord"),
        (
            "Tom Ellis passed on Hotel Nord to me, worth £2,000",
            "referral received Tom Ellis*: Hotel Nord, £2000",
        ),
        ("Tom Ellis passed Nina Ray to us", "referral received Tom Ellis*: Nina Ray"),
        ("Tom Ellis passed on a new client to me", "referral received Tom Ellis*: a new client"),
        (
            "Tom Ellis has passed on a lead to me: Hotel Nord",
            "referral received Tom Ellis*: Hotel Nord",
        ),
        (
            "Coffee with Tom Ellis. He passed Hotel Nord on to me.",
            "one_to_one 2026-11-16 Tom Ellis* | referral received Tom Ellis*: Hotel Nord",
        ),
        ("Tom Ellis passed on her number to me", "help received Tom Ellis* resource: her number"),
        ("Coffee with Tom Ellis. He passed his exam.", "one_to_one 2026-11-16 Tom Ellis*"),
        (
            "Coffee with Tom Ellis. He passed Hotel Nord on to Ann.",
            "one_to_one 2026-11-16 Tom Ellis*",
        ),
    ] {
        assert_eq!(told(text), meant, "{text}");
    }
}

/// Row 12: what somebody does, in the words people use for it.
#[test]
fn what_somebody_does_is_their_trade() {
    for (text, meant) in [
        ("Met Ivo Petran. He does bookkeeping.", "trade Ivo Petran*: bookkeeping"),
        ("Met Dora Lind. She does payroll for dentists.", "trade Dora Lind*: payroll for dentists"),
        ("Met Dora Lind, she does payroll for dentists", "trade Dora Lind*: payroll for dentists"),
        ("Met Dora Lind who does payroll", "trade Dora Lind*: payroll"),
        ("Met Dora Lind. She is lovely. She does websites.", "trade Dora Lind*: websites"),
    ] {
        let meant = format!(
            "social 2026-11-16 {} | {meant}",
            if text.contains("Ivo") { "Ivo Petran*" } else { "Dora Lind*" }
        );
        assert_eq!(told(text), meant, "{text}");
    }
    for text in [
        "Met Dora Lind. She does a lot of work with accountants.",
        "Met Dora Lind. She does need a solicitor.",
        "Met Dora Lind. Her brother does bookkeeping.",
        "Met Dora Lind. She does yoga on Mondays.",
    ] {
        assert!(!told(text).contains("trade"), "{text}: {}", told(text));
    }
}

/// A meal at something with a name of its own, with nobody it was had with, was a meeting.
#[test]
fn a_meal_at_what_bears_a_name_is_a_meeting_where_nobody_is_named() {
    for (text, meant) in [
        ("breakfast at Early Birds 16 Nov 1h30", "meeting Early Birds* 2026-11-16 90m"),
        ("Breakfast at Sunrise Club this morning", "meeting Sunrise Club* 2026-11-16"),
        ("breakfast at Harbour BNI 10 Nov 1h30", "meeting Harbour BNI* 2026-11-10 90m"),
        ("Breakfast at Friday First 13 Nov 2 h", "meeting Friday First* 2026-11-13 120m"),
        ("Lunch at Chamber of Trade yesterday 2 h", "meeting Chamber of Trade* 2026-11-15 120m"),
        ("Breakfast meeting with my BNI group on Thursday, 2 h", "meeting BNI* 2026-11-12 120m"),
    ] {
        assert_eq!(told(text), meant, "{text}");
    }
    for (text, meant) in [
        ("Lunch with Dora Lind at Harbour House", "one_to_one 2026-11-16 Dora Lind*"),
        ("Breakfast at Harbour House with Dora Lind", "one_to_one 2026-11-16 Dora Lind*"),
    ] {
        let read = told(text);
        assert!(read.starts_with(meant), "{text}: {read}");
    }
}

/// May, April and June are people too.
#[test]
fn a_month_behind_a_first_name_is_a_surname() {
    assert_eq!(told("Coffee with Theresa May 7 Nov"), "one_to_one 2026-11-07 Theresa May*");
    assert_eq!(told("coffee with April 7 Nov"), "one_to_one 2026-11-07 April*");
    assert_eq!(told("Coffee with Dora May 7"), "one_to_one 2026-05-07 Dora*");
}

#[test]
fn what_was_given_to_two_is_help_to_each() {
    assert_eq!(
        told("I gave Ed Roe and Bo Fry advice on VAT"),
        "help given Ed Roe* advice: advice on VAT | help given Bo Fry* advice: advice on VAT"
    );
}

#[test]
fn a_minute_for_a_group_that_nobody_knows_is_for_no_other() {
    assert_eq!(
        told("Prepared my minute for Early Birds 20 min"),
        "text | no place Prepared my minute for Early Birds 20 min"
    );
    assert_eq!(told("Prepared my minute for Friday, 20 min"), "preparation 2026-11-16 20m");
}

//! What a first note says in a book that knows nobody and no group.

use super::{Known, TODAY};
use crate::capture::{Said, understand};

fn told(text: &str) -> String {
    Known::in_words(&understand(text, &Said { today: TODAY, people: &[], rooms: &[], at: None }))
}

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

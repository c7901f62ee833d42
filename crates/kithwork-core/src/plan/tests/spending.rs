//! What the week's meetings may cost.

use super::*;
use crate::facts::Settings;
use crate::id::BookId;
use crate::money::{Amount, Currency};

/// Three rooms at £20 a meeting, and so many pounds a week.
fn rooms(most: Option<i64>) -> Story {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..8).map(|i| story.explorer(&format!("Guest {i}"), 30)).collect();
    for (at, name) in ["Aldgate Lunch", "Bow Breakfast", "Zennor Dinner"].into_iter().enumerate() {
        story.room(name, i64::try_from(at).unwrap(), 20, &people);
    }
    for room in &mut story.facts.rooms {
        room.fee_per_meeting = Some(Amount { currency: None, minor: 2_000 });
    }
    let mut settings = Settings::new(BookId(Uuid::from_u128(1)));
    settings.weekly_spend =
        most.map(|pounds| Amount { currency: Some(Currency::GBP), minor: pounds * 100 });
    story.facts.settings.push(settings);
    story
}

/// Rooms that the plan holds or would swap.
fn planned(plan: &Plan) -> Vec<&str> {
    let kept = of(plan, ItemKind::Meeting).into_iter().filter_map(|i| i.room.as_deref());
    let swapped = plan.items.iter().filter_map(|i| i.could_replace.as_deref());
    let mut all: Vec<&str> = kept.chain(swapped).collect();
    all.sort_unstable();
    all
}

#[test]
fn meetings_beyond_the_weeks_money_are_left_out_and_named() {
    assert_eq!(planned(&rooms(None).plan(900)).len(), 3);
    let plan = rooms(Some(40)).plan(900);
    assert_eq!(planned(&plan), ["Aldgate Lunch", "Bow Breakfast"]);
    let said = "would cost £60, and you want to spend £40 at most. Not planned: Zennor Dinner.";
    assert!(plan.remarks.iter().any(|r| r.contains(said)), "{:?}", plan.remarks);
    assert_eq!(planned(&rooms(Some(0)).plan(900)), [""; 0]);
}

#[test]
fn a_meeting_that_may_not_be_missed_stays_whatever_it_costs() {
    let mut story = rooms(Some(10));
    let strict = story.facts.rooms.last_mut().unwrap();
    (strict.absences_allowed, strict.absence_window_days) = (Some(0), Some(182));
    assert_eq!(planned(&story.plan(900)), ["Zennor Dinner"]);
}

#[test]
fn what_brings_most_is_kept_and_another_currency_is_not_counted() {
    let mut story = rooms(Some(20));
    let last = story.facts.rooms.last().unwrap().id;
    let guest = story.facts.people[0].id;
    story.edit(guest, |p| p.met_at = Some(last));
    story.referral(guest, 8);
    assert_eq!(planned(&story.plan(900)), ["Zennor Dinner"]);
    for room in &mut story.facts.rooms {
        room.fee_per_meeting = Some(Amount { currency: Currency::parse("EUR").ok(), minor: 2_000 });
    }
    assert_eq!(planned(&story.plan(900)).len(), 3);
}

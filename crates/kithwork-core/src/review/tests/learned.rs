//! What the owner's own results teach, and what stays a default.

use super::outlook::referral;
use super::*;
use crate::days::days_after;
use crate::explanation::{Explanation, Origin};
use crate::facts::{ChannelMonth, ReferralStatus};
use crate::review::{Compared, RoomReview};

/// So many people, each sat down with once and bringing work so many days later.
fn book(people: i32, days: i32) -> Hand {
    let mut hand = Hand::new();
    for n in 0..people {
        let on = weeks_ago(150 - 2 * n);
        let person = hand.met(on);
        hand.meeting(on, 120).people = vec![person];
        hand.one_to_one(days_after(on, 3), person, 60);
        hand.business("as told", Some(person), 1_000);
        // Some sooner, some later.
        let late = days + days * (n % 5 - 2) / 4;
        hand.facts.business.last_mut().unwrap().won_on = Some(days_after(on, late));
    }
    hand
}

fn of_the_room(review: &Review) -> &Explanation {
    let only: &RoomReview = &review.rooms[0];
    &only.return_per_hour[0].explanation
}

fn input(explanation: &Explanation, name: &str) -> (f64, Origin) {
    let input = explanation.inputs.iter().find(|i| i.name == name).unwrap();
    (input.value, input.origin)
}

/// §3.6: fitted from the owner's own lags when there are enough, the default untouched below.
#[test]
fn results_that_come_quickly_teach_a_short_lag() {
    let few = book(9, 56).review();
    assert_eq!(
        input(of_the_room(&few), "scale of the wait for results"),
        (34.0, Origin::Judgement)
    );
    let many = book(40, 56).review();
    let (weeks, origin) = input(of_the_room(&many), "scale of the wait for results");
    assert_eq!(origin, Origin::Learned);
    assert!((6.0..12.0).contains(&weeks), "{weeks}");
    let slow = book(40, 420).review();
    assert!(input(of_the_room(&slow), "scale of the wait for results").0 > 45.0);
}

/// A short lag makes more of the same hours mature.
#[test]
fn what_is_learned_moves_what_rests_on_it() {
    let mature =
        |review: &Review| input(of_the_room(review), "hours that can have shown their result").0;
    let learned = book(65, 56).review();
    let mut by_default = book(65, 56);
    for business in &mut by_default.facts.business {
        business.referrer = None;
        business.room = Some(room());
    }
    assert!(mature(&learned) > mature(&by_default.review()) * 1.02);
}

/// What is learned once is not learned again: a review of the past within a review stands on it.
#[test]
fn the_same_book_teaches_the_same() {
    let hand = book(40, 56);
    assert_eq!(hand.review(), hand.review());
}

/// §3.6, the verdict rule.
#[test]
fn a_channel_is_set_beside_networking_only_past_the_gate() {
    let with_calls = |sales: u32| {
        let mut hand = book(40, 56);
        for month in 1..=20_i32 {
            hand.facts.channel_months.push(ChannelMonth {
                id: FactId(Uuid::from_u128(9_000 + u128::from(month.unsigned_abs()))),
                channel: "Cold calls".to_owned(),
                month: days_before(TODAY, 30 * month).first_of_month(),
                minutes: Some(600),
                cost: None,
                leads: None,
                sales: Some(sales),
                value: Some(Amount { currency: None, minor: i64::from(sales) * 100_000 }),
            });
        }
        let channels = hand.review().channels;
        assert_eq!(channels[0].beside_networking, None);
        channels[1].beside_networking.clone().unwrap()
    };
    let (none, many) = (with_calls(0), with_calls(12));
    assert_eq!((none.verdict, many.verdict), (Compared::Worse, Compared::Better));
    assert!(none.chance < 0.05 && many.chance > 0.95);
    let alike = with_calls(3);
    assert_eq!(alike.verdict, Compared::NotEnoughData, "{alike:?}");
    assert!(alike.says.starts_with("Not enough data"));
}

/// §3.5: below five events the counts and what is usual, then the owner's own curve.
#[test]
fn how_long_until_somebody_refers_is_told_by_five_of_them() {
    assert_eq!(Hand::new().review().first_referral, None);
    let after = |referrers: usize| {
        let mut hand = book(30, 56);
        hand.facts.business.clear();
        let people: Vec<PersonId> = hand.facts.people.iter().map(|p| p.id).collect();
        for (n, &person) in people.iter().take(referrers).enumerate() {
            let first = weeks_ago(150 - 2 * i32::try_from(n).unwrap());
            referral(&mut hand, person, days_after(first, 203), ReferralStatus::Met);
        }
        hand.review().first_referral.unwrap()
    };
    let few = after(2);
    assert_eq!((few.people, few.referred, few.learned), (30, 2, false));
    assert!(few.says.contains("rule of thumb"), "{}", few.says);
    assert!(few.explanation.inputs.iter().any(|i| i.origin == Origin::Judgement));
    let enough = after(15);
    assert!(enough.learned && enough.explanation.facts.len() == 15);
    let by = |weeks: f64| *enough.by.iter().find(|b| b.weeks >= weeks).unwrap();
    assert!((by(52.0).share - 0.5).abs() < 1e-9, "{enough:?}");
    assert!(by(52.0).low < 0.5 && 0.5 < by(52.0).high);
    assert_eq!(enough.median_weeks.map(f64::round), Some(29.0));
}

/// What the network is worth follows the owner's own rule of thumb, not one learned or ours.
#[test]
fn the_worth_of_the_network_goes_by_the_owners_rule_of_thumb() {
    let mut hand = book(40, 56);
    for person in &mut hand.facts.people {
        person.looking_for = Some("a printer".to_owned());
    }
    let book = Book::new(hand.facts, &[]);
    let worth = |params: &Params| Review::of(&book, TODAY, params).levels.worth;
    let mut patient = Params::default();
    (patient.alive.a, patient.alive.alpha) = (0.1, 60.0);
    assert!(worth(&patient) > 1.5 * worth(&Params::default()));
}

/// Rows 1 and 10: hours of another way count from the day they are noted, sales or none; until what they sold
/// is said, nothing is held against them.
#[test]
fn hours_of_another_way_count_before_a_sale_is_told() {
    let mut hand = Hand::new();
    let mut told = |channel: &str, minutes, sales| {
        let id = FactId(hand.id());
        hand.facts.channel_months.push(ChannelMonth {
            id,
            channel: channel.to_owned(),
            month: TODAY.first_of_month(),
            minutes: Some(minutes),
            cost: None,
            leads: None,
            sales,
            value: None,
        });
    };
    told("cold calling", 180, None);
    told("Cold calling", 60, None);
    let review = hand.review();
    let calls = &review.channels[1];
    assert_eq!((calls.name.as_deref(), calls.minutes), (Some("cold calling"), 240));
    assert_eq!((calls.events, calls.is_told), (0, false), "unknown is not nought");
    let says = &calls.beside_networking.as_ref().unwrap().says;
    assert!(says.contains("is not said yet"), "{says}");

    let id = FactId(hand.id());
    let none = ChannelMonth { id, sales: Some(0), ..hand.facts.channel_months[0].clone() };
    hand.facts.channel_months.push(none);
    assert!(hand.review().channels[1].is_told);
    let says = hand.review().channels[1].beside_networking.clone().unwrap().says;
    assert!(says.contains("Not enough data") && says.contains("count as none"), "{says}");
}

/// Row 10: business whose worth nobody noted counts for networking as it does for any other way, and its worth is unknown.
#[test]
fn business_without_a_worth_counts_for_networking_and_says_so() {
    let mut hand = Hand::new();
    assert!(!hand.review().channels[0].is_told, "a book without any business says nothing of it");
    let giver = hand.met(weeks_ago(20));
    for pounds in [500, 0] {
        hand.business("a friend", Some(giver), pounds);
    }
    hand.facts.business[1].value = None;
    let networking = hand.review().channels[0].clone();
    assert_eq!((networking.events, networking.unvalued, networking.is_told), (2, 1, true));
    assert_eq!(networking.value.minor, 50_000);
}

//! Stay in a room or leave it.

use super::outlook::referral;
use super::*;
use crate::facts::ReferralStatus;

/// Row 49: what was spent before stands nowhere on the sheet.
#[test]
fn the_sheet_for_leaving_a_room_holds_only_what_is_to_come() {
    let mut hand = Hand::new();
    hand.facts.rooms[0].fee_per_meeting = Some(Amount { currency: None, minor: 1_500 });
    for week in 0..13 {
        hand.meeting(weeks_ago(week), 90).travel_minutes = Some(30);
    }
    let sheet = hand.review().rooms[0].leaving.clone().unwrap();
    assert_eq!((sheet.meetings, sheet.minutes), (Some(26), Some(26 * 120)));
    assert_eq!((sheet.still_to_pay, sheet.fees_known), (pounds(390), true));
    assert_eq!(sheet.may_bring, None);
    for week in 20..200 {
        hand.meeting(weeks_ago(week), 90).cost = Some(Amount { currency: None, minor: 99_900 });
    }
    let sunk = hand.review().rooms[0].leaving.clone().unwrap();
    assert_eq!((sunk.still_to_pay, sunk.minutes), (sheet.still_to_pay, sheet.minutes));
    hand.facts.rooms[0].left_on = Some(weeks_ago(1));
    assert_eq!(hand.review().rooms[0].leaving, None);
}

/// Row 49: whoever joined four weeks ago and has not missed one goes every week.
#[test]
fn the_habit_of_a_room_joined_lately_is_that_of_its_own_weeks() {
    let mut hand = Hand::new();
    for week in 0..4 {
        hand.meeting(weeks_ago(week), 90);
    }
    let sheet = hand.review().rooms[0].leaving.clone().unwrap();
    assert_eq!((sheet.meetings, sheet.minutes), (Some(26), Some(26 * 90)));
}

/// Row 49: what is paid next, and when; what was paid before stays out.
#[test]
fn the_membership_that_is_paid_next_is_named_with_its_day() {
    let mut hand = Hand::new();
    for week in 0..13 {
        hand.meeting(weeks_ago(week), 90);
    }
    hand.facts.rooms[0].annual_fee = Some(Amount { currency: None, minor: 60_000 });
    let sheet = |hand: &Hand| hand.review().rooms[0].leaving.clone().unwrap();
    let unknown = sheet(&hand);
    let fee = unknown.next_fee.unwrap();
    assert_eq!((fee.on, fee.amount, unknown.still_to_pay), (None, pounds(600), pounds(300)));
    assert!(fee.says.contains("not known, so half of it"), "{}", fee.says);
    for (joined, on, pays, says) in [
        (date(2020, 2, 29), date(2027, 2, 28), 600, "due on 28 February 2027."),
        (date(2025, 9, 9), date(2027, 9, 9), 0, "due on 9 September 2027, after this half-year."),
        (date(2026, 11, 16), date(2027, 11, 16), 0, "after this half-year."),
    ] {
        hand.facts.rooms[0].joined_on = Some(joined);
        let told = sheet(&hand);
        let fee = told.next_fee.unwrap();
        assert_eq!((fee.on, told.still_to_pay), (Some(on), pounds(pays)), "{joined}");
        assert!(fee.says.ends_with(says), "{}", fee.says);
    }
    hand.facts.rooms[0].left_on = Some(date(2027, 3, 1));
    assert_eq!(sheet(&hand).next_fee, None, "whoever leaves before pays no more");
}

/// Row 49: unknown is not nothing, and one meeting is no habit.
#[test]
fn the_sheet_for_leaving_says_what_cant_be_told() {
    let mut hand = Hand::new();
    hand.meeting(weeks_ago(1), 90);
    let sheet = hand.review().rooms[0].leaving.clone().unwrap();
    assert_eq!((sheet.meetings, sheet.minutes, sheet.may_bring), (None, None, None));
    assert!(sheet.says.starts_with("One meeting in 13 weeks is no habit yet"), "{}", sheet.says);
    for week in 2..14 {
        hand.meeting(weeks_ago(week), 90).minutes = None;
    }
    // Lengths that are not known are taken as the one that is.
    let sheet = hand.review().rooms[0].leaving.clone().unwrap();
    assert_eq!((sheet.meetings, sheet.minutes), (Some(24), Some(24 * 90)));
    for meeting in &mut hand.facts.meetings {
        meeting.minutes = None;
    }
    let sheet = hand.review().rooms[0].leaving.clone().unwrap();
    assert_eq!((sheet.meetings, sheet.minutes), (Some(24), None));
    assert!(sheet.says.contains("is not known"), "{}", sheet.says);
}

/// Row 49: three evenings of one week show no rhythm, nor do four.
#[test]
fn a_rhythm_takes_four_meetings_over_four_weeks() {
    let mut hand = Hand::new();
    for days in [2, 4, 6, 1] {
        hand.meeting(days_before(TODAY, days), 120);
        let sheet = hand.review().rooms[0].leaving.clone().unwrap();
        assert_eq!((sheet.meetings, sheet.minutes), (None, None), "{}", sheet.says);
    }
    let says = hand.review().rooms[0].leaving.clone().unwrap().says;
    assert!(says.starts_with("4 meetings within 1 week show no rhythm yet; it takes 4"), "{says}");
    hand.meeting(weeks_ago(3), 120);
    assert_eq!(hand.review().rooms[0].leaving.clone().unwrap().meetings, Some(32));
}

/// Row 49: hours cost what the owner says an hour is worth; where that was never said, they stand apart. And where
/// an hour brings less lately, the sheet says so too.
#[test]
fn staying_costs_the_owner_s_hours_at_their_own_rate() {
    let mut hand = Hand::new();
    hand.facts.rooms[0].fee_per_meeting = Some(Amount { currency: None, minor: 1_000 });
    let friend = hand.met(weeks_ago(150));
    for week in 0..150 {
        hand.meeting(weeks_ago(week), 120);
    }
    for n in 0..20 {
        hand.business("A friend", Some(friend), 300);
        hand.facts.business.last_mut().unwrap().won_on = Some(weeks_ago(30 + n * 4));
        referral(&mut hand, friend, weeks_ago(30 + n), ReferralStatus::Won);
    }
    let sheet = |hand: &Hand| hand.review().rooms[0].leaving.clone().unwrap();
    let apart = sheet(&hand);
    let (_, median, high) = apart.may_bring.unwrap();
    assert!(apart.own_time.is_none() && median > apart.still_to_pay.minor, "{apart:?}");
    assert!(apart.says.contains("more than they still cost"), "{}", apart.says);
    let mut settings = Settings::new(BookId(Uuid::nil()));
    settings.hourly_rate = Some(Amount { currency: None, minor: 6_000 });
    hand.facts.settings.push(settings);
    let costed = sheet(&hand);
    assert_eq!(costed.own_time, Some(pounds(52 * 60)));
    assert!(high < 52 * 6_000, "{costed:?}");
    let says = "less than they still cost, with £3,120 of your own time.";
    assert!(costed.says.contains(says), "{}", costed.says);
    let lately = "Lately an hour of all your networking brought less than before";
    assert_eq!(
        costed.says.contains(lately),
        hand.finding("falling-return").state == State::Seen,
        "{}",
        costed.says
    );
    assert!(costed.says.contains(lately), "no referral for thirty weeks: {}", costed.says);
}

/// Row 49: four meetings of a monthly room lie in thirteen weeks, and six in twice as many, each as long as it is.
#[test]
fn the_habit_of_a_monthly_room_goes_on_once_a_month() {
    let mut hand = Hand::new();
    hand.facts.rooms[0].fee_per_meeting = Some(Amount { currency: None, minor: 1_000 });
    for week in [0, 4, 8, 12] {
        hand.meeting(weeks_ago(week), 150);
    }
    for cadence in [None, Some(crate::facts::Cadence::Monthly)] {
        hand.facts.rooms[0].cadence = cadence;
        let sheet = hand.review().rooms[0].leaving.clone().unwrap();
        assert_eq!((sheet.meetings, sheet.minutes), (Some(6), Some(6 * 150)));
        assert_eq!(sheet.still_to_pay, pounds(60));
        assert!(
            sheet.says.starts_with("Going as often as in the last 13 weeks, "),
            "{}",
            sheet.says
        );
    }
}

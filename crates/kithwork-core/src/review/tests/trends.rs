//! What an hour brought lately, by quarter and by half-year.

use super::outlook::referral;
use super::*;
use crate::facts::ReferralStatus;

/// A meeting of two hours and every second week a one-to-one for so many weeks; so many referrals, evenly, in the
/// half-year before last and in the last.
fn steady(weeks: i32, before: i32, lately: i32) -> Hand {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(weeks));
    for week in 0..weeks {
        hand.meeting(weeks_ago(week), 120);
        if week % 2 == 0 {
            hand.one_to_one(weeks_ago(week), friend, 60);
        }
    }
    for (referrals, from) in [(before, 184), (lately, 2)] {
        for n in 0..referrals {
            let ago = from + n * 176 / referrals;
            referral(&mut hand, friend, days_before(TODAY, ago), ReferralStatus::Met);
        }
    }
    hand
}

/// Row 48: what went before the book's first entry is unknown, and not nothing.
#[test]
fn a_steady_year_is_no_fall_because_the_book_begins_with_it() {
    let finding = |hand: Hand| hand.finding("falling-return");
    for (before, lately) in [(6, 6), (5, 7), (8, 4)] {
        let of_a_year = finding(steady(52, before, lately));
        assert_eq!(of_a_year.state, State::NotEnoughData, "{}", of_a_year.says);
        let of_four = finding(steady(208, before, lately));
        let [year, four] = [of_a_year, of_four].map(|f| f.measure.unwrap());
        assert!((year - four).abs() < 0.05, "{before}, {lately}: {year} beside {four}");
    }
    let even = finding(steady(52, 6, 6));
    assert!((even.measure.unwrap() - 0.5).abs() < 0.05, "{}", even.says);
    let says = "by how many hours went before the book’s first entry: it could be chance.";
    assert!(even.says.contains(says), "{}", even.says);
}

/// Row 48: whichever way the years before are taken, a fall is a fall and a rise that may be none is none.
#[test]
fn a_verdict_stands_only_where_the_hours_before_the_book_change_nothing() {
    assert_eq!(steady(52, 16, 3).finding("falling-return").state, State::Seen);
    let rise = steady(60, 3, 12).finding("falling-return");
    assert_eq!(
        rise.state,
        State::NotEnoughData,
        "it may be that it began with the book: {}",
        rise.says
    );
    assert_eq!(steady(208, 3, 12).finding("falling-return").state, State::NotSeen);
}

/// Row 48.
#[test]
fn a_quarter_beside_the_one_before_is_told_only_when_it_is_no_chance() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(130));
    for week in 0..125 {
        hand.meeting(weeks_ago(week), 120);
    }
    for n in 0..14 {
        referral(&mut hand, friend, days_before(TODAY, 95 + n * 6), ReferralStatus::Won);
    }
    let trends = hand.review().trends;
    let last = trends.last().unwrap();
    assert_eq!((last.to, last.referrals, last.says), (TODAY, 0, "less than before"));
    assert!(last.less_than_before.unwrap() > 0.99);
    assert_eq!(trends[3].says, "could be chance");
    assert_eq!(trends.len(), 8);
    // The half-year beside the one before reads otherwise; the finding tells both, and why.
    let told = last.judgement.clone();
    let says = "An hour brought less in the quarter to 16 November 2026 than in the quarter before";
    assert!(told.starts_with(says), "{told}");
    let half = hand.finding("falling-return");
    assert_eq!(half.state, State::NotSeen, "{}", half.says);
    let more = "An hour brought more in the half-year to 16 November 2026";
    assert!(half.says.contains(more) && half.says.contains(&told), "{}", half.says);
    assert_eq!(half.says.matches("differ because").count(), 1, "{}", half.says);
}

/// Row 48: where quarter and half-year agree, the quarter is not explained.
#[test]
fn a_fall_that_lasts_reads_alike_by_quarter_and_by_half_year() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(130));
    for week in 0..125 {
        hand.meeting(weeks_ago(week), 120);
    }
    for n in 0..40 {
        referral(&mut hand, friend, days_before(TODAY, 92 + n * 7), ReferralStatus::Won);
    }
    let half = hand.finding("falling-return");
    assert_eq!(half.state, State::Seen, "{}", half.says);
    assert!(!half.says.contains("differ because"), "{}", half.says);
    let last = hand.review().trends.pop().unwrap();
    assert!(half.says.contains(&last.judgement) && last.says == "less than before");
}

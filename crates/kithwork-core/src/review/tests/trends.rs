//! What an hour brought lately, by quarter and by half-year.

use super::outlook::referral;
use super::*;
use crate::facts::ReferralStatus;

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

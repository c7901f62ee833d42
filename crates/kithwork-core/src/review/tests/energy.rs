//! What going out does to the owner's energy.

use super::*;

/// Row 47: under eight nothing is shown; a clear fall is.
#[test]
fn energy_that_falls_is_seen_from_eight_meetings_on() {
    let falls = |count: i32| {
        let mut hand = Hand::new();
        for week in 0..count {
            let energy = [5, 4, 4, 3, 3, 2, 2, 1, 1, 1][usize::try_from(count - 1 - week).unwrap()];
            hand.meeting(weeks_ago(week * 3), 60).energy = Some(energy);
        }
        hand.finding("fatigue")
    };
    assert_eq!(falls(7).measure, None);
    assert_eq!((falls(10).state, falls(10).numerator), (State::Seen, None));
}

/// Row 47: a one-to-one costs energy too, or gives it.
#[test]
fn energy_after_one_to_ones_counts_with_that_of_meetings() {
    let mut hand = Hand::new();
    let person = hand.met(weeks_ago(60));
    for week in 0..10 {
        let energy = [1, 1, 1, 2, 2, 3, 3, 4, 4, 5][usize::try_from(week).unwrap()];
        hand.talk(ConversationKind::OneToOne, weeks_ago(week * 3), person).energy = Some(energy);
    }
    let fatigue = hand.finding("fatigue");
    assert_eq!((fatigue.state, fatigue.denominator), (State::Seen, Some(10)));
    assert!(fatigue.says.contains("10 meetings and one-to-ones"), "{}", fatigue.says);
}

//! What is not noted down is unknown: neither missing nor nought.

use super::*;

/// Row 41: who was in a room long before they began to write has missed nothing until then.
#[test]
fn weeks_before_the_first_entry_are_not_missing() {
    let mut hand = Hand::new();
    hand.facts.rooms[0].cadence = Some(Cadence::Weekly);
    hand.facts.rooms[0].joined_on = Some(date(2024, 1, 1));
    for week in 0..=12 {
        hand.meeting(weeks_ago(week), 90);
    }
    let measured = hand.finding("not-measured");
    assert_eq!((measured.numerator, measured.denominator), (Some(13), Some(13)));
    assert_eq!(measured.state, State::NotSeen);
    assert_eq!(hand.finding("meeting-heavy").state, State::Seen, "what is there can be judged");
    hand.facts.meetings.clear();
    let measured = hand.finding("not-measured");
    assert_eq!((measured.numerator, measured.denominator), (Some(0), Some(52)));
}

/// Row 8: where only meetings and people are noted, what was said in between is unknown and not 0.
#[test]
fn following_up_is_not_judged_where_small_things_are_not_noted() {
    let mut hand = Hand::new();
    for week in 1..=40 {
        let met = hand.met(weeks_ago(week));
        hand.meeting(weeks_ago(week), 90).people = vec![met];
    }
    let review = hand.review();
    assert_eq!((review.funnel.followed_up, review.delays.people), (Step::default(), 0));
    assert!(review.funnel.cohorts.iter().all(|c| c.met == 40 && c.followed_up.of == 0));
    assert_eq!(review.funnel.one_to_one.of, 34, "a one-to-one stands in any diary");
    assert_ne!(review.practice.map(|p| p.step), Some("follow-up"));
    let first = hand.facts.people[0].id;
    hand.talk(ConversationKind::Email, weeks_ago(39), first);
    let review = hand.review();
    assert_eq!((review.funnel.followed_up.of, review.delays.people), (40, 40));
}

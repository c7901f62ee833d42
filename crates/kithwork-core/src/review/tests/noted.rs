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

/// Row 41: how soon people are heard from is told once five of them were met long enough ago.
#[test]
fn how_soon_people_are_heard_from_is_not_told_of_those_just_met() {
    let mut hand = Hand::new();
    for n in 0..5 {
        let met = hand.met(days_before(TODAY, 3));
        if n < 3 {
            hand.talk(ConversationKind::Email, days_before(TODAY, 1), met);
        }
    }
    let delays = hand.review().delays;
    assert_eq!((delays.people, delays.heard), (5, 3));
    assert_eq!((delays.within_a_week, delays.within_four_weeks), (None, None), "{delays:?}");
    assert_eq!(delays.four_weeks_interval, None);
    for _ in 0..5 {
        hand.met(days_before(TODAY, 10));
    }
    let delays = hand.review().delays;
    assert!(delays.within_a_week.is_some() && delays.within_two_weeks.is_none(), "{delays:?}");
}

/// Rows 1 and 35: whoever begins has had no time to sit down with anybody yet.
#[test]
fn in_the_first_months_it_is_too_early_to_say_that_nothing_came_of_meetings() {
    for (days, state) in [(6, State::NotEnoughData), (80, State::NotEnoughData), (91, State::Seen)]
    {
        let mut hand = Hand::new();
        for n in 0..7 {
            hand.meeting(days_before(TODAY, if n == 0 { days } else { n % days.min(6) }), 90);
        }
        let finding = hand.finding("no-one-to-ones");
        assert_eq!(finding.state, state, "{days} days: {}", finding.says);
        let is_early = finding.says.starts_with("Too early to tell: 7 meetings");
        assert_eq!(is_early, state == State::NotEnoughData, "{}", finding.says);
        let signal = hand.review().signal;
        assert!(signal.headline().is_none() && !signal.says.contains("not started"), "{signal:?}");
    }
}

//! How long each rung takes (row 22).

use super::*;
use crate::facts::{Direction, Help, HelpKind, Need};

/// Somebody known by sight for 59 weeks, and known better so many days after that, where they are.
fn somebody(hand: &mut Hand, after_days: Option<i32>) {
    let person = hand.met(weeks_ago(60));
    hand.meeting(weeks_ago(60), 60).people = vec![person];
    hand.meeting(weeks_ago(59), 60).people = vec![person];
    let Some(days) = after_days else { return };
    let on = crate::days::days_after(weeks_ago(59), days);
    hand.one_to_one(on, person, 60);
    let (id, what) = (FactId(hand.id()), "staff".to_owned());
    hand.facts.needs.push(Need { id, person, on: Some(on), what, met_on: None });
}

/// Row 22.
#[test]
fn the_way_from_rung_to_rung_has_its_length_and_what_went_before() {
    let mut hand = Hand::new();
    for days in [Some(63), Some(63), Some(63), None] {
        somebody(&mut hand, days);
    }
    let climbs = hand.review().climbs;
    let first = &climbs[0];
    assert_eq!((first.from, first.people, first.went_on), (1, 4, 3));
    assert_eq!((first.median_days, first.one_to_ones), (Some(63.0), Some(1.0)));
    assert_eq!((first.too_few, first.interval_days), (false, (Some(63.0), None)));
}

/// Row 22: how people come closer and the table of levels count the same people.
#[test]
fn who_is_at_a_level_now_is_counted_as_the_table_of_levels_counts_them() {
    let mut hand = Hand::new();
    for days in [Some(63), None, None] {
        somebody(&mut hand, days);
    }
    // Known by sight since nobody knows when.
    let person = hand.met(weeks_ago(60));
    for _ in 0..2 {
        let id = FactId(hand.id());
        let (direction, kind) = (Direction::Received, HelpKind::Advice);
        hand.facts.help.push(Help {
            id,
            person,
            on: None,
            direction,
            kind,
            about: None,
            asked: None,
            outcome: None,
        });
    }
    let review = hand.review();
    let first = &review.climbs[0];
    assert_eq!((first.people, first.went_on, first.still, first.undated), (3, 1, 3, 1));
    for climb in &review.climbs {
        assert_eq!(climb.still, review.levels.people[usize::from(climb.from)], "{climb:?}");
    }
}

/// Row 22: of one or two nobody can tell how long it takes.
#[test]
fn the_length_of_one_persons_way_is_no_median() {
    let mut hand = Hand::new();
    for (days, people) in [(274, 1), (90, 2)] {
        somebody(&mut hand, Some(days));
        let climb = hand.review().climbs[0].clone();
        assert_eq!((climb.people, climb.went_on, climb.too_few), (people, people, true));
        assert_eq!((climb.median_days, climb.interval_days), (None, (None, None)));
    }
}

/// Row 22: a range without a width says nothing of how sure it is.
#[test]
fn no_range_is_without_a_width() {
    let mut hand = Hand::new();
    for _ in 0..3 {
        somebody(&mut hand, Some(90));
    }
    let climb = hand.review().climbs[0].clone();
    assert_eq!((climb.too_few, climb.median_days), (false, Some(90.0)));
    assert_eq!(climb.interval_days, (None, None));
}

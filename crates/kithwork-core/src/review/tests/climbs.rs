//! How long each rung takes (row 22).

use super::*;
use crate::facts::Need;

/// Row 22.
#[test]
fn the_way_from_rung_to_rung_has_its_length_and_what_went_before() {
    let mut hand = Hand::new();
    for n in 0..4 {
        let person = hand.met(weeks_ago(60));
        hand.meeting(weeks_ago(60), 60).people = vec![person];
        hand.meeting(weeks_ago(59), 60).people = vec![person];
        if n < 3 {
            hand.one_to_one(weeks_ago(50), person, 60);
            let id = FactId(hand.id());
            let on = Some(weeks_ago(50));
            let what = "staff".to_owned();
            hand.facts.needs.push(Need { id, person, on, what, met_on: None });
        }
    }
    let climbs = hand.review().climbs;
    let first = &climbs[0];
    assert_eq!((first.from, first.people, first.went_on), (1, 4, 3));
    assert_eq!((first.median_days, first.one_to_ones), (Some(63.0), Some(1.0)));
    // All went on that same day: an interval without a width is none.
    assert_eq!((first.too_few, first.interval_days), (false, (None, None)));
}

/// Row 22: of one or two nobody can tell how long it takes.
#[test]
fn the_length_of_one_persons_way_is_no_median() {
    let mut hand = Hand::new();
    for days in [274, 90] {
        let person = hand.met(weeks_ago(60));
        hand.meeting(weeks_ago(60), 60).people = vec![person];
        hand.meeting(weeks_ago(59), 60).people = vec![person];
        let on = crate::days::days_after(weeks_ago(59), days);
        hand.one_to_one(on, person, 60);
        let id = FactId(hand.id());
        hand.facts.needs.push(Need {
            id,
            person,
            on: Some(on),
            what: "staff".into(),
            met_on: None,
        });
        let climb = hand.review().climbs[0].clone();
        assert_eq!(
            (climb.people, climb.went_on, climb.too_few),
            (climb.went_on, climb.people, true)
        );
        assert_eq!((climb.median_days, climb.interval_days), (None, (None, None)));
    }
}

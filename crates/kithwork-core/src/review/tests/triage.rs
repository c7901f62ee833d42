//! What the owner decided about people met and never followed up (row 7).

use super::outlook::help;
use super::*;
use crate::facts::{Care, Direction};

/// Sixty people met, ten of them followed up within the week.
fn sixty() -> Hand {
    let mut hand = Hand::new();
    for n in 0..60 {
        let person = hand.met(weeks_ago(10));
        if n < 10 {
            hand.talk(ConversationKind::Call, days_before(weeks_ago(10), -3), person);
        }
    }
    hand
}

#[test]
fn those_decided_about_leave_the_list_and_stay_in_the_figures() {
    let mut hand = sixty();
    assert_eq!(hand.review().pull_back.len(), 50);
    let on = Some(weeks_ago(1));
    for (n, person) in hand.facts.people.iter_mut().skip(10).take(20).enumerate() {
        (person.care, person.care_on) = (Some(Care::ALL[n % 3]), on);
    }
    let review = hand.review();
    assert_eq!(review.pull_back.len(), 30);
    assert_eq!(review.totals.people, 60, "a decision takes nobody out of the book");
    let finding = hand.finding("not-followed-up");
    assert_eq!((finding.numerator, finding.denominator), (Some(10), Some(60)));
    assert_eq!(finding.facts.len(), 30);
    assert!(finding.says.ends_with("You have decided about 20 of the others since."));

    let earlier = days_before(weeks_ago(1), 1);
    let then = Review::of(&Book::new(hand.facts, &[]), earlier, &Params::default());
    assert_eq!(then.pull_back.len(), 50, "the day before nothing was decided");
}

/// Row 7: help is a word too, and whoever stands only in an address book was never met.
#[test]
fn only_people_who_were_met_and_heard_nothing_wait() {
    let mut hand = Hand::new();
    let helped = hand.met(weeks_ago(6));
    let waits = hand.met(weeks_ago(6));
    hand.person();
    help(&mut hand, helped, Direction::Given, weeks_ago(4), None);
    let long_ago = hand.met(weeks_ago(150));
    let opposed = hand.met(weeks_ago(3));
    hand.facts.people.iter_mut().find(|p| p.id == opposed).unwrap().do_not_contact = true;
    let waiting: Vec<PersonId> = hand.review().pull_back.iter().map(|one| one.person).collect();
    assert_eq!(waiting, [waits, long_ago], "most to lose first, and nobody stands nowhere");
}

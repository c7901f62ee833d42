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

/// Rows 55 and 56.
#[test]
fn who_is_between_two_chairs_is_listed() {
    let mut hand = Hand::new();
    let regular = hand.met(weeks_ago(50));
    for week in 1..=5 {
        hand.meeting(weeks_ago(week * 7), 90).people = vec![regular];
    }
    let undecided = hand.met(days_before(TODAY, 15));
    hand.met(days_before(TODAY, 14));
    let ends = hand.review().loose_ends;
    let who = |ends: &[LooseEnd]| ends.iter().map(|end| end.person).collect::<Vec<_>>();
    assert_eq!(
        who(&ends.undecided),
        [regular, undecided],
        "however long ago, and 14 days are none"
    );
    assert!(ends.undecided[0].says.starts_with("Met 11 months ago"), "{ends:?}");
    assert_eq!(hand.review().pull_back.len(), 3, "the list holds those of the last fortnight too");
    assert_eq!(who(&ends.never_outside), [regular]);
    assert_eq!(ends.never_outside[0].times, Some(6), "met, and five times since");
    assert!(ends.never_outside[0].says.contains("6 times"), "{}", ends.never_outside[0].says);
    assert_eq!(hand.finding("only-in-rooms").facts.len(), 1, "the finding means the same people");
    hand.facts.people[1].care = Some(Care::Light);
    assert_eq!(who(&hand.review().loose_ends.undecided), [regular], "it is decided");
    hand.facts.people[1].care = None;
    hand.facts.people[0].care = Some(Care::LetGo);
    assert!(hand.review().loose_ends.never_outside.is_empty());
    assert!(hand.finding("only-in-rooms").facts.is_empty());
    hand.talk(ConversationKind::Call, days_before(TODAY, 2), undecided);
    assert!(hand.review().loose_ends.undecided.is_empty());
}

/// Row 55: the day of meeting is no further meeting where none is known to have been that day.
#[test]
fn a_day_of_meeting_without_a_room_is_no_meeting() {
    let mut hand = Hand::new();
    let priya = hand.person();
    hand.facts.people.last_mut().unwrap().met_on = Some(date(2026, 3, 10));
    for on in [date(2026, 3, 3), date(2026, 4, 3)] {
        hand.meeting(on, 90).people = vec![priya];
    }
    let listed = |hand: &Hand| hand.review().loose_ends.never_outside[0].times;
    assert_eq!(listed(&hand), Some(2));
    hand.facts.people[0].met_at = Some(room());
    assert_eq!(listed(&hand), Some(2), "they were seen there before");
    hand.facts.people[0].met_on = Some(date(2026, 2, 20));
    assert_eq!(listed(&hand), Some(3), "met there, then seen twice");
    // Whoever was met lately is left out, and counted.
    for days in [3, 40, 44, 45] {
        hand.met(days_before(TODAY, days));
    }
    let ends = hand.review().loose_ends;
    assert_eq!((ends.never_outside.len(), ends.too_recent), (2, 3));
}

/// Rows 8 and 41: where messages are not noted, a one-to-one within the week still follows up, and of the others
/// nobody can tell.
#[test]
fn a_one_to_one_within_the_week_follows_up_where_nothing_else_is_noted() {
    let mut hand = Hand::new();
    for n in 0..30 {
        let person = hand.met(weeks_ago(10));
        if n < 4 {
            hand.one_to_one(days_before(weeks_ago(10), -3), person, 60);
        }
    }
    let review = hand.review();
    let step = review.funnel.followed_up;
    assert_eq!((step.took, step.of, review.funnel.cohorts[0].followed_up), (4, 0, step));
    let finding = hand.finding("not-followed-up");
    assert_eq!(finding.state, State::NotEnoughData);
    let says = "4 of 30 people met in the last year sat down with you within a week.";
    assert!(finding.says.starts_with(says), "{}", finding.says);
    assert!(finding.says.ends_with("nobody can tell of the others."), "{}", finding.says);
}

/// Row 55: whoever was met in a room was seen there, whether or not the meeting names them.
#[test]
fn people_met_in_a_room_count_as_seen_there() {
    let mut hand = Hand::new();
    for n in 0..26 {
        let person = hand.met(weeks_ago(20));
        if n < 4 {
            hand.talk(ConversationKind::Email, weeks_ago(18), person);
        }
    }
    let finding = hand.finding("only-in-rooms");
    assert_eq!((finding.numerator, finding.denominator), (Some(4), Some(30)), "{}", finding.says);
    assert_eq!(finding.facts.len(), 22);
    assert_eq!(hand.review().loose_ends.never_outside.len(), 22);
}

/// Row 55: a talk of several is outside the room for each of them.
#[test]
fn whoever_sat_at_one_table_was_seen_outside_the_room() {
    let mut hand = Hand::new();
    let both = [hand.met(weeks_ago(20)), hand.met(weeks_ago(20))];
    assert_eq!(hand.review().loose_ends.never_outside.len(), 2);
    hand.talk(ConversationKind::SmallGroup, weeks_ago(3), both[0]);
    hand.facts.conversations.last_mut().unwrap().people = both.to_vec();
    assert!(hand.review().loose_ends.never_outside.is_empty());
}

/// Row 7: a need that was heard counts as one that a file told.
#[test]
fn what_was_heard_of_somebody_who_waits_is_what_could_come_next() {
    let mut hand = Hand::new();
    let who = hand.met(weeks_ago(6));
    hand.facts.needs.push(crate::facts::Need {
        id: FactId(uuid::Uuid::from_u128(990)),
        person: who,
        on: Some(weeks_ago(6)),
        what: "a web designer".to_owned(),
        met_on: None,
    });
    let says = "They are looking for a web designer: whom could you introduce?";
    assert_eq!(hand.review().pull_back[0].next_step, says);
}

//! Sentences that stand on one page agree with each other and with their own numbers.

use super::outlook::referral;
use super::*;
use crate::explanation::Origin;
use crate::facts::{ChannelMonth, ReferralStatus};

fn introduced(hand: &mut Hand, on: Option<Date>) {
    let (id, by) = (FactId(hand.id()), hand.person());
    let (person_a, person_b) = (Party::Me, Party::Person(hand.person()));
    let introduced_by = Party::Person(by);
    hand.facts.introductions.push(Introduction {
        id,
        on,
        introduced_by,
        person_a,
        person_b,
        outcome: None,
    });
}

/// Row 35: what came before the first effort, or on nobody knows which day, is not put down to it.
#[test]
fn results_from_before_the_first_effort_are_not_credited_to_it() {
    let mut hand = Hand::new();
    for _ in 0..5 {
        introduced(&mut hand, Some(weeks_ago(20)));
    }
    let nothing_done = hand.review().signal;
    assert_eq!((nothing_done.introductions, nothing_done.weeks), (0, 0));
    assert!(nothing_done.says.starts_with("Not enough to tell yet"), "{}", nothing_done.says);
    let friend = hand.met(weeks_ago(6));
    hand.one_to_one(weeks_ago(5), friend, 120);
    let before = hand.review().signal;
    assert_eq!((before.introductions, before.weeks), (0, 6), "{}", before.says);
    introduced(&mut hand, Some(weeks_ago(2)));
    introduced(&mut hand, None);
    let since = hand.review().signal;
    assert_eq!((since.introductions, since.undated), (1, 1), "{}", since.says);
    assert!(since.says.contains("One more result bears no day"), "{}", since.says);
}

/// Row 35: that nothing showed is not said while something may have.
#[test]
fn a_year_whose_results_bear_no_day_is_not_told_as_nothing() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    for week in 0..56 {
        hand.meeting(weeks_ago(week), 120);
        hand.one_to_one(weeks_ago(week), friend, 60);
    }
    assert_eq!(hand.review().signal.verdict, Verdict::NothingShowed);
    introduced(&mut hand, None);
    let signal = hand.review().signal;
    assert_eq!((signal.verdict, signal.headline()), (Verdict::TooBriefly, None));
    assert_eq!(signal.still_possible, None);
    assert!(signal.says.ends_with("With their days it could be told what shows."), "{signal:?}");
}

/// Row 23: hours in rooms are not measured by the line for hours with people.
#[test]
fn what_was_not_tried_is_told_apart_from_the_hours_in_rooms() {
    let mut hand = Hand::new();
    for month in 0..12 {
        hand.meeting(weeks_ago(1 + month * 4), 120);
    }
    let says = hand.review().signal.says;
    let none = "No time with people is noted: from 20 h of it on it counts as tried.";
    assert!(says.starts_with("12 meetings and 24 h") && says.ends_with(none), "{says}");
    let friend = hand.met(weeks_ago(9));
    hand.talk(ConversationKind::Call, weeks_ago(8), friend).minutes = Some(240);
    let says = hand.review().signal.says;
    let some = "Of these 28 h, 4 h went to people: from 20 h with people on it counts as tried.";
    assert!(says.ends_with(some), "{says}");
}

/// Rows 35 and 63: one book is not told both that something shows and that nothing has begun.
#[test]
fn where_something_shows_no_one_to_one_is_no_pipeline_that_has_not_started() {
    let mut hand = Hand::new();
    for week in 0..56 {
        hand.meeting(weeks_ago(week), 120);
    }
    assert!(hand.finding("no-one-to-ones").says.starts_with("Pipeline not started"));
    introduced(&mut hand, Some(weeks_ago(10)));
    let finding = hand.finding("no-one-to-ones");
    assert_eq!(finding.says, "No one-to-one yet after 56 meetings.");
    assert_eq!(hand.review().signal.verdict, Verdict::TriedWithoutBusiness);
    let speaks_for = finding.evidence.speaks_for;
    assert_eq!(speaks_for, "There was none at all, which is below any line that could be drawn.");
}

/// Row 10: a cost that nobody noted is not nought.
#[test]
fn a_way_without_any_cost_noted_is_said_to_have_none_noted() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    hand.one_to_one(weeks_ago(30), friend, 60);
    hand.facts.channel_months.push(ChannelMonth {
        id: FactId(Uuid::from_u128(1 << 70)),
        channel: "cold calling".to_owned(),
        month: weeks_ago(8),
        minutes: Some(600),
        cost: Some(Amount { currency: None, minor: 0 }),
        leads: None,
        sales: Some(1),
        value: None,
    });
    let told =
        |hand: &Hand| hand.review().channels.iter().map(|c| c.is_cost_told).collect::<Vec<_>>();
    assert_eq!(told(&hand), [false, true], "nothing spent was said of the calls");
    let beside = hand.review().channels[1].beside_networking.clone().unwrap().says;
    assert!(beside.ends_with("No cost of networking is noted, so none is taken off."), "{beside}");
    hand.meeting(weeks_ago(3), 60).cost = Some(Amount { currency: None, minor: 1_500 });
    assert_eq!(told(&hand), [true, true]);
}

/// Row 36: a rate says of what it is one.
#[test]
fn what_came_of_it_names_what_was_counted() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    for week in 1..=11 {
        hand.meeting(weeks_ago(week), 60);
    }
    hand.one_to_one(weeks_ago(30), friend, 60);
    referral(&mut hand, friend, weeks_ago(3), ReferralStatus::Won);
    let yields = hand.review().yields;
    let told: Vec<(&str, &str, String)> =
        yields.iter().map(|one| (one.from_what(), one.came(), one.told())).collect();
    let has = |from, came, says: &str| told.contains(&(from, came, says.to_owned()));
    assert!(has("meetings", "referrals", "1 from 11 meetings"), "{told:?}");
    assert!(has("one-to-ones", "referrals", "1 from 1 one-to-one"), "{told:?}");
    assert!(has("people you know", "seen one to one", "1 of 1 person"), "{told:?}");
    assert!(has("people seen one to one", "seen one to one again", "0 of 1 person"), "{told:?}");
}

/// A chance and the ends of a range rest on defaults too: nobody counted them in the book.
#[test]
fn what_is_worked_out_is_not_called_counted() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    for week in 1..=40 {
        hand.meeting(weeks_ago(week), 60);
    }
    hand.one_to_one(weeks_ago(30), friend, 60);
    let review = hand.review();
    let findings = review.findings.iter().filter_map(|finding| finding.explanation.as_ref());
    let told = findings.chain([&review.exposure.explanation]);
    let inputs: Vec<_> = told.flat_map(|told| &told.inputs).collect();
    for name in ["measure", "low end", "high end", "hours that can have shown their result"] {
        let mut of = inputs.iter().filter(|input| input.name == name).peekable();
        assert!(of.peek().is_some(), "{name}");
        assert!(of.all(|input| input.origin == Origin::Reckoned), "{name}");
    }
    let counted = inputs.iter().find(|input| input.name == "cases looked at").unwrap();
    assert_eq!(counted.origin, Origin::Counted);
}

/// Rows 1 and 3: whether a meeting can be missed is for the week to say.
#[test]
fn the_review_leaves_it_to_the_week_whether_a_meeting_can_be_missed() {
    let mut hand = Hand::new();
    for week in 0..12 {
        hand.meeting(weeks_ago(week), 120);
    }
    let finding = hand.finding("meeting-heavy");
    assert_eq!(finding.state, State::Seen);
    assert!(finding.try_next.contains("where the plan of the week says"), "{}", finding.try_next);
}

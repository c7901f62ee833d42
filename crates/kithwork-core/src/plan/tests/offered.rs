//! Which times are offered to whom.

use super::*;
use jiff::civil::{DateTime, time};

fn asked(plan: &Plan) -> Vec<&Item> {
    plan.items.iter().filter(|item| item.status == Status::Invite).collect()
}

#[test]
fn nobody_is_offered_what_another_is() {
    let mut story = Story::default();
    for n in 0..6 {
        story.explorer(&format!("Friend {n}"), 30);
    }
    let plan = story.plan(360);
    assert_eq!(asked(&plan).len(), 6);
    let mut times: Vec<DateTime> = asked(&plan).iter().flat_map(|i| i.offer.clone()).collect();
    assert_eq!(times.len(), 12, "two each: {times:?}");
    times.sort_unstable();
    times.dedup();
    assert_eq!(times.len(), 12);
    assert!(times[0] > MONDAY.checked_add(6.days()).unwrap().to_datetime(time(23, 0, 0, 0)));
}

#[test]
fn whoever_is_at_a_meeting_of_the_week_is_offered_coffee_right_after_it() {
    let mut story = Story::default();
    let friends: Vec<PersonId> =
        (0..2).map(|n| story.explorer(&format!("Friend {n}"), 30)).collect();
    let room = story.room("Aldgate Lunch", 2, 8, &friends);
    let mut meeting =
        Meeting::held(FactId(story.id()), room, MONDAY.checked_add(2.days()).unwrap());
    (meeting.starts, meeting.minutes) = (Some(time(12, 0, 0, 0)), Some(75));
    story.facts.meetings.push(meeting);
    let plan = story.plan(360);
    let with = |n: usize| *asked(&plan).iter().find(|i| i.people == [friends[n]]).unwrap();
    let after = DateTime::new(2026, 11, 18, 13, 15, 0, 0).unwrap();
    let offered: Vec<bool> = (0..2).map(|n| with(n).offer[0] == after).collect();
    assert_eq!(
        offered.iter().filter(|first| **first).count(),
        1,
        "one coffee a meeting: {plan:#?}"
    );
    let one = with(offered.iter().position(|first| *first).unwrap());
    assert!(one.bring.iter().any(|b| b.contains("right after it")), "{one:#?}");

    // Looked at on the Thursday, the meeting has been.
    let plan = story.plan_on(MONDAY.checked_add(3.days()).unwrap(), 360);
    let times: Vec<DateTime> = asked(&plan).iter().flat_map(|i| i.offer.clone()).collect();
    assert!(!times.is_empty() && !times.contains(&after), "{times:?}");
}

/// Row 3: what a card names stands in its letter, which is made of what is offered.
#[test]
fn a_card_that_swaps_a_meeting_names_a_time_that_is_offered() {
    for starts in [None, Some(time(7, 15, 0, 0))] {
        let mut story = Story::default();
        let people: Vec<PersonId> =
            (0..9).map(|n| story.explorer(&format!("Friend {n}"), 30)).collect();
        let room = story.room("Bow Breakfast", 3, 20, &people);
        let on = MONDAY.checked_add(3.days()).unwrap();
        let mut next = Meeting::held(FactId(story.id()), room, on);
        (next.minutes, next.starts) = (Some(120), starts);
        story.facts.meetings.push(next);
        let plan = story.plan(200);
        let swap = plan.items.iter().find(|i| i.could_replace.is_some()).unwrap();
        let says = swap.bring.iter().find(|says| says.starts_with("Offer ")).unwrap();
        let hour = if starts.is_some() { "at 7:15, when" } else { "at 8:30: Bow Breakfast meets" };
        assert!(says.starts_with(&format!("Offer Thursday 19 November {hour}")), "{says}");
        assert_eq!(swap.offer[0], on.to_datetime(starts.unwrap_or(time(8, 30, 0, 0))));
        assert_eq!(swap.offer.len(), 2, "{:?}", swap.offer);
    }
}

/// Row 64: whoever was asked for a coffee and for a call is asked for nothing more, and nobody else is offered
/// the times of either.
#[test]
fn two_asks_of_one_person_hold_their_times_apart_and_ask_for_no_third() {
    let mut story = Story::default();
    let friends: Vec<PersonId> =
        (0..4).map(|n| story.explorer(&format!("Friend {n}"), 30)).collect();
    let mut held: Vec<DateTime> = Vec::new();
    for kind in [ConversationKind::OneToOne, ConversationKind::Call] {
        let book = Book::new(story.facts.clone(), &[]);
        let times = super::super::free::times(&book, MONDAY, 60);
        assert!(times.iter().all(|at| !held.contains(at)), "{kind:?}: {times:?} beside {held:?}");
        let id = FactId(story.id());
        let mut talk = Conversation::happened(id, kind, MONDAY, vec![friends[0]]);
        (talk.stage, talk.offered) = (Stage::Asked, times.clone());
        story.facts.conversations.push(talk);
        held.extend(times);
    }
    let plan = story.plan(360);
    assert!(!asked(&plan).is_empty());
    assert!(plan.items.iter().all(|i| !i.people.contains(&friends[0])), "{plan:#?}");
    let times = asked(&plan).into_iter().flat_map(|i| i.offer.clone());
    assert!(times.clone().all(|at| !held.contains(&at)), "{:?}", times.collect::<Vec<_>>());
}

/// What is kept free is as long as what is asked for, without the way there.
#[test]
fn a_shorter_talk_is_offered_hours_that_an_hour_would_not_fit() {
    let mut story = Story::default();
    for n in 0..6 {
        let friend = story.explorer(&format!("Friend {n}"), 30);
        story.talk(ConversationKind::OneToOne, friend, 29);
    }
    for talk in &mut story.facts.conversations {
        (talk.minutes, talk.travel_minutes) = (Some(45), Some(20));
    }
    let plan = story.plan(65);
    let [one] = asked(&plan)[..] else { panic!("{plan:#?}") };
    assert_eq!((one.minutes, one.together), (65, Some(45)));
}

/// The way to somebody is a part of what they take, and two in one place far away take one journey.
#[test]
fn two_in_one_place_far_away_are_offered_one_journey() {
    let mut story = Story::default();
    for name in ["Anna Bell", "Ben Cole"] {
        let person = story.explorer(name, 30);
        story.edit(person, |p| p.city = Some("Stroud".to_owned()));
        let talk = story.facts.conversations.last_mut().unwrap();
        talk.travel_minutes = Some(80);
    }
    let plan = story.plan(360);
    let [one, other] = asked(&plan)[..] else { panic!("{plan:#?}") };
    assert_eq!([one.minutes, other.minutes], [140, 140]);
    assert_eq!(other.offer[0], one.offer[0].checked_add(90.minutes()).unwrap());
    assert!(other.bring.iter().any(|b| b.contains("one journey for both")), "{other:#?}");
    assert_eq!(story.plan(180).items.len(), 1, "two would take longer than there is");
}

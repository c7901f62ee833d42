//! What was acted upon is gone from the plan made again in the same week.

use super::*;
use crate::facts::{Introduction, Party};

fn day(days: i64) -> Date {
    MONDAY.checked_add(days.days()).unwrap()
}

/// Writes a conversation at a stage into the book, on a day counted from the week's Monday.
fn note(story: &mut Story, kind: ConversationKind, with: &[PersonId], stage: Stage, days: i64) {
    let mut talk = Conversation::happened(FactId(story.id()), kind, day(days), with.to_vec());
    talk.stage = stage;
    story.facts.conversations.push(talk);
}

fn names(plan: &Plan, who: PersonId) -> bool {
    plan.items.iter().any(|item| item.people.contains(&who))
}

#[test]
fn whoever_was_put_off_is_not_named_before_that_day_and_is_from_then_on() {
    let mut story = Story::default();
    let one = story.explorer("Gareth Owen", 30);
    assert!(names(&story.plan(600), one));
    note(&mut story, ConversationKind::OneToOne, &[one], Stage::Suggested, 14);
    let book = Book::new(story.facts.clone(), &[]);
    for (weeks, is_named) in [(0, false), (1, false), (2, true)] {
        let plan = Plan::for_week(&book, day(weeks * 7), 600, &Params::default());
        assert_eq!(names(&plan, one), is_named, "in {weeks} weeks");
    }
}

#[test]
fn a_wish_to_be_in_touch_is_brought_up_on_its_day_and_gone_once_there_was_contact() {
    let mut story = Story::default();
    let one = story.explorer("Gareth Owen", 6);
    note(&mut story, ConversationKind::Message, &[one], Stage::Suggested, 2);
    let said = |plan: &Plan| {
        let mut reasons = plan.items.iter().flat_map(|item| &item.because);
        reasons.any(|why| why == "You wanted to be in touch again around 18 November.")
    };
    for minutes in [15, 600] {
        assert!(said(&story.plan(minutes)), "{minutes} minutes");
    }
    note(&mut story, ConversationKind::Message, &[one], Stage::Happened, 2);
    assert!(!said(&story.plan(600)));
}

#[test]
fn whoever_was_asked_today_is_not_asked_again() {
    let mut story = Story::default();
    let one = story.explorer("Gareth Owen", 30);
    note(&mut story, ConversationKind::OneToOne, &[one], Stage::Asked, 0);
    assert!(!names(&story.plan(600), one));
}

/// Whoever could not make it leaves the hour to somebody else, and is asked again in time, like anybody.
#[test]
fn an_ask_holds_its_hour_until_it_is_put_off() {
    let mut story = Story::default();
    let all: Vec<_> = ["Gareth Owen", "Ann Lee", "Tom Ellis"]
        .map(|name| story.explorer(name, 30))
        .into_iter()
        .collect();
    let sit_down = |story: &Story| {
        let plan = story.plan(60);
        of(&plan, ItemKind::OneToOne).first().map(|item| item.people[0])
    };
    let first = sit_down(&story).unwrap();
    assert!(all.contains(&first));
    note(&mut story, ConversationKind::OneToOne, &[first], Stage::Asked, 0);
    assert_eq!(sit_down(&story), None, "the hour is held");
    note(&mut story, ConversationKind::OneToOne, &[first], Stage::Suggested, 7);
    let second = sit_down(&story).unwrap();
    assert_ne!(second, first);
    let book = Book::new(story.facts.clone(), &[]);
    let later = Plan::for_week(&book, day(28), 600, &Params::default());
    assert!(!later.items.iter().any(|i| i.kind == ItemKind::Message && i.people == [first]));
    assert!(names(&later, first));
}

#[test]
fn an_introduction_that_was_made_is_gone_and_so_is_one_of_whoever_is_put_off() {
    let mut story = Story::default();
    let (one, other) = (story.explorer("Priya Shah", 4), story.explorer("Tom Ellis", 4));
    story.need(one, "a bookkeeper", None);
    story.edit(other, |p| p.what_they_do = Some("bookkeeper".to_owned()));
    let made = |plan: &Plan| of(plan, ItemKind::Introduction).len();
    assert_eq!(made(&story.plan(600)), 1);
    let id = FactId(story.id());
    let (person_a, person_b) = (Party::Person(one), Party::Person(other));
    let on = Some(MONDAY);
    let introduction =
        Introduction { id, on, introduced_by: Party::Me, person_a, person_b, outcome: None };
    story.facts.introductions.push(introduction);
    assert_eq!(made(&story.plan(600)), 0);
    story.facts.introductions.clear();
    note(&mut story, ConversationKind::OneToOne, &[other], Stage::Suggested, 21);
    assert_eq!(made(&story.plan(600)), 0);
}

/// What a plan holds beside what is done with some people.
fn others(plan: &Plan, without: &[PersonId]) -> Vec<String> {
    let rest = plan.items.iter().filter(|item| item.people.is_empty() || item.people != without);
    let told = |i: &Item| format!("{:?} {:?} {:?} {:?}", i.kind, i.names, i.room, i.could_replace);
    rest.map(told).collect()
}

/// Row 3: whoever is asked leaves the rest of the week as it was, its swaps and sentences with it.
#[test]
fn asking_one_leaves_the_rest_of_the_plan_as_it_was() {
    for (rooms, budget) in [(7, 420), (5, 360), (3, 360), (8, 300), (2, 200)] {
        let mut story = Story::default();
        let people: Vec<PersonId> =
            (0..24).map(|i| story.explorer(&format!("Guest {i}"), 20 + i % 5)).collect();
        for room in 0..rooms {
            let guests = &people[usize::try_from(room).unwrap()..][..2];
            story.room(&format!("Room {room}"), room % 7, 12, guests);
        }
        let plan = story.plan(budget);
        let asked = of(&plan, ItemKind::OneToOne).into_iter().cloned();
        let asked: Vec<Item> = asked.filter(|item| item.status == Status::Invite).collect();
        assert!(!asked.is_empty(), "{plan:#?}");
        for item in &asked {
            let mut talk = Conversation::happened(
                FactId(story.id()),
                ConversationKind::OneToOne,
                MONDAY,
                item.people.clone(),
            );
            (talk.stage, talk.offered) = (Stage::Asked, item.offer.clone());
            talk.instead_of = item.instead_of;
            story.facts.conversations.push(talk);
            let again = story.plan(budget);
            assert_eq!(
                others(&again, &item.people),
                others(&plan, &item.people),
                "{rooms} rooms, {budget} minutes"
            );
            assert_eq!(again.remarks, plan.remarks);
            assert_eq!(again.people_minutes, plan.people_minutes);
            story.facts.conversations.pop();
        }
    }
}

/// Whoever was asked beside the plan takes an hour of it, and what they were asked to come instead of.
#[test]
fn asking_somebody_else_takes_an_hour_of_the_plan() {
    let mut story = Story::default();
    for i in 0..8 {
        story.explorer(&format!("Guest {i}"), 20);
    }
    let other = story.person("Una Other");
    story.talk(ConversationKind::Email, other, 3);
    let plan = story.plan(120);
    assert!(!names(&plan, other), "{plan:#?}");
    note(&mut story, ConversationKind::OneToOne, &[other], Stage::Asked, 0);
    let again = story.plan(120);
    assert_eq!((minutes(&plan), minutes(&again)), (120, 60));
    assert_eq!(again.people_minutes, 120);
}

/// Row 3: nobody is offered a time of today or tomorrow.
#[test]
fn what_is_offered_lies_a_whole_day_ahead() {
    let mut story = Story::default();
    let people: Vec<PersonId> =
        (0..20).map(|i| story.explorer(&format!("Guest {i}"), 20)).collect();
    for room in 0..5_i64 {
        let id = story.room(&format!("Room {room}"), room, 12, &people[..4]);
        let mut next = Meeting::held(FactId(story.id()), id, day(room));
        (next.minutes, next.starts) = (Some(60), Some(jiff::civil::time(7, 0, 0, 0)));
        story.facts.meetings.push(next);
    }
    for today in 0..7 {
        let plan = story.plan_on(day(today), 360);
        let offered = plan.items.iter().flat_map(|item| &item.offer);
        let all: Vec<Date> = offered.map(|at| at.date()).collect();
        assert!(!all.is_empty() && all.iter().all(|&on| on >= day(today + 2)), "{today}: {all:?}");
        let bring = plan.items.iter().flat_map(|item| &item.bring);
        let near = [day(today), day(today + 1)].map(|on| on.strftime("%A %-d %B").to_string());
        let mut bring = bring.filter(|says| says.starts_with("Offer "));
        assert!(bring.all(|says| !near.iter().any(|day| says.contains(day.as_str()))), "{today}");
    }
}

/// What nobody said is called an assumption wherever it is told.
#[test]
fn hours_that_nobody_said_are_called_assumed() {
    let mut story = Story::default();
    for room in 0..8 {
        story.room(&format!("Room {room}"), room % 7, 12, &[]);
    }
    let book = Book::new(story.facts.clone(), &[]);
    let assumed = Plan::for_week(&book, MONDAY, Budget::assumed(360), &Params::default());
    let said = |plan: &Plan, words: &str| plan.remarks.iter().any(|r| r.contains(words));
    assert!(assumed.is_assumed && said(&assumed, "6 hours are assumed"), "{:?}", assumed.remarks);
    assert!(!said(&assumed, "you have 6 hours"), "{:?}", assumed.remarks);
    assert!(said(&story.plan(360), "and you have 6 hours."), "{:?}", story.plan(360).remarks);
}

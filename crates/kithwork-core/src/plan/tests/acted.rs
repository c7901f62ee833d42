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

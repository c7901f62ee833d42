//! What the owner decided about people (row 7).

use super::*;
use crate::facts::Care;

/// Twelve people alike, of whom one is to be something else.
fn twelve_of_whom_one(care: Care) -> (Story, PersonId) {
    let mut story = Story::default();
    let all: Vec<PersonId> = (0..12).map(|i| story.explorer(&format!("Guest {i}"), 30)).collect();
    let one = all[11];
    story.edit(one, |p| (p.care, p.care_on) = (Some(care), Some(date(2026, 11, 2))));
    (story, one)
}

#[test]
fn whoever_is_to_be_deepened_comes_before_others_like_them() {
    let (story, one) = twelve_of_whom_one(Care::Deepen);
    let plan = story.plan(60);
    let asked = of(&plan, ItemKind::OneToOne);
    assert_eq!(asked.iter().map(|i| i.people.clone()).collect::<Vec<_>>(), [vec![one]]);
    assert_eq!(asked[0].because[0], "You decided on 2 November to deepen this.");
    assert!(asked[0].because.len() > 1, "a wish alone is no reason: {:?}", asked[0].because);
}

#[test]
fn nobody_let_go_is_proposed_and_what_was_agreed_with_them_stands() {
    let (mut story, one) = twelve_of_whom_one(Care::LetGo);
    story.need(one, "a bookkeeper", None);
    assert!(story.plan(900).items.iter().all(|i| !i.people.contains(&one)));

    let talk = story.talk(ConversationKind::OneToOne, one, 0);
    let agreed = story.facts.conversations.iter_mut().find(|c| c.id == talk).unwrap();
    agreed.stage = Stage::Agreed;
    let plan = story.plan(900);
    let with_them: Vec<&Item> = plan.items.iter().filter(|i| i.people.contains(&one)).collect();
    assert_eq!(with_them.len(), 1);
    assert_eq!(with_them[0].status, Status::Agreed);
}

#[test]
fn a_promise_to_somebody_let_go_is_still_kept() {
    let (mut story, one) = twelve_of_whom_one(Care::LetGo);
    story.promise(one, "send the article", MONDAY);
    let plan = story.plan(600);
    assert_eq!(of(&plan, ItemKind::Promise)[0].people, [one]);
}

#[test]
fn whoever_is_kept_light_is_not_asked_to_sit_down() {
    let (story, one) = twelve_of_whom_one(Care::Light);
    let plan = story.plan(900);
    assert!(of(&plan, ItemKind::OneToOne).len() >= 8);
    assert!(of(&plan, ItemKind::OneToOne).iter().all(|i| !i.people.contains(&one)));
}

/// A decision of next month says nothing about this week.
#[test]
fn a_word_counts_from_its_day_on() {
    let (mut story, one) = twelve_of_whom_one(Care::LetGo);
    story.edit(one, |p| p.care_on = Some(date(2026, 12, 7)));
    assert!(story.plan(900).items.iter().any(|i| i.people.contains(&one)));
}

/// What those let go brought still tells how often people of a level pass work on.
#[test]
fn letting_somebody_go_forgets_nothing_that_was_learned() {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..8).map(|i| story.explorer(&format!("Guest {i}"), 60)).collect();
    for _ in 0..6 {
        story.referral(people[0], 20);
    }
    story.edit(people[0], |p| p.care = Some(Care::LetGo));
    assert!(story.plan(300).expected_referrals.is_some());
}

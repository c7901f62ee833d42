//! What a page shows of a week.

use super::*;
use crate::plan::Thing;

fn day(days: i64) -> Date {
    MONDAY.checked_add(days.days()).unwrap()
}

/// Promises that fell due so many days before or after the week's Monday, each to somebody else.
fn promising(due: &[i64]) -> Story {
    let mut story = Story::default();
    for (n, days) in due.iter().enumerate() {
        let person = story.explorer(&format!("Friend {n}"), 2);
        story.promise(person, &format!("send book {n}"), day(*days));
    }
    for n in 0..6 {
        story.explorer(&format!("Guest {n}"), 30);
    }
    story
}

fn late(plan: &Plan) -> Vec<usize> {
    let agenda = plan.agenda();
    let things = agenda.first.iter().chain(&agenda.later);
    things.filter(|t| matches!(t, Thing::Late(_))).map(|t| t.items().len()).collect()
}

#[test]
fn promises_past_their_day_stand_together_and_leave_room_for_people() {
    let plan = promising(&[-200, -90, -30, 3]).plan(420);
    assert_eq!(of(&plan, ItemKind::Promise).len(), 4);
    assert_eq!(late(&plan), [3]);
    let agenda = plan.agenda();
    let of_this_week = |t: &Thing<'_>| matches!(t, Thing::One(i) if i.kind == ItemKind::Promise);
    assert_eq!(agenda.first.iter().filter(|t| of_this_week(t)).count(), 1);
    let with_people = |t: &Thing<'_>| matches!(t, Thing::One(i) if i.kind == ItemKind::OneToOne);
    assert!(agenda.first.iter().filter(|t| with_people(t)).count() >= 2, "{agenda:#?}");
}

#[test]
fn one_promise_past_its_day_stands_for_itself() {
    let plan = promising(&[-30, 3]).plan(420);
    assert_eq!(late(&plan), [0_usize; 0]);
    let promises = of(&plan, ItemKind::Promise);
    let said = promises.iter().map(|i| (i.promises[0].what.as_str(), i.promises[0].is_late));
    assert_eq!(said.collect::<Vec<_>>(), [("send book 1", false), ("send book 0", true)]);
}

#[test]
fn what_is_agreed_comes_first_and_rooms_stand_in_the_diary() {
    let mut story = promising(&[-30, -20]);
    let anna = story.explorer("Anna", 2);
    let talk = story.talk(ConversationKind::OneToOne, anna, 0);
    story.facts.conversations.iter_mut().find(|c| c.id == talk).unwrap().stage = Stage::Agreed;
    story.room("Aldgate Lunch", 1, 8, &[]);
    let plan = story.plan(600);
    let agenda = plan.agenda();
    assert_eq!(agenda.first[0].items()[0].people, [anna]);
    assert_eq!(agenda.diary.len(), of(&plan, ItemKind::Meeting).len());
    assert!(!agenda.diary.is_empty());
}

#[test]
fn what_is_agreed_stands_in_the_order_of_its_days() {
    let mut story = Story::default();
    let week = [("Sam Saturday", 5, None), ("Fay Friday", 4, Some(9)), ("Fin Friday", 4, Some(8))];
    for (name, on, hour) in week {
        let who = story.explorer(name, 20);
        let id = FactId(story.id());
        let mut talk = Conversation::happened(id, ConversationKind::OneToOne, day(on), vec![who]);
        talk.stage = Stage::Agreed;
        talk.starts = hour.map(|hour| jiff::civil::time(hour, 0, 0, 0));
        story.facts.conversations.push(talk);
    }
    let plan = story.plan(600);
    let agenda = plan.agenda();
    let names: Vec<&str> = agenda.first.iter().map(|t| t.items()[0].names[0].as_str()).collect();
    assert_eq!(names[..3], ["Fin Friday", "Fay Friday", "Sam Saturday"]);
}

#[test]
fn what_is_still_open_is_all_of_it_though_five_are_shown() {
    let plan = promising(&[1, 2, 3, 4]).plan(420);
    let agenda = plan.agenda();
    assert!(agenda.first.len() == 5 && !agenda.later.is_empty(), "{agenda:#?}");
    assert_eq!(plan.still_open(), (agenda.first.len() + agenda.later.len()) as u64);
}

/// Row 62: what is due today is not hidden below what has been due for a year and a half.
#[test]
fn a_promise_due_this_week_stands_above_those_long_past_and_one_without_a_day_is_there_at_once() {
    let mut story = promising(&[-610, -600, -590, 0]);
    let made_today = story.explorer("Ivy Today", 2);
    story.promise(made_today, "send the price list", day(0));
    let promise = story.facts.promises.last_mut().unwrap();
    (promise.made_on, promise.due_on) = (Some(day(0)), None);
    let plan = story.plan(420);
    let first = plan.agenda().first;
    assert_eq!(first[0].items()[0].promises[0].what, "send book 3", "{first:#?}");
    let all = of(&plan, ItemKind::Promise);
    assert!(all.iter().any(|item| item.promises[0].what == "send the price list"), "{all:#?}");
}

/// Row 3: a meeting stands in the diary until somebody has said yes to something in its place.
#[test]
fn a_meeting_that_is_gone_to_as_usual_stands_in_the_diary() {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..8).map(|i| story.explorer(&format!("Guest {i}"), 30)).collect();
    story.room("Aldgate Lunch", 1, 20, &people);
    story.room("Zennor Breakfast", 3, 20, &people);
    let plan = story.plan(180);
    let proposed: Vec<_> = plan.items.iter().filter_map(|i| i.could_replace.clone()).collect();
    assert!(!proposed.is_empty(), "{plan:#?}");
    let agenda = plan.agenda();
    let diary: Vec<_> = agenda.diary.iter().filter_map(|i| i.room.clone()).collect();
    assert!(proposed.iter().all(|room| diary.contains(room)), "{diary:?}");
    assert_eq!(diary.len(), 2, "each once: {diary:?}");
    assert!(
        of(&plan, ItemKind::Meeting).iter().all(|i| !proposed.contains(i.room.as_ref().unwrap()))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_item_of_a_plan_is_shown_once(story in any_story(), budget in 0_u32..700) {
        let plan = story.plan(budget);
        let agenda = plan.agenda();
        prop_assert!(agenda.first.len() <= 5);
        prop_assert!(agenda.later.is_empty() || agenda.first.len() == 5);
        let things = agenda.first.iter().chain(&agenda.later).flat_map(|t| t.items().to_vec());
        let mut shown: Vec<*const Item> =
            things.chain(agenda.diary.iter().copied()).map(std::ptr::from_ref).collect();
        shown.sort_unstable();
        let all = plan.items.iter().chain(&plan.as_usual);
        let mut all: Vec<*const Item> = all.map(std::ptr::from_ref).collect();
        all.sort_unstable();
        prop_assert_eq!(shown, all);
    }
}

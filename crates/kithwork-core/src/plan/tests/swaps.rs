//! Which meeting an invitation could take the place of.

use super::*;

/// Two weekly rooms, with work passed on by somebody met in the first.
fn two_rooms() -> (Story, RoomId) {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..8).map(|i| story.explorer(&format!("Guest {i}"), 30)).collect();
    let repays = story.room("Aldgate Lunch", 1, 20, &people);
    story.room("Zennor Breakfast", 3, 20, &people);
    story.edit(people[0], |p| p.met_at = Some(repays));
    story.referral(people[0], 8);
    (story, repays)
}

fn swapped(plan: &Plan) -> Vec<&str> {
    plan.items.iter().filter_map(|i| i.could_replace.as_deref()).collect()
}

#[test]
fn the_room_that_brings_least_for_its_hours_is_the_one_to_swap() {
    let (story, _) = two_rooms();
    let plan = story.plan(180);
    assert_eq!(swapped(&plan), ["Zennor Breakfast"], "{plan:#?}");
    let item = plan.items.iter().find(|i| i.could_replace.is_some()).unwrap();
    assert!(item.swap_reason().unwrap().contains("Zennor Breakfast"));
}

#[test]
fn the_only_room_that_brings_work_stays_even_where_the_other_has_a_rule() {
    let (mut story, repays) = two_rooms();
    let other = story.facts.rooms.iter_mut().find(|r| r.id != repays).unwrap();
    (other.absences_allowed, other.absence_window_days) = (Some(3), Some(182));
    assert_eq!(swapped(&story.plan(180)), ["Zennor Breakfast"]);
}

#[test]
fn a_room_that_brings_work_may_be_swapped_where_the_other_may_not_be_missed() {
    let (mut story, repays) = two_rooms();
    let other = story.facts.rooms.iter_mut().find(|r| r.id != repays).unwrap();
    (other.absences_allowed, other.absence_window_days) = (Some(0), Some(182));
    assert_eq!(swapped(&story.plan(180)), ["Aldgate Lunch"]);
}

/// Row 3: one meeting gives way to one conversation.
#[test]
fn a_meeting_that_somebody_was_asked_for_is_named_to_nobody_else() {
    let (mut story, _) = two_rooms();
    let plan = story.plan(180);
    let item = plan.items.iter().find(|i| i.could_replace.is_some()).unwrap();
    let (people, instead_of) = (item.people.clone(), item.instead_of);
    assert_eq!(swapped(&plan), ["Zennor Breakfast"]);
    for (stage, on, named) in [
        (Stage::Asked, MONDAY, vec!["Aldgate Lunch"]),
        (Stage::Agreed, instead_of.unwrap().on, vec!["Aldgate Lunch"]),
        // Agreed for another day, it stays where it is.
        (Stage::Agreed, MONDAY.checked_add(7.days()).unwrap(), vec!["Zennor Breakfast"]),
        (Stage::Suggested, MONDAY.checked_add(7.days()).unwrap(), vec!["Zennor Breakfast"]),
    ] {
        let (kind, id) = (ConversationKind::OneToOne, FactId(story.id()));
        let mut talk = Conversation::happened(id, kind, on, people.clone());
        (talk.stage, talk.instead_of) = (stage, instead_of);
        story.facts.conversations.push(talk);
        assert!(
            swapped(&story.plan(240)).iter().all(|name| named.contains(name)),
            "{stage:?} {on}: {:?}",
            swapped(&story.plan(240))
        );
        story.facts.conversations.pop();
    }
}

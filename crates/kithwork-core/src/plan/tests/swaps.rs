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

/// Row 3: the hour of a meeting of today or tomorrow can't be offered, so any yes is a yes to the swap.
#[test]
fn a_yes_for_another_day_keeps_the_swap_of_a_meeting_that_was_too_near() {
    let (story, _) = two_rooms();
    let wednesday = MONDAY.checked_add(2.days()).unwrap();
    for (today, is_near) in [(wednesday, true), (MONDAY, false)] {
        let mut story = Story { facts: story.facts.clone(), ids: story.ids };
        let plan = story.plan_on(today, 180);
        let item = plan.items.iter().find(|i| i.could_replace.is_some()).unwrap();
        let meeting = item.instead_of.unwrap();
        assert_eq!(!item.offer.iter().any(|at| at.date() == meeting.on), is_near, "{item:#?}");
        let id = FactId(story.id());
        let on = item.offer.iter().map(|at| at.date()).find(|&on| on != meeting.on).unwrap();
        let mut talk =
            Conversation::happened(id, ConversationKind::OneToOne, on, item.people.clone());
        (talk.stage, talk.instead_of) = (Stage::Agreed, Some(meeting));
        talk.offered.clone_from(&item.offer);
        story.facts.conversations.push(talk);
        let after = story.plan_on(today, 180);
        let says = format!(
            "{} has said yes for {}, in the place of Zennor Breakfast on Thursday 19 November: that is the one meeting to miss.",
            item.names[0],
            on.strftime("%A %-d %B")
        );
        assert_eq!(after.remarks.contains(&says), is_near, "{:?}", after.remarks);
        let goes = of(&after, ItemKind::Meeting);
        let goes = goes.iter().any(|i| i.room.as_deref() == Some("Zennor Breakfast"));
        assert!(!(is_near && goes), "{:?}", after.items);
    }
}

/// Seven rooms of an hour that meet on the days of the week, and some to sit down with.
fn seven_rooms() -> Story {
    let mut story = Story::default();
    let people: Vec<PersonId> =
        (0..24).map(|i| story.explorer(&format!("Guest {i}"), 20 + i % 5)).collect();
    for room in 0..7 {
        let guests = &people[usize::try_from(room).unwrap()..][..2];
        story.room(&format!("Room {room}"), room, 12, guests);
    }
    story
}

fn parity(plan: &Plan) -> &str {
    let says = plan.remarks.iter().find(|r| r.contains("does not reach one half"));
    says.map_or("", String::as_str)
}

/// Row 3: after a yes the week still says which meeting is the one to miss, and that it was swapped.
#[test]
fn a_swap_that_was_agreed_is_a_swap_made() {
    let mut story = seven_rooms();
    let plan = story.plan(420);
    assert!(parity(&plan).starts_with("Two swaps are proposed: time with people is 29%"));
    let swaps: Vec<Item> = plan.items.into_iter().filter(|i| i.could_replace.is_some()).collect();
    let opens = ["One swap is made and one proposed: ", "Two swaps are made: "];
    for (item, opening) in swaps.iter().zip(opens) {
        let (kind, id) = (ConversationKind::OneToOne, FactId(story.id()));
        let on = item.instead_of.unwrap().on;
        let mut talk = Conversation::happened(id, kind, on, item.people.clone());
        (talk.stage, talk.instead_of) = (Stage::Agreed, item.instead_of);
        story.facts.conversations.push(talk);
        let after = story.plan(420);
        let agreed = after.items.iter().find(|i| i.people == item.people).unwrap();
        let room = item.could_replace.as_ref().unwrap();
        let says = format!("It stands in the place of {room}: that is the one meeting to miss.");
        assert!(agreed.because.contains(&says), "{:?}", agreed.because);
        assert!(parity(&after).starts_with(opening), "{}", parity(&after));
        assert!(parity(&after).contains("29%"), "{}", parity(&after));
    }
}

/// Row 3: rooms that the hours leave no place for are held all the same.
#[test]
fn meetings_beyond_the_hours_count_against_one_half() {
    let plan = seven_rooms().plan(360);
    assert!(plan.remarks.iter().any(|r| r.contains("Not planned")), "{:?}", plan.remarks);
    let says = parity(&plan);
    assert!(says.contains("if you go to all the others, time with people is"), "{says}");
    let rooms = 420 - 60 * u32::try_from(swapped(&plan).len()).unwrap();
    let more = super::super::says::long(rooms - plan.people_minutes);
    assert!(says.contains(&format!("{more} more with people")), "{says}");
}

/// Row 3: nobody knows whether a meeting of today without an hour is over by now. It may still give way: whose only group
/// meets on Mondays would never hear of it else.
#[test]
fn a_meeting_of_today_without_an_hour_is_not_named_as_the_one_to_miss() {
    let mut story = seven_rooms();
    let plan = story.plan(420);
    assert_eq!(swapped(&plan), ["Room 0", "Room 1"]);
    let pitch = of(&story.plan(700), ItemKind::PreparePitch).iter().find_map(|i| i.room.clone());
    assert_ne!(pitch.as_deref(), Some("Room 0"));
    // A yes for the week to come names it no more.
    let item = plan.items.into_iter().find(|i| i.could_replace.is_some()).unwrap();
    let (id, next) = (FactId(story.id()), MONDAY.checked_add(7.days()).unwrap());
    let mut talk = Conversation::happened(id, ConversationKind::OneToOne, next, item.people);
    talk.stage = Stage::Agreed;
    let room = story.facts.rooms[0].id;
    talk.instead_of = Some(crate::facts::InsteadOf { room, on: MONDAY });
    talk.offered = vec![next.at(8, 30, 0, 0)];
    story.facts.conversations.push(talk);
    let says = story.plan(420).remarks.join(" ");
    assert!(!says.contains("that is the one meeting to miss"), "{says}");
}

/// Row 2: the way there that each meeting tells of is in the room’s usual time.
#[test]
fn a_rooms_usual_time_is_what_its_meetings_took_with_the_way_there() {
    let mut story = Story::default();
    let one = story.explorer("Ann Bell", 20);
    let room = story.room("Noon Club", 2, 12, &[one]);
    story.facts.rooms[0].meeting_minutes = None;
    let meetings = story.facts.meetings.iter_mut().filter(|m| m.room == room);
    meetings.for_each(|m| (m.minutes, m.travel_minutes) = (Some(90), Some(20)));
    let minutes = |story: &Story| {
        let plan = story.plan(420);
        let mut all = plan.items.iter().chain(&plan.as_usual);
        all.find(|i| i.kind == ItemKind::Meeting).map(|i| i.minutes)
    };
    assert_eq!(minutes(&story), Some(110));
    story.facts.rooms[0].travel_minutes = Some(45);
    assert_eq!(minutes(&story), Some(135), "what the room says comes first");
}

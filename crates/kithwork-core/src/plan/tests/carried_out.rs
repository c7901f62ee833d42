//! Row 20: last week's plan against what was done.

use super::*;
use crate::plan::adherence::Adherence;

/// Two promises due, and six people to sit down with.
fn last_week() -> (Story, PersonId, PersonId) {
    let mut story = Story::default();
    let due = MONDAY.checked_sub(4.days()).unwrap();
    let (kept, missed) = (story.explorer("Kay Kept", 3), story.explorer("Mo Missed", 3));
    story.promise(kept, "send the deck", due);
    story.promise(missed, "send the article", due);
    for i in 0..6 {
        story.explorer(&format!("Guest {i}"), 20);
    }
    (story, kept, missed)
}

fn adherence(story: &Story) -> Adherence {
    let book = Book::new(story.facts.clone(), &[]);
    let week = MONDAY.checked_sub(7.days()).unwrap();
    Adherence::of_week(&book, week, 240, &Params::default())
}

#[test]
fn what_was_done_counts_and_what_was_not_rolls_on_with_its_reason() {
    let (mut story, kept, missed) = last_week();
    let nothing = adherence(&story);
    assert!(nothing.done.is_empty() && nothing.missed.len() >= 4, "{nothing:#?}");
    let unseen = story.plan(240).carrying_over(nothing.clone());
    assert_eq!(unseen.items, story.plan(240).items, "no thing explains itself by an unseen plan");
    let said = unseen.remarks.last().unwrap();
    assert!(said.contains("things were planned, and none is noted as done"), "{said}");
    assert_eq!(unseen.last_week.map(|week| (week.done.len(), week.share())), Some((0, Some(0.0))));
    let asked: Vec<PersonId> = nothing
        .missed
        .iter()
        .filter(|m| m.item.status == Status::Invite)
        .flat_map(|m| m.item.people.clone())
        .collect();
    let on = MONDAY.checked_sub(3.days()).unwrap();
    story.facts.promises.iter_mut().find(|p| p.person == kept).unwrap().done_on = Some(on);
    let id = FactId(story.id());
    let mut talk = Conversation::happened(id, ConversationKind::OneToOne, on, vec![asked[0]]);
    talk.stage = Stage::Asked;
    story.facts.conversations.push(talk);

    let some = adherence(&story);
    assert_eq!(some.done.len(), 2, "{some:#?}");
    let all = u32::try_from(some.done.len() + some.missed.len()).unwrap();
    assert!((some.share().unwrap() - 2.0 / f64::from(all)).abs() < 1e-9);
    let plan = story.plan(240).carrying_over(some);
    let again = plan.items.iter().find(|i| i.people == [missed]).unwrap();
    let why = "It was in last week’s plan. You said you would, and it is not noted as done.";
    assert!(again.because.iter().any(|b| b == why), "{again:#?}");
    assert!(plan.items.iter().all(|i| i.people != [kept] || i.kind != ItemKind::Promise));
    let said = plan.remarks.iter().find(|r| r.starts_with("Last week: 2 of ")).unwrap();
    assert!(said.contains("Mo Missed") && !said.contains("Kay Kept"), "{said}");
    let missed = plan.last_week.unwrap().missed;
    assert!(missed.iter().any(|m| m.is_here_again && m.item.names == ["Mo Missed"]), "{missed:#?}");
}

#[test]
fn a_week_that_went_to_meetings_says_so_of_what_was_not_done() {
    let (mut story, kept, _) = last_week();
    let on = MONDAY.checked_sub(3.days()).unwrap();
    story.facts.promises.iter_mut().find(|p| p.person == kept).unwrap().done_on = Some(on);
    let room = Room::named(RoomId(story.id()), "Chamber");
    for day in 1..=4 {
        let on = MONDAY.checked_sub(day.days()).unwrap();
        let mut meeting = Meeting::held(FactId(story.id()), room.id, on);
        meeting.minutes = Some(120);
        story.facts.meetings.push(meeting);
    }
    story.facts.rooms.push(room);
    let week = adherence(&story);
    assert_eq!((week.spent.rooms, week.planned.rooms), (480, 0));
    let missed = week.missed.iter().find(|m| m.item.status == Status::Invite).unwrap();
    assert_eq!(missed.why, "The week went to meetings: 8 hours, none of it planned.");
}

#[test]
fn a_week_for_which_nothing_was_planned_has_no_share() {
    assert_eq!(adherence(&Story::default()).share(), None);
    let plan = Story::default().plan(180);
    assert_eq!(plan.clone().carrying_over(Adherence::default()), plan);
}

#[test]
fn what_was_put_off_is_said_to_be() {
    let (mut story, kept, _) = last_week();
    let invite = |week: &Adherence| {
        let missed = week.missed.iter().find(|m| m.item.status == Status::Invite).unwrap();
        (missed.item.people.clone(), missed.why.clone())
    };
    let (who, why) = invite(&adherence(&story));
    assert_eq!(why, "Nothing is noted of it.");
    let on = MONDAY.checked_add(7.days()).unwrap();
    for who in who {
        let id = FactId(story.id());
        let mut wish = Conversation::happened(id, ConversationKind::OneToOne, on, vec![who]);
        wish.stage = Stage::Suggested;
        story.facts.conversations.push(wish);
    }
    assert_eq!(invite(&adherence(&story)).1, "You put it off.");
    // A promise is kept or not, whatever was put off.
    let week = adherence(&story);
    let promise = week.missed.iter().find(|m| m.item.people == [kept]).unwrap();
    assert_eq!(promise.why, "You said you would, and it is not noted as done.");
}

/// An id of version 7, as the application makes them, of a day at noon.
fn made_on(day: Date) -> FactId {
    let at = day.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    let millis = u128::from(at.as_millisecond().unsigned_abs());
    FactId(Uuid::from_u128(millis << 80 | 7 << 76 | 2 << 62 | 1))
}

#[test]
fn whoever_was_asked_in_the_week_and_said_yes_for_a_later_one_was_asked() {
    let (story, ..) = last_week();
    let before = adherence(&story);
    let asks = |week: &Adherence| week.done.iter().filter(|i| i.status == Status::Invite).count();
    assert_eq!(asks(&before), 0);
    let missed = before.missed.iter().find(|m| m.item.status == Status::Invite).unwrap();
    let who = missed.item.people.clone();
    let agreed = |asked: Date| {
        let kind = ConversationKind::OneToOne;
        let mut talk = Conversation::happened(made_on(asked), kind, MONDAY, who.clone());
        talk.stage = Stage::Agreed;
        let mut told = Story { facts: story.facts.clone(), ids: story.ids };
        told.facts.conversations.push(talk);
        told
    };
    let then = agreed(MONDAY.checked_sub(7.days()).unwrap());
    assert_eq!(asks(&adherence(&then)), 1);
    let later = agreed(MONDAY);
    assert_eq!(
        asks(&adherence(&later)),
        0,
        "asked for in the week after, it was not done in this one"
    );
}

#[test]
fn a_meeting_of_a_rhythm_that_nobody_noted_is_neither_done_nor_missed() {
    let mut story = Story::default();
    let kay = story.person("Kay Kept");
    let room = story.room("Noon Club", 2, 12, &[kay]);
    let on = MONDAY.checked_sub(5.days()).unwrap();
    story.facts.meetings.retain(|m| m.on != on);
    let meetings = |items: &[Item]| items.iter().filter(|i| i.kind == ItemKind::Meeting).count();
    let week = adherence(&story);
    assert_eq!((meetings(&week.done), week.unnoted.len()), (0, 1), "{week:#?}");
    assert!(week.missed.iter().all(|m| m.item.kind != ItemKind::Meeting));
    let said = story.plan(240).carrying_over(week).remarks.pop().unwrap();
    assert!(said.ends_with(" Of one meeting nothing is noted."), "{said}");
    // A word of the owner’s makes it one or the other.
    let mut meeting = Meeting::held(FactId(story.id()), room, on);
    story.facts.meetings.push(meeting.clone());
    assert_eq!(meetings(&adherence(&story).done), 1);
    meeting.missed = Some(true);
    *story.facts.meetings.last_mut().unwrap() = meeting;
    let week = adherence(&story);
    let missed = week.missed.iter().find(|m| m.item.kind == ItemKind::Meeting).unwrap();
    assert_eq!(missed.why, "You noted that you were not there.");
}

/// Row 20: a thing with three people is one thing.
#[test]
fn things_that_are_here_again_are_counted_as_things() {
    let (story, ..) = last_week();
    let mut week = adherence(&story);
    let one = week.missed[0].clone();
    week.missed = (0..7)
        .map(|n| {
            let mut missed = one.clone();
            missed.item.names = ["A", "B", "C"].map(|who| format!("{who}{n}")).to_vec();
            missed.item.people = vec![PersonId(Uuid::from_u128(900 + n))];
            missed
        })
        .collect();
    let mut plan = story.plan(240);
    plan.items =
        week.missed.iter().map(|m| Item { kind: ItemKind::SmallGroup, ..m.item.clone() }).collect();
    let said = plan.carrying_over(week).remarks.pop().unwrap();
    assert!(said.contains("7 things were planned"), "{said}");
    assert!(said.ends_with("A3 with B3 and C3, A4 with B4 and C4 and 2 more."), "{said}");
}

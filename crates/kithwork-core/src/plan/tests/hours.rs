//! The week's minutes: what half the time with people costs, what is spent already, what is too much.

use super::*;
use crate::explanation::Explanation;
use crate::facts::Care;
use crate::plan::balance::{Hours, settle};
use crate::plan::draft::Draft;
use crate::plan::meetings::Occasion;
use crate::plan::optimise::{Problem, Side, best};

fn occasion(at: u128) -> Occasion {
    Occasion {
        room: RoomId(Uuid::from_u128(at)),
        name: format!("Room {at}"),
        on: MONDAY,
        start: None,
        end: None,
        minutes: 60,
        stands: true,
        is_over: false,
        is_near: false,
        is_asked_for: false,
        is_given: false,
        has_rule: false,
        may_be_over: false,
        may_miss: true,
        met_each: 1.0,
        repaid: 0.0,
        fee: None,
        facts: Vec::new(),
    }
}

fn invitation(at: usize) -> Draft {
    let item = Item {
        kind: ItemKind::OneToOne,
        people: Vec::new(),
        names: Vec::new(),
        room: None,
        minutes: 60,
        together: Some(60),
        status: Status::Invite,
        on: None,
        start: None,
        could_replace: None,
        instead_of: None,
        value: 4.0,
        because: Vec::new(),
        bring: Vec::new(),
        promises: Vec::new(),
        facts: Vec::new(),
        offer: Vec::new(),
        explanation: Explanation::default(),
    };
    Draft { item, takes: vec![at], side: Side::People, fixed: false, basis: None }
}

/// §3.11, test (2): the aim of half costs 12 of 40.
#[test]
fn half_of_the_time_with_people_costs_twelve_of_forty() {
    let drafts: Vec<Draft> = (0..4).map(invitation).collect();
    let occasions: Vec<Occasion> = (0..4).map(occasion).collect();
    let hours = Hours { budget: 240, spent: 0, past: 0, swap_brings: 1.25 };
    let (settled, cost) = settle(&drafts, &occasions, &[10.0; 4], hours);
    assert_eq!((settled.kept.len(), settled.drafts.len()), (2, 2));
    assert!((cost - 12.0).abs() < 1e-9, "{cost}");
}

/// What other solvers are given is what the plan was made of: its people are the best of one of the choices.
#[test]
fn the_plan_is_the_best_of_one_of_its_problems() {
    let mut story = Story::default();
    let people: Vec<PersonId> =
        (0..30).map(|i| story.explorer(&format!("Guest {i}"), 9 + i)).collect();
    story.room("Monday Table", 0, 12, &people[..3]);
    story.room("Noon Club", 2, 12, &people[3..5]);
    let book = Book::new(story.facts.clone(), &[]);
    let problems = Plan::problems(&book, MONDAY, 300, &Params::default());
    let plan = story.plan(300);
    let worth = |problem: &Problem| -> f64 {
        let chosen = best(&problem.choices, problem.limits).unwrap_or_default();
        chosen.iter().map(|&i| problem.choices[i].value).sum()
    };
    let with_people = plan.items.iter().filter(|i| i.room.is_none()).map(|i| i.value).sum::<f64>();
    assert!(with_people > 0.0 && problems.len() > 1, "{plan:#?}");
    assert!(problems.iter().any(|p| (worth(p) - with_people).abs() < 1e-9), "{with_people}");
    assert!(problems.iter().all(|p| p.limits.budget <= 300 && p.choices.len() > 8));
}

#[test]
fn a_plan_made_again_on_wednesday_has_what_is_left() {
    let mut story = Story::default();
    for i in 0..8 {
        story.explorer(&format!("Guest {i}"), 20);
    }
    let seen = story.explorer("Seen Tuesday", 20);
    assert_eq!(minutes(&story.plan(240)), 240);
    let id = FactId(story.id());
    let on = MONDAY.checked_add(1.day()).unwrap();
    let mut talk = Conversation::happened(id, ConversationKind::OneToOne, on, vec![seen]);
    talk.minutes = Some(60);
    story.facts.conversations.push(talk);
    let plan = story.plan(240);
    assert_eq!(minutes(&plan), 180, "{plan:#?}");
    assert!(plan.items.iter().all(|i| !i.people.contains(&seen)));
}

#[test]
fn a_list_that_takes_more_hours_than_there_are_says_so() {
    let mut story = Story::default();
    (0..60).for_each(|i| {
        story.explorer(&format!("Guest {i}"), i % 6);
    });
    let plan = story.plan(120);
    let said = plan.remarks.iter().find(|r| r.contains("Staying in touch")).unwrap();
    // Sixty hours in thirteen weeks.
    assert!(said.contains("with 60 people takes 4 hours 37 a week; you have 2 hours."), "{said}");
    assert!(!story.plan(600).remarks.iter().any(|r| r.contains("Staying in touch")));
    let let_go = story.facts.people[0].id;
    story.edit(let_go, |person| person.care = Some(Care::LetGo));
    let opposed = story.facts.people[1].id;
    story.edit(opposed, |person| person.do_not_contact = true);
    let plan = story.plan(120);
    assert!(plan.remarks.iter().any(|r| r.contains("with 58 people")), "{:?}", plan.remarks);
}

/// Row 1's week, looked at on its Sunday: nothing of it can be given up any more.
#[test]
fn meetings_that_are_over_have_taken_their_time_and_give_way_to_nothing() {
    let mut story = Story::default();
    let who = story.explorer("Ann Asked", 20);
    story.promise(who, "the price list", MONDAY);
    for (name, day) in [("Chamber", 0), ("Chamber", 1), ("Rotary", 2), ("Expo", 3)] {
        let known = story.facts.rooms.iter().find(|r| r.name == name).map(|r| r.id);
        let room = known.unwrap_or_else(|| story.room(name, day, 0, &[]));
        let on = crate::days::days_after(MONDAY, i32::try_from(day).unwrap());
        let mut meeting = Meeting::held(FactId(story.id()), room, on);
        meeting.minutes = Some(150);
        story.facts.meetings.push(meeting);
    }
    let sunday = crate::days::days_after(MONDAY, 6);
    let plan = story.plan_on(sunday, 360);
    assert_eq!(of(&plan, ItemKind::Meeting).len(), 4, "{plan:#?}");
    assert_eq!(
        of(&plan, ItemKind::Promise).len(),
        1,
        "what was promised has its time all the same"
    );
    assert!(plan.items.iter().all(|i| i.could_replace.is_none()));
    let says = |part: &str| plan.remarks.iter().any(|r| r.contains(part));
    assert!(!says("Not planned"), "{:?}", plan.remarks);
    assert!(says("This week’s meetings are over"), "{:?}", plan.remarks);
    let monday = story.plan_on(MONDAY, 360);
    assert!(monday.remarks.iter().any(|r| r.contains("Not planned")), "{:?}", monday.remarks);
}

#[test]
fn two_things_at_one_time_are_named() {
    let mut story = Story::default();
    for (name, hour) in [("Ann Agreed", 9), ("Abe Agreed", 9), ("Una Other", 15)] {
        let id = story.explorer(name, 30);
        let fact = FactId(story.id());
        let mut talk = Conversation::happened(fact, ConversationKind::OneToOne, MONDAY, vec![id]);
        (talk.stage, talk.minutes) = (Stage::Agreed, Some(45));
        talk.starts = Some(jiff::civil::time(hour, 30, 0, 0));
        story.facts.conversations.push(talk);
    }
    let plan = story.plan(240);
    let said = plan.remarks.iter().find(|r| r.contains("at the same time")).unwrap();
    assert!(said.contains("Ann Agreed") && said.contains("Abe Agreed"), "{said}");
}

/// Carries a plan out to the letter.
fn carry_out(story: &mut Story, plan: &Plan, monday: Date) {
    for item in &plan.items {
        let id = FactId(story.id());
        if item.kind == ItemKind::Meeting {
            let named = |r: &&Room| Some(&r.name) == item.room.as_ref();
            let room = story.facts.rooms.iter().find(named).unwrap().id;
            let mut meeting =
                Meeting::held(id, room, item.start.map_or(monday, jiff::civil::DateTime::date));
            meeting.minutes = Some(item.minutes);
            story.facts.meetings.push(meeting);
        } else if !item.people.is_empty() {
            let kind = match item.kind {
                ItemKind::OneToOne | ItemKind::SmallGroup => ConversationKind::OneToOne,
                ItemKind::Call => ConversationKind::Call,
                _ => ConversationKind::Email,
            };
            let mut talk = Conversation::happened(id, kind, monday, item.people.clone());
            talk.minutes = Some(item.minutes);
            story.facts.conversations.push(talk);
            for promise in story.facts.promises.iter_mut().filter(|p| p.person == item.people[0]) {
                promise.done_on = Some(monday);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Eight plans carried out bring time with people to one half, or they say why not.
    #[test]
    fn half_is_reached_in_eight_weeks_or_the_plan_says_why_not(
        mut story in any_story(),
        budget in 120_u32..480,
    ) {
        let (mut rooms, mut people, mut said) = (0, 0, Vec::new());
        for week in 0..8_i64 {
            let monday = MONDAY.checked_add(week.weeks()).unwrap();
            let book = Book::new(story.facts.clone(), &[]);
            let plan = Plan::for_week(&book, monday, budget, &Params::default());
            rooms += plan.meeting_minutes;
            people += plan.people_minutes;
            said.extend(plan.remarks.clone());
            carry_out(&mut story, &plan, monday);
        }
        let why = |r: &String| {
            ["one half", "left, and nobody", "Nobody to suggest", "Not planned"].iter().any(|w| r.contains(w))
        };
        prop_assert!(people >= rooms || said.iter().any(why), "{people} of {}: {said:?}", people + rooms);
    }

    /// No swap breaks a room's rule of attendance.
    #[test]
    fn a_swap_needs_an_absence_that_is_left(story in any_story(), budget in 60_u32..700) {
        let plan = story.plan(budget);
        for name in plan.items.iter().filter_map(|i| i.could_replace.as_ref()) {
            let room = story.facts.rooms.iter().find(|r| r.name == *name).unwrap();
            // The stories' rooms have been attended every week: only a rule of none forbids.
            prop_assert!(room.absences_allowed != Some(0), "{:#?}", plan);
        }
    }
}

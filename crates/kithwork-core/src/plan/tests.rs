//! What a week's plan must hold, on books of our own.

use super::{Budget, Item, ItemKind, Plan, Status, balance};
use crate::book::Book;
use crate::fact::Facts;
use crate::facts::{
    Cadence, Conversation, ConversationKind, Direction, Help, HelpKind, Meeting, Need, Person,
    Promise, PromisedBy, Rated, Rating, Referral, Room, Stage,
};
use crate::id::{FactId, PersonId, RoomId};
use crate::params::Params;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::HashSet;
use uuid::Uuid;

mod acted;
mod agenda;
mod care;
mod carried_out;
mod explained;
mod hours;
mod offered;
mod rotation;
mod spending;
mod swaps;
mod tables;
mod touch;

const MONDAY: Date = date(2026, 11, 16);

#[derive(Debug, Default)]
struct Story {
    facts: Facts,
    ids: u128,
}

impl Story {
    fn id(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }

    fn person(&mut self, name: &str) -> PersonId {
        let id = PersonId(self.id());
        self.facts.people.push(Person::named(id, name));
        id
    }

    fn edit(&mut self, id: PersonId, edit: impl FnOnce(&mut Person)) {
        edit(self.facts.people.iter_mut().find(|p| p.id == id).unwrap());
    }

    fn talk(&mut self, kind: ConversationKind, with: PersonId, weeks_ago: i64) -> FactId {
        let id = FactId(self.id());
        let on = MONDAY.checked_sub(weeks_ago.weeks()).unwrap();
        let mut talk = Conversation::happened(id, kind, on, vec![with]);
        talk.minutes = Some(60);
        self.facts.conversations.push(talk);
        id
    }

    /// Somebody sat down with, of whom a need was heard: level 2.
    fn explorer(&mut self, name: &str, weeks_ago: i64) -> PersonId {
        let id = self.person(name);
        self.talk(ConversationKind::OneToOne, id, weeks_ago);
        let on = MONDAY.checked_sub(weeks_ago.weeks()).ok();
        let (what, need) = ("somebody nobody knows".to_owned(), FactId(self.id()));
        self.facts.needs.push(Need { id: need, person: id, on, what, met_on: on });
        id
    }

    fn need(&mut self, person: PersonId, what: &str, met_on: Option<Date>) {
        let id = FactId(self.id());
        let on = Some(MONDAY.checked_sub(1.day()).unwrap());
        self.facts.needs.push(Need { id, person, on, what: what.to_owned(), met_on });
    }

    fn promise(&mut self, person: PersonId, what: &str, due_on: Date) {
        let id = FactId(self.id());
        let made_on = Some(due_on.checked_sub(7.days()).unwrap());
        let (direction, what) = (PromisedBy::Mine, what.to_owned());
        let due_on = Some(due_on);
        self.facts.promises.push(Promise {
            id,
            person,
            direction,
            what,
            made_on,
            due_on,
            done_on: None,
        });
    }

    /// A referral that a person gave the owner.
    fn referral(&mut self, person: PersonId, weeks_ago: i64) {
        let id = FactId(self.id());
        self.facts.referrals.push(Referral::passed_on(
            id,
            Direction::Received,
            person,
            MONDAY.checked_sub(weeks_ago.weeks()).ok(),
        ));
    }

    /// A room that met every week on one weekday for so many weeks, at which some people were talked
    /// to.
    fn room(&mut self, name: &str, weekday: i64, weeks: i64, people: &[PersonId]) -> RoomId {
        let room = RoomId(self.id());
        let mut row = Room::named(room, name);
        row.cadence = Some(Cadence::Weekly);
        row.meeting_minutes = Some(60);
        self.facts.rooms.push(row);
        for week in 1..=weeks {
            let on = MONDAY.checked_add(weekday.days()).unwrap().checked_sub(week.weeks()).unwrap();
            let mut meeting = Meeting::held(FactId(self.id()), room, on);
            meeting.minutes = Some(60);
            meeting.people = people.to_vec();
            self.facts.meetings.push(meeting);
        }
        room
    }

    fn plan(&self, budget: u32) -> Plan {
        self.plan_on(MONDAY, budget)
    }

    fn plan_on(&self, day: Date, budget: u32) -> Plan {
        let book = Book::new(self.facts.clone(), &[]);
        Plan::for_week(&book, day, budget, &Params::default())
    }
}

fn of(plan: &Plan, kind: ItemKind) -> Vec<&Item> {
    plan.items.iter().filter(|i| i.kind == kind).collect()
}

fn minutes(plan: &Plan) -> u32 {
    plan.items.iter().map(|i| i.minutes).sum()
}

/// Row 64.
#[test]
fn three_hours_hold_three_one_to_ones_none_of_them_seen_lately() {
    let mut story = Story::default();
    let lately: Vec<PersonId> = (0..4).map(|i| story.explorer(&format!("Lately {i}"), 3)).collect();
    for i in 0..6 {
        story.explorer(&format!("Long Ago {i}"), 20);
    }
    let plan = story.plan(180);
    let asked = of(&plan, ItemKind::OneToOne);
    assert_eq!(asked.len(), 3, "{plan:#?}");
    assert!(asked.iter().all(|i| i.minutes == 60 && i.status == Status::Invite));
    assert!(plan.items.iter().all(|i| i.people.iter().all(|p| !lately.contains(p))));
}

/// Row 65.
#[test]
fn all_else_equal_who_can_be_helped_comes_first() {
    let mut story = Story::default();
    for i in 0..5 {
        story.explorer(&format!("Someone {i}"), 20);
    }
    let zara = story.explorer("Zara Last", 20);
    story.need(zara, "a bookkeeper", None);
    let helper = story.explorer("Tom Ellis", 2);
    story.edit(helper, |p| p.what_they_do = Some("Bookkeeper for shops".to_owned()));
    let plan = story.plan(180);
    let first = of(&plan, ItemKind::OneToOne)[0];
    assert_eq!(first.people, [zara]);
    assert!(first.because.iter().any(|b| b.contains("a bookkeeper") && b.contains("Tom Ellis")));
    assert!(first.bring[0].starts_with("Whom can you help?"));
}

/// Row 3: seven equal slots.
#[test]
fn swaps_alone_do_not_reach_one_half() {
    let near =
        |(share, more): (f64, u32), of: f64, left: u32| (share - of).abs() < 1e-9 && more == left;
    assert!(near(balance::reach(5, 2), 2.0 / 7.0, 3));
    assert!(near(balance::reach(4, 3), 3.0 / 7.0, 1));
    assert!(near(balance::reach(3, 4), 4.0 / 7.0, 0));
}

#[test]
fn seven_rooms_give_two_swaps_and_a_remark_that_says_what_is_missing() {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..8).map(|i| story.explorer(&format!("Guest {i}"), 30)).collect();
    for day in 0..7 {
        story.room(&format!("Room {day}"), day, 20, &people);
    }
    let plan = story.plan(420);
    let swapped: Vec<&Item> = plan.items.iter().filter(|i| i.could_replace.is_some()).collect();
    assert_eq!(swapped.len(), 2, "{plan:#?}");
    assert_eq!(of(&plan, ItemKind::Meeting).len(), 5);
    assert!(
        plan.remarks.iter().any(|r| r.contains("29%")
            && r.contains("3 hours more")
            && r.contains("three more meetings")),
        "{:?}",
        plan.remarks
    );
}

#[test]
fn a_swap_keeps_to_the_rule_of_attendance() {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..8).map(|i| story.explorer(&format!("Guest {i}"), 30)).collect();
    for day in 0..4 {
        let room = story.room(&format!("Room {day}"), day, 20, &people);
        let row = story.facts.rooms.iter_mut().find(|r| r.id == room).unwrap();
        if day != 2 {
            row.absences_allowed = Some(0);
            row.absence_window_days = Some(182);
        }
    }
    let plan = story.plan(300);
    let swapped: Vec<&str> = plan.items.iter().filter_map(|i| i.could_replace.as_deref()).collect();
    assert_eq!(swapped, ["Room 2"], "{plan:#?}");
}

#[test]
fn eight_plans_carried_out_bring_time_with_people_to_one_half() {
    let mut story = Story::default();
    let people: Vec<PersonId> =
        (0..40).map(|i| story.explorer(&format!("Guest {i}"), 30)).collect();
    for day in 0..3 {
        story.room(&format!("Room {day}"), day, 20, &people);
    }
    let (mut rooms, mut with_people) = (0, 0);
    for week in 0..8 {
        let monday = MONDAY.checked_add(i64::from(week).weeks()).unwrap();
        let book = Book::new(story.facts.clone(), &[]);
        let plan = Plan::for_week(&book, monday, 240, &Params::default());
        rooms += plan.meeting_minutes;
        with_people += plan.people_minutes;
        for item in &plan.items {
            if item.kind == ItemKind::Meeting {
                let room = story
                    .facts
                    .rooms
                    .iter()
                    .find(|r| Some(&r.name) == item.room.as_ref())
                    .unwrap()
                    .id;
                let id = FactId(story.id());
                let mut meeting = Meeting::held(id, room, monday);
                meeting.minutes = Some(item.minutes);
                story.facts.meetings.push(meeting);
            } else if !item.people.is_empty() {
                let id = FactId(story.id());
                let mut talk = Conversation::happened(
                    id,
                    ConversationKind::OneToOne,
                    monday,
                    item.people.clone(),
                );
                talk.minutes = Some(item.minutes);
                story.facts.conversations.push(talk);
            }
        }
    }
    assert!(rooms > 0, "the rooms still feed the network");
    assert!(with_people >= rooms, "{with_people} of {}", with_people + rooms);
}

/// Row 62: a day of another year is said with it, wherever the week names one.
#[test]
fn a_promise_of_last_year_is_told_with_its_year() {
    let mut story = Story::default();
    let who = story.explorer("Lena Late", 30);
    story.promise(who, "send the deck", MONDAY.checked_sub(330.days()).unwrap());
    let plan = story.plan(300);
    let because = &of(&plan, ItemKind::Promise)[0].because[0];
    assert!(because.contains("It was due on 21 December 2025."), "{because}");
}

#[test]
fn promises_due_this_week_come_first_and_what_does_not_fit_is_named() {
    let mut story = Story::default();
    let early = story.explorer("Early Bird", 3);
    let late = story.explorer("Late Riser", 3);
    let future = story.explorer("Next Month", 3);
    story.promise(late, "send the deck", MONDAY.checked_add(3.days()).unwrap());
    story.promise(early, "send the pricing article", MONDAY.checked_sub(9.days()).unwrap());
    story.promise(future, "call", MONDAY.checked_add(40.days()).unwrap());
    let plan = story.plan(180);
    let kept = of(&plan, ItemKind::Promise);
    assert_eq!(kept.len(), 2);
    assert!(
        kept.iter().any(|i| i.because[0].contains("send the pricing article")
            && i.because[0].contains("was due"))
    );
    let tight = story.plan(45);
    assert_eq!(of(&tight, ItemKind::Promise)[0].people, [late]);
    assert!(tight.remarks.iter().any(|r| r.contains("Early Bird")), "{:?}", tight.remarks);
}

#[test]
fn only_what_was_agreed_stands_in_the_week() {
    let mut story = Story::default();
    let (agreed, asked) = (story.explorer("Ann Agreed", 30), story.explorer("Abe Asked", 30));
    for (who, stage) in [(agreed, Stage::Agreed), (asked, Stage::Asked)] {
        let id = FactId(story.id());
        let mut talk = Conversation::happened(id, ConversationKind::OneToOne, MONDAY, vec![who]);
        talk.stage = stage;
        talk.starts = Some(jiff::civil::time(9, 30, 0, 0));
        talk.minutes = Some(45);
        story.facts.conversations.push(talk);
    }
    let plan = story.plan(240);
    let [item] = plan.items.as_slice() else { panic!("{plan:#?}") };
    assert_eq!((item.status, &item.people[..]), (Status::Agreed, &[agreed][..]));
    assert_eq!(item.start, Some(MONDAY.at(9, 30, 0, 0)));
}

#[test]
fn who_was_just_met_is_written_to() {
    let mut story = Story::default();
    let new = story.person("Nadia Rahman");
    story.room("Chamber", 1, 6, &[]);
    story.facts.meetings.last_mut().unwrap().people = vec![];
    let last = story.facts.meetings.iter_mut().max_by_key(|m| m.on).unwrap();
    last.people = vec![new];
    let plan = story.plan(180);
    let follow = of(&plan, ItemKind::Message);
    assert_eq!(follow.len(), 1, "{plan:#?}");
    assert_eq!(follow[0].names, ["Nadia Rahman"]);
    assert!(follow[0].because[0].contains("Chamber"));
}

/// The meeting that is named is the last they were at, with its own day.
#[test]
fn who_was_met_elsewhere_since_is_written_to_with_that_meeting() {
    let mut story = Story::default();
    let new = story.person("Nadia Rahman");
    story.room("Chamber", 1, 6, &[]);
    let guildhall = story.room("Guildhall Evening", 1, 6, &[]);
    story.facts.meetings.iter_mut().for_each(|meeting| meeting.people.clear());
    story.edit(new, |p| {
        p.met_at = Some(guildhall);
        p.met_on = MONDAY.checked_sub(10.days()).ok();
    });
    let chamber = story.facts.meetings.iter_mut().filter(|m| m.room != guildhall);
    let last = chamber.max_by_key(|m| m.on).unwrap();
    last.people = vec![new];
    let plan = story.plan(180);
    let says = of(&plan, ItemKind::Message)[0].because[0].clone();
    let ago = crate::days::ago(
        story.facts.meetings.iter().find(|m| m.people == [new]).unwrap().on,
        MONDAY,
    );
    assert!(says.starts_with(&format!("You met at Chamber {ago}")), "{says}");
}

#[test]
fn one_strong_tie_gone_quiet_is_taken_up_again() {
    let mut story = Story::default();
    for i in 0..3 {
        let friend = story.person(&format!("Old Friend {i}"));
        for weeks in [150, 154, 158] {
            story.talk(ConversationKind::OneToOne, friend, weeks);
        }
        let on = Some(MONDAY.checked_sub(155.weeks()).unwrap());
        for direction in [Direction::Given, Direction::Received] {
            let id = FactId(story.id());
            let (kind, asked, about, outcome) = (HelpKind::Advice, None, None, None);
            story.facts.help.push(Help {
                id,
                on,
                direction,
                person: friend,
                kind,
                asked,
                about,
                outcome,
            });
        }
        let id = FactId(story.id());
        story.facts.ratings.push(Rating {
            id,
            person: friend,
            what: Rated::Understanding,
            score: 4,
            on,
        });
        let id = FactId(story.id());
        let what = "a shop front".to_owned();
        story.facts.needs.push(Need { id, person: friend, on, what, met_on: on });
    }
    let plan = story.plan(180);
    assert_eq!(of(&plan, ItemKind::Revive).len(), 1, "{plan:#?}");
}

#[test]
fn nothing_is_forecast_before_five_referrals_have_come() {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..6).map(|i| story.explorer(&format!("Guest {i}"), 40)).collect();
    assert_eq!(story.plan(180).expected_referrals, None);
    for &person in people.iter().take(5) {
        story.referral(person, 10);
    }
    let expected = story.plan(180).expected_referrals.unwrap();
    assert!(expected.low < expected.median && expected.median < expected.high);
}

#[test]
fn an_empty_book_is_told_what_would_help() {
    let plan = Story::default().plan(180);
    assert!(plan.items.is_empty());
    assert_eq!(plan.remarks.len(), 1);
}

/// A book made of small numbers: people with talks, rooms, promises, needs and refusals.
fn any_story() -> impl Strategy<Value = Story> {
    let person =
        (0_i64..60, 0_u8..4, any::<bool>(), any::<bool>(), prop::option::of(-20_i64..10), 0_u8..8);
    let rooms = prop::collection::vec((0_i64..7, 0_i64..30, prop::option::of(0_u32..3)), 0..5);
    (prop::collection::vec(person, 0..25), rooms).prop_map(|(people, rooms)| {
        let mut story = Story::default();
        let trades = [
            "bookkeeper",
            "florist",
            "plumber",
            "web designer",
            "solicitor",
            "caterer",
            "hr",
            "printer",
        ];
        let mut ids = Vec::new();
        for (i, (weeks, talks, refuses, needs, due, trade)) in people.into_iter().enumerate() {
            let id = story.person(&format!("Person {i}"));
            ids.push(id);
            (0..i64::from(talks)).for_each(|n| {
                story.talk(ConversationKind::OneToOne, id, weeks + n * 5);
            });
            let trade = trades[usize::from(trade)];
            story.edit(id, |p| {
                p.do_not_contact = refuses;
                p.what_they_do = Some(trade.to_owned());
                p.met_on = MONDAY.checked_sub(weeks.weeks()).ok();
            });
            if needs {
                story.need(id, trades[i % 8], None);
            }
            if let Some(days) = due {
                story.promise(id, "send it", MONDAY.checked_add(days.days()).unwrap());
            }
        }
        for (i, (day, weeks, absences)) in rooms.into_iter().enumerate() {
            let room = story.room(&format!("Room {i}"), day, weeks, &ids);
            let row = story.facts.rooms.iter_mut().find(|r| r.id == room).unwrap();
            row.absences_allowed = absences;
        }
        story
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_plan_keeps_its_word(story in any_story(), budget in 0_u32..700) {
        let plan = story.plan(budget);
        prop_assert_eq!(&plan, &story.plan(budget), "same input, same plan");
        prop_assert!(minutes(&plan) <= budget, "over budget: {:#?}", plan);
        prop_assert_eq!(minutes(&plan), plan.meeting_minutes + plan.people_minutes);
        let mut seen = HashSet::new();
        for item in &plan.items {
            prop_assert!(!item.because.is_empty() && item.minutes > 0, "{:#?}", item);
            prop_assert_eq!(item.people.len(), item.names.len());
            for person in &item.people {
                prop_assert!(seen.insert(*person), "twice in a week: {:#?}", plan);
                let row = story.facts.people.iter().find(|p| p.id == *person).unwrap();
                prop_assert!(!row.do_not_contact && !row.set_aside);
            }
        }
        prop_assert!(plan.items.iter().filter(|i| i.could_replace.is_some()).count() <= 2);
        let words = serde_json::to_string(&plan).unwrap().to_lowercase();
        let forbidden = ["owe", "owes", "owed", "owing"];
        prop_assert!(words.split(|c: char| !c.is_alphabetic()).all(|w| !forbidden.contains(&w)));
        let says = plan.items.iter().flat_map(|i| i.because.iter().chain(&i.bring));
        prop_assert!(says.clone().all(|line| !line.to_lowercase().contains("refer")));
        prop_assert!(says.chain(&plan.remarks).all(|line| !line.contains('!')));
    }
}

//! People just met, calls, help, and what is never asked.

use super::*;
use crate::facts::{Business, Pitch};
use crate::ladder;
use crate::plan::opening::{Touch, TouchKind, steps, touches};

fn met(story: &mut Story, name: &str, days_ago: i64) -> PersonId {
    let id = story.person(name);
    story.edit(id, |p| p.met_on = MONDAY.checked_sub(days_ago.days()).ok());
    id
}

fn opening(story: &Story, who: PersonId) -> Vec<Touch> {
    let book = Book::new(story.facts.clone(), &[]);
    let person = book.person(who).unwrap();
    touches(&book, person, person.met_on.unwrap(), MONDAY)
}

/// Row 51: a client won through somebody is work they passed on, with or without a referral of it.
#[test]
fn whoever_sent_two_clients_is_remembered_for_both() {
    let mut story = Story::default();
    let ada = story.explorer("Ada Abbot", 20);
    story.referral(ada, 30);
    for client in ["Acme", "Baker"] {
        let id = FactId(story.id());
        story.facts.business.push(Business {
            id,
            won_on: None,
            client: client.to_owned(),
            source_kind: None,
            source: None,
            referrer: Some(ada),
            room: None,
            value: None,
            notes: None,
        });
    }
    let plan = story.plan(180);
    let item = plan.items.iter().find(|item| item.people == [ada]).unwrap();
    let told: Vec<_> = item.because.iter().filter(|line| line.contains("assed work on")).collect();
    assert_eq!(told, ["Passed work on to you twice."], "the referral may be one of them");
}

/// Row 12.
#[test]
fn a_new_contact_has_five_dated_steps_each_with_a_note_or_a_question_for_one() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 3);
    let bare = opening(&story, who);
    assert_eq!(bare.len(), 5);
    assert!(bare.iter().all(|t| t.because.is_none() && t.says.starts_with("Note ")), "{bare:#?}");
    story.need(who, "a bookkeeper", None);
    story.edit(who, |p| p.what_they_do = Some("catering for weddings".to_owned()));
    let told = opening(&story, who);
    assert!(told.iter().all(|t| t.because.is_some()), "{told:#?}");
    assert!(told[0].says.contains("a bookkeeper") && told[2].says.contains("catering"));
    let days: Vec<i32> = told.iter().map(|t| crate::days::days_between(MONDAY, t.by) + 3).collect();
    assert_eq!(days, [2, 14, 40, 60, 90]);
    assert!(told.iter().all(|t| !t.is_done));
}

#[test]
fn a_column_of_a_file_is_nothing_that_was_said() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 3);
    story.edit(who, |p| p.notes = Some("Connected On: 2026-10-20".to_owned()));
    assert!(opening(&story, who).iter().all(|t| !t.says.contains("Connected")));
    story.edit(who, |p| p.notes = Some("Runs a choir\nConnected On: 2026-10-20".to_owned()));
    assert!(opening(&story, who).iter().any(|t| t.says.contains("Runs a choir")));
}

/// A proposal is not what was done, and four letters are no hour together.
#[test]
fn letters_are_no_sitting_down_and_a_done_step_says_only_what_happened() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 30);
    story.need(who, "a bookkeeper", None);
    for weeks in 1..=4 {
        story.talk(ConversationKind::Email, who, weeks);
    }
    let steps = opening(&story, who);
    let done: Vec<&str> = steps.iter().filter(|t| t.is_done).map(|t| t.says.as_str()).collect();
    assert_eq!(done, ["You were in touch.", "You were in touch again."]);
}

#[test]
fn sitting_down_does_every_step_before_it_too() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 30);
    story.talk(ConversationKind::Email, who, 4);
    assert_eq!(opening(&story, who).iter().filter(|t| t.is_done).count(), 1);
    story.talk(ConversationKind::OneToOne, who, 2);
    let open: Vec<TouchKind> =
        opening(&story, who).iter().filter(|t| !t.is_done).map(|t| t.kind).collect();
    assert_eq!(open, [TouchKind::PickUp, TouchKind::SayBack]);
}

/// Row 12: one talk is no second contact. Another day is, and it does one step.
#[test]
fn one_sitting_down_is_in_touch_and_not_in_touch_again() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 60);
    let done = |story: &Story| {
        let steps = opening(story, who).into_iter();
        steps.filter(|t| t.is_done).map(|t| t.says).collect::<Vec<_>>()
    };
    story.talk(ConversationKind::OneToOne, who, 6);
    assert_eq!(done(&story), ["You were in touch.", "You sat down together."]);
    story.talk(ConversationKind::Call, who, 4);
    let three = ["You were in touch.", "You were in touch again.", "You sat down together."];
    assert_eq!(done(&story), three);
    story.talk(ConversationKind::Email, who, 2);
    assert_eq!(done(&story)[3], "You picked up where you were.");
}

/// Row 56: a line on the day of the meeting was a line, and so is a referral: the page says so too.
#[test]
fn who_heard_from_the_owner_on_the_day_itself_has_heard() {
    use crate::plan::opening::is_unheard;
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 28);
    let unheard = |story: &Story| {
        let book = Book::new(story.facts.clone(), &[]);
        is_unheard(&book, book.person(who).unwrap(), MONDAY)
    };
    assert!(unheard(&story));
    story.talk(ConversationKind::Message, who, 4);
    let met_on = story.facts.people.iter().find(|p| p.id == who).and_then(|p| p.met_on).unwrap();
    story.facts.conversations.last_mut().unwrap().on = met_on;
    assert!(!unheard(&story), "met by that very message");
    let room = story.room("Chamber", 1, 12, &[]);
    story.edit(who, |p| p.met_at = Some(room));
    assert!(!unheard(&story));
    assert_eq!(opening(&story, who).iter().filter(|t| t.is_done).count(), 1);
}

#[test]
fn the_last_step_is_done_when_they_were_asked_and_however_often_one_met_not_before() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 60);
    for weeks in 1..6 {
        story.talk(ConversationKind::OneToOne, who, weeks);
    }
    let steps = opening(&story, who);
    let open: Vec<TouchKind> = steps.iter().filter(|t| !t.is_done).map(|t| t.kind).collect();
    assert_eq!(open, [TouchKind::SayBack]);
    assert!(steps.iter().all(|t| !t.is_done || !t.says.starts_with("Note ")), "{steps:#?}");
    story.facts.conversations.last_mut().unwrap().they_know_me = Some(3);
    assert!(opening(&story, who).iter().all(|t| t.is_done));
}

#[test]
fn the_week_holds_the_step_that_is_due_and_tells_the_others_with_their_dates() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 5);
    story.need(who, "a bookkeeper", None);
    let plan = story.plan(180);
    let [line] = of(&plan, ItemKind::Message)[..] else { panic!("{plan:#?}") };
    assert_eq!(line.people, [who]);
    assert_eq!(line.bring.len(), 5);
    assert!(line.bring[1].starts_with("By 25 November: "), "{:?}", line.bring);
}

#[test]
fn a_step_whose_day_has_gone_by_gets_a_new_day_and_those_after_it_wait_for_it() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 60);
    let book = Book::new(story.facts.clone(), &[]);
    let steps = steps(&book, book.person(who).unwrap(), MONDAY).unwrap();
    let after = |days: i32| Some(crate::days::days_after(MONDAY, days));
    let days: Vec<Option<Date>> = steps.iter().map(|step| step.now_by).collect();
    assert_eq!(days, [after(7), after(14), after(21), after(28), None]);
    story.need(who, "a bookkeeper", None);
    let plan = story.plan(180);
    for item in of(&plan, ItemKind::Message) {
        let gone = item.bring.iter().filter(|line| line.starts_with("By "));
        let says =
            |line: &String| line.contains("has gone by") || line.starts_with("By 16 December");
        assert!(gone.clone().all(says), "{:?}", item.bring);
    }
    let fresh = met(&mut story, "Ken Fresh", 1);
    assert!(opening(&story, fresh).iter().all(|step| step.now_by.is_none()));
}

#[test]
fn no_minute_is_prepared_for_a_meeting_that_is_over() {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..2).map(|i| story.explorer(&format!("G {i}"), 30)).collect();
    let room = story.room("Chamber", 1, 12, &people);
    let tuesday = crate::days::days_after(MONDAY, 1);
    let meeting = Meeting::held(FactId(story.id()), room, tuesday);
    story.facts.meetings.push(meeting);
    let prepares =
        |story: &Story, day| !of(&story.plan_on(day, 420), ItemKind::PreparePitch).is_empty();
    assert!(prepares(&story, MONDAY) && prepares(&story, tuesday));
    assert!(!prepares(&story, crate::days::days_after(MONDAY, 2)), "it was yesterday");
    let last = story.facts.meetings.last_mut().unwrap();
    last.debriefed_on = Some(tuesday);
    assert!(!prepares(&story, tuesday), "it was looked back on");
}

/// Row 26 asks for messages one by one; a call is for people one knows.
#[test]
fn friends_who_cool_are_called_and_strangers_are_not() {
    let mut story = Story::default();
    let friend = story.person("Fay Friend");
    for weeks in [10, 14, 18, 22] {
        story.talk(ConversationKind::OneToOne, friend, weeks);
    }
    let stranger = met(&mut story, "Sam Stranger", 60);
    for i in 0..6 {
        story.explorer(&format!("Guest {i}"), 20);
    }
    let plan = story.plan(200);
    let calls: Vec<_> = of(&plan, ItemKind::Call).into_iter().flat_map(|i| &i.people).collect();
    assert!(!calls.contains(&&stranger), "{plan:#?}");
    assert!(calls.iter().all(|who| **who == friend), "{plan:#?}");
}

#[test]
fn what_the_owner_knows_is_offered_where_it_is_looked_for() {
    let mut story = Story::default();
    let who = story.explorer("Nell Need", 12);
    story.talk(ConversationKind::OneToOne, who, 2);
    story.need(who, "a bookkeeper", None);
    let id = FactId(story.id());
    let text = Some("Bookkeeper for small shops".to_owned());
    story.facts.pitches.push(Pitch { text, ..Pitch::named(id, "shops") });
    let plan = story.plan(180);
    let [help] = of(&plan, ItemKind::Help)[..] else { panic!("{plan:#?}") };
    assert_eq!(help.people, [who]);
    assert!(help.because[0].contains("a bookkeeper"), "{:?}", help.because);
}

/// Row 65: the page of help and the week say the same of it.
#[test]
fn what_the_owner_does_themselves_is_offered_and_nobody_else_is_introduced_for_it() {
    let mut story = Story::default();
    let who = story.explorer("Nell Need", 12);
    story.talk(ConversationKind::OneToOne, who, 2);
    story.need(who, "a bookkeeper", None);
    let helper = story.explorer("Ben Books", 12);
    story.talk(ConversationKind::OneToOne, helper, 2);
    story.edit(helper, |p| p.what_they_do = Some("bookkeeper".to_owned()));
    assert_eq!(of(&story.plan(180), ItemKind::Introduction).len(), 1);
    let id = FactId(story.id());
    let text = Some("Bookkeeper for small shops".to_owned());
    story.facts.pitches.push(Pitch { text, ..Pitch::named(id, "shops") });
    let plan = story.plan(180);
    assert!(of(&plan, ItemKind::Introduction).is_empty(), "{plan:#?}");
    let [help] = of(&plan, ItemKind::Help)[..] else { panic!("{plan:#?}") };
    assert_eq!(help.people, [who]);
}

/// Row 65: nobody else is thought of before the owner's own work.
#[test]
fn what_the_owner_does_themselves_is_brought_before_anybody_else_comes_to_mind() {
    let mut story = Story::default();
    let who = story.explorer("Nell Need", 12);
    story.need(who, "a bookkeeper", None);
    let helper = story.explorer("Ben Books", 12);
    story.edit(helper, |p| p.what_they_do = Some("bookkeeper".to_owned()));
    let bring = |story: &Story| {
        let plan = story.plan(180);
        let lines = plan.items.into_iter().flat_map(|item| item.bring);
        lines.filter(|line| line.contains("is looking for a bookkeeper")).collect::<Vec<_>>()
    };
    let begins = "Whom can you help? Nell is looking for a bookkeeper";
    assert_eq!(bring(&story), [format!("{begins}: offer to introduce Ben Books.")]);
    let id = FactId(story.id());
    let text = Some("Bookkeeper for small shops".to_owned());
    story.facts.pitches.push(Pitch { text, ..Pitch::named(id, "shops") });
    assert_eq!(bring(&story), [format!("{begins}, and that is your own trade: offer it first.")]);
}

/// Row 30.
#[test]
fn the_focus_is_one_that_the_last_six_meetings_have_not_heard() {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..2).map(|i| story.explorer(&format!("G {i}"), 30)).collect();
    story.room("Chamber", 1, 12, &people);
    for version in ["shops", "cafes"] {
        let id = FactId(story.id());
        story.facts.pitches.push(Pitch::named(id, version));
    }
    for (at, meeting) in story.facts.meetings.iter_mut().enumerate() {
        // `room` writes the latest week first.
        meeting.pitch = Some(if at < 6 { "shops" } else { "cafes" }.to_owned());
    }
    let plan = story.plan(420);
    let [pitch] = of(&plan, ItemKind::PreparePitch)[..] else { panic!("{plan:#?}") };
    assert!(pitch.bring[0].contains("cafes"), "{:?}", pitch.bring);
    story.facts.meetings[5].pitch = Some("cafes".to_owned());
    let plan = story.plan(420);
    let bring = &of(&plan, ItemKind::PreparePitch)[0].bring[0];
    assert!(bring.contains("Something other than “shops”"), "{bring}");
}

#[test]
fn the_same_week_gives_the_same_plan_on_each_of_its_days_and_waits_for_who_was_asked() {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..20).map(|i| story.explorer(&format!("G {i}"), 9 + i)).collect();
    story.room("Chamber", 4, 20, &people);
    let book = Book::new(story.facts.clone(), &[]);
    let on = |days: i64| {
        let day = MONDAY.checked_add(days.days()).unwrap();
        Plan::for_week(&book, day, 240, &Params::default())
    };
    assert_eq!(on(0), on(1));
    // Only what is offered moves on: the Friday's meeting is near, and nobody can be asked for its time any more.
    let chosen = |plan: &Plan| -> Vec<(ItemKind, Vec<PersonId>)> {
        let people = plan.items.iter().filter(|i| i.kind != ItemKind::Meeting);
        people.map(|i| (i.kind, i.people.clone())).collect()
    };
    assert_eq!(chosen(&on(0)), chosen(&on(6)));
    let swaps = |plan: &Plan| plan.items.iter().filter(|i| i.could_replace.is_some()).count();
    assert_eq!((swaps(&on(0)), swaps(&on(6))), (1, 0));
    let says =
        |plan: Plan| plan.items.into_iter().flat_map(|i| i.bring).any(|b| b.starts_with("Offer "));
    assert!(says(on(2)) && !says(on(3)));
    let invited = |plan: &Plan| -> HashSet<PersonId> {
        let asks = plan.items.iter().filter(|i| i.status == Status::Invite);
        asks.flat_map(|i| i.people.clone()).collect()
    };
    // A week in which nothing was noted changes nobody's turn.
    let (now, next) = (invited(&on(0)), invited(&on(7)));
    assert!(now.intersection(&next).count() * 3 >= now.len() * 2, "{now:?} {next:?}");
}

/// What asks somebody for business, in whatever words of ours.
const ASKS: [&str; 7] = [
    "refer",
    "whom you would like to meet",
    "introduce you",
    "pass on",
    "clients for you",
    "work for you",
    "buy",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Row 57: nobody below getting to know is asked for anything.
    #[test]
    fn nobody_below_level_two_is_asked_for_business(story in any_story(), budget in 60_u32..700) {
        let book = Book::new(story.facts.clone(), &[]);
        let params = Params::default();
        let plan = Plan::for_week(&book, MONDAY, budget, &params);
        let low = |who: &PersonId| ladder::climb(&book, *who, MONDAY, &params).level < 2;
        for item in plan.items.iter().filter(|i| i.people.iter().any(low)) {
            for line in item.because.iter().chain(&item.bring) {
                let line = line.to_lowercase();
                prop_assert!(ASKS.iter().all(|ask| !line.contains(ask)), "{line}");
            }
        }
    }
}

/// Rows 12 and 26: whoever asked not to be contacted has no steps.
#[test]
fn whoever_asked_not_to_be_contacted_has_no_steps() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 28);
    let steps = |story: &Story| {
        let book = Book::new(story.facts.clone(), &[]);
        crate::plan::opening::steps(&book, book.person(who).unwrap(), MONDAY)
    };
    assert!(steps(&story).is_some());
    story.edit(who, |p| p.do_not_contact = true);
    assert_eq!(steps(&story), None);
}

/// Row 12: what the owner wrote down of a talk is no need of theirs.
#[test]
fn a_note_of_a_talk_is_told_as_a_note_and_never_as_what_they_look_for() {
    let mut story = Story::default();
    let who = met(&mut story, "Nadia Rahman", 3);
    story.edit(who, |p| p.notes = Some("Sails on Sundays".to_owned()));
    let noted: Vec<String> = opening(&story, who).into_iter().map(|touch| touch.says).collect();
    assert!(
        noted[..4].iter().all(|says| says.contains("you noted: Sails on Sundays")),
        "{noted:#?}"
    );
    let theirs = ["look for", "looking for", "what became of it"];
    assert!(noted.iter().all(|says| theirs.iter().all(|own| !says.contains(own))), "{noted:#?}");
}

/// Row 12: their page names the day of a step, and the week of that day holds it, or says that it has no time for it.
#[test]
fn a_step_whose_day_lies_in_the_week_is_in_the_week_or_said_to_find_no_time() {
    let mut story = Story::default();
    let who = met(&mut story, "Bea Hart", 12);
    story.need(who, "a bookkeeper", None);
    story.talk(ConversationKind::OneToOne, who, 1);
    let book = Book::new(story.facts.clone(), &[]);
    let steps = steps(&book, book.person(who).unwrap(), MONDAY).unwrap();
    let next = steps.iter().find(|step| !step.is_done).unwrap();
    assert_eq!((next.kind, next.by), (TouchKind::Useful, crate::days::days_after(MONDAY, 2)));
    let plan = story.plan(180);
    let [useful] = of(&plan, ItemKind::Message)[..] else { panic!("{plan:#?}") };
    assert_eq!((useful.people.as_slice(), &useful.bring[0]), (&[who][..], &next.says));
    let tight = story.plan(5);
    assert!(of(&tight, ItemKind::Message).is_empty());
    let says = "No time is left in this week’s plan for the step of the first ninety days that is due with Bea Hart:";
    assert!(tight.remarks.iter().any(|remark| remark.starts_with(says)), "{:?}", tight.remarks);
    // An hour together is asked for like any other, and no less said to find no time.
    let mut story = Story::default();
    let who = met(&mut story, "Bea Hart", 38);
    for weeks in [4, 3] {
        story.talk(ConversationKind::Email, who, weeks);
    }
    assert_eq!(of(&story.plan(180), ItemKind::OneToOne)[0].people, [who]);
    let tight = story.plan(5);
    assert!(tight.remarks.iter().any(|remark| remark.starts_with(says)), "{:?}", tight.remarks);
}

/// A message is no talk, and whoever was written to reads that they were.
#[test]
fn whoever_was_met_and_written_to_reads_both() {
    let mut story = Story::default();
    let who = story.person("Peter Marsh");
    story.room("Chamber Lunch", 1, 6, &[]);
    story.facts.meetings.iter_mut().for_each(|meeting| meeting.people.clear());
    let last = story.facts.meetings.iter_mut().max_by_key(|m| m.on).unwrap();
    last.people = vec![who];
    let is_asked = |plan: &Plan| {
        let asked = of(plan, ItemKind::OneToOne);
        asked.iter().find(|item| item.people == [who]).map(|item| item.because.clone())
    };
    story.talk(ConversationKind::Message, who, 0);
    let because = is_asked(&story.plan(300)).unwrap();
    let says = "You met at Chamber Lunch 6 days ago and wrote today; no talk has followed yet.";
    assert_eq!(because, [says]);
}

/// Row 12: a deed has no day by which it is to be done.
#[test]
fn a_step_that_was_done_says_so_beside_those_with_a_day() {
    let mut story = Story::default();
    let who = met(&mut story, "Finn Foster", 25);
    story.talk(ConversationKind::OneToOne, who, 3);
    let plan = story.plan(180);
    let item = plan.items.iter().find(|i| i.people == [who]).unwrap();
    assert!(item.bring.iter().any(|line| line == "Done: you sat down together."), "{item:#?}");
    assert!(item.bring.iter().all(|line| !(line.starts_with("By ") && line.contains(": you "))));
}

#[test]
fn hours_left_are_for_those_just_met_before_anybody_new() {
    let mut story = Story::default();
    met(&mut story, "Nadia Rahman", 3);
    let last = |story: &Story| story.plan(420).remarks.pop().unwrap();
    let says = last(&story);
    assert!(
        says.ends_with("a line to those you have just met comes before meeting somebody new."),
        "{says}"
    );
    let who = story.facts.people[0].id;
    story.talk(ConversationKind::Call, who, 0);
    assert!(last(&story).ends_with("time to meet somebody new."), "{}", last(&story));
}

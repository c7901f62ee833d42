//! The seven stories of science.md §4: what each of these people should be told, and what not.

use super::*;
use crate::facts::{ChannelMonth, ObjectiveMet, Promise, PromisedBy};

fn states(review: &Review) -> BTreeMap<&'static str, State> {
    review.findings.iter().map(|f| (f.code, f.state)).collect()
}

fn seen(review: &Review) -> Vec<&'static str> {
    review.seen(usize::MAX).map(|f| f.code).collect()
}

fn channel_month(hand: &mut Hand, month: Date, hours: u32, cost: i64, sales: u32) {
    let pence = |minor| Some(Amount { currency: None, minor });
    let id = FactId(hand.id());
    hand.facts.channel_months.push(ChannelMonth {
        id,
        channel: "cold calling".to_owned(),
        month,
        minutes: Some(hours * 60),
        cost: pence(cost * 100),
        leads: None,
        sales: Some(sales),
        value: pence(i64::from(sales) * 30_000),
    });
}

/// A (Lopata's coachee): five breakfasts, two lunches and an evening a week, and cold calls that cost
/// more than they bring.
#[test]
fn a_week_of_breakfasts_is_told_as_meetings_without_depth() {
    let mut hand = Hand::new();
    for week in 0..26 {
        for day in 0..8 {
            let meeting = hand.meeting(days_before(TODAY, week * 7 + day % 7), 90);
            meeting.travel_minutes = Some(30);
        }
        if week % 2 == 0 {
            let person = hand.met(weeks_ago(week + 1));
            hand.one_to_one(weeks_ago(week), person, 60);
        }
        if week % 4 == 0 {
            channel_month(&mut hand, weeks_ago(week), 40, 500, u32::from(week == 8));
        }
    }
    let review = hand.review();
    assert_eq!(states(&review)["meeting-heavy"], State::Seen);
    let says = &review.findings.iter().find(|f| f.code == "meeting-heavy").unwrap().says;
    assert!(says.contains("more than three quarters"), "{says}");
    assert_eq!(states(&review)["costly-channel"], State::NotEnoughData, "one sale tells nothing");
    let calls = review.channels.iter().find(|c| c.name.is_some()).unwrap();
    assert!(calls.cost.minor > calls.value.minor, "what it cost is shown beside what it brought");
}

/// B (the friend): five or six events a week for a year, and not one introduction.
#[test]
fn a_year_of_events_lists_what_may_be_the_reason_and_asserts_none_of_it() {
    let mut hand = Hand::new();
    for day in 0..364 {
        if day % 7 < 5 || day % 14 == 5 {
            hand.meeting(days_before(TODAY, day), 60);
        }
    }
    for week in 0..50 {
        let person = hand.met(weeks_ago(week + 2));
        hand.one_to_one(weeks_ago(week), person, 60);
    }
    let review = hand.review();
    for code in ["not-followed-up", "wrong-rooms", "sitting-with-friends", "weak-introduction"] {
        let finding = review.findings.iter().find(|f| f.code == code).unwrap();
        assert_eq!(finding.state, State::NotEnoughData, "{code}");
        assert!(!finding.evidence.missing.is_empty(), "{code} says what is missing");
    }
    assert_eq!(review.signal.verdict, Verdict::NothingShowed);
    assert!((260..=312).contains(&review.signal.meetings), "{}", review.signal.meetings);
    assert!(review.signal.says.contains("Pipeline not started"), "{}", review.signal.says);
    assert_eq!(review.signal.headline(), Some(&*review.signal.says), "before all reasons");
    let bound = review.signal.still_possible.unwrap();
    assert!(bound < 0.012, "0 of {} bounds it: {bound}", review.signal.meetings);
}

/// C (the woman who wrote an e-mail): three hundred meetings in two years, and work from few sources.
#[test]
fn three_hundred_one_off_meetings_are_told_with_their_bound_and_the_few_sources() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(120));
    for n in 0..300 {
        let person = hand.met(weeks_ago(104 - n / 3));
        hand.one_to_one(weeks_ago(104 - n / 3), person, 45);
    }
    for _ in 0..9 {
        hand.business("A friend", Some(friend), 2_000);
    }
    let review = hand.review();
    let states = states(&review);
    assert_eq!((states["one-off-meetings"], states["few-sources"]), (State::Seen, State::Seen));
    let finding = review.findings.iter().find(|f| f.code == "one-off-meetings").unwrap();
    assert!(finding.says.contains("below 1.0%"), "{}", finding.says);
}

/// D (the businesswoman): twelve meetings and no one-to-one.
#[test]
fn twelve_meetings_without_a_one_to_one_are_told_as_that_and_nothing_else() {
    let mut hand = Hand::new();
    for month in 0..12 {
        let people: Vec<PersonId> = (0..3).map(|_| hand.met(weeks_ago(1 + month * 4))).collect();
        hand.meeting(weeks_ago(1 + month * 4), 120).people = people;
    }
    assert_eq!(seen(&hand.review()), ["no-one-to-ones"]);
}

/// A sound week: a meeting with one person known and one new, a line to the new one the next day,
/// three one-to-ones, a promise kept.
fn sound_weeks(hand: &mut Hand, weeks: i32, prepared: bool) {
    let mut known: Vec<PersonId> = Vec::new();
    for week in (1..=weeks).rev() {
        let on = weeks_ago(week);
        let new = hand.met(on);
        hand.facts.people.last_mut().unwrap().sector = Some(format!("trade {}", week % 12));
        let meeting = hand.meeting(on, 60);
        meeting.pitch_prepared = Some(prepared);
        meeting.people = known.last().copied().into_iter().chain([new]).collect();
        hand.talk(ConversationKind::Email, crate::days::days_after(on, 1), new).minutes = Some(10);
        known.push(new);
        for turn in 0..3 {
            let with = known[known.len().saturating_sub(1 + turn * 4)];
            let talk = hand.talk(ConversationKind::OneToOne, crate::days::days_after(on, 2), with);
            (talk.minutes, talk.objective_met) = (Some(60), Some(ObjectiveMet::Yes));
            talk.objective = Some("learn whom they serve".to_owned());
        }
        promise(hand, new, on);
    }
}

fn promise(hand: &mut Hand, person: PersonId, on: Date) {
    let id = FactId(hand.id());
    hand.facts.promises.push(Promise {
        id,
        person,
        direction: PromisedBy::Mine,
        what: "send the article".to_owned(),
        made_on: Some(on),
        due_on: Some(crate::days::days_after(on, 5)),
        done_on: Some(crate::days::days_after(on, 3)),
    });
}

/// E (the professional): everything sound, but the minute is never prepared.
#[test]
fn a_minute_never_prepared_is_told_and_nothing_else() {
    let mut hand = Hand::new();
    sound_weeks(&mut hand, 60, false);
    assert_eq!(seen(&hand.review()), ["weak-introduction"]);
}

/// F: a good networker.
#[test]
fn a_good_networker_is_told_nothing() {
    let mut hand = Hand::new();
    sound_weeks(&mut hand, 60, true);
    let review = hand.review();
    assert_eq!(seen(&review), [""; 0]);
    assert_eq!(review.practice, None);
}

/// G: a user whose first entry lies in the third week back.
#[test]
fn after_three_weeks_it_is_too_early_for_anything() {
    let mut hand = Hand::new();
    hand.facts.rooms[0].cadence = Some(Cadence::Weekly);
    sound_weeks(&mut hand, 2, true);
    let review = hand.review();
    assert_eq!(seen(&review), [""; 0]);
    for code in super::OUTCOMES {
        assert_eq!(states(&review)[code], State::NotEnoughData, "{code}");
    }
    assert_eq!(states(&review)["meeting-heavy"], State::NotEnoughData);
    assert_eq!(review.signal.verdict, Verdict::TooBriefly);
}

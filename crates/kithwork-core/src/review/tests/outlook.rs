//! What lies ahead and what lies between two chairs: the measures beside the findings.

use super::*;
use crate::facts::{
    Aim, AimKind, Direction, Help, HelpKind, Need, Rated, Rating, Referral, ReferralStatus,
};

pub(super) fn help(
    hand: &mut Hand,
    person: PersonId,
    direction: Direction,
    on: Date,
    asked: Option<bool>,
) {
    let (id, kind) = (FactId(hand.id()), HelpKind::Advice);
    let on = Some(on);
    let help = Help { id, on, direction, person, kind, asked, about: None, outcome: None };
    hand.facts.help.push(help);
}

pub(super) fn referral(hand: &mut Hand, person: PersonId, on: Date, status: ReferralStatus) {
    let id = FactId(hand.id());
    hand.facts.referrals.push(Referral {
        status: Some(status),
        value: Some(Amount { currency: None, minor: 100_000 }),
        ..Referral::passed_on(id, Direction::Received, person, Some(on))
    });
}

fn aim(hand: &mut Hand, review_on: Option<Date>, tries: Option<&str>, people: Vec<PersonId>) {
    let id = FactId(hand.id());
    hand.facts.aims.push(Aim {
        id,
        what: "See five people again".to_owned(),
        kind: AimKind::Referrals,
        set_on: Some(weeks_ago(20)),
        review_on,
        closed_on: None,
        tries: tries.map(str::to_owned),
        as_varied_as: None,
        people,
    });
}

/// Row 39: zero leading indicators after a year is a finding, zero revenue is not.
#[test]
fn a_year_without_business_is_no_failure_where_something_shows() {
    let year = |introduced: bool| {
        let mut hand = Hand::new();
        let friend = hand.met(weeks_ago(60));
        for week in 0..56 {
            hand.meeting(weeks_ago(week), 120);
            hand.one_to_one(weeks_ago(week), friend, 60);
        }
        if introduced {
            referral(&mut hand, friend, weeks_ago(10), ReferralStatus::Met);
        }
        hand.review().signal
    };
    assert_eq!(year(false).verdict, Verdict::NothingShowed);
    let shows = year(true);
    assert_eq!((shows.verdict, shows.business), (Verdict::TriedWithoutBusiness, 0));
    assert!(shows.says.contains("long sales take their time"), "{}", shows.says);
}

/// A client found at a group itself shows as well as a referral does.
#[test]
fn a_client_won_at_a_group_is_a_beginning() {
    let mut hand = Hand::new();
    for week in 0..56 {
        hand.meeting(weeks_ago(week), 120);
    }
    assert_eq!(hand.review().signal.verdict, Verdict::NothingShowed);
    assert!(hand.finding("no-one-to-ones").says.starts_with("Pipeline not started"));
    hand.business("Chamber Lunch", None, 900);
    let won = hand.facts.business.last_mut().unwrap();
    (won.source_kind, won.room) = (Some(BusinessSource::Group), Some(room()));
    let signal = hand.review().signal;
    assert_eq!((signal.at_groups, signal.referrals), (1, 0));
    assert_ne!(signal.verdict, Verdict::NothingShowed);
    assert!(signal.says.contains("1 client won at a group itself"), "{}", signal.says);
    assert!(!hand.finding("no-one-to-ones").says.contains("Pipeline"));
}

/// Row 23.
#[test]
fn not_tried_and_too_briefly_are_told_apart() {
    let tried = |weeks: i32, one_to_ones: bool| {
        let mut hand = Hand::new();
        for week in 0..weeks {
            hand.meeting(weeks_ago(week), 90);
            if one_to_ones {
                let person = hand.met(weeks_ago(week));
                hand.one_to_one(weeks_ago(week), person, 120);
            }
        }
        hand.review().signal.verdict
    };
    assert_eq!(tried(30, false), Verdict::NotTried);
    assert_eq!(tried(15, true), Verdict::TooBriefly);
    assert_eq!(tried(80, true), Verdict::NothingShowed);
}

/// Row 61: three gifts four weeks ago and nothing back is early, and nobody is ungrateful.
#[test]
fn three_gifts_without_return_after_four_weeks_are_too_early() {
    let mut hand = Hand::new();
    for _ in 0..3 {
        let person = hand.met(weeks_ago(10));
        help(&mut hand, person, Direction::Given, weeks_ago(4), None);
    }
    let curve = hand.review().help_curve;
    assert_eq!((curve.people, curve.returned, curve.mature), (3, 0, false));
    assert!(curve.says.starts_with("Too early"), "{}", curve.says);
    let one = hand.facts.people[0].id;
    let early = |hand: &Hand, on| {
        let book = crate::book::Book::new(hand.facts.clone(), &[]);
        crate::review::is_early_for_help(&book, one, on)
    };
    assert!(early(&hand, TODAY), "of each of them, too");
    assert!(!early(&hand, crate::days::days_after(TODAY, 300)), "half a year is time enough");
    help(&mut hand, one, Direction::Received, weeks_ago(1), None);
    assert!(!early(&hand, TODAY), "it has come");
    let curve = hand.review().help_curve;
    assert_eq!((curve.returned, curve.mature), (1, true));
    assert!((curve.points[0].share - 1.0 / 3.0).abs() < 1e-12);
}

/// Row 24.
#[test]
fn nine_asks_and_one_gift_are_said_gently() {
    let mut hand = Hand::new();
    let person = hand.met(weeks_ago(30));
    for week in 1..=9 {
        help(&mut hand, person, Direction::Received, weeks_ago(week), Some(true));
    }
    help(&mut hand, person, Direction::Given, weeks_ago(2), None);
    let balance = hand.review().balance;
    assert_eq!((balance.asked, balance.gave), (9, 1));
    assert!(balance.says.contains("9 times") && balance.says.contains("Only you see this"));
    for week in 1..=9 {
        help(&mut hand, person, Direction::Given, weeks_ago(week), None);
    }
    assert_eq!(hand.review().balance.says, "");
}

/// Rows 18 and 19.
#[test]
fn an_aim_without_a_day_is_open_ended_and_warm_people_without_an_aim_are_asked_about() {
    let mut hand = Hand::new();
    let [one, two] = [0, 1].map(|_| {
        let person = hand.met(weeks_ago(8));
        hand.one_to_one(weeks_ago(1), person, 60);
        let id = FactId(hand.id());
        let what = "staff".to_owned();
        hand.facts.needs.push(Need { id, person, on: Some(weeks_ago(1)), what, met_on: None });
        person
    });
    assert!(hand.review().loose_ends.without_aim.is_empty(), "without aims nobody is asked");
    aim(&mut hand, None, None, vec![one]);
    let review = hand.review();
    assert!(review.aims[0].asks.contains("open-ended"));
    assert_eq!(review.loose_ends.without_aim.iter().map(|e| e.person).collect::<Vec<_>>(), [two]);
    // Whoever counts as in touch counts here, with or without a need of theirs in the book.
    let three = hand.met(weeks_ago(8));
    hand.one_to_one(weeks_ago(2), three, 60);
    assert_eq!(hand.review().loose_ends.without_aim.len(), 2);
}

/// Row 69: winning changes the tactical alone, a new advocate the strategic alone.
#[test]
fn selling_and_being_recommended_are_counted_apart() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    referral(&mut hand, friend, weeks_ago(20), ReferralStatus::Met);
    let before = hand.review();
    assert_eq!((before.pipeline.open, before.pipeline.value[0]), (1, pounds(1_000)));
    hand.facts.referrals[0].status = Some(ReferralStatus::Won);
    let won = hand.review();
    assert_eq!((won.pipeline.open, won.pipeline.won), (0, 1));
    assert_eq!(won.advocates, before.advocates);
    referral(&mut hand, friend, weeks_ago(10), ReferralStatus::Lost);
    let spoken_for = hand.review();
    assert_eq!(spoken_for.advocates.people, 1);
    assert_eq!(spoken_for.pipeline, won.pipeline);
}

/// Row 68.
#[test]
fn less_than_two_months_of_cover_from_advocates_is_seen_with_its_figures() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(90));
    hand.one_to_one(weeks_ago(80), friend, 60);
    for week in [60, 50, 40, 30] {
        referral(&mut hand, friend, weeks_ago(week), ReferralStatus::Lost);
    }
    referral(&mut hand, friend, weeks_ago(3), ReferralStatus::Met);
    assert_eq!(hand.finding("hand-to-mouth").state, State::NotEnoughData, "no need is known");
    let mut settings = Settings::new(BookId(Uuid::nil()));
    settings.monthly_need = Some(Amount { currency: None, minor: 300_000 });
    hand.facts.settings.push(settings.clone());
    let finding = hand.finding("hand-to-mouth");
    assert_eq!((finding.state, finding.numerator), (State::Seen, Some(1)));
    // One of £1,000 with a chance of (0 + 1)/(4 + 2), of £3,000 a month.
    assert!((finding.measure.unwrap() - 1.0 / 18.0).abs() < 1e-12);
    hand.facts.settings[0].monthly_need = Some(Amount { currency: None, minor: 2_000 });
    assert_ne!(hand.finding("hand-to-mouth").state, State::Seen);
}

/// Row 40: none of 40 is flagged, none of 3 is not.
#[test]
fn a_room_without_anybody_one_wants_to_meet_is_seen_once_enough_were_met() {
    let room = |people: usize, fitting: usize| {
        let mut hand = Hand::new();
        let mut settings = Settings::new(BookId(Uuid::nil()));
        settings.targets = vec!["logistics".to_owned()];
        hand.facts.settings.push(settings);
        let met: Vec<PersonId> = (0..people).map(|_| hand.met(weeks_ago(5))).collect();
        for (at, person) in hand.facts.people.iter_mut().enumerate() {
            person.sector = Some(if at < fitting { "logistics" } else { "yoga" }.to_owned());
        }
        hand.meeting(weeks_ago(5), 90).people = met;
        hand.finding("wrong-rooms")
    };
    let wrong = room(40, 0);
    assert_eq!((wrong.state, wrong.numerator, wrong.denominator), (State::Seen, Some(0), Some(40)));
    assert_eq!(room(3, 0).state, State::NotEnoughData);
    assert_eq!(room(40, 20).state, State::NotSeen);
    assert_eq!(wrong.in_figures().unwrap(), "0 of 40: 0%, very likely 0 to 9%");
    assert!(wrong.evidence.speaks_for.ends_with("the line is drawn at 10%."), "{wrong:?}");
    assert_eq!(wrong.explanation.unwrap().formula, "wilson-interval");
}

/// Row 46: the same twice and nothing changed brings a question; having meant to change it, a finding.
#[test]
fn the_same_finding_twice_with_nothing_changed_is_asked_about() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(70));
    for week in 1..=60 {
        hand.meeting(weeks_ago(week), 90).pitch_prepared = Some(false);
        hand.one_to_one(weeks_ago(week), friend, 120);
    }
    let review = hand.review();
    let again = review.again.clone().unwrap();
    assert!(again.codes.contains(&"weak-introduction"), "{again:?}");
    let offer = again.offers.iter().find(|offer| offer.code == "weak-introduction").unwrap();
    assert!(!offer.try_next.is_empty() && offer.says.contains("minutes"), "{offer:?}");
    assert!(again.similarity > 0.99 && again.says.ends_with('?'), "{again:?}");
    assert_eq!(hand.finding("same-again").state, State::NotEnoughData);
    aim(&mut hand, Some(weeks_ago(-4)), Some("weak-introduction"), Vec::new());
    assert_eq!(hand.finding("same-again").state, State::Seen);
    assert!(hand.review().again.unwrap().offers.iter().all(|o| o.code != "weak-introduction"));
    let experiment = &hand.review().experiments[0];
    assert_eq!((experiment.stands, experiment.now), (Course::Running, Some(0.0)));
    // Begun since, it answers the question as long as its time is not over.
    hand.facts.aims[0].set_on = Some(weeks_ago(1));
    let again = hand.review().again.unwrap();
    assert_eq!(again.trying.iter().map(|one| one.since).collect::<Vec<_>>(), [Some(weeks_ago(1))]);
    assert!(!again.says.contains('?'), "{}", again.says);
    hand.facts.aims[0].review_on = Some(TODAY);
    assert!(hand.review().again.is_some_and(|a| a.trying.is_empty() && a.says.ends_with('?')));
    // Another quarter: half the meetings, and twice the time with people in other ways.
    hand.facts.meetings.retain(|m| m.on < weeks_ago(13));
    hand.facts.conversations.retain(|c| c.on < weeks_ago(13));
    for week in 1..=12 {
        hand.talk(ConversationKind::Call, weeks_ago(week), friend).minutes = Some(60);
    }
    assert_eq!(hand.review().again, None, "the weeks changed");
}

/// Row 38: the old tell, the young can't yet.
#[test]
fn people_met_lately_are_too_young_to_tell() {
    let mut hand = Hand::new();
    for n in 0..40 {
        let person = hand.met(days_before(TODAY, if n < 30 { 450 } else { 60 }));
        hand.one_to_one(days_before(TODAY, 50), person, 60);
        if n < 4 {
            referral(&mut hand, person, weeks_ago(5), ReferralStatus::Met);
        }
    }
    let groups = hand.review().expectations;
    let of = |from: i32| groups.iter().find(|g| g.from_months == from).unwrap();
    assert!(of(0).says.contains("too young to tell"), "{}", of(0).says);
    assert_eq!((of(12).people, of(12).referred), (30, 4));
    assert!(of(12).says.contains("13% have referred you, likely 7 to 23%"), "{}", of(12).says);
}

/// Rows 31 and 32: under three answers nothing is said.
#[test]
fn what_others_remember_counts_from_three_answers_on() {
    let mut hand = Hand::new();
    let people: Vec<PersonId> = (0..6).map(|_| hand.met(weeks_ago(20))).collect();
    for (at, &person) in people.iter().enumerate().take(2) {
        hand.talk(ConversationKind::Call, weeks_ago(i32::try_from(at).unwrap()), person)
            .they_know_me = Some(0);
    }
    let recall = hand.review().recall;
    assert_eq!((recall.asked, recall.share), (2, None));
    for &person in &people[2..] {
        hand.talk(ConversationKind::Call, weeks_ago(2), person).they_know_me = Some(1);
    }
    assert_eq!(hand.review().recall.share, Some(0.0));
    assert_eq!(hand.finding("weak-introduction").state, State::Seen);
    assert_eq!(hand.review().practice.unwrap().step, "recall");
}

/// Row 65, the other way round: those sat down with could hardly be helped, the others could.
#[test]
fn one_to_ones_with_those_one_can_hardly_help_are_seen() {
    let mut hand = Hand::new();
    for n in 0..120 {
        let person = hand.met(weeks_ago(20));
        let record = hand.facts.people.last_mut().unwrap();
        record.what_they_do =
            Some(if n % 2 == 0 { "accountant" } else { "web designer" }.to_owned());
        record.looking_for =
            Some(if n < 40 { "a lighthouse keeper" } else { "an accountant" }.to_owned());
        if n < 40 {
            hand.one_to_one(weeks_ago(5), person, 60);
        }
    }
    let finding = hand.finding("wrong-people");
    assert_eq!((finding.state, finding.numerator), (State::Seen, Some(0)));
    for person in &mut hand.facts.people[..40] {
        person.looking_for = Some("an accountant".to_owned());
    }
    assert_eq!(hand.finding("wrong-people").state, State::NotSeen);
}

/// A check once noted counts from its day; the ladder's own tests hold the rest.
#[test]
fn ratings_do_not_count_as_playbacks() {
    let mut hand = Hand::new();
    for _ in 0..6 {
        let person = hand.met(weeks_ago(20));
        let id = FactId(hand.id());
        let (what, on) = (Rated::Understanding, Some(weeks_ago(3)));
        hand.facts.ratings.push(Rating { id, person, what, score: 0, on });
    }
    assert_eq!(hand.review().recall.asked, 0);
}

/// Rows 18 and 19: who is linked to the wish to help is linked; an experiment is no aim for anybody;
/// signs are counted since the aim was set, beside as many days before.
#[test]
fn an_aim_counts_its_own_signs_among_its_own_people() {
    let mut hand = Hand::new();
    let [one, other] = [0, 1].map(|_| hand.met(weeks_ago(50)));
    aim(&mut hand, Some(weeks_ago(-8)), None, vec![one]);
    for (weeks, person) in [(5, one), (10, one), (25, one), (6, other)] {
        hand.talk(ConversationKind::OneToOne, weeks_ago(weeks), person).they_know_me = Some(4);
    }
    referral(&mut hand, one, weeks_ago(3), ReferralStatus::Met);
    let progress = hand.review().aims[0].progress.clone();
    let of = |sign: &str| {
        progress
            .iter()
            .find(|p| p.sign == sign)
            .map(|p| (p.count.unwrap(), p.before.unwrap()))
            .unwrap()
    };
    assert_eq!(of("one-to-ones"), (2, 1));
    assert_eq!(of("people who could say what you do"), (1, 1));
    assert_eq!(of("referrals received"), (1, 0));
    let unheard = progress.iter().find(|p| p.sign == "introductions received").unwrap();
    assert_eq!(unheard.count, None, "what was never noted is not nought");
    hand.facts.aims[0].kind = AimKind::Belonging;
    assert_eq!(hand.review().aims[0].progress[0].sign, "people seen");
    hand.facts.aims[0].kind = AimKind::Help;
    hand.facts.aims[0].review_on = None;
    let help = &hand.review().aims[0];
    assert_eq!((help.asks.as_str(), help.is_open_ended), ("", true));
    aim(&mut hand, None, Some("no-one-to-ones"), Vec::new());
    assert_eq!(hand.review().aims.len(), 1, "an experiment stands in a list of its own");
}

/// Row 46: what is to be changed must be there, and it is reached when it no longer is.
#[test]
fn an_experiment_on_what_was_never_seen_has_nothing_to_reach() {
    let mut hand = Hand::new();
    for week in 0..40 {
        hand.meeting(weeks_ago(week), 90).pitch_prepared = Some(week < 19);
    }
    aim(&mut hand, Some(weeks_ago(-4)), Some("weak-introduction"), Vec::new());
    hand.facts.aims[0].set_on = Some(weeks_ago(1));
    assert_eq!(hand.review().experiments[0].stands, Course::Running, "half prepared is a doubt");
    for meeting in &mut hand.facts.meetings {
        meeting.pitch_prepared = Some(true);
    }
    let sound = &hand.review().experiments[0];
    assert_eq!(
        (sound.stands, sound.says.contains("not seen when you began")),
        (Course::Running, true)
    );
    for meeting in hand.facts.meetings.iter_mut().filter(|m| m.on <= weeks_ago(1)) {
        meeting.pitch_prepared = Some(false);
    }
    for day in 0..300 {
        hand.meeting(days_before(TODAY, day % 6), 30).pitch_prepared = Some(true);
    }
    let reached = &hand.review().experiments[0];
    assert_eq!((reached.stands, reached.before), (Course::Reached, Some(0.0)), "{reached:?}");
}

/// Rows 18 and 54: an aim without its number is looked at on its day all the same.
#[test]
fn an_aim_for_variety_without_a_number_is_due_on_its_day() {
    let mut hand = Hand::new();
    aim(&mut hand, Some(weeks_ago(1)), None, Vec::new());
    let asks = |hand: &Hand| hand.review().aims[0].asks.clone();
    assert_eq!(asks(&hand), "It is time to look at it: was it reached?");
    hand.facts.aims[0].kind = AimKind::Variety;
    let due =
        "It is time to look at it: as varied as how many lines of business do you want to be?";
    assert_eq!(asks(&hand), due);
    hand.facts.aims[0].review_on = Some(weeks_ago(-9));
    assert_eq!(asks(&hand), "As varied as how many lines of business do you want to be?");
}

//! What is told of few and of many: who speaks for the owner, what is in sight, what so many hours still allow.

use super::outlook::{help, referral};
use super::*;
use crate::facts::{Direction, HelpKind, ReferralStatus};

/// Row 69: told as help received, an introduction is one, and told twice it is one.
#[test]
fn whoever_introduced_one_twice_speaks_for_one_however_it_was_told() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    hand.one_to_one(weeks_ago(58), friend, 60);
    for weeks in [20, 10] {
        help(&mut hand, friend, Direction::Received, weeks_ago(weeks), None);
    }
    assert_eq!(hand.review().advocates.people, 0, "advice speaks for nobody");
    hand.facts.help.iter_mut().for_each(|help| help.kind = HelpKind::Introduction);
    let review = hand.review();
    assert_eq!((review.advocates.people, review.advocates.who), (1, vec![friend]));
    let figure = review.figures.iter().find(|figure| figure.at == "/advocates").unwrap();
    let behind: Vec<FactId> = hand.facts.help.iter().map(|help| help.id).collect();
    assert!(behind.iter().all(|id| figure.explanation.facts.contains(id)), "{figure:?}");
    let (id, on) = (FactId(hand.id()), Some(weeks_ago(10)));
    let (introduced_by, person_a, person_b) =
        (Party::Person(friend), Party::Me, Party::Person(friend));
    hand.facts.help.remove(0);
    let outcome = None;
    let told_twice = Introduction { id, on, introduced_by, person_a, person_b, outcome };
    hand.facts.introductions.push(told_twice);
    assert_eq!(hand.review().advocates.people, 0);
}

fn won(hand: &mut Hand, client: &str, referrer: PersonId) {
    hand.business("a referral", Some(referrer), 500);
    let won = hand.facts.business.last_mut().unwrap();
    (won.client, won.won_on) = (client.to_owned(), None);
}

/// Rows 51 and 69: where the last clients came from is work passed on, and told as a referral too it is one.
#[test]
fn whoever_sent_two_clients_speaks_for_one_though_no_referral_was_written_down() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    hand.one_to_one(weeks_ago(58), friend, 60);
    won(&mut hand, "Acme", friend);
    won(&mut hand, "ACME", friend);
    assert_eq!(hand.review().advocates.people, 0, "one client came twice");
    won(&mut hand, "Baker", friend);
    let review = hand.review();
    assert_eq!((review.advocates.people, review.advocates.who), (1, vec![friend]));
    assert_eq!((review.pipeline.open, review.pipeline.won), (0, 0), "no referral on the board");
    let neglected = review.findings.iter().find(|f| f.code == "neglected-advocates").unwrap();
    assert!(neglected.says.starts_with("So far 1 person"), "{}", neglected.says);
    let sources = review.yields.iter().find(|y| y.results == "sources of referrals").unwrap();
    assert_eq!(
        (sources.of, sources.count, sources.undated),
        (1, 0, 1),
        "on which day is not known"
    );
    assert_eq!(review.first_referral.unwrap().referred, 0, "on which day is not known");
    // Winning what was passed on changes nothing about who speaks for one.
    let mut told = Hand::new();
    let friend = told.met(weeks_ago(60));
    referral(&mut told, friend, weeks_ago(30), ReferralStatus::Won);
    won(&mut told, "Acme", friend);
    assert_eq!(told.review().advocates.people, 0);
}

/// Row 21: who sent a client has helped.
#[test]
fn a_client_that_somebody_sent_is_help_from_them() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    won(&mut hand, "Acme", friend);
    let ledger = help_ledger(&Book::new(hand.facts.clone(), &[]), TODAY);
    let [of_friend] = &ledger[..] else { panic!("{ledger:?}") };
    assert_eq!((of_friend.person, of_friend.given, of_friend.received), (friend, 0, 1));
}

/// Row 68: work was passed on, so that it can be told what is in sight.
#[test]
fn what_is_in_sight_counts_from_whoever_sent_clients() {
    let mut hand = Hand::new();
    hand.meeting(weeks_ago(70), 60);
    let ada = hand.met(weeks_ago(60));
    let mut settings = Settings::new(BookId(Uuid::nil()));
    settings.monthly_need = Some(Amount { currency: None, minor: 50_000 });
    hand.facts.settings.push(settings);
    assert_eq!(hand.finding("hand-to-mouth").state, State::NotEnoughData);
    won(&mut hand, "Acme", ada);
    won(&mut hand, "Baker", ada);
    assert_eq!(hand.finding("hand-to-mouth").measure, Some(0.0), "nothing is open");
    hand.facts.business.iter_mut().for_each(|won| won.won_on = Some(weeks_ago(40)));
    referral(&mut hand, ada, weeks_ago(3), ReferralStatus::Met);
    let found = hand.finding("hand-to-mouth");
    assert_eq!((found.numerator, found.measure), (Some(1), Some(1.0)), "{}", found.says);
}

/// Row 68: a worth that nobody noted is an assumption, and said to be one; of too few sales none is made.
#[test]
fn a_worth_that_is_assumed_is_told_as_an_assumption() {
    let mut hand = Hand::new();
    hand.meeting(weeks_ago(70), 60);
    let ada = hand.met(weeks_ago(60));
    for weeks in [50, 40] {
        referral(&mut hand, ada, weeks_ago(weeks), ReferralStatus::Won);
    }
    referral(&mut hand, ada, weeks_ago(3), ReferralStatus::Met);
    hand.facts.referrals.last_mut().unwrap().value = None;
    let mut settings = Settings::new(BookId(Uuid::nil()));
    settings.monthly_need = Some(Amount { currency: None, minor: 50_000 });
    hand.facts.settings.push(settings);
    let none = hand.finding("hand-to-mouth");
    assert_eq!((none.state, none.measure), (State::NotEnoughData, None));
    assert!(none.evidence.missing.contains("Of 1 open referral no worth is noted"), "{none:?}");
    for (client, minor) in [("Acme", 20_000), ("Baker", 90_000), ("Cole", 40_000)] {
        won(&mut hand, client, ada);
        hand.facts.business.last_mut().unwrap().value = Some(Amount { currency: None, minor });
    }
    let told = hand.finding("hand-to-mouth");
    assert!(
        told.says.contains("Its worth is not noted: taken as the median of your last 3 sales through referrals, £400."),
        "{}",
        told.says
    );
}

/// Row 68: what the interval reaches is told, and the figure is set against the line.
#[test]
fn a_cover_of_a_month_and_a_half_is_seen_and_told_once() {
    let mut hand = Hand::new();
    hand.meeting(weeks_ago(70), 60);
    let ada = hand.met(weeks_ago(60));
    for weeks in [50, 40] {
        referral(&mut hand, ada, weeks_ago(weeks), ReferralStatus::Won);
    }
    referral(&mut hand, ada, weeks_ago(3), ReferralStatus::Met);
    let mut settings = Settings::new(BookId(Uuid::nil()));
    settings.monthly_need = Some(Amount { currency: None, minor: 50_000 });
    hand.facts.settings.push(settings);
    let found = hand.finding("hand-to-mouth");
    assert_eq!(found.state, State::Seen, "{found:?}");
    assert!(found.high > Some(2.0), "{found:?}");
    assert!(
        found.says.contains(
            "worth about £1,000 with a chance of 75%, covers about 1.5 months of the £500 you need a month, \
             where 2 would be sound."
        ),
        "{}",
        found.says
    );
    assert!(found.says.contains("It hangs on how one or two of them end."), "{}", found.says);
    assert_eq!(found.also_missing(), "");
}

/// Row 50: what so many one-to-ones without a result still allow.
#[test]
fn three_hundred_one_to_ones_are_no_beginning_but_a_bound() {
    let mut hand = Hand::new();
    for n in 0..300 {
        let who = if n < 297 { hand.person() } else { hand.facts.people[n - 297].id };
        hand.one_to_one(
            crate::days::days_before(TODAY, 2 * (300 - i32::try_from(n).unwrap())),
            who,
            60,
        );
    }
    let review = hand.review();
    let is_it = |y: &Yield| y.occasions == "one-to-ones" && y.results == "referrals";
    let at = review.yields.iter().position(is_it).unwrap();
    let inside = &review.explanation(&format!("/yields/{at}")).unwrap().says;
    assert!(inside.contains("1.0%") && inside.contains("1.2%"), "both bounds: {inside}");
    let says = review.signal.says;
    assert!(
        says.contains(
            "0 of 300 one-to-ones led to an introduction or a referral: below 1.0% for each"
        ),
        "{says}"
    );
    assert!(says.ends_with("3 of 297 people had a second one."), "{says}");
    assert!(!says.contains("not started"), "{says}");
}

/// Row 54: the figure opens to what it rests on, in plain words.
#[test]
fn four_equal_lines_differ_in_three_draws_of_four() {
    let mut hand = Hand::new();
    for line in ["law", "print", "food", "books"] {
        let who = hand.met(weeks_ago(3));
        hand.one_to_one(weeks_ago(2), who, 60);
        hand.facts.people.last_mut().unwrap().sector = Some(line.to_owned());
    }
    let review = hand.review();
    let inside = &review.explanation("/variety/0").unwrap().says;
    assert!(inside.contains("of different lines is 75% (Blau’s index); 4.0 equal"), "{inside}");
}

/// Row 69: who speaks for one, and of these who could refer one now.
#[test]
fn advocates_are_ready_who_know_one_and_may_be_asked() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    hand.one_to_one(weeks_ago(40), friend, 60);
    for weeks in [20, 10] {
        referral(&mut hand, friend, weeks_ago(weeks), ReferralStatus::Met);
    }
    let of = |hand: &Hand| {
        let told = hand.review().advocates;
        (told.people, told.ready)
    };
    assert_eq!(of(&hand), (1, 1), "whoever did it within a year could");
    hand.facts.people[0].looking_for = Some("a printer".to_owned());
    assert_eq!(of(&hand), (1, 1));
    hand.facts.referrals.iter_mut().for_each(|one| one.on = Some(weeks_ago(59)));
    assert_eq!(of(&hand), (1, 0), "what was shown long ago is to be found out again");
}

/// Row 51: the first three, by name, with their share and the warning.
#[test]
fn what_hangs_on_three_people_is_said_with_their_names() {
    let mut hand = Hand::new();
    let people: Vec<PersonId> = (0..5).map(|_| hand.met(weeks_ago(60))).collect();
    for (who, deals) in people.iter().zip([20, 2, 2, 1, 1]) {
        (0..deals).for_each(|_| hand.business("them", Some(*who), 100));
    }
    let says = hand.review().sources.says;
    let mut even = Hand::new();
    let people: Vec<PersonId> = (0..5).map(|_| even.met(weeks_ago(60))).collect();
    for who in people {
        even.business("them", Some(who), 100);
    }
    assert!(!even.review().sources.says.contains("Much hangs"), "as even as five can be");
    assert_eq!(
        says,
        "26 pieces of business came through 5 people; 24 of them, 92%, through Person 1, Person 2 and Person 3. \
         Much hangs on few: thank them, keep seeing them, and ask each whom else you should know."
    );
}

/// Row 36: what came before the first one-to-one came of something else.
#[test]
fn results_are_credited_to_no_one_to_one_that_came_after_them() {
    let mut hand = Hand::new();
    let people: Vec<PersonId> = (0..5).map(|_| hand.met(weeks_ago(40))).collect();
    for (week, &person) in (26..).zip(&people) {
        referral(&mut hand, person, weeks_ago(week), ReferralStatus::Met);
        introduced(&mut hand, person, Some(weeks_ago(week)));
    }
    hand.one_to_one(weeks_ago(4), people[0], 60);
    hand.one_to_one(weeks_ago(5), people[1], 60);
    let came = |hand: &Hand, occasions: &str, results: &str| {
        let is_it = |y: &&Yield| y.occasions == occasions && y.results == results;
        let yields = hand.review().yields;
        let found = yields.iter().find(is_it).unwrap();
        (found.count, found.of, found.undated, found.below_one_sided.is_some())
    };
    assert_eq!(came(&hand, "one-to-ones", "referrals"), (0, 2, 0, true));
    assert_eq!(came(&hand, "one-to-ones", "introductions"), (0, 2, 0, true));
    assert_eq!(came(&hand, "people seen one to one", "sources of referrals"), (0, 2, 0, true));
    hand.meeting(weeks_ago(3), 60);
    assert_eq!(came(&hand, "meetings", "referrals"), (0, 1, 0, true));
    // On the day itself it may have come of it; without a day nobody can tell, and nothing is ruled out.
    referral(&mut hand, people[0], weeks_ago(4), ReferralStatus::Met);
    assert_eq!(came(&hand, "one-to-ones", "referrals"), (1, 2, 0, false));
    assert_eq!(came(&hand, "people seen one to one", "sources of referrals"), (1, 2, 0, false));
    introduced(&mut hand, people[1], None);
    assert_eq!(came(&hand, "one-to-ones", "introductions"), (0, 2, 1, false));
    introduced(&mut hand, people[2], Some(weeks_ago(1)));
    assert_eq!(came(&hand, "one-to-ones", "introductions").0, 0, "never sat down with");
}

fn introduced(hand: &mut Hand, by: PersonId, on: Option<Date>) {
    let to = hand.person();
    let id = FactId(hand.id());
    hand.facts.introductions.push(Introduction {
        id,
        on,
        introduced_by: Party::Person(by),
        person_a: Party::Me,
        person_b: Party::Person(to),
        outcome: None,
    });
}

//! What others know and say of the owner, and the owner of rooms.

use super::*;
use crate::facts::{
    Explained, Mention, MentionKind, Playback, Rated, Rating, RoomRating, TriggerProblem,
};
use crate::ladder::{climb, explains, readiness};
use crate::params::RoomParams;
use proptest::prelude::*;

impl Hand {
    fn asked(&mut self, person: PersonId, on: Date, explained: Explained) -> &mut Playback {
        let id = FactId(self.id());
        let row = Playback { id, person, on: Some(on), trigger: None, explained, words: None };
        self.facts.playbacks.push(row);
        self.facts.playbacks.last_mut().unwrap()
    }

    fn trigger(&mut self, what: &str) -> FactId {
        let id = FactId(self.id());
        let (set_on, dropped_on) = (Some(weeks_ago(30)), None);
        let what = what.to_owned();
        self.facts.trigger_problems.push(TriggerProblem { id, what, set_on, dropped_on });
        id
    }

    fn rated(&mut self, room: RoomId, on: Date, parts: [Option<u8>; 3]) {
        let id = FactId(self.id());
        let [ethos, fit, cost] = parts;
        let row = RoomRating { id, room, on: Some(on), ethos, fit, cost, notes: None };
        self.facts.room_ratings.push(row);
    }

    fn book(&self) -> Book {
        Book::new(self.facts.clone(), &[])
    }
}

/// Row 9.
#[test]
fn an_answer_fades_after_half_a_year_and_unknown_is_not_no() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    let params = Params::default();
    let at = |hand: &Hand, on| explains(&hand.book(), friend, on, &params.ladder);
    assert_eq!(at(&hand, TODAY).now, None);
    hand.asked(friend, date(2026, 5, 20), Explained::No).words = Some("books".to_owned());
    let told = at(&hand, date(2026, 11, 16));
    assert_eq!((told.now, told.words.as_deref()), (Some(Explained::No), Some("books")));
    let faded = at(&hand, date(2026, 11, 17));
    assert_eq!((faded.now, faded.then), (None, Some(Explained::No)));
    assert_eq!(at(&hand, date(2026, 5, 19)), crate::ladder::Explains::default());
    // The latest of any kind counts, a trigger problem never.
    let trigger = hand.trigger("late payers");
    hand.asked(friend, weeks_ago(1), Explained::No).trigger = Some(trigger);
    hand.talk(ConversationKind::Call, weeks_ago(2), friend).they_know_me = Some(3);
    assert_eq!(at(&hand, TODAY).now, Some(Explained::Yes));
}

/// Rows 9 and 32: what the owner reckons is a guess, on the person's page and in the funnel alike.
#[test]
fn a_rating_is_the_owners_guess_and_no_check() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(20));
    let rate = |hand: &mut Hand, score| {
        let (id, what) = (FactId(hand.id()), Rated::Understanding);
        hand.facts.ratings.push(Rating { id, person: friend, what, score, on: Some(weeks_ago(1)) });
    };
    let at = |hand: &Hand| explains(&hand.book(), friend, TODAY, &Params::default().ladder);
    for (score, says) in [(0, "hardly understand yet"), (2, "part of"), (4, "what you do well")] {
        rate(&mut hand, score);
        let told = at(&hand);
        assert_eq!((told.now, told.then, told.asked_on), (None, None, None));
        assert!(told.says().starts_with("You reckon") && told.says().contains(says), "{told:?}");
    }
    let review = hand.review();
    assert_eq!((review.funnel.understood, review.recall.asked), (Step::default(), 0));
    hand.asked(friend, weeks_ago(9), Explained::No);
    let told = at(&hand);
    assert_eq!((told.now, told.reckoned), (Some(Explained::No), Some(Explained::Yes)));
    assert!(told.says().starts_with("They could not say yet"), "{}", told.says());
    let review = hand.review();
    assert_eq!((review.funnel.understood.took, review.recall.asked), (1, 1), "they agree");
}

/// Rows 9 and 53: what they said back stands before a later guess, and a guess is told as one.
#[test]
fn whether_they_could_refer_and_explain_rest_on_the_same_answer() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(90));
    let rate = |hand: &mut Hand, what, score| {
        let id = FactId(hand.id());
        hand.facts.ratings.push(Rating { id, person: friend, what, score, on: Some(weeks_ago(1)) });
    };
    for what in [Rated::Trust, Rated::Understanding, Rated::Access] {
        rate(&mut hand, what, 4);
    }
    let told = |hand: &Hand| {
        let (book, params) = (hand.book(), Params::default());
        let refers = readiness(&book, friend, TODAY, &params);
        (
            refers.says(2),
            explains(&book, friend, TODAY, &params.ladder).says(),
            refers.understanding,
        )
    };
    let guess =
        "They trust you and meet your clients, and you reckon that they understand you: ask them.";
    assert_eq!(told(&hand).0, guess);
    hand.asked(friend, weeks_ago(80), Explained::No);
    let (refers, explains, _) = told(&hand);
    assert_eq!(refers, guess, "an answer of long ago holds no more");
    let reckons = "You reckon they understand what you do well; you asked last on";
    assert!(explains.starts_with(reckons), "{explains}");
    hand.asked(friend, weeks_ago(9), Explained::No);
    let (refers, explains, understanding) = told(&hand);
    assert!(explains.starts_with("They could not say yet"), "{explains}");
    assert!(refers.starts_with("Teach them"), "{refers}");
    assert_eq!(understanding, Some(0), "what was heard stands before a later guess");
    hand.asked(friend, weeks_ago(8), Explained::Yes);
    assert!(told(&hand).0.starts_with("They trust you, understand you"), "{}", told(&hand).0);
}

#[test]
fn a_playback_is_a_check_of_the_ladder_of_readiness_and_of_the_funnel() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(20));
    hand.one_to_one(weeks_ago(19), friend, 60);
    let params = Params::default();
    assert_eq!(readiness(&hand.book(), friend, TODAY, &params).understanding, None);
    assert_eq!(hand.review().funnel.understood.of, 0, "never checked is no failure");
    hand.asked(friend, weeks_ago(12), Explained::Yes);
    let ready = readiness(&hand.book(), friend, TODAY, &params);
    assert_eq!((ready.understanding, ready.facts.len()), (Some(4), 1));
    let understood = hand.review().funnel.understood;
    assert_eq!((understood.took, understood.of), (1, 1));
    // Taken away, what rested on it falls.
    let before = climb(&hand.book(), friend, TODAY, &params).level;
    hand.facts.playbacks.clear();
    assert!(climb(&hand.book(), friend, TODAY, &params).level <= before);
}

/// Row 32, with answers of both kinds and Wilson's interval at 80 %.
#[test]
fn recall_counts_playbacks_beside_conversations_of_the_period_only() {
    let mut hand = Hand::new();
    let people: Vec<PersonId> = (0..4).map(|_| hand.met(weeks_ago(80))).collect();
    hand.talk(ConversationKind::Call, weeks_ago(3), people[0]).they_know_me = Some(4);
    hand.asked(people[1], weeks_ago(60), Explained::No);
    hand.asked(people[1], weeks_ago(2), Explained::Yes).words = Some("late bills".to_owned());
    let two = hand.review().recall;
    assert_eq!((two.asked, two.right, two.share, two.interval), (2, 2, None, None));
    assert!(two.says.contains("too few"), "{}", two.says);
    assert_eq!(two.remembered.len(), 1);
    hand.asked(people[2], weeks_ago(1), Explained::Partly);
    let three = hand.review().recall;
    assert_eq!((three.asked, three.right), (3, 2));
    let (low, high) = three.interval.unwrap();
    assert!((low - 0.321_2).abs() < 5e-4 && (high - 0.894_2).abs() < 5e-4, "{low} {high}");
}

/// Row 32: people are counted, each with the latest answer, and not conversations.
#[test]
fn whoever_is_asked_three_times_counts_once_with_the_latest_answer() {
    let mut hand = Hand::new();
    let one = hand.met(weeks_ago(80));
    for (week, said) in [(9, Explained::Yes), (6, Explained::Yes), (3, Explained::No)] {
        hand.asked(one, weeks_ago(week), said);
    }
    let recall = hand.review().recall;
    assert_eq!((recall.asked, recall.right, recall.share), (1, 0, None));
    assert_eq!(recall.facts.len(), 1);
    assert!(recall.says.contains("too few"), "{}", recall.says);
}

/// Row 52: meetings in a room are no contact, and that is said.
#[test]
fn somebody_seen_only_in_rooms_is_told_to_be_so() {
    let mut hand = Hand::new();
    let one = hand.met(weeks_ago(77));
    let says = |hand: &Hand| {
        let alive = crate::ladder::alive(&hand.book(), one, TODAY, &Params::default());
        alive.unwrap().explanation.says
    };
    assert!(says(&hand).starts_with("Met 17 months ago, and no talk outside rooms since: of 100"));
    hand.one_to_one(weeks_ago(10), one, 60);
    assert!(says(&hand).starts_with("In touch outside rooms once, 10 weeks ago: of 100"));
}

/// Row 67.
#[test]
fn trigger_problems_are_asked_for_until_there_are_three() {
    let mut hand = Hand::new();
    let asks = |hand: &Hand| hand.review().triggers.asks;
    assert!(asks(&hand).unwrap().starts_with("Name 3 problems"));
    let first = hand.trigger("late payers");
    hand.trigger("no time for the books");
    assert!(asks(&hand).unwrap().starts_with("Name 1 more problem "));
    hand.trigger("the bank said no");
    assert_eq!(asks(&hand), None);
    hand.facts.trigger_problems[0].dropped_on = Some(weeks_ago(1));
    assert_eq!(hand.review().triggers.triggers.len(), 2);
    hand.facts.trigger_problems[0].dropped_on = None;
    let people: Vec<PersonId> = (0..3).map(|_| hand.met(weeks_ago(40))).collect();
    for (person, explained) in people.into_iter().zip(Explained::ALL) {
        hand.asked(person, weeks_ago(2), explained).trigger = Some(first);
    }
    let review = hand.review();
    let tried = &review.triggers.triggers[0];
    assert_eq!((tried.asked, tried.right, tried.facts.len()), (3, 1, 3));
    assert!((tried.share.unwrap() - 1.0 / 3.0).abs() < 1e-12);
    assert_eq!(review.recall.asked, 0, "it was not asked what the owner does");
}

/// Row 59.
#[test]
fn words_stand_by_source_up_to_the_date_whoever_spoke_last_first() {
    let mut hand = Hand::new();
    let (one, other) = (hand.met(weeks_ago(40)), hand.met(weeks_ago(40)));
    for (person, on, words) in [
        (one, Some(weeks_ago(9)), "thorough"),
        (other, Some(weeks_ago(4)), "quick"),
        (one, None, "kind"),
        (other, Some(TODAY.tomorrow().unwrap()), "not said yet"),
    ] {
        let (id, words) = (FactId(hand.id()), words.to_owned());
        let (may_quote, kind) = (None, Some(MentionKind::Referring));
        hand.facts.mentions.push(Mention { id, on, person, words, may_quote, kind });
    }
    let said = hand.review().said;
    let words = |by: &SaidBy| by.words.iter().map(|w| w.words.clone()).collect::<Vec<_>>();
    assert_eq!(said.iter().map(|by| by.person).collect::<Vec<_>>(), [other, one]);
    assert_eq!(
        (words(&said[0]), words(&said[1])),
        (vec!["quick".into()], vec!["kind".into(), "thorough".into()])
    );
}

/// Row 71.
#[test]
fn a_room_left_is_not_listed_and_the_latest_word_on_each_part_counts() {
    let mut hand = Hand::new();
    let mut old = Room::named(RoomId(hand.id()), "Old Club");
    old.left_on = Some(weeks_ago(1));
    hand.facts.rooms.push(old);
    hand.rated(room(), weeks_ago(20), [Some(1), Some(4), None]);
    hand.rated(room(), weeks_ago(2), [Some(3), None, None]);
    hand.rated(room(), TODAY.tomorrow().unwrap(), [Some(0), None, None]);
    let rated = hand.review().rated_rooms;
    assert_eq!(rated.len(), 1);
    assert_eq!((rated[0].ethos, rated[0].fit, rated[0].cost), (Some(3), Some(4), None));
    assert!((rated[0].worth.unwrap() - 7.0 / 8.0).abs() < 1e-12, "cost is unknown, not 0");
    assert_eq!(rated[0].suggests, Suggests::Keep);
}

proptest! {
    /// Raising the weight of one part never lowers, in their order, whoever is best at it.
    #[test]
    fn more_weight_on_ethos_never_moves_the_best_ethos_down(
        parts in prop::collection::vec(prop::array::uniform3(0_u8..=4), 2..8),
        weights in prop::array::uniform3(0.0_f64..5.0),
        more in 0.0_f64..50.0,
    ) {
        let mut hand = Hand::default();
        for (at, parts) in parts.iter().enumerate() {
            let room = RoomId(hand.id());
            hand.facts.rooms.push(Room::named(room, format!("Room {at}")));
            hand.rated(room, TODAY, parts.map(Some));
        }
        let best = parts.iter().map(|p| p[0]).max().unwrap();
        let rank = |ethos: f64| {
            let weights = RoomParams { ethos, fit: weights[1], cost: weights[2] };
            let all = ranked(&hand.facts.rooms, &hand.facts.room_ratings, TODAY, &weights);
            prop_assert!(all.iter().all(|r| r.worth.is_none_or(|w| (0.0..=1.0).contains(&w))));
            let alone = all.iter().filter(|r| r.ethos == Some(best)).count() == 1;
            Ok((alone, all.iter().position(|r| r.ethos == Some(best)).unwrap()))
        };
        let ((alone, before), (_, after)) = (rank(weights[0])?, rank(weights[0] + more)?);
        prop_assert!(!alone || after <= before);
    }
}

#[test]
fn weights_that_are_no_weights_give_no_worth_and_no_panic() {
    let mut hand = Hand::new();
    hand.rated(room(), TODAY, [Some(4), Some(0), Some(200)]);
    for [ethos, fit, cost] in
        [[0.0; 3], [f64::NAN, 1.0, 1.0], [f64::INFINITY, 1.0, 1.0], [-5.0, 1.0, 1.0]]
    {
        let weights = RoomParams { ethos, fit, cost };
        let rated = ranked(&hand.facts.rooms, &hand.facts.room_ratings, TODAY, &weights);
        assert_eq!((rated[0].worth, rated[0].suggests), (None, Suggests::Rate));
    }
}

/// Rows 57 and 61: on a Sunday the plan, the person's page and the review say the same of one day.
#[test]
fn one_day_is_as_long_ago_wherever_it_is_told() {
    let mut hand = Hand::new();
    let (sunday, met) = (date(2026, 11, 22), date(2026, 9, 1));
    let one = hand.met(met);
    let book = hand.book();
    let said = crate::ladder::alive(&book, one, sunday, &Params::default()).unwrap();
    assert!(said.explanation.says.starts_with("Met 11 weeks ago"), "{}", said.explanation.says);
    let review = Review::of(&book, sunday, &Params::default());
    let known = &review.loose_ends.undecided[0].says;
    assert!(known.starts_with("Met 11 weeks ago"), "{known}");
    let plan = crate::plan::Plan::for_week(&book, sunday, 360, &Params::default());
    let because: Vec<&String> = plan.items.iter().flat_map(|item| &item.because).collect();
    assert!(because.iter().any(|says| says.contains("11 weeks ago")), "{because:?}");
}

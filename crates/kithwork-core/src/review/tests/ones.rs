//! What the review says where there is one of everything: one is no plural, in any of its sentences.

use super::*;
use crate::facts::{
    Direction, Help, HelpKind, Playback, Promise, PromisedBy, Rated, Rating, Referral,
};

/// One of everything that a finding counts, so many days ago.
fn one_of_each(days: i32) -> Hand {
    let mut hand = Hand::new();
    let on = days_before(TODAY, days);
    let person = hand.met(on);
    let meeting = hand.meeting(on, 60);
    meeting.people = vec![person];
    (meeting.pitch_prepared, meeting.pitch_changed) = (Some(false), Some(true));
    hand.facts.rooms[0].cadence = Some(Cadence::Weekly);
    let talk = hand.talk(ConversationKind::OneToOne, on, person);
    (talk.minutes, talk.objective) = (Some(60), Some("meet".to_owned()));
    for what in [Rated::Trust, Rated::Understanding] {
        let id = FactId(hand.id());
        hand.facts.ratings.push(Rating { id, person, what, score: 4, on: Some(on) });
    }
    let id = FactId(hand.id());
    let explained = crate::facts::Explained::Yes;
    let playback = Playback { id, person, on: Some(on), trigger: None, explained, words: None };
    hand.facts.playbacks.push(playback);
    let id = FactId(hand.id());
    hand.facts.promises.push(Promise {
        id,
        person,
        direction: PromisedBy::Mine,
        what: "call".to_owned(),
        made_on: Some(on),
        due_on: Some(days_before(TODAY, days - 1)),
        done_on: None,
    });
    let (help, referral) = (FactId(hand.id()), FactId(hand.id()));
    hand.facts.help.push(Help {
        id: help,
        on: Some(on),
        direction: Direction::Given,
        person,
        kind: HelpKind::Advice,
        asked: None,
        about: None,
        outcome: None,
    });
    hand.facts.referrals.push(Referral {
        id: referral,
        on: Some(on),
        direction: Direction::Received,
        person,
        prospect: None,
        effort: None,
        status: None,
        value: None,
        closed_on: None,
        thanked_on: None,
    });
    hand.business("A friend", Some(person), 100);
    hand
}

/// `1 people`, `1 more meetings`: what stands after a one as if it were several.
fn wrong_after_one(text: &str) -> Option<String> {
    const SEVERAL: [&str; 30] = [
        "people",
        "meetings",
        "hours",
        "weeks",
        "days",
        "months",
        "promises",
        "referrals",
        "talks",
        "introductions",
        "one-to-ones",
        "acts",
        "pieces",
        "minutes",
        "events",
        "contacts",
        "others",
        "exchanges",
        "absences",
        "groups",
        "things",
        "entries",
        "words",
        "results",
        "problems",
        "were",
        "have",
        "persons",
        "lines",
        "are",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let after = words.windows(3).filter(|w| w[0] == "1" || w[0].eq_ignore_ascii_case("one"));
    let plain =
        |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_owned();
    let is_several = |word: &str| SEVERAL.contains(&plain(word).as_str());
    let mut wrong = after.filter(|w| {
        is_several(w[1]) || (["more", "other", "new"].contains(&w[1]) && is_several(w[2]))
    });
    wrong.next().map(|w| w.join(" "))
}

#[test]
fn one_is_no_plural_in_any_sentence_of_the_review() {
    assert_eq!(wrong_after_one("All 1 more people waited").as_deref(), Some("1 more people"));
    let mut wrong = Vec::new();
    for days in [3, 50, 200, 300] {
        let hand = one_of_each(days);
        let review = hand.review();
        let findings = review.findings.iter().flat_map(|f| {
            let evidence =
                [&f.evidence.speaks_for, &f.evidence.speaks_against, &f.evidence.missing];
            [&f.says].into_iter().chain(evidence).cloned()
        });
        let figures = review.figures.iter().map(|figure| figure.explanation.says.clone());
        let aside = [review.signal.says.clone(), review.recall.says.clone()];
        for says in findings.chain(figures).chain(aside) {
            wrong.extend(wrong_after_one(&says).map(|at| format!("{days} days ago, {at}: {says}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Row 63: one talk follows one meeting, however many lie within its 45 days.
#[test]
fn a_one_to_one_is_counted_for_one_meeting() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(30));
    for week in 0..20 {
        hand.meeting(weeks_ago(7 + week), 120);
    }
    hand.one_to_one(weeks_ago(10), friend, 60);
    let finding = hand.finding("no-one-to-ones");
    assert_eq!((finding.numerator, finding.denominator), (Some(1), Some(20)), "{}", finding.says);
    for week in 0..4 {
        hand.one_to_one(weeks_ago(11 + week), friend, 60);
    }
    assert_eq!(hand.finding("no-one-to-ones").numerator, Some(5));
}

/// Row 63: a book with one-to-ones behind it has not failed to begin.
#[test]
fn a_quarter_without_a_one_to_one_is_told_as_that() {
    let mut hand = Hand::new();
    let friend = hand.met(weeks_ago(60));
    hand.one_to_one(weeks_ago(50), friend, 60);
    for week in 0..50 {
        hand.meeting(weeks_ago(week), 120);
    }
    let says = hand.finding("no-one-to-ones").says;
    assert_eq!(says, "No one-to-one after 13 meetings in the last three months.");
}

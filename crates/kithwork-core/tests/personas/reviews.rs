//! The review of each synthetic networker.

use crate::sheets;
use kithwork_core::book::Book;
use kithwork_core::params::Params;
use kithwork_core::review::{OriginKind, Review, State};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// The folders of networkers; none where they are not beside this checkout.
fn personas() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/personas");
    let Ok(entries) = std::fs::read_dir(&root) else {
        skipped("there are no synthetic networkers beside this checkout");
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("people.csv").exists())
        .collect();
    folders.sort();
    folders
}

fn truth(folder: &std::path::Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder.join("truth.json")).unwrap()).unwrap()
}

fn review(folder: &std::path::Path) -> (Review, Value) {
    let truth = truth(folder);
    let book = Book::new(sheets::read(folder), &[]);
    let as_of = truth["as_of"].as_str().unwrap().parse().unwrap();
    (Review::of(&book, as_of, &Params::default()), truth)
}

#[test]
fn totals_are_those_written_down() {
    for folder in personas() {
        let (review, truth) = review(&folder);
        let totals = &review.totals;
        let counted = [
            ("people", totals.people),
            ("meetings", totals.meetings),
            ("one_to_ones", totals.one_to_ones),
            ("interactions", totals.conversations),
            ("help_given", totals.help_given),
            ("introductions", totals.introductions),
            ("referrals_received", totals.referrals_received),
            ("promises", totals.promises),
            ("promises_overdue", totals.promises_overdue),
        ];
        for (name, count) in counted {
            assert_eq!(Some(count), truth[name].as_u64(), "{name} of {}", folder.display());
        }
        let pounds: i64 = totals.business.iter().map(|m| m.minor / 100).sum();
        assert_eq!(Some(pounds), truth["business_total"].as_i64(), "{}", folder.display());
    }
}

#[test]
fn hours_are_those_written_down() {
    for folder in personas() {
        let (review, truth) = review(&folder);
        let measured = [
            ("meeting_hours_all", review.time_all.meeting_minutes),
            ("nurturing_hours_all", review.time_all.people_minutes),
            ("meeting_hours_year", review.time_period.meeting_minutes),
            ("nurturing_hours_year", review.time_period.people_minutes),
        ];
        for (name, minutes) in measured {
            let hours = f64::from(u32::try_from(minutes).unwrap()) / 60.0;
            let written = truth[name].as_f64().unwrap();
            assert!((hours - written).abs() < 1e-3, "{name} of {}: {hours}", folder.display());
        }
    }
}

#[test]
fn business_began_where_it_is_written_down() {
    for folder in personas() {
        let (review, truth) = review(&folder);
        let mut written = truth["business_by_origin"].as_object().unwrap().clone();
        for origin in &review.business_by_origin {
            let name = match origin.kind {
                OriginKind::Room | OriginKind::Unknown => origin.name.clone(),
                OriginKind::Introduction => format!("(referral:{})", origin.name),
                OriginKind::Channel => format!("(channel:{})", origin.name),
                OriginKind::Direct => format!("(direct:{})", origin.name),
                OriginKind::Repeat => format!("(repeat:{})", origin.name),
            };
            let pounds = written.remove(&name).and_then(|v| v.as_i64());
            assert_eq!(pounds, Some(origin.money.minor / 100), "{name} of {}", folder.display());
        }
        assert!(written.is_empty(), "{}: {written:?}", folder.display());
    }
}

/// Causes by the name that the makers of the networkers give them, and the findings they are to show.
const CAUSES: [(&str, &str); 13] = [
    ("no_follow_up", "not-followed-up"),
    ("sitting_with_friends", "sitting-with-friends"),
    ("weak_introduction", "weak-introduction"),
    ("breadth_without_depth", "meeting-heavy"),
    ("no_one_to_ones", "no-one-to-ones"),
    ("one_off_meetings", "one-off-meetings"),
    ("one_to_ones_without_objective", "no-objective"),
    ("narrow_network", "narrow-network"),
    ("costly_channel", "costly-channel"),
    ("neglected_advocates", "neglected-advocates"),
    ("promises_unkept", "promises-not-kept"),
    ("wrong_rooms", "wrong-rooms"),
    ("hand_to_mouth", "few-sources"),
];

/// Findings about what came of it, which wait for lag and numbers.
const OUTCOMES: [&str; 6] = [
    "wrong-rooms",
    "falling-return",
    "costly-channel",
    "few-sources",
    "hand-to-mouth",
    "giving-not-understood",
];

fn seen(review: &Review) -> Vec<&'static str> {
    review.findings.iter().filter(|f| f.state == State::Seen).map(|f| f.code).collect()
}

fn causes(truth: &Value) -> Vec<&'static str> {
    let named: Vec<&str> =
        truth["causes"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let of = |(name, code): &(&str, &'static str)| named.contains(name).then_some(*code);
    CAUSES.iter().filter_map(of).collect()
}

#[test]
fn what_is_wrong_is_seen() {
    for folder in personas() {
        let (review, truth) = review(&folder);
        let seen = seen(&review);
        for code in causes(&truth) {
            assert!(seen.contains(&code), "{code} of {}: {seen:?}", folder.display());
        }
    }
}

/// Meeting-heavy is true wherever the last twelve weeks say so, and breadth without depth is few one-to-ones after many
/// meetings.
#[test]
fn what_is_not_wrong_is_hardly_ever_seen() {
    let mut falsely: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for folder in personas() {
        let (review, truth) = review(&folder);
        let causes = causes(&truth);
        let seen = seen(&review);
        if truth["causes"][0] == "healthy" {
            assert!(seen.len() <= 1, "{}: {seen:?}", folder.display());
        }
        let is_broad = truth["causes"][0] == "breadth_without_depth";
        let follows = |c: &str| c == "meeting-heavy" || (is_broad && c == "no-one-to-ones");
        for code in seen.into_iter().filter(|c| !follows(c) && !causes.contains(c)) {
            eprintln!("{}: {code} is seen and was not planted", folder.display());
            falsely.entry(code).or_default().push(folder.display().to_string());
        }
    }
    assert!(falsely.is_empty(), "{falsely:?}");
}

#[test]
fn where_it_is_too_soon_no_outcome_is_judged() {
    for folder in personas() {
        let (review, truth) = review(&folder);
        if truth["causes"][0] != "too_soon_to_tell" {
            continue;
        }
        for finding in review.findings.iter().filter(|f| OUTCOMES.contains(&f.code)) {
            assert_eq!(finding.state, State::NotEnoughData, "{}", finding.code);
        }
    }
}

//! Row 46: repeating the same and expecting otherwise: one thing changed at a time, with a start, a
//! measure and a rule to stop; and a question where a review repeats itself unchanged.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result, is_about};
use jiff::civil::date;
use serde_json::{Value, json};

const CODE: &str = "weak-introduction";
const NOW: &str = "2026-11-15T12:00:00Z";

/// Sixty weeks alike: a meeting with a minute nobody prepared, and one friend to talk to.
fn owner() -> Result<Owner> {
    let meetings = weekly(date(2025, 9, 26), 60).map(|on| format!("{on},Chamber,90,no"));
    let talks =
        weekly(date(2025, 9, 27), 60).map(|on| format!("{on},one_to_one,{},120", person(0)));
    Owner::with(&[
        ("meetings", sheet("date,group,minutes,pitch_prepared", meetings)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
    ])
}

fn say(owner: &Owner, words: &[&str]) -> Result<Value> {
    owner.json(&[&["--now", NOW], words].concat())
}

#[test]
fn the_same_finding_in_two_reviews_with_nothing_changed_brings_a_question() -> Result {
    let owner = owner()?;
    let again = owner.review("2026-11-15")?["again"].clone();
    assert!(again["codes"].as_array().is_some_and(|c| c.contains(&json!(CODE))), "{again}");
    assert!(again["says"].as_str().is_some_and(|says| says.ends_with('?')), "{again}");
    let offers = again["offers"].as_array().ok_or("something to try")?;
    assert!(offers.iter().any(|offer| offer["code"] == CODE && offer["try"] != ""), "{again}");
    let text = owner.text(&["review", "--as-of", "2026-11-15"])?;
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(words.join(" ").contains("What will you do differently?"), "{text}");
    assert!(text.contains(&format!("kithwork experiment {CODE}")), "{text}");
    assert_eq!(owner.review("2025-12-01")?["again"], Value::Null, "ten weeks are one review");
    Ok(())
}

#[test]
fn an_experiment_has_a_start_a_measure_and_a_rule_to_stop() -> Result {
    let owner = owner()?;
    let begun = say(&owner, &["experiment", CODE, "--doing", "Write it the evening before"])?;
    let one = &begun["experiment"];
    assert_eq!((&one["began"], &one["ends"]), (&json!("2026-11-15"), &json!("2026-12-27")));
    assert_eq!((&one["code"], &one["stands"]), (&json!(CODE), &json!("running")));
    assert!(is_about(&one["before"], 0.0, 1e-9) && is_about(&one["threshold"], 0.7, 1e-9), "{one}");
    let stops = one["stops"].as_str().ok_or("a rule")?;
    assert!(stops.contains("no longer sees") && stops.contains("27 December 2026"), "{stops}");

    let listed = say(&owner, &["experiment"])?;
    assert_eq!(listed["experiments"][0]["what"], "Write it the evening before");
    let offers = listed["again"]["offers"].as_array().into_iter().flatten();
    assert!(offers.into_iter().all(|offer| offer["code"] != CODE), "it is being tried: {listed}");

    let due = owner.review("2026-12-28")?["experiments"][0].clone();
    assert_eq!(due["stands"], "time-is-up", "{due}");
    Ok(())
}

#[test]
fn an_experiment_that_did_its_work_is_reached_and_one_can_be_stopped() -> Result {
    let owner = owner()?;
    say(&owner, &["experiment", CODE, "--until", "2027-12-31"])?;
    let prepared = weekly(date(2026, 11, 20), 52).map(|on| format!("{on},Chamber,90,yes"));
    owner.hand_over(
        "later",
        &[("meetings", sheet("date,group,minutes,pitch_prepared", prepared))],
    )?;
    let reached = owner.review("2027-11-14")?["experiments"][0].clone();
    assert_eq!(reached["stands"], "reached", "{reached}");
    assert!(is_about(&reached["now"], 1.0, 0.05), "{reached}");

    let stopped = say(&owner, &["experiment", CODE, "--stop"])?;
    assert_eq!(stopped["experiment"], Value::Null);
    assert_eq!(say(&owner, &["experiment"])?["experiments"], json!([]));
    owner.text(&["--now", NOW, "undo"])?;
    assert_eq!(say(&owner, &["experiment"])?["experiments"][0]["code"], CODE);
    let unknown = owner.run(&["experiment", "bad-luck"])?;
    assert_eq!(unknown.status.code(), Some(2), "what it is measured by must be known");
    Ok(())
}

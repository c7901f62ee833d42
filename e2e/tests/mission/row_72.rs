//! Row 72: fear: do it anyway, the second time is easier. A checklist, two openers, an exit line, and
//! nerves before and after: only the owner's own.

use e2e::{Owner, Result};
use serde_json::Value;

fn new_to_it() -> Result<Owner> {
    let owner = Owner::with(&[("groups", "name,meeting_minutes\nHarbour Mixer,120\n".to_owned())])?;
    for on in ["2026-11-02", "2026-11-09", "2026-11-16"] {
        let enter = ["event", "Harbour Mixer", "--on", on, "--at", "18:30"];
        owner.json_at("2026-11-01T09:00:00Z", &enter)?;
    }
    Ok(owner)
}

fn nerves(owner: &Owner, on: &str, before: &str, after: &str) -> Result {
    let event = ["event", "Harbour Mixer", "--on", on];
    let early = format!("{on}T17:00:00Z");
    owner.json_at(&early, &[&event[..], &["--nerves-before", before]].concat())?;
    let late = format!("{on}T21:30:00Z");
    owner.json_at(&late, &[&event[..], &["--nerves-after", after, "--debrief"]].concat())?;
    Ok(())
}

#[test]
fn who_is_new_to_it_has_a_checklist_two_openers_and_an_exit_line() -> Result {
    let owner = new_to_it()?;
    let now = "2026-11-02T09:00:00Z";
    let sheet = owner.json_at(now, &["event"])?["evening"]["first_time"].take();
    assert!(sheet["checklist"].as_array().is_some_and(|list| list.len() >= 3), "{sheet}");
    assert_eq!(sheet["openers"].as_array().map(Vec::len), Some(2));
    assert!(sheet["exit"].is_string());
    let shown = owner.text_at(now, &["event"])?;
    assert!(shown.contains("To begin: “") && shown.contains("To move on: “"), "{shown}");
    let old_hand = owner.json_at(now, &["event", "--first-time", "no"])?;
    assert_eq!(old_hand["evening"]["first_time"], Value::Null);
    Ok(())
}

#[test]
fn after_two_events_their_own_trend_before_and_after_is_shown() -> Result {
    let owner = new_to_it()?;
    nerves(&owner, "2026-11-02", "5", "2")?;
    let one = owner.review("2026-11-08")?["evenings"]["nerves"].take();
    assert_eq!((one["each"].as_array().map(Vec::len), &one["trend"]), (Some(1), &Value::Null));

    nerves(&owner, "2026-11-09", "3", "1")?;
    let two = owner.review("2026-11-15")?["evenings"]["nerves"].take();
    assert_eq!(two["trend"]["before"], serde_json::json!([5, 3]));
    assert_eq!(two["trend"]["after"], serde_json::json!([2, 1]));
    let shown = owner.text(&["review", "--as-of", "2026-11-15"])?;
    assert!(shown.contains("Before: 5 the first time and 3 the last."), "{shown}");
    assert!(shown.contains("It is getting easier."), "{shown}");
    Ok(())
}

#[test]
fn only_the_owners_own_evenings_are_in_it() -> Result {
    let owner = new_to_it()?;
    nerves(&owner, "2026-11-02", "5", "2")?;
    nerves(&owner, "2026-11-09", "4", "4")?;
    let nerves = owner.review("2026-11-15")?["evenings"]["nerves"].take();
    let each = nerves["each"].as_array().ok_or("no list")?;
    let said: Vec<(&Value, &Value)> = each.iter().map(|at| (&at["on"], &at["before"])).collect();
    assert_eq!(said, [(&"2026-11-02".into(), &5.into()), (&"2026-11-09".into(), &4.into())]);
    let somebody_else = new_to_it()?;
    assert_eq!(somebody_else.review("2026-11-15")?["evenings"]["nerves"], Value::Null);
    Ok(())
}

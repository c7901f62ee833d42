//! Row 60: the purpose of an event is to find out whom one can help. The goal is two people; looking
//! back asks for the needs heard first, and counts what was heard, never refusing.

use e2e::{Owner, Result};
use serde_json::Value;

const MIXER: &str = "Harbour Mixer";

/// An owner with an evening on the sixteenth of November at half past six, two hours long.
fn owner() -> Result<Owner> {
    let groups = format!("name,meeting_minutes\n{MIXER},120\n");
    let owner = Owner::with(&[("groups", groups)])?;
    owner.json_at(
        "2026-11-14T09:00:00Z",
        &["event", MIXER, "--on", "2026-11-16", "--at", "18:30"],
    )?;
    Ok(owner)
}

/// An evening of the same room that is over and looked back on, with these notes.
fn evening(owner: &Owner, on: &str, notes: &[&str], words: &[&str]) -> Result<Value> {
    let during = format!("{on}T19:30:00Z");
    let mut asks = vec!["event", MIXER, "--on", on, "--at", "18:30"];
    for note in notes {
        asks.extend(["--note", note]);
    }
    owner.json_at(&during, &asks)?;
    let after = format!("{on}T21:00:00Z");
    owner.json_at(&after, &[&["event", MIXER, "--on", on, "--debrief"], words].concat())
}

#[test]
fn the_goal_is_two_people_to_help_until_the_owner_sets_another() -> Result {
    let owner = owner()?;
    let now = "2026-11-16T09:00:00Z";
    let usual = owner.json_at(now, &["event"])?["evening"].take();
    assert_eq!((&usual["name"], &usual["stage"]), (&MIXER.into(), &"before".into()));
    assert_eq!(usual["goal"]["says"], "Find 2 people I can help");
    assert_eq!(usual["goal"]["is_usual"], true);
    let own = owner.json_at(now, &["event", "--goal", "Meet the new treasurer"])?;
    assert_eq!(own["evening"]["goal"]["says"], "Meet the new treasurer");
    assert!(own["change"].is_string());
    assert_eq!(owner.json_at(now, &["undo"])?["was"], "event");
    assert_eq!(owner.json_at(now, &["event"])?["evening"]["goal"]["is_usual"], true);
    Ok(())
}

#[test]
fn what_ended_in_the_last_three_hours_is_meant_without_being_named() -> Result {
    let owner = owner()?;
    let note = "Ana Ruiz, baker, needs a bookkeeper. I promised to send the article";
    // It ended at half past eight; at twenty past eleven it still is the one.
    let late = owner.json_at("2026-11-16T23:20:00Z", &["event", "--note", note])?;
    let talked = &late["evening"]["talked_to"][0];
    assert_eq!((&talked["name"], &talked["is_new"]), (&"Ana Ruiz".into(), &true.into()));
    assert_eq!(talked["needs"][0]["what"], "a bookkeeper");
    assert_eq!(talked["promises"][0]["what"], "send the article");
    let person = owner.json_at("2026-11-17T09:00:00Z", &["person", "Ana"])?;
    assert!(person.to_string().contains(MIXER), "{person}");
    let later = owner.run(&["--now", "2026-11-16T23:40:00Z", "event", "--debrief", "--json"])?;
    let later: Value = serde_json::from_slice(&later.stdout)?;
    assert_eq!(later["evening"]["stage"], "after", "it is the last one, and over");
    Ok(())
}

#[test]
fn a_debrief_without_a_need_heard_is_allowed_and_counted() -> Result {
    let owner = owner()?;
    let without = evening(&owner, "2026-11-02", &["Lena Marsh"], &["--energy", "3"])?;
    assert_eq!(without["evening"]["goal"]["met"], false);
    assert_eq!(without["evening"]["own"]["debriefed_on"], "2026-11-02");
    let with = ["Ana Ruiz needs a bookkeeper", "Ben Okri wants a web designer"];
    let with = evening(&owner, "2026-11-09", &with, &[])?;
    assert_eq!(with["evening"]["goal"]["met"], true);
    let counted = owner.review("2026-11-16")?["evenings"].take();
    assert_eq!((&counted["debriefed"], &counted["without_need"]), (&2.into(), &1.into()));
    assert_eq!(counted["needs_heard"], 2);
    Ok(())
}

#[test]
fn the_rate_of_goals_met_is_shown_with_its_number_once_three_can_tell() -> Result {
    let owner = owner()?;
    let two = ["Ana Ruiz needs a bookkeeper", "Ben Okri wants a web designer"];
    evening(&owner, "2026-10-19", &two, &[])?;
    evening(&owner, "2026-10-26", &[], &["--goal", "Thank the host", "--goal-met", "yes"])?;
    let few = owner.review("2026-11-16")?["evenings"]["goal"].take();
    assert_eq!((&few["met"], &few["of"], &few["share"]), (&2.into(), &2.into(), &Value::Null));
    assert!(few["says"].to_string().contains("too few"), "{few}");

    evening(&owner, "2026-11-02", &["Cyd Lane"], &[])?;
    // A goal of one's own that nobody has judged yet is neither met nor missed.
    evening(&owner, "2026-11-09", &[], &["--goal", "Speak to the treasurer"])?;
    let goal = owner.review("2026-11-16")?["evenings"]["goal"].take();
    assert_eq!((&goal["met"], &goal["of"], &goal["open"]), (&2.into(), &3.into(), &1.into()));
    assert!(e2e::is_about(&goal["share"], 2.0 / 3.0, 1e-12), "{goal}");
    // Wilson's 80 % interval of 2 in 3.
    assert!(e2e::is_about(&goal["interval"][0], 0.3212, 5e-5), "{goal}");
    assert!(e2e::is_about(&goal["interval"][1], 0.8942, 5e-5), "{goal}");
    let shown = owner.text(&["review", "--as-of", "2026-11-16"])?;
    assert!(shown.contains("reached at 2 of 3 meetings, likely 32 to 89%"), "{shown}");
    Ok(())
}

#[test]
fn looking_back_asks_for_the_needs_heard_first() -> Result {
    let owner = owner()?;
    let notes = ["Ana Ruiz needs a bookkeeper. I promised to send the article"];
    evening(&owner, "2026-11-09", &notes, &[])?;
    let said = ["event", MIXER, "--on", "2026-11-09"];
    let told = owner.text_at("2026-11-10T09:00:00Z", &said)?;
    let at = |words: &str| told.find(words).ok_or_else(|| format!("no “{words}” in:\n{told}"));
    assert!(at("Whom can you help?")? < at("Ana Ruiz needs a bookkeeper")?);
    assert!(at("Ana Ruiz needs a bookkeeper")? < at("You said you would")?);
    Ok(())
}

#[test]
fn what_lies_ahead_is_not_looked_back_on() -> Result {
    let owner = owner()?;
    let early = ["--now", "2026-11-15T09:00:00Z", "event", MIXER, "--debrief"];
    assert_eq!(owner.run(&early)?.status.code(), Some(1));
    let wrong = ["--now", "2026-11-17T09:00:00Z", "event", MIXER, "--energy", "6"];
    assert_eq!(owner.run(&wrong)?.status.code(), Some(2));
    let nowhere = ["--now", "2026-11-17T09:00:00Z", "event", "Nowhere", "--on", "2026-11-20"];
    assert_eq!(owner.run(&nowhere)?.status.code(), Some(1));
    owner.json_at(
        "2026-11-17T09:00:00Z",
        &["event", "New Year Drinks", "--on", "2026-11-20", "--new"],
    )?;
    let coming = owner.json_at("2026-11-17T09:00:00Z", &["events"])?["coming"].take();
    assert_eq!(coming[0]["name"], "New Year Drinks");
    Ok(())
}

#[test]
fn an_evening_goes_out_and_in_with_the_book() -> Result {
    let owner = owner()?;
    let words = [
        "--goal",
        "Thank the host",
        "--goal-met",
        "partly",
        "--nerves-before",
        "4",
        "--nerves-after",
        "2",
        "--energy",
        "3",
        "--minute",
        "skipped",
        "--because",
        "tired",
        "--first-time",
        "yes",
    ];
    evening(&owner, "2026-11-09", &["Ana Ruiz needs a bookkeeper"], &words)?;
    let out = owner.folder().join("out");
    owner.text(&["export", &out.to_string_lossy()])?;
    let elsewhere = Owner::new()?;
    let shown = ["event", MIXER, "--on", "2026-11-09"];
    let now = "2026-11-16T09:00:00Z";
    let before = owner.json_at(now, &shown)?["evening"].take();
    for _ in 0..2 {
        elsewhere.json(&["import", &out.to_string_lossy()])?;
        let after = elsewhere.json_at(now, &shown)?["evening"].take();
        for field in ["goal", "own", "stage"] {
            assert_eq!(after[field], before[field], "{field}");
        }
        assert_eq!(after["talked_to"][0]["needs"][0]["what"], "a bookkeeper");
    }
    Ok(())
}

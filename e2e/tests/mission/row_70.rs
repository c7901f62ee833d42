//! Row 70: those who think it cannot work usually need to improve their game: one thing to practise a
//! week, the weakest that was measured.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};
use serde_json::{Value, json};

const PLAN: [&str; 3] = ["--now", "2026-11-16T09:00:00Z", "plan"];

/// Forty people met in spring, so many of them written to within a week and so many sat down with.
fn owner(written: usize, sat_down: usize) -> Result<Owner> {
    let met = (0..40).map(|n| format!("{},2026-04-10,Chamber", person(n)));
    let lines = (0..written).map(|n| format!("2026-04-14,email,{},5", person(n)));
    let talks = (0..sat_down).map(|n| format!("2026-04-30,one_to_one,{},60", person(n)));
    Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("interactions", sheet("date,kind,people,minutes", lines.chain(talks))),
    ])
}

#[test]
fn the_weakest_measured_step_is_the_weeks_practice() -> Result {
    let slow = owner(8, 20)?;
    let practice = slow.json(&PLAN)?["practice"].clone();
    assert_eq!(practice["step"], "follow-up", "{practice}");
    assert_eq!((&practice["took"], &practice["of"]), (&json!(8), &json!(40)));
    let says = practice["says"].as_str().ok_or("it says why")?;
    assert!(says.contains("8 of 40"), "tied to what was measured: {says}");
    let text = slow.text(&PLAN)?;
    assert!(text.contains("To practise this week") && text.contains("8 of 40"), "{text}");

    let standing = owner(36, 1)?.json(&PLAN)?["practice"].clone();
    assert_eq!(standing["step"], "one-to-one", "another weakness, another task: {standing}");
    assert_ne!(standing["task"], practice["task"]);
    Ok(())
}

#[test]
fn what_is_sound_or_unmeasured_brings_no_task() -> Result {
    assert_eq!(owner(36, 30)?.json(&PLAN)?["practice"], Value::Null);
    let few = sheet("name,met_on", (0..3).map(|n| format!("{},2026-04-10", person(n))));
    let owner = Owner::with(&[("people", few)])?;
    assert_eq!(owner.json(&PLAN)?["practice"], Value::Null, "three people are no measure");
    Ok(())
}

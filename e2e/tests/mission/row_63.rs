//! Row 63: twelve monthly events, no one-to-one, no clients: no surprise, and no verdict on events.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, finding};

#[test]
fn twelve_events_without_a_one_to_one_say_so_and_do_not_say_that_events_fail() -> Result {
    let months = (1..=12).map(|month| {
        let talked = (0..3).map(|n| person(usize::try_from(month).unwrap_or(0) * 3 + n));
        let talked = talked.collect::<Vec<_>>().join("; ");
        format!("2025-{month:02}-15,Chamber Evening,120,{talked}")
    });
    let owner = Owner::with(&[("meetings", sheet("date,group,minutes,talked_to", months))])?;

    let review = owner.review("2026-01-15")?;
    let none = finding(&review, "no-one-to-ones")?;
    assert_eq!(none["state"], "seen", "{none}");
    assert_eq!(none["numerator"], 0);
    assert!(none["says"].as_str().is_some_and(|says| says.contains("not started")), "{none}");
    for outcome in
        ["wrong-rooms", "falling-return", "costly-channel", "few-sources", "hand-to-mouth"]
    {
        assert_eq!(finding(&review, outcome)?["state"], "not-enough-data", "{outcome}");
    }
    for room in review["rooms"].as_array().into_iter().flatten() {
        for figure in room["return_per_hour"].as_array().into_iter().flatten() {
            assert_eq!(figure["state"], "not-enough-data", "{room}");
        }
    }
    Ok(())
}

//! Row 22: effort to deepen moves people up the levels: how long each takes, and what went before.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, is_about};
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::json;

/// Five people seen twice in a room, so that they are nodding acquaintances on the second day; three of
/// them sat down with 20, 40 and 60 days later, two never.
#[test]
fn the_way_from_each_level_to_the_next_has_its_days_with_an_interval() -> Result {
    let (first, second) = (date(2026, 3, 6), date(2026, 3, 13));
    let people = (0..5).map(|n| format!("{},a printer", person(n)));
    let everyone = (0..5).map(person).collect::<Vec<_>>().join("; ");
    let meetings = [first, second].map(|on| format!("{on},Chamber,60,{everyone}"));
    let after = [20, 40, 60].into_iter().enumerate();
    let talks = after.map(|(n, days)| {
        format!("{},one_to_one,{},60", second.saturating_add(days.days()), person(n))
    });
    let owner = Owner::with(&[
        ("people", sheet("name,looking_for", people)),
        ("meetings", sheet("date,group,minutes,talked_to", meetings)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
    ])?;

    let climbs = owner.review("2026-11-15")?["climbs"].clone();
    let climb = climbs.as_array().into_iter().flatten().find(|climb| climb["from"] == 1);
    let climb = climb.ok_or("people came to the first level")?;
    assert_eq!((&climb["people"], &climb["went_on"]), (&json!(5), &json!(3)), "{climb}");
    // Kaplan–Meier by hand: 0.8 after 20 days, 0.6 after 40, 0.4 after 60; the log-log interval of the
    // first reaches down to 0.20, that of the last up to 0.75, so the later end stays open.
    assert!(is_about(&climb["median_days"], 60.0, 1e-9), "{climb}");
    assert_eq!(climb["interval_days"], json!([20.0, null]), "{climb}");
    assert!(is_about(&climb["one_to_ones"], 1.0, 1e-9), "what went before: {climb}");
    Ok(())
}

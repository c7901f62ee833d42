//! Rows 23, 35 and 39: a year of effort and what showed. Nothing that comes before business is a
//! finding; no business alone is none.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::Value;

/// Five events a week for so many weeks, a conversation now and then, and so many introductions.
fn signal(weeks: i64, introductions: usize) -> Result<Value> {
    let last = date(2026, 11, 15);
    let days = (0..weeks * 7).filter(|day| day % 7 < 5).map(|day| last - day.days());
    let meetings = days.map(|on| format!("{on},Friday Mixer,90"));
    let talks = (0..weeks / 2).map(|n| {
        let who = person(usize::try_from(n).unwrap_or(0));
        format!("{},one_to_one,{who},150", last - (n * 14).days())
    });
    let made =
        (0..introductions).map(|n| format!("2026-05-05,{},{},me", person(n), person(60 + n)));
    let review = Owner::with(&[
        ("meetings", sheet("date,group,minutes", meetings)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
        ("introductions", sheet("date,introduced_by,person_a,person_b", made)),
    ])?
    .review("2026-11-15")?;
    Ok(review["signal"].clone())
}

#[test]
fn a_year_of_events_without_an_introduction_is_a_pipeline_not_started() -> Result {
    let signal = signal(52, 0)?;
    assert!(signal["meetings"].as_u64().is_some_and(|n| (260..=312).contains(&n)), "{signal}");
    assert_eq!(signal["verdict"], "nothing-showed", "{signal}");
    assert!(
        signal["says"].as_str().is_some_and(|s| s.contains("Pipeline not started")),
        "{signal}"
    );
    Ok(())
}

#[test]
fn no_business_after_a_year_is_no_finding_where_something_showed() -> Result {
    let signal = signal(52, 3)?;
    assert_eq!(
        (&signal["verdict"], &signal["business"]),
        (&"tried-without-business".into(), &0.into())
    );
    Ok(())
}

#[test]
fn ten_weeks_were_too_brief() -> Result {
    let signal = signal(20, 0)?;
    assert_eq!(signal["verdict"], "too-briefly", "{signal}");
    Ok(())
}

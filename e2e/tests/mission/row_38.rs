//! Row 38: long sales take their time: what is young is not judged.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, finding, is_about};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::json;

const TODAY: Date = date(2026, 11, 15);

/// Ten hours a week for so many weeks, on both days around the middle of each week.
fn effort(weeks: i64) -> String {
    let days = (0..weeks).flat_map(|week| [7 * week + 3, 7 * week + 4]);
    let rows = days.map(|ago| format!("{},Chamber,300", TODAY.saturating_sub(ago.days())));
    sheet("date,group,minutes", rows)
}

/// science.md §3.6: with the lag of the published 6-MP data, 520 hours count for 242.8.
#[test]
fn of_520_hours_in_a_year_242_8_count_by_now() -> Result {
    let owner = Owner::with(&[("meetings", effort(52))])?;
    let usual = owner.review("2026-11-15")?["exposure"].clone();
    assert!(is_about(&usual["hours"], 520.0, 1e-9), "{usual}");
    assert!(is_about(&usual["effective_hours"], 241.5, 0.1), "our own lag: {usual}");

    let owner = owner.assuming("[returns]\nlag_shape = 1.3537\nlag_scale_weeks = 33.765\n")?;
    let exposure = owner.review("2026-11-15")?["exposure"].clone();
    assert!(is_about(&exposure["effective_hours"], 242.8, 0.1), "{exposure}");
    assert!(is_about(&exposure["share"], 0.4668, 2e-4), "{exposure}");
    let says = exposure["says"].as_str().ok_or("it says so")?;
    assert!(says.starts_with("Of about 520 hours given so far, 243 can have shown"), "{says}");
    assert_eq!(exposure["explanation"]["formula"], "effective-exposure");
    Ok(())
}

#[test]
fn people_met_lately_are_too_young_to_tell_and_young_hours_bring_no_finding() -> Result {
    let met = (0..20).map(|n| format!("{},2026-10-0{}", person(n), n % 9 + 1));
    let talks = (0..20).map(|n| format!("2026-10-{},one_to_one,{},60", 10 + n % 20, person(n)));
    let owner = Owner::with(&[
        ("meetings", effort(8)),
        ("people", sheet("name,met_on", met)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
    ])?;
    let review = owner.review("2026-11-15")?;
    let young = review["expectations"][0]["says"].as_str().ok_or("they are told of")?;
    assert!(young.ends_with("they are too young to tell."), "{young}");
    for code in ["falling-return", "wrong-rooms", "costly-channel"] {
        assert_eq!(finding(&review, code)?["state"], "not-enough-data", "{code}");
    }
    assert_eq!(review["rooms"][0]["return_per_hour"][0]["state"], json!("not-enough-data"));
    Ok(())
}

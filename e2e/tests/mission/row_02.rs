//! Row 2: at least as much time on deepening as on attending, the boundary included.

use crate::sheet::{sheet, weekly};
use e2e::{Owner, Result, finding, is_about};
use jiff::civil::date;
use serde_json::Value;

/// Seven hours of meetings over four weeks, and so many minutes with one person.
fn review(minutes_with_people: i64) -> Result<Value> {
    of_weeks(minutes_with_people, "2026-11-15")
}

/// The same, reviewed on a day.
fn of_weeks(minutes_with_people: i64, as_of: &str) -> Result<Value> {
    let thursdays = weekly(date(2026, 10, 22), 4).map(|day| format!("{day},Breakfast,105"));
    let fridays = weekly(date(2026, 10, 23), 4).enumerate().map(|(week, day)| {
        let minutes = if week == 0 { minutes_with_people - 3 * 100 } else { 100 };
        format!("{day},one_to_one,Ada Abbot,{minutes}")
    });
    let owner = Owner::with(&[
        ("meetings", sheet("date,group,minutes", thursdays)),
        ("interactions", sheet("date,kind,people,minutes", fridays)),
    ])?;
    owner.review(as_of)
}

#[test]
fn six_minutes_less_than_half_is_seen() -> Result {
    let review = review(414)?;
    assert_eq!(review["time"]["depth_share"]["weeks"], 12);
    assert!(is_about(&review["time"]["depth_share"]["value"], 414.0 / 834.0, 1e-9), "{review}");
    assert_eq!(finding(&review, "meeting-heavy")?["state"], "seen");
    // Four weeks back from 15 November the first week's meeting and talk are still among them.
    assert_eq!(review["time"]["depth_share"]["lately"]["weeks"], 4);
    assert!(is_about(&review["time"]["depth_share"]["lately"]["value"], 414.0 / 834.0, 1e-9));
    let later = of_weeks(414, "2026-11-29")?;
    assert!(is_about(&later["time"]["depth_share"]["lately"]["value"], 200.0 / 410.0, 1e-9));
    assert!(is_about(&later["time"]["depth_share"]["value"], 414.0 / 834.0, 1e-9), "{later}");
    Ok(())
}

#[test]
fn exactly_half_is_enough() -> Result {
    let review = review(420)?;
    assert!(is_about(&review["time"]["depth_share"]["value"], 0.5, 1e-12), "{review}");
    assert_eq!(finding(&review, "meeting-heavy")?["state"], "not-seen");
    Ok(())
}

//! Row 1: five breakfasts, two lunches and an evening a week, and nothing with people.

use crate::sheet::sheet;
use e2e::{Owner, Result};

#[test]
fn a_week_of_meetings_shows_its_hours_and_no_time_with_people() -> Result {
    let breakfasts = (9..=13).map(|day| format!("2026-11-{day:02},Breakfast,90,30"));
    let lunches = [10, 12].map(|day| format!("2026-11-{day:02},Lunch,60,20"));
    let evening = ["2026-11-11,Evening,120,40".to_owned()];
    let rows = breakfasts.chain(lunches).chain(evening);
    let owner = Owner::with(&[("meetings", sheet("date,group,minutes,travel_minutes", rows))])?;

    let review = owner.review("2026-11-15")?;
    assert_eq!(review["totals"]["meetings"], 8);
    assert_eq!(review["time"]["all"]["meeting_minutes"], 5 * 120 + 2 * 80 + 160);
    assert_eq!(review["time"]["depth_share"]["value"], 0.0);

    let said = owner.text(&["review", "--as-of", "2026-11-15"])?;
    assert!(said.contains("0%"), "{said}");
    Ok(())
}

#[test]
fn hours_of_cold_calling_are_told_and_set_beside_networking() -> Result {
    let owner = Owner::with(&[(
        "meetings",
        sheet("date,group,minutes", ["2026-11-09,Breakfast,90".to_owned()]),
    )])?;
    for day in ["2026-11-10", "2026-11-12"] {
        let told = ["channel", "cold calling", "--on", day, "--minutes", "120", "--sales", "0"];
        owner.json_at("2026-11-16T09:00:00Z", &told)?;
    }
    let review = owner.review("2026-11-15")?;
    let channels = review["channels"].as_array().ok_or("the review has channels")?;
    let calls = channels.iter().find(|channel| channel["name"] == "cold calling");
    assert_eq!(calls.ok_or("cold calling is told")?["minutes"], 240, "{channels:?}");
    Ok(())
}

//! Rows 24, 49, 55, 56 and 61: who is between two chairs, what staying takes, how giving comes round.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result};
use jiff::civil::date;
use serde_json::json;

#[test]
fn who_was_only_seen_in_rooms_and_who_is_undecided_are_listed() -> Result {
    let met = [
        format!("{},2025-01-10,Friday Mixer", person(0)),
        format!("{},2026-10-30,Friday Mixer", person(1)),
        format!("{},2026-11-02,Friday Mixer", person(2)),
    ];
    let events =
        weekly(date(2026, 9, 4), 5).map(|on| format!("{on},Friday Mixer,90,{}", person(0)));
    let owner = Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("meetings", sheet("date,group,minutes,talked_to", events)),
    ])?;
    let ends = owner.review("2026-11-15")?["loose_ends"].clone();
    let names = |list: &str| -> Vec<String> {
        let list = ends[list].as_array().into_iter().flatten();
        list.filter_map(|end| Some(end["name"].as_str()?.to_owned())).collect()
    };
    assert_eq!(names("never_outside"), [person(0)]);
    assert_eq!(names("undecided"), [person(0), person(1)], "13 days are no delay");
    let found = owner.json(&["--now", "2026-11-15T09:00:00Z", "people", "--undecided"])?;
    let found = found["people"].as_array().map(Vec::len);
    let listed = owner.review("2026-11-15")?["pull_back"].as_array().map(Vec::len);
    assert_eq!((found, listed), (Some(3), Some(3)), "one meaning, one count");
    let said = owner.text(&["review", "--as-of", "2026-11-15"])?;
    let (_, only) = said.split_once("Seen only at meetings").ok_or("they stand in the review")?;
    let row = only.lines().find(|line| line.contains(&person(0))).ok_or("by name")?;
    assert!(row.split_whitespace().any(|cell| cell == "5"), "and how often: {row}");
    Ok(())
}

#[test]
fn the_sheet_for_leaving_holds_only_what_is_to_come() -> Result {
    let rooms = ["Friday Mixer,15,GBP,2024-01-01".to_owned()];
    let sheet_of = |from, weeks: i64| {
        let events = weekly(from, weeks).map(|on| format!("{on},Friday Mixer,90,30"));
        let owner = Owner::with(&[
            ("groups", sheet("name,fee_per_meeting,currency,joined_on", rooms.clone())),
            ("meetings", sheet("date,group,minutes,travel_minutes", events)),
        ])?;
        let review = owner.review("2026-11-15")?;
        Ok::<_, Box<dyn std::error::Error>>(review["rooms"][0]["leaving"].clone())
    };
    let short = sheet_of(date(2026, 8, 21), 13)?;
    assert_eq!((&short["meetings"], &short["minutes"]), (&json!(26), &json!(3_120)), "{short}");
    assert_eq!(short["still_to_pay"], json!({ "currency": "GBP", "minor": 39_000 }));
    assert_eq!(sheet_of(date(2025, 1, 3), 98)?["still_to_pay"], short["still_to_pay"]);
    Ok(())
}

#[test]
fn three_gifts_are_too_early_and_nine_asks_with_one_gift_are_said_gently() -> Result {
    let given = (0..3).map(|n| format!("2026-10-18,given,{},advice,no", person(n)));
    let owner = Owner::with(&[("help", sheet("date,direction,person,kind,asked", given))])?;
    let curve = owner.review("2026-11-15")?["help_curve"].clone();
    assert_eq!((&curve["people"], &curve["mature"]), (&3.into(), &false.into()), "{curve}");
    assert!(curve["says"].as_str().is_some_and(|says| says.starts_with("Too early")), "{curve}");

    let asks = (1..=9).map(|n| format!("2026-0{n}-05,received,{},advice,yes", person(0)));
    let gift = [format!("2026-03-03,given,{},advice,no", person(0))];
    let owner =
        Owner::with(&[("help", sheet("date,direction,person,kind,asked", asks.chain(gift)))])?;
    let balance = owner.review("2026-11-15")?["balance"].clone();
    assert_eq!((&balance["asked"], &balance["gave"]), (&9.into(), &1.into()), "{balance}");
    assert!(balance["says"].as_str().is_some_and(|says| says.contains("Only you see this")));
    Ok(())
}

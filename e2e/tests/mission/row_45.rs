//! Row 45: what is certain is what it costs, in money and in the owner's own hours.

use crate::sheet::sheet;
use e2e::{Owner, Result};
use serde_json::{Value, json};

/// Four weeks, 19 October to 15 November.
fn owner_of_four_weeks() -> Result<Owner> {
    let rooms = ["Thursday Table,365,GBP,2025-01-01".to_owned()];
    let meetings =
        ["2026-10-19,Thursday Table,90,30,15.00,GBP", "2026-11-02,Thursday Table,90,30,15.00,GBP"];
    let talks = ["2026-10-23,one_to_one,Ada Abbot,60,25,16.75,GBP"];
    Owner::with(&[
        ("groups", sheet("name,annual_fee,currency,joined_on", rooms)),
        (
            "meetings",
            sheet("date,group,minutes,travel_minutes,cost,currency", meetings.map(str::to_owned)),
        ),
        (
            "interactions",
            sheet(
                "date,kind,people,minutes,travel_minutes,cost,currency",
                talks.map(str::to_owned),
            ),
        ),
    ])
}

fn pounds(minor: i64) -> Value {
    json!([{ "currency": "GBP", "minor": minor }])
}

/// 28.00 of membership (28 of 365 days of 365.00), 30.00 at meetings, 16.75 of travel and food, and
/// 325 minutes (4 × 60 and 85) at 60.00 an hour, which is 325.00: 399.75 in four weeks.
#[test]
fn a_week_costs_fees_travel_food_and_the_owners_hours_to_the_penny() -> Result {
    let owner = owner_of_four_weeks()?;
    let told = owner.json(&["settings", "--hourly-rate", "60", "--currency", "gbp"])?;
    assert_eq!(told["hourly_rate"], json!({ "currency": "GBP", "minor": 6_000 }));

    let review = owner.review("2026-11-15")?;
    let costs = &review["costs"];
    assert_eq!((&costs["days"], &costs["minutes"]), (&json!(28), &json!(325)), "{costs}");
    assert_eq!(costs["memberships"], pounds(2_800));
    assert_eq!(costs["meetings"], pounds(3_000));
    assert_eq!(costs["with_people"], pounds(1_675));
    assert_eq!(costs["own_time"], json!({ "currency": "GBP", "minor": 32_500 }));
    assert_eq!(costs["total"], pounds(39_975));
    assert_eq!(costs["per_week"], pounds(9_994));
    Ok(())
}

#[test]
fn a_rate_that_is_taken_back_is_unknown_and_not_nought() -> Result {
    let owner = owner_of_four_weeks()?;
    owner.json(&["settings", "--hourly-rate", "60", "--hours-per-week", "6"])?;
    assert_eq!(owner.json(&["undo"])?["was"], "settings");
    let told = owner.json(&["settings"])?;
    assert!(told["hourly_rate"].is_null() && told["hours_per_week"].is_null(), "{told}");
    let costs = owner.review("2026-11-15")?["costs"].take();
    assert!(costs["own_time"].is_null(), "{costs}");
    assert_eq!(costs["per_week"], pounds(1_869));
    Ok(())
}

#[test]
fn a_rate_that_is_no_amount_is_refused() -> Result {
    let owner = Owner::new()?;
    for wrong in ["sixty", "1.005"] {
        let output = owner.run(&["settings", "--hourly-rate", wrong, "--json"])?;
        assert_eq!(output.status.code(), Some(1), "{wrong}");
    }
    Ok(())
}

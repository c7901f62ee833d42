//! Row 13: a contact by itself is worth nothing.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};

#[test]
fn two_thousand_connections_are_worth_nothing_and_stay_at_the_foot_of_the_ladder() -> Result {
    let columns = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
    let rows = (0..2000).map(|n| {
        let name = person(n).replacen(' ', ",", 1);
        format!("{name},https://www.linkedin.com/in/example-{n},,Firm {n},Owner,12 Mar 2026")
    });
    let list = sheet(columns, rows);
    let owner = Owner::new()?;
    let document = owner.hand_over("first", &[("Connections.csv", list)])?;
    assert_eq!(document["files"][0]["read"], 2000, "{document}");

    let review = owner.review("2026-11-15")?;
    assert_eq!(review["totals"]["business"], serde_json::json!([]));
    assert_eq!(review["levels"]["worth"], 0.0);
    assert_eq!(review["time"]["depth_share"]["value"], serde_json::Value::Null);
    let people = owner.json(&["people"])?;
    let people = people["people"].as_array().ok_or("no list of people")?;
    assert_eq!(people.len(), 2000);
    assert!(people.iter().all(|p| p["level"].as_u64().unwrap_or(0) == 0));
    Ok(())
}

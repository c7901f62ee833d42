//! Row 21: part of the work is helping the others, and help is written down on both sides.

use crate::sheet::sheet;
use e2e::{Owner, Result};
use serde_json::{Value, json};

#[test]
fn help_given_and_received_stands_in_the_record_of_the_person() -> Result {
    let rows = [
        "2026-09-04,given,Ada Abbot,introduction,a printer",
        "2026-10-02,given,Ada Abbot,advice,year-end dates",
        "2026-10-09,received,Ada Abbot,testimonial,the website",
        "2026-10-16,given,Ben Birch,resource,a checklist",
    ];
    let columns = "date,direction,person,kind,about";
    let owner = Owner::with(&[("help", sheet(columns, rows.map(str::to_owned)))])?;

    assert_eq!(owner.review("2026-11-15")?["totals"]["help_given"], 3);
    let ada = owner.json(&["person", "Ada Abbot"])?;
    let help: Vec<_> = ada["timeline"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|moment| moment["kind"].as_str().is_some_and(|kind| kind.starts_with("help")))
        .map(|moment| moment["on"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(help, ["2026-09-04", "2026-10-02", "2026-10-09"], "{ada}");
    Ok(())
}

#[test]
fn help_is_told_by_person_and_month_on_both_sides() -> Result {
    let rows = [
        "2026-09-04,given,Ada Abbot,introduction,a printer",
        "2026-09-25,given,Ada Abbot,advice,year-end dates",
        "2026-09-28,received,Ada Abbot,testimonial,the website",
        "2026-10-16,given,Ben Birch,resource,a checklist",
        "2026-10-30,received,Ada Abbot,advice,a lease",
    ];
    let columns = "date,direction,person,kind,about";
    let owner = Owner::with(&[("help", sheet(columns, rows.map(str::to_owned)))])?;

    let review = owner.review("2026-11-15")?;
    let told: Vec<Value> = (review["help"].as_array().into_iter().flatten())
        .map(|h| json!([h["name"], h["month"], h["given"], h["received"]]))
        .collect();
    let expected = [
        json!(["Ada Abbot", "2026-09", 2, 1]),
        json!(["Ada Abbot", "2026-10", 0, 1]),
        json!(["Ben Birch", "2026-10", 1, 0]),
    ];
    assert_eq!(told, expected);

    let words = ["--now", "2026-11-15T12:00:00Z", "person", "Ada Abbot"];
    let ada = owner.json(&words)?;
    assert_eq!(ada["help"].as_array().map(Vec::len), Some(2), "{ada}");
    assert!(ada["help"].as_array().into_iter().flatten().all(|h| h["person"] == ada["id"]));
    let text = owner.text(&words)?;
    assert!(text.contains("You helped them twice; they helped you twice."), "{text}");
    Ok(())
}

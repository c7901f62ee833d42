//! Row 37: circular networking: help that comes round is counted, each circle once.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};
use serde_json::json;

const INTRODUCTIONS: &str = "date,introduced_by,person_a,person_b";

#[test]
fn help_that_comes_round_through_two_others_is_one_circle_however_often() -> Result {
    let [ana, ben, cora] = [0, 1, 2].map(person);
    let help = [
        format!("2026-09-04,given,{ana},advice,a lease"),
        format!("2026-10-02,given,{ana},advice,year-end dates"),
        format!("2026-10-09,received,{ben},referral,a shop"),
    ];
    let made = [format!("2026-09-20,{ana},{ben},{cora}")];
    let owner = Owner::with(&[
        ("help", sheet("date,direction,person,kind,about", help)),
        ("introductions", sheet(INTRODUCTIONS, made)),
    ])?;
    let giving = owner.review("2026-11-15")?["giving"].clone();
    let says = format!("You helped {ana}, {ana} helped {ben}, {ben} helped you.");
    assert_eq!(giving["circles"].as_array().map(Vec::len), Some(1), "{giving}");
    assert_eq!(giving["circles"][0]["says"], json!(says));
    assert_eq!(giving["introductions_among"], 1);
    let text = owner.text(&["review", "--as-of", "2026-11-15"])?;
    assert!(text.contains("Help that came round"), "{text}");
    // Before Ben's referral the circle is open.
    assert_eq!(owner.review("2026-10-08")?["giving"]["circles"], json!([]));
    Ok(())
}

#[test]
fn a_circle_among_three_others_is_found_too() -> Result {
    let [ana, ben, cora, dev] = [0, 1, 2, 3].map(person);
    let made = [(&ana, &ben), (&ben, &cora), (&cora, &ana)]
        .map(|(from, to)| format!("2026-09-20,{from},{to},{dev}"));
    let owner = Owner::with(&[("introductions", sheet(INTRODUCTIONS, made))])?;
    let giving = owner.review("2026-11-15")?["giving"].clone();
    let circles = giving["circles"].as_array().ok_or("a list")?;
    assert_eq!(circles.len(), 1, "{giving}");
    assert_eq!(circles[0]["people"].as_array().map(Vec::len), Some(3));
    assert_eq!(giving["introductions_among"], 3);
    Ok(())
}

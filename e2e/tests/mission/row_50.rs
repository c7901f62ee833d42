//! Row 50: three hundred meetings in two years and nothing came of it: a bound, not a verdict.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, is_about};
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::Value;

#[test]
fn nothing_out_of_three_hundred_bounds_the_rate_and_shows_who_was_met_again() -> Result {
    let first = date(2024, 11, 18);
    let meetings = (0..300_usize).map(|n| {
        let day = first + i64::try_from(n * 2).unwrap_or(0).days();
        // Everybody is met once, but the first three, who are met again at the end.
        format!("{day},one_to_one,60,{}", person(if n < 297 { n } else { n - 297 }))
    });
    let owner = Owner::with(&[("interactions", sheet("date,kind,minutes,people", meetings))])?;

    let review = owner.review("2026-11-15")?;
    let yields = review["yields"].as_array().ok_or("a review says what came of meetings")?;
    let of = |results: &str| {
        let one_to_ones = |y: &&Value| y["results"] == results && y["occasions"] != "meetings";
        yields.iter().find(one_to_ones)
    };
    let referrals = of("referrals").ok_or("no row for referrals")?;
    assert_eq!((&referrals["of"], &referrals["count"]), (&300.into(), &0.into()));
    assert!(is_about(&referrals["below_one_sided"], 0.00994, 0.000_005), "{referrals}");
    assert!(is_about(&referrals["below_two_sided"], 0.01222, 0.000_005), "{referrals}");
    let again = of("seen again").ok_or("no row for those met again")?;
    assert_eq!((&again["of"], &again["count"]), (&297.into(), &3.into()), "{again}");
    Ok(())
}

//! Rows 10 and 11: another way of finding clients beside networking, on the same footing; and what an
//! hour brought on average apart from what the next one may bring.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result, finding};
use jiff::civil::date;
use serde_json::{Value, json};

/// science.md §3.6: groups at ten hours a week for a year with two wins, cold calls of 150 hours with
/// three.
fn review() -> Result<Value> {
    let meetings =
        weekly(date(2025, 11, 19), 52).map(|on| format!("{on},Tuesday Table,600,{}", person(0)));
    let met = [format!("{},2025-11-19,Tuesday Table", person(0))];
    let business = [8, 10]
        .map(|month| format!("2026-{month:02}-03,Client {month},referral,{},900,GBP", person(0)));
    let months = (1..=10).map(|month| {
        format!("cold calling,2026-{month:02},15,0,GBP,4,{},{}", month % 3 / 2, month % 3 / 2 * 900)
    });
    let channels = "channel,month,hours,cost,currency,leads,sales,value";
    Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("meetings", sheet("date,group,minutes,talked_to", meetings)),
        ("business", sheet("won_on,client,source_kind,source,value,currency", business)),
        ("channels", sheet(channels, months)),
    ])?
    .review("2026-11-15")
}

#[test]
fn two_wins_against_three_are_not_enough_to_condemn_either() -> Result {
    let review = review()?;
    assert_eq!(finding(&review, "costly-channel")?["state"], "not-enough-data");
    let channels = review["channels"].as_array().cloned().unwrap_or_default();
    assert_eq!(channels.len(), 2, "{channels:?}");
    assert_eq!((&channels[0]["minutes"], &channels[0]["events"]), (&json!(31_200), &json!(2)));
    assert_eq!((&channels[1]["minutes"], &channels[1]["events"]), (&json!(9_000), &json!(3)));
    Ok(())
}

#[test]
fn the_average_and_the_next_hour_stand_apart() -> Result {
    for channel in review()?["channels"].as_array().into_iter().flatten() {
        for figure in ["return_per_hour", "marginal"] {
            assert_eq!(channel[figure]["state"], "not-enough-data", "{channel}");
        }
    }
    Ok(())
}

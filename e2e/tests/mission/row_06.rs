//! Row 6: depth, not numbers. More contacts raise nothing that stands at the top.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result};
use jiff::civil::date;
use serde_json::Value;

/// What a review puts first.
fn headlines(review: &Value) -> [Value; 4] {
    [
        review["time"]["depth_share"].clone(),
        review["totals"]["business"].clone(),
        review["business_by_origin"].clone(),
        review["rooms"][0]["return_per_hour"].clone(),
    ]
}

#[test]
fn a_hundred_one_off_contacts_raise_no_headline() -> Result {
    let thursdays = weekly(date(2026, 9, 3), 10).map(|day| format!("{day},Thursday Table,90"));
    let coffees = weekly(date(2026, 9, 4), 5).map(|day| format!("{day},one_to_one,Ada Abbot,60"));
    let won = "2026-10-01,Drake Ltd,referral,Ada Abbot,1200,GBP".to_owned();
    let owner = Owner::with(&[
        ("meetings", sheet("date,group,minutes", thursdays)),
        ("people", sheet("name,met_on,met_at", ["Ada Abbot,2026-09-03,Thursday Table".to_owned()])),
        ("interactions", sheet("date,kind,people,minutes", coffees)),
        ("business", sheet("won_on,client,source_kind,source,value,currency", [won])),
    ])?;
    let before = owner.review("2026-11-15")?;
    let levels_before = levels(&owner)?;

    let strangers = (1..=100).map(|n| format!("{},2026-09-10,Thursday Table", person(n)));
    owner.hand_over("second", &[("people", sheet("name,met_on,met_at", strangers))])?;

    let after = owner.review("2026-11-15")?;
    assert_eq!(after["totals"]["people"], 101);
    assert_eq!(headlines(&before), headlines(&after));
    let reached = |level: u64, levels: &[u64]| levels.iter().filter(|l| **l >= level).count();
    let levels_after = levels(&owner)?;
    for level in 1..=5 {
        assert_eq!(reached(level, &levels_before), reached(level, &levels_after), "level {level}");
    }
    Ok(())
}

fn levels(owner: &Owner) -> Result<Vec<u64>> {
    let people = owner.json(&["people"])?;
    Ok(people["people"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|p| p["level"].as_u64())
        .collect())
}

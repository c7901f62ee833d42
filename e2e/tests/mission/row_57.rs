//! Row 57: nobody is asked for business before they know each other; a first meeting has no sales ask.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::Value;

const NOW: &str = "2026-11-16T09:00:00Z";

/// What asks somebody for business, in whatever words of ours.
const ASKS: [&str; 12] = [
    "refer",
    "whom you would like to meet",
    "introduce you",
    "pass on",
    "clients for you",
    "work for you",
    "buy",
    "recommend",
    "ask them.",
    "sell",
    "your offer",
    "business",
];

fn asks(line: &str) -> Option<&'static str> {
    let line = line.to_lowercase();
    ASKS.into_iter().find(|ask| line.contains(ask))
}

/// Ninety people met in the last weeks whom nobody sat down with, who trust and understand the owner
/// as far as the sheet says, and are asked for nothing all the same; and ten who are known better.
fn owner() -> Result<Owner> {
    let people = (0..100).map(|n| {
        let met = date(2026, 11, 14) - i64::try_from(n).unwrap_or(0).days();
        format!("{},{met},Thursday Table,4,4,4,{met},a printer,logistics", person(n))
    });
    let columns =
        "name,met_on,met_at,trust,knows_what_i_do,i_would_refer,rated_on,looking_for,sector";
    let talks = (90..100).flat_map(|n| {
        ["2026-08-20", "2026-09-24"].map(|on| format!("{on},one_to_one,{},60", person(n)))
    });
    let given = (0..100).map(|n| format!("2026-09-01,given,{},advice,printers", person(n)));
    let meetings = (0..100).map(|n| format!("2026-11-12,Thursday Table,{}", person(n)));
    let pitch = "version,text\nmain,We print for logistics firms\n".to_owned();
    Owner::with(&[
        ("people", sheet(columns, people)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
        ("help", sheet("date,direction,person,kind,about", given)),
        ("meetings", sheet("date,group,talked_to", meetings)),
        ("pitches", pitch),
    ])
}

fn lines<'v>(item: &'v Value, part: &str) -> impl Iterator<Item = &'v str> {
    item[part].as_array().into_iter().flatten().filter_map(Value::as_str)
}

#[test]
fn the_planner_asks_nobody_below_getting_to_know_for_a_referral() -> Result {
    let owner = owner()?;
    let everyone = owner.json_at(NOW, &["people"])?;
    let low: Vec<&str> = everyone["people"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|one| one["level"].as_u64().is_some_and(|level| level < 2))
        .filter_map(|one| one["name"].as_str())
        .collect();
    assert!(low.len() >= 80, "{}", low.len());
    let mut looked_at = 0;
    for week in ["2026-11-16", "2026-11-23", "2026-12-07", "2027-01-11", "2027-02-08"] {
        for hours in ["2", "6", "20", "40"] {
            let plan = owner.json_at(NOW, &["plan", "--week", week, "--hours", hours])?;
            for item in plan["items"].as_array().into_iter().flatten() {
                if !lines(item, "people").any(|name| low.contains(&name)) {
                    continue;
                }
                looked_at += 1;
                for line in lines(item, "because").chain(lines(item, "bring")) {
                    assert_eq!(asks(line), None, "{line}");
                }
            }
        }
    }
    assert!(looked_at > 20, "{looked_at} things to do with them");
    Ok(())
}

#[test]
fn the_sheet_and_the_steps_after_a_first_meeting_hold_no_sales_ask() -> Result {
    let owner = owner()?;
    for n in [0, 7, 40] {
        let name = person(n);
        let shown = owner.json_at(NOW, &["person", &name])?;
        let steps = shown["opening"].as_array().ok_or("no steps")?;
        assert_eq!(steps.len(), 5);
        for step in steps {
            let says = step["says"].as_str().unwrap_or_default();
            assert_eq!(asks(says), None, "{says}");
        }
        assert_eq!(asks(shown["next_step"].as_str().unwrap_or_default()), None);
        let sheet = owner.json_at(NOW, &["prepare", &name])?;
        for line in ["bring", "questions", "opening"].into_iter().flat_map(|p| lines(&sheet, p)) {
            assert_eq!(asks(line), None, "{line}");
        }
    }
    Ok(())
}

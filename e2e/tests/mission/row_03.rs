//! Row 3: swap two or three mornings a week for a breakfast with a key contact.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result};
use jiff::civil::date;
use serde_json::Value;

/// Seven rooms that meet every week, no time with people, and twenty people talked to there.
fn plan() -> Result<Value> {
    let rooms = (0..7).map(|room| format!("Room {room},breakfast,weekly,60,0"));
    let meetings = (0..7_i8).flat_map(|room| {
        weekly(date(2026, 8, 24 + room), 12).enumerate().map(move |(week, day)| {
            let talked: Vec<String> = (0..2)
                .map(|n| person((week * 2 + n + usize::try_from(room).unwrap_or(0)) % 20))
                .collect();
            format!("{day},Room {room},60,{}", talked.join("; "))
        })
    });
    let owner = Owner::with(&[
        ("groups", sheet("name,kind,cadence,meeting_minutes,travel_minutes", rooms)),
        ("meetings", sheet("date,group,minutes,talked_to", meetings)),
    ])?;
    owner.json(&["plan", "--week", "2026-11-16", "--hours", "7"])
}

#[test]
fn at_most_two_invitations_could_take_a_meetings_place_and_each_names_a_person() -> Result {
    let plan = plan()?;
    let items = plan["items"].as_array().ok_or("a plan has items")?;
    let swaps: Vec<&Value> =
        items.iter().filter(|item| item["could_replace"].is_string()).collect();
    assert!((1..=2).contains(&swaps.len()), "{plan}");
    for swap in swaps {
        assert_eq!(swap["status"], "invite", "nothing is crossed out before the other has agreed");
        assert!(swap["people"].as_array().is_some_and(|people| !people.is_empty()), "{swap}");
    }
    Ok(())
}

#[test]
fn the_plan_says_that_two_swaps_alone_do_not_reach_one_half() -> Result {
    let plan = plan()?;
    let remarks: Vec<&str> =
        plan["remarks"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let parity =
        remarks.iter().find(|remark| remark.contains("That alone does not reach one half"));
    let parity = parity.ok_or_else(|| format!("{remarks:?} in {plan}"))?;
    assert!(parity.contains("29%"), "two swaps of seven are 2/7: {parity}");
    assert!(parity.contains("3 h"), "three more slots of an hour would reach it: {parity}");
    Ok(())
}

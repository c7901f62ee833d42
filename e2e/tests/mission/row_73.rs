//! Row 73: people stay away for reasons of their own; each has a first week of its own.

use crate::sheet::sheet;
use e2e::{Owner, Result};
use std::collections::BTreeSet;

const NOW: &str = "2026-11-18T09:00:00Z";

#[test]
fn five_answers_give_five_first_weeks() -> Result {
    let owner = Owner::with(&[])?;
    let asked = owner.json_at(NOW, &["start"])?;
    let answers: Vec<&str> = asked["answers"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|a| a["because"].as_str())
        .collect();
    assert_eq!(answers.len(), 5, "{asked:#}");
    assert_eq!(answers[0], "little_back", "it is offered first");
    assert!(asked["steps"].as_array().is_some_and(Vec::is_empty));
    let mut weeks = BTreeSet::new();
    for answer in answers {
        let week = owner.json_at(NOW, &["start", answer])?;
        let steps: Vec<String> =
            week["steps"].as_array().into_iter().flatten().map(|s| s["what"].to_string()).collect();
        assert!(steps.len() >= 4, "{week:#}");
        weeks.insert(steps);
    }
    assert_eq!(weeks.len(), 5);
    Ok(())
}

/// Files, hours, three people already met, the first swap.
#[test]
fn who_goes_a_lot_is_shown_hours_and_three_people_already_met() -> Result {
    let days = ["2026-10-07", "2026-10-14", "2026-10-21"];
    let rows = days.map(|day| format!("{day},Thursday Table,90,Ada Abbot; Ben Birch; Cy Cole"));
    let owner = Owner::with(&[("meetings", sheet("date,group,minutes,talked_to", rows))])?;
    let week = owner.json_at(NOW, &["start", "little-back"])?;
    let steps = week["steps"].as_array().cloned().unwrap_or_default();
    assert_eq!(steps[0]["done"], true, "the files are there: {week:#}");
    assert!(steps[1]["what"].to_string().contains("5 hours"), "{week:#}");
    for name in ["Ada Abbot", "Ben Birch", "Cy Cole"] {
        assert!(steps[2]["what"].to_string().contains(name), "{week:#}");
    }
    let told = owner.text_at(NOW, &["start"])?;
    assert!(told.contains("Your first week: From rooms to people"), "{told}");
    assert!(owner.text_at(NOW, &["start", "nonsense"]).is_err());
    Ok(())
}

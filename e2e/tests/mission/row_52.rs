//! Row 52: a one-off meeting becomes a vague memory where nothing follows.

use crate::sheet::sheet;
use e2e::{Owner, Result, is_about};
use serde_json::Value;

fn ada(owner: &Owner, day: &str) -> Result<Value> {
    owner.json(&["--now", &format!("{day}T12:00:00Z"), "person", "Ada Abbot"])
}

#[test]
fn someone_met_once_becomes_a_vague_memory() -> Result {
    let rows = ["2025-03-06,one_to_one,Ada Abbot,60".to_owned()];
    let owner = Owner::with(&[("interactions", sheet("date,kind,people,minutes", rows))])?;

    for (day, ago, chance) in [
        ("2025-04-03", "4 weeks", 0.40),
        ("2025-06-05", "13 weeks", 0.28),
        ("2026-03-05", "11 months", 0.12),
    ] {
        let ada = ada(&owner, day)?;
        assert!(is_about(&ada["alive"], chance, 0.005), "{day}: {}", ada["alive"]);
        let why = &ada["alive_explanation"];
        assert_eq!(why["facts"].as_array().map(Vec::len), Some(1), "{why}");
        let says = why["says"].as_str().unwrap_or_default();
        assert!(says.contains(&format!("{ago} ago")), "{says}");
        let told = owner.text(&["--now", &format!("{day}T12:00:00Z"), "person", "Ada Abbot"])?;
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("still"), "{told}");
        assert!(told.contains(&format!("about {:.0}", chance * 100.0)), "{told}");
    }
    Ok(())
}

#[test]
fn nothing_is_said_of_somebody_with_whom_no_contact_is_known() -> Result {
    let owner = Owner::with(&[("people", sheet("name", ["Ada Abbot".to_owned()]))])?;
    let ada = ada(&owner, "2026-03-05")?;
    assert!(ada["alive"].is_null() && ada["alive_explanation"].is_null(), "{ada}");
    Ok(())
}

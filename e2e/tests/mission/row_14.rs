//! Row 14: a ladder that rests on evidence.

use crate::sheet::sheet;
use e2e::{Owner, Result};
use serde_json::Value;

fn owner_who_knows_ada() -> Result<Owner> {
    let met = ["2026-09-03", "2026-09-10"].map(|day| format!("{day},Thursday Table,90,Ada Abbot"));
    Owner::with(&[("meetings", sheet("date,group,minutes,talked_to", met))])
}

fn ada(owner: &Owner) -> Result<Value> {
    owner.json(&["person", "Ada Abbot"])
}

#[test]
fn each_level_shows_the_entries_it_rests_on() -> Result {
    let owner = owner_who_knows_ada()?;
    let ada = ada(&owner)?;
    assert_eq!(ada["level"], 1, "{ada}");
    let timeline: Vec<&Value> =
        ada["timeline"].as_array().into_iter().flatten().map(|moment| &moment["id"]).collect();
    let evidence: Vec<&Value> = ada["evidence"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|evidence| evidence["facts"].as_array().into_iter().flatten())
        .collect();
    assert!(!evidence.is_empty(), "{ada}");
    assert!(evidence.iter().all(|fact| timeline.contains(fact)), "{ada}");
    Ok(())
}

#[test]
fn taking_the_evidence_back_takes_the_level_back() -> Result {
    let owner = owner_who_knows_ada()?;
    owner.json(&["note", "121 with Ada Abbot today, 45 min. She is looking for a printer"])?;
    assert!(ada(&owner)?["level"].as_u64() >= Some(2), "{}", ada(&owner)?);
    owner.json(&["undo"])?;
    assert_eq!(ada(&owner)?["level"], 1);
    Ok(())
}

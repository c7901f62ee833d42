//! Row 64: one-to-ones up to the limit of the time there is, with chosen partners.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result};
use jiff::civil::date;
use std::collections::BTreeSet;

#[test]
fn three_hours_propose_three_one_to_ones_each_with_its_reasons() -> Result {
    let thursdays = weekly(date(2026, 5, 7), 26).enumerate().map(|(week, day)| {
        let talked = (0..3).map(|n| person((week * 3 + n) % 20)).collect::<Vec<_>>().join("; ");
        format!("{day},Thursday Table,90,{talked}")
    });
    let just_seen = ["2026-11-12,one_to_one,Ada Abbot,60".to_owned()];
    let owner = Owner::with(&[
        ("meetings", sheet("date,group,minutes,talked_to", thursdays)),
        ("interactions", sheet("date,kind,people,minutes", just_seen)),
    ])?;

    let plan = owner.json(&["plan", "--week", "2026-11-16", "--hours", "3"])?;
    let items = plan["items"].as_array().ok_or("a plan has items")?;
    let one_to_ones: Vec<_> = items.iter().filter(|item| item["kind"] == "one_to_one").collect();
    assert_eq!(one_to_ones.len(), 3, "{plan}");
    let minutes: u64 = items
        .iter()
        .filter(|item| item["kind"] != "meeting")
        .filter_map(|item| item["minutes"].as_u64())
        .sum();
    assert!(minutes <= 180, "{plan}");

    let mut asked = BTreeSet::new();
    for item in one_to_ones {
        let because = item["because"].as_array().map_or(0, Vec::len);
        assert!(because > 0, "{item}");
        for name in item["people"].as_array().into_iter().flatten().filter_map(|n| n.as_str()) {
            assert!(asked.insert(name.to_owned()), "{name} is asked twice");
            assert_ne!(name, "Ada Abbot", "she was seen four days before");
        }
    }
    Ok(())
}

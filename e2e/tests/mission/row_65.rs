//! Row 65: the right people are those one can help most: all else equal, they come first.

use crate::sheet::sheet;
use e2e::{Owner, Result};

const NOW: &str = "2026-11-16T09:00:00Z";

/// Five alike but for what they look for; the one whom the owner's own work helps is in the middle.
fn owner(last: &str) -> Result<Owner> {
    let looks =
        ["a plumber", "a skipper for a boat", "help with unpaid invoices", "", "an organist"];
    let names = ["Ada Abbot", "Ben Birch", "Cora Cole", "Dev Drake", "Edie Ellis"];
    let people = names
        .iter()
        .zip(looks)
        .map(|(name, looks)| format!("{name},2026-03-01,Thursday Table,{looks}"));
    let talks = names.map(|name| format!("{last},one_to_one,{name},60"));
    Owner::with(&[
        ("people", sheet("name,met_on,met_at,looking_for", people)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
        ("pitches", "version,text\nmain,I chase unpaid invoices for small firms\n".to_owned()),
    ])
}

#[test]
fn of_people_alike_whoever_has_a_need_i_can_meet_ranks_first() -> Result {
    let owner = owner("2026-08-20")?;
    let whom = owner.json_at(NOW, &["whom"])?;
    let first = &whom["people"][0];
    assert_eq!((&first["name"], &first["you_help"]["by"]), (&"Cora Cole".into(), &"me".into()));
    assert!(first["score"].as_f64() > whom["people"][1]["score"].as_f64(), "{whom:#}");
    assert!(first["because"][0].to_string().contains("looking for help with unpaid invoices"));
    let told = owner.text_at(NOW, &["whom"])?;
    assert!(told.starts_with("1 Cora Cole"), "{told}");
    Ok(())
}

#[test]
fn the_plan_asks_them_first_too() -> Result {
    let owner = owner("2026-08-20")?;
    let plan = owner.json_at(NOW, &["plan", "--week", "2026-11-16", "--hours", "3"])?;
    let asked: Vec<&str> = plan["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|item| item["kind"] == "one_to_one")
        .filter_map(|item| item["people"][0].as_str())
        .collect();
    assert_eq!(asked.first(), Some(&"Cora Cole"), "{plan:#}");
    Ok(())
}

#[test]
fn somebody_i_could_introduce_is_help_too_and_nobody_let_go_is_listed() -> Result {
    let owner = owner("2026-08-20")?;
    let plumber = "name,met_on,what_they_do\nFinn Frost,2026-02-01,plumber for old houses\n";
    owner.hand_over("second", &[("people", plumber.to_owned())])?;
    let named = |whom: &serde_json::Value, name: &str| {
        whom["people"].as_array().into_iter().flatten().find(|one| one["name"] == name).cloned()
    };
    let whom = owner.json_at(NOW, &["whom"])?;
    let ada = named(&whom, "Ada Abbot").ok_or("Ada is not listed")?;
    assert_eq!(ada["you_help"]["by"], "Finn Frost", "{ada}");
    owner.json_at(NOW, &["triage", "let-go", "Cora Cole"])?;
    let whom = owner.json_at(NOW, &["whom"])?;
    assert!(named(&whom, "Cora Cole").is_none());
    assert_eq!(
        owner.json_at(NOW, &["whom", "--limit", "2"])?["people"].as_array().map(Vec::len),
        Some(2)
    );
    Ok(())
}

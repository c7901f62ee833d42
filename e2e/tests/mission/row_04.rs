//! Row 4: a few key contacts invited together, who can help each other and not only the owner.

use crate::sheet::sheet;
use e2e::{Owner, Result};
use serde_json::Value;

const NOW: &str = "2026-11-16T09:00:00Z";

fn owner() -> Result<Owner> {
    let people = "name,met_on,what_they_do,who_they_serve,looking_for\n\
                  Ada Abbot,2026-02-01,bookkeeper,restaurants,a web designer\n\
                  Ben Birch,2026-02-01,web designer,restaurants,a photographer\n\
                  Cleo Cole,2026-02-01,photographer,restaurants,a bookkeeper\n\
                  Dan Dale,2026-02-01,bookkeeper,restaurants,a web designer\n\
                  Eve Eden,2026-02-01,dentist,families,\n\
                  Finn Ford,2026-02-01,roofer,landlords,\n\
                  Gus Gill,2026-02-01,plumber,schools,\n";
    let names =
        ["Ada Abbot", "Ben Birch", "Cleo Cole", "Dan Dale", "Eve Eden", "Finn Ford", "Gus Gill"];
    let talks = names.map(|name| format!("2026-09-01,one_to_one,{name},60"));
    Owner::with(&[
        ("people", people.to_owned()),
        ("interactions", sheet("date,kind,people,minutes", talks)),
    ])
}

#[test]
fn every_two_at_a_table_fit_better_than_the_median_and_no_two_compete() -> Result {
    let owner = owner()?;
    let proposed = owner.json_at(NOW, &["tables"])?;
    let tables = proposed["tables"].as_array().cloned().unwrap_or_default();
    assert_eq!(tables.len(), 1, "{proposed:#}");
    let table = &tables[0];
    let people = table["people"].as_array().map_or(0, Vec::len);
    assert!((3..=5).contains(&people), "{table:#}");
    let pairs = table["pairs"].as_array().cloned().unwrap_or_default();
    assert_eq!(pairs.len(), people * (people - 1) / 2, "all pairs are told");
    for pair in &pairs {
        assert!(pair["score"].as_f64() > table["median"].as_f64(), "{pair}");
        assert!(!pair["because"][0].is_null(), "{pair}");
    }
    let names = |table: &Value| -> Vec<String> {
        let people = table["people"].as_array().cloned().unwrap_or_default();
        people.iter().filter_map(|p| p["name"].as_str().map(str::to_owned)).collect()
    };
    let names = names(table);
    let both = names.contains(&"Ada Abbot".to_owned()) && names.contains(&"Dan Dale".to_owned());
    assert!(!both, "two bookkeepers compete: {names:?}");
    let said = owner.text_at(NOW, &["tables"])?;
    assert!(said.contains("Ada Abbot looks for a web designer; Ben Birch can help."), "{said}");
    Ok(())
}

#[test]
fn where_no_three_fit_it_says_what_would_help() -> Result {
    let owner = Owner::with(&[("people", "name\nAda Abbot\n".to_owned())])?;
    let proposed = owner.json_at(NOW, &["tables"])?;
    assert_eq!(proposed["tables"].as_array().map(Vec::len), Some(0), "{proposed}");
    assert!(proposed["says"].to_string().contains("Ask each what they look for"), "{proposed}");
    Ok(())
}

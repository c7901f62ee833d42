//! Row 15: the levels carry the seed's names in order beside plain ones, and the owner may rename them.

use crate::sheet::sheet;
use e2e::{Owner, Result};
use serde_json::Value;

const NOW: &str = "2026-11-16T09:00:00Z";

fn names(levels: &Value, field: &str) -> Vec<String> {
    let levels = levels["levels"].as_array().into_iter().flatten();
    levels.filter_map(|level| level[field].as_str().map(str::to_owned)).collect()
}

#[test]
fn the_three_names_stand_in_order_and_beyond_is_there() -> Result {
    let owner = Owner::new()?;
    let levels = owner.json(&["levels"])?;
    let seed = names(&levels, "seed");
    let at = |name: &str| seed.iter().position(|seed| seed == name);
    let order = [at("sausage sharer"), at("equally engaged"), at("creative collaborator")];
    assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{seed:?}");
    assert_eq!(at("beyond"), Some(5), "{seed:?}");
    let plain = names(&levels, "plain");
    assert_eq!(plain.len(), 6);
    assert_eq!(plain, names(&levels, "name"), "until the owner says otherwise");
    let told = owner.text(&["levels"])?;
    for name in seed.iter().chain(&plain) {
        assert!(told.contains(name.as_str()), "{told}");
    }
    Ok(())
}

#[test]
fn a_name_of_ones_own_stands_everywhere_and_can_be_taken_back() -> Result {
    let talked = ["2026-10-05", "2026-10-12"].map(|on| format!("{on},one_to_one,Ada Abbot,60"));
    let people = sheet("name,met_on,looking_for", ["Ada Abbot,2026-09-01,a designer".to_owned()]);
    let owner = Owner::with(&[
        ("people", people),
        ("interactions", sheet("date,kind,people,minutes", talked)),
    ])?;
    assert_eq!(owner.json_at(NOW, &["person", "ada"])?["label"], "Getting to know");
    owner.json_at(NOW, &["levels", "2", "Warming up"])?;
    assert_eq!(owner.json_at(NOW, &["person", "ada"])?["label"], "Warming up");
    assert!(owner.text_at(NOW, &["people"])?.contains("Warming up"));
    assert!(owner.text_at(NOW, &["person", "ada"])?.contains("Warming up"));
    let levels = owner.json_at(NOW, &["review"])?["levels"].take();
    assert_eq!(
        (&levels["names"][2]["name"], &levels["people"][2]),
        (&"Warming up".into(), &1.into())
    );

    assert_eq!(owner.json_at(NOW, &["undo"])?["was"], "settings");
    assert_eq!(owner.json_at(NOW, &["person", "ada"])?["label"], "Getting to know");
    Ok(())
}

#[test]
fn two_levels_never_share_a_name() -> Result {
    let owner = Owner::new()?;
    let refused = owner.run(&["levels", "2", "champion"])?;
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(owner.run(&["levels", "6", "Beyond"])?.status.code(), Some(2));
    owner.json(&["levels", "5", "Beyond"])?;
    let plain = owner.json(&["levels", "5", ""])?;
    assert_eq!(plain["levels"][5]["name"], plain["levels"][5]["plain"]);
    Ok(())
}

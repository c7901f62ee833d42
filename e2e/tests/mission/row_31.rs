//! Row 31: how you help, what you excel at, how you differ: each short, and tested by a playback.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, is_about};
use serde_json::Value;

const NOW: &str = "2026-11-16T09:00:00Z";

fn missing(profile: &Value) -> Vec<&str> {
    let parts = profile["missing"].as_array().into_iter().flatten();
    parts.filter_map(|missing| missing["part"].as_str()).collect()
}

#[test]
fn a_missing_part_is_flagged_and_25_words_are_the_most() -> Result {
    let owner = Owner::new()?;
    let empty = owner.json_at(NOW, &["profile"])?;
    assert_eq!(missing(&empty), ["helps", "excels_at", "differs_by"]);
    let words = |n: usize| vec!["word"; n].join(" ");
    let told =
        owner.json_at(NOW, &["profile", "--helps", &words(25), "--differs-by", "no lawyers"])?;
    assert_eq!(missing(&told), ["excels_at"], "{told}");
    let card = owner.text_at(NOW, &["profile"])?;
    assert!(card.contains("Not told yet: What do you do better than most"), "{card}");

    let long = owner.run(&["profile", "--excels-at", &words(26), "--json"])?;
    assert_eq!(long.status.code(), Some(1));
    let said = String::from_utf8_lossy(&long.stderr).into_owned();
    assert!(said.contains("excels_at has 26 words"), "{said}");
    let whole = owner.json_at(NOW, &["profile", "--excels-at", "nine days on average"])?;
    assert!(missing(&whole).is_empty(), "{whole}");
    assert_eq!(owner.json_at(NOW, &["undo"])?["was"], "settings");
    assert_eq!(missing(&owner.json_at(NOW, &["profile"])?), ["excels_at"]);
    Ok(())
}

#[test]
fn three_playbacks_give_an_agreement_score_and_two_do_not() -> Result {
    let people = (0..3).map(|n| format!("{},2026-03-01", person(n)));
    let owner = Owner::with(&[("people", sheet("name,met_on", people))])?;
    let agreement = |n: usize, result: &str| -> Result<Value> {
        owner.json_at(NOW, &["playback", &person(n), result])?;
        Ok(owner.json_at(NOW, &["profile"])?["agreement"].take())
    };
    assert!(agreement(0, "yes")?["share"].is_null());
    assert!(agreement(1, "yes")?["says"].to_string().contains("too few"));
    let three = agreement(2, "no")?;
    assert!(is_about(&three["share"], 2.0 / 3.0, 1e-12), "{three}");
    assert_eq!(three["asked"], 3);
    Ok(())
}

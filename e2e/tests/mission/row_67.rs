//! Row 67: at least three problems by which people should think of the owner, tested by playback.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, is_about};
use serde_json::Value;

const NOW: &str = "2026-11-16T09:00:00Z";

fn owner() -> Result<Owner> {
    let people = (0..5).map(|n| format!("{},2026-03-01", person(n)));
    Owner::with(&[("people", sheet("name,met_on", people))])
}

#[test]
fn fewer_than_three_are_asked_for_and_three_are_enough() -> Result {
    let owner = owner()?;
    let asks = |owner: &Owner| -> Result<Value> {
        let triggers = owner.json_at(NOW, &["review"])?["triggers"].take();
        assert_eq!(triggers["wanted"], 3);
        Ok(triggers["asks"].clone())
    };
    assert!(asks(&owner)?.to_string().contains("Name 3 problems"), "{}", asks(&owner)?);
    owner.json_at(NOW, &["trigger", "they pay us after ninety days"])?;
    owner.json_at(NOW, &["trigger", "They pay us  after ninety days"])?;
    assert!(asks(&owner)?.to_string().contains("Name 2 more problems"), "{}", asks(&owner)?);
    let told = owner.text_at(NOW, &["review"])?;
    assert!(told.contains("Name 2 more problems"), "{told}");
    owner.json_at(NOW, &["trigger", "the bank turned us down"])?;
    let all = owner.json_at(NOW, &["trigger", "I do the books at midnight"])?;
    assert_eq!(all["triggers"].as_array().map(Vec::len), Some(3), "{all}");
    assert!(all["asks"].is_null() && asks(&owner)?.is_null(), "{all}");
    let left = owner.json_at(NOW, &["trigger", "--drop", "midnight"])?;
    assert_eq!(left["triggers"].as_array().map(Vec::len), Some(2));
    assert_eq!(owner.json_at(NOW, &["undo"])?["was"], "trigger");
    assert!(asks(&owner)?.is_null());
    Ok(())
}

#[test]
fn the_agreement_of_each_is_shown_with_its_number() -> Result {
    let owner = owner()?;
    // A moment apart, so that one stands before the other.
    owner.json_at("2026-11-16T08:00:00Z", &["trigger", "they pay us after ninety days"])?;
    owner.json_at("2026-11-16T08:01:00Z", &["trigger", "the bank turned us down"])?;
    for (n, result) in [(0, "yes"), (1, "yes"), (2, "no")] {
        let kept = owner.json_at(NOW, &["playback", &person(n), result, "--trigger", "1"])?;
        assert_eq!(kept["trigger"], "they pay us after ninety days");
    }
    owner.json_at(NOW, &["playback", &person(3), "yes", "--trigger", "bank"])?;
    let triggers = owner.json_at(NOW, &["trigger"])?["triggers"].take();
    let (pays, bank) = (&triggers[0], &triggers[1]);
    assert_eq!((&pays["asked"], &pays["right"]), (&3.into(), &2.into()));
    assert!(is_about(&pays["share"], 2.0 / 3.0, 1e-12), "{pays}");
    assert_eq!(
        (&bank["asked"], &bank["right"], &bank["share"]),
        (&1.into(), &1.into(), &Value::Null)
    );
    let told = owner.text_at(NOW, &["trigger"])?;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("2 of 3 asked would think of you: 67%, likely"), "{told}");
    assert!(told.contains("1 of 1 asked would think of you: too few to tell"), "{told}");
    // Asked about a problem, not about what the owner does.
    let shown = owner.json_at(NOW, &["person", &person(0)])?;
    assert_eq!(shown["explains"]["result"], "unknown");
    assert_eq!(owner.json_at(NOW, &["review"])?["recall"]["asked"], 0);
    Ok(())
}

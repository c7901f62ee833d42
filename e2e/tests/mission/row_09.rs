//! Row 9: can they explain me? The last check and its result; an old answer is unknown, not no.

use crate::sheet::sheet;
use e2e::{Owner, Result};

const JUNE: &str = "2026-06-01T09:00:00Z";

fn owner() -> Result<Owner> {
    let people = ["Ada Abbot", "Ben Birch", "Cora Cole"].map(|name| format!("{name},2026-01-10"));
    Owner::with(&[("people", sheet("name,met_on", people))])
}

fn explains(owner: &Owner, now: &str, who: &str) -> Result<serde_json::Value> {
    Ok(owner.json_at(now, &["person", who])?["explains"].take())
}

#[test]
fn the_last_check_stands_with_its_date_its_result_and_its_words() -> Result {
    let owner = owner()?;
    owner.json_at(JUNE, &["playback", "ada", "no", "--on", "2026-04-01"])?;
    let words = ["playback", "ada", "yes", "--words", "gets invoices paid", "--on", "2026-05-20"];
    let kept = owner.json_at(JUNE, &words)?;
    assert_eq!((&kept["name"], &kept["result"]), (&"Ada Abbot".into(), &"yes".into()));
    let ada = explains(&owner, JUNE, "Ada Abbot")?;
    assert_eq!((&ada["result"], &ada["asked_on"]), (&"yes".into(), &"2026-05-20".into()));
    assert_eq!(ada["words"], "gets invoices paid");
    let told = owner.text_at(JUNE, &["person", "ada"])?;
    assert!(told.contains("could say what you do when asked on 20 May 2026"), "{told}");

    assert_eq!(owner.json_at(JUNE, &["undo"])?["was"], "playback");
    assert_eq!(explains(&owner, JUNE, "Ada Abbot")?["result"], "no");
    Ok(())
}

#[test]
fn a_contact_without_a_check_in_half_a_year_is_unknown_and_not_no() -> Result {
    let owner = owner()?;
    owner.json_at(JUNE, &["playback", "ada", "no", "--on", "2026-05-01"])?;
    for (now, result) in [("2026-10-28T09:00:00Z", "no"), ("2026-10-29T09:00:00Z", "unknown")] {
        // 180 days after the first of May is the 28th of October.
        let ada = explains(&owner, now, "Ada Abbot")?;
        assert_eq!((&ada["result"], &ada["then"]), (&result.into(), &"no".into()), "{now}");
        let cora = explains(&owner, now, "Cora Cole")?;
        assert_eq!((&cora["result"], &cora["asked_on"]), (&"unknown".into(), &().into()));
    }
    let told = owner.text_at("2026-10-29T09:00:00Z", &["person", "ada"])?;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("not known any more whether they can explain you"), "{told}");
    let sheet = owner.json_at("2026-10-29T09:00:00Z", &["prepare", "ada"])?;
    let asks = sheet["questions"].to_string();
    assert!(asks.contains("If you told a friend what I do"), "{asks}");
    Ok(())
}

#[test]
fn a_check_feeds_readiness_and_goes_out_and_in_with_the_book() -> Result {
    let owner = owner()?;
    owner.json_at(JUNE, &["playback", "ben", "partly", "--words", "something with money"])?;
    let ready = owner.json_at(JUNE, &["person", "ben"])?["readiness"].take();
    assert_eq!((&ready["understanding"], &ready["next"]), (&2.into(), &"teach".into()), "{ready}");

    owner.json_at(JUNE, &["trigger", "they pay us after ninety days"])?;
    owner.json_at(JUNE, &["playback", "cora", "yes", "--trigger", "1"])?;
    owner.json_at(JUNE, &["levels", "3", "Trusted"])?;
    let out = owner.folder().join("out");
    owner.text(&["export", &out.to_string_lossy()])?;
    let elsewhere = Owner::new()?;
    elsewhere.json(&["import", &out.to_string_lossy()])?;
    assert_eq!(explains(&elsewhere, JUNE, "ben")?["words"], "something with money");
    elsewhere.json(&["import", &out.to_string_lossy()])?;
    let said = elsewhere.json_at(JUNE, &["review"])?["recall"].take();
    assert_eq!(said["asked"], 1, "a second import doubles nothing");
    let trigger = elsewhere.json_at(JUNE, &["trigger"])?["triggers"].take();
    assert_eq!(trigger.as_array().map(Vec::len), Some(1));
    assert_eq!((&trigger[0]["asked"], &trigger[0]["right"]), (&1.into(), &1.into()), "{trigger}");
    assert_eq!(elsewhere.json(&["levels"])?["levels"][3]["name"], "Trusted");
    Ok(())
}

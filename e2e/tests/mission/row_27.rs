//! Row 27: the minute is not changed just before standing up without a reason, and the reasons are counted.

use e2e::{Owner, Result};

const MONDAY: &str = "2026-11-16T09:00:00Z";
const EVE: &str = "2026-11-18T20:00:00Z";
const AFTER: &str = "2026-11-20T09:00:00Z";

fn owner() -> Result<Owner> {
    let owner = Owner::with(&[
        ("groups", "name,cadence\nThursday Table,weekly\n".to_owned()),
        ("meetings", "date,group,minutes\n2026-11-19,Thursday Table,90\n".to_owned()),
        (
            "pitches",
            "version,text,beside_competitor\nshops,For shops.,\"Shops first, no lawyers.\"\n\
             farms,For farms.,Farms first.\n"
                .to_owned(),
        ),
    ])?;
    owner.json_at(MONDAY, &["pitch", "choose", "shops", "--ready"])?;
    Ok(owner)
}

/// What a refusal says.
fn refused(owner: &Owner, now: &str, words: &[&str]) -> Result<String> {
    let output = owner.run(&[&["--now", now], words].concat())?;
    assert!(!output.status.success(), "{words:?} was taken");
    Ok(String::from_utf8(output.stderr)?)
}

#[test]
fn once_locked_a_change_needs_a_reason_from_the_list_and_the_reasons_are_counted() -> Result {
    let owner = owner()?;
    owner.json_at(MONDAY, &["settings", "--lock-hours", "12"])?;
    // The start is not known, so the lock begins at noon of the day before.
    let coming = owner.json_at(EVE, &["pitch"])?["coming"].take();
    assert_eq!(coming["is_locked"], true, "{coming}");
    assert_eq!(coming["lock"]["from"], "2026-11-18T12:00:00", "{coming}");
    for words in [&["pitch", "choose", "farms"][..], &["pitch", "keep", "shops", "Other words."]] {
        let said = refused(&owner, EVE, words)?;
        assert!(said.contains("locked") && said.contains("tired"), "{words:?}: {said}");
    }
    let wrong = owner.run(&["pitch", "choose", "farms", "--why", "bored"])?;
    assert_eq!(wrong.status.code(), Some(2), "only reasons of the list are taken");
    let kept = owner.json_at(EVE, &["pitch", "choose", "farms", "--why", "tired"])?;
    assert_eq!((&kept["changed"], &kept["why"]), (&true.into(), &"tired".into()), "{kept}");

    let changes = owner.json_at(AFTER, &["pitch"])?["changes"].take();
    assert_eq!((&changes["minutes"], &changes["changed"]), (&1.into(), &1.into()), "{changes}");
    assert_eq!(changes["reasons"][0]["reason"], "tired", "{changes}");
    assert_eq!(changes["reasons"][0]["times"], 1, "{changes}");
    Ok(())
}

#[test]
fn nothing_is_locked_unless_it_was_asked_for() -> Result {
    let owner = owner()?;
    let coming = owner.json_at(EVE, &["pitch"])?["coming"].take();
    assert_eq!((&coming["is_locked"], coming["lock"].is_null()), (&false.into(), true), "{coming}");
    let kept = owner.json_at(EVE, &["pitch", "choose", "farms"])?;
    assert!(kept["changed"].is_null() && kept["why"].is_null(), "{kept}");
    // Asked for and given up again.
    owner.json_at(EVE, &["settings", "--lock-hours", "12"])?;
    let settings = owner.json_at(EVE, &["settings", "--lock-hours", "0"])?;
    assert!(settings["lock_hours"].is_null(), "{settings}");
    Ok(())
}

#[test]
fn afterwards_one_word_says_why_and_it_outlives_an_export() -> Result {
    let owner = owner()?;
    let unsaid = owner.json_at(AFTER, &["pitch"])?["unsaid"].take();
    assert_eq!(unsaid[0]["version"], "shops", "{unsaid}");
    let gave = ["pitch", "gave", "shops", "thursday", "--on", "2026-11-19", "--why", "competitor"];
    assert_eq!(owner.json_at(AFTER, &gave)?["changed"], true);
    let desk = owner.json_at(AFTER, &["pitch"])?;
    assert_eq!(desk["unsaid"].as_array().map(Vec::len), Some(0), "{desk}");
    assert_eq!(desk["changes"]["reasons"][0]["reason"], "competitor", "{desk}");
    assert!(owner.text_at(AFTER, &["pitch"])?.contains("A competitor was in the room: 1"));

    let folder = owner.folder().join("out");
    let folder = folder.to_string_lossy();
    owner.run(&["export", &folder])?;
    let other = Owner::new()?;
    other.json_at(AFTER, &["import", &folder])?;
    let again = other.json_at(AFTER, &["pitch"])?["changes"].take();
    assert_eq!(again["reasons"], desk["changes"]["reasons"], "{again}");
    assert_eq!(owner.json_at(AFTER, &["undo"])?["was"], "pitch");
    assert_eq!(owner.json_at(AFTER, &["pitch"])?["changes"]["changed"], 0);
    Ok(())
}

//! Row 66: one-to-ones run both ways: they learn what I do, I learn how to help.

use e2e::{Owner, Result};

const NOW: &str = "2026-11-16T09:00:00Z";

fn owner() -> Result<Owner> {
    Owner::with(&[("people", "name,met_on\nPriya Shah,2026-02-01\n".to_owned())])
}

#[test]
fn one_half_alone_is_marked_as_one_way_and_the_other_is_asked_for() -> Result {
    let owner = owner()?;
    let kept = owner.json_at(NOW, &["one-to-one", "priya", "--i-learned", "wants a baker"])?;
    assert_eq!(kept["one_way"], true, "{kept}");
    assert_eq!(kept["asks"][0], "What did they learn of your work?", "{kept}");
    let person = owner.text_at(NOW, &["person", "priya"])?;
    assert!(person.contains("one-to-one, one-way"), "{person}");
    let halves = owner.json_at(NOW, &["review"])?["halves"].take();
    assert_eq!((&halves["told"], &halves["one_way"]), (&1.into(), &1.into()), "{halves}");
    assert_eq!(halves["without_theirs"], 1, "{halves}");

    let both = owner.json_at(NOW, &["one-to-one", "priya", "--they-learned", "nine days"])?;
    assert_eq!(both["one_way"], false, "{both}");
    assert_eq!(both["conversation"], kept["conversation"], "the same one-to-one is put right");
    let halves = owner.json_at(NOW, &["review"])?["halves"].take();
    assert_eq!((&halves["both"], &halves["one_way"]), (&1.into(), &0.into()), "{halves}");
    assert_eq!(owner.json_at(NOW, &["undo"])?["was"], "happened");
    assert!(owner.text_at(NOW, &["person", "priya"])?.contains("one-way"));
    Ok(())
}

#[test]
fn without_any_note_nothing_is_said_of_either_half() -> Result {
    let owner = owner()?;
    let kept = owner.json_at(NOW, &["one-to-one", "priya", "--minutes", "60"])?;
    assert_eq!((&kept["one_way"], kept["asks"].as_array().map(Vec::len)), (&false.into(), Some(2)));
    assert!(owner.json_at(NOW, &["review"])?["halves"].is_null(), "unknown is not nought");
    Ok(())
}

#[test]
fn the_sheet_parts_the_time_in_two_and_both_halves_survive_an_export() -> Result {
    let owner = owner()?;
    let sheet = owner.json_at(NOW, &["prepare", "priya"])?;
    assert_eq!(sheet["halves"][0]["whose"], "theirs", "{sheet}");
    assert_eq!(
        (&sheet["halves"][0]["minutes"], &sheet["halves"][1]["minutes"]),
        (&30.into(), &30.into())
    );
    owner.json_at(
        NOW,
        &["one-to-one", "priya", "--i-learned", "wants a baker", "--they-learned", "nine days"],
    )?;
    let folder = owner.folder().join("out");
    owner.text(&["export", &folder.to_string_lossy()])?;
    let other = Owner::new()?;
    other.json_at(NOW, &["import", &folder.to_string_lossy()])?;
    assert_eq!(other.json_at(NOW, &["review"])?["halves"]["both"], 1);
    Ok(())
}

//! Row 28: a variant for when a competitor is in the room, which differs only in emphasis, is there before
//! the meeting is marked as ready.

use e2e::{Owner, Result};

const NOW: &str = "2026-11-16T09:00:00Z";
const WORDS: &str = "We get the invoices of small firms paid. A baker waited ninety days; now it is \
                     nine. I would like to meet bookkeepers in Leeds.";

fn owner() -> Result<Owner> {
    let owner = Owner::with(&[
        ("groups", "name,cadence\nThursday Table,weekly\n".to_owned()),
        ("meetings", "date,group,minutes\n2026-11-19,Thursday Table,90\n".to_owned()),
    ])?;
    owner.json_at(NOW, &["pitch", "keep", "invoices", WORDS])?;
    Ok(owner)
}

#[test]
fn without_the_variant_a_meeting_is_not_marked_as_ready() -> Result {
    let owner = owner()?;
    let ready = ["--now", NOW, "pitch", "choose", "invoices", "thursday", "--ready"];
    let output = owner.run(&ready)?;
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr)?;
    assert!(
        said.contains("beside_competitor") && said.contains("competitor in the room"),
        "{said}"
    );
    let desk = owner.json_at(NOW, &["pitch"])?;
    assert_eq!(desk["coming"]["ready"], "nothing", "{desk}");

    let beside = format!("Without lawyers: {WORDS}");
    owner.json_at(NOW, &["pitch", "keep", "invoices", "--beside-competitor", &beside])?;
    assert_eq!(owner.json(&ready)?["prepared"], true);
    let desk = owner.json_at(NOW, &["pitch"])?;
    assert_eq!(desk["coming"]["ready"], "ready", "{desk}");
    assert_eq!(desk["written"][0]["emphasis"]["state"], "emphasis", "{desk}");
    Ok(())
}

#[test]
fn a_variant_that_tells_another_story_is_told_so() -> Result {
    let owner = owner()?;
    let other = "We build websites for restaurants and print their menus.";
    owner.json_at(NOW, &["pitch", "keep", "invoices", "--beside-competitor", other])?;
    let written = owner.json_at(NOW, &["pitch"])?["written"].take();
    assert_eq!(written[0]["emphasis"]["state"], "other_story", "{written}");
    assert!(owner.text_at(NOW, &["pitch"])?.contains("It tells another story"));
    Ok(())
}

#[test]
fn where_nobody_of_the_field_comes_no_variant_is_asked_for() -> Result {
    let owner = owner()?;
    let ready = ["pitch", "choose", "invoices", "--ready", "--no-competitor"];
    assert_eq!(owner.json_at(NOW, &ready)?["prepared"], true);
    Ok(())
}

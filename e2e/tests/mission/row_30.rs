//! Row 30: “they all know what I do”: a focus that was not used lately, and who was told what.

use crate::sheet::{sheet, weekly};
use e2e::{Owner, Result};
use jiff::civil::date;
use serde_json::Value;

const NOW: &str = "2026-11-16T09:00:00Z";

/// Ten Thursdays, the last on the twelfth of November; what was given at each, the latest first.
fn owner(given: [&str; 10]) -> Result<Owner> {
    let days: Vec<_> = weekly(date(2026, 9, 10), 10).collect();
    let meetings = days.iter().rev().zip(given).enumerate().map(|(at, (on, pitch))| {
        let met = if at % 2 == 0 { "Ada Abbot" } else { "Ben Birch" };
        format!("{on},Thursday Table,90,{met},{pitch},yes")
    });
    Owner::with(&[
        ("meetings", sheet("date,group,minutes,talked_to,pitch,pitch_prepared", meetings)),
        ("pitches", "version,text\nshops,For shops\ncafes,For cafes\nfarms,For farms\n".to_owned()),
        ("groups", "name,cadence,meeting_minutes\nThursday Table,weekly,90\n".to_owned()),
    ])
}

fn focus(owner: &Owner) -> Result<Value> {
    Ok(owner.json_at(NOW, &["pitch"])?["focus"].take())
}

#[test]
fn the_focus_is_one_that_the_last_six_meetings_have_not_heard() -> Result {
    let given =
        ["shops", "farms", "shops", "farms", "shops", "farms", "cafes", "cafes", "cafes", "shops"];
    let owner = owner(given)?;
    assert_eq!(focus(&owner)?["version"], "cafes");
    let told = owner.text_at(NOW, &["pitch"])?;
    assert!(told.contains("“cafes”: your last 6 meetings have not heard it."), "{told}");

    let plan = owner.json_at(NOW, &["plan", "--week", "2026-11-16", "--hours", "8"])?;
    let prepares =
        |i: &&Value| i["kind"] == "prepare_pitch" && i["bring"][0].to_string().contains("cafes");
    assert!(plan["items"].as_array().into_iter().flatten().any(|i| prepares(&i)), "{plan:#}");

    // Given once more, it is not proposed again, and nothing else is fresh.
    owner.json_at(NOW, &["pitch", "gave", "cafes", "thursday", "--on", "2026-11-12"])?;
    let focus = focus(&owner)?;
    assert!(focus["version"].is_null(), "{focus}");
    assert!(focus["says"].to_string().contains("Something other than “cafes”"), "{focus}");
    assert_eq!(owner.json_at(NOW, &["undo"])?["was"], "pitch");
    Ok(())
}

#[test]
fn a_new_version_is_proposed_before_any_that_was_heard() -> Result {
    let given = ["shops"; 10];
    let owner = owner(given)?;
    owner.json_at(NOW, &["pitch", "keep", "slow payers", "We get invoices paid in nine days."])?;
    let versions = owner.json_at(NOW, &["pitch"])?["versions"].take();
    let kept = versions.as_array().into_iter().flatten().find(|v| v["version"] == "slow payers");
    assert_eq!(kept.map(|v| &v["given"]), Some(&0.into()), "{versions}");
    assert_eq!(versions[3]["version"], "shops", "the one just heard comes last: {versions}");
    let fresh = focus(&owner)?["version"].take();
    assert!(fresh != "shops" && fresh.is_string(), "{fresh}");
    Ok(())
}

#[test]
fn it_says_what_each_of_them_was_told_and_a_later_import_does_not_unsay_it() -> Result {
    let given = ["", "shops", "", "farms", "", "", "", "", "", ""];
    let owner = owner(given)?;
    owner.json_at(NOW, &["pitch", "gave", "farms", "Thursday Table", "--on", "2026-11-12"])?;
    let again = "date,group,minutes,talked_to\n2026-11-12,Thursday Table,95,Ada Abbot\n";
    owner.hand_over("second", &[("meetings", again.to_owned())])?;
    let told = owner.json_at(NOW, &["pitch"])?["told"].take();
    let heard = |name: &str| -> Vec<String> {
        let one = told.as_array().into_iter().flatten().find(|t| t["name"] == name);
        let heard = one.and_then(|t| t["heard"].as_array()).into_iter().flatten();
        heard.map(|h| format!("{} {}", h["version"], h["on"]).replace('"', "")).collect()
    };
    assert_eq!(heard("Ada Abbot"), ["farms 2026-11-12"], "{told}");
    assert_eq!(heard("Ben Birch"), ["shops 2026-11-05", "farms 2026-10-22"], "{told}");
    Ok(())
}

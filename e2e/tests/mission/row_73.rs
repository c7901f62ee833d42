//! Row 73: people stay away for reasons of their own; each has a first week of its own.

use crate::sheet::sheet;
use e2e::{Owner, Result};
use std::collections::BTreeSet;
use std::fs;

const NOW: &str = "2026-11-18T09:00:00Z";

#[test]
fn five_answers_give_five_first_weeks() -> Result {
    let owner = Owner::with(&[])?;
    let asked = owner.json_at(NOW, &["start"])?;
    let answers: Vec<&str> = asked["answers"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|a| a["because"].as_str())
        .collect();
    assert_eq!(answers.len(), 5, "{asked:#}");
    assert_eq!(answers[0], "little_back", "it is offered first");
    assert!(asked["steps"].as_array().is_some_and(Vec::is_empty));
    let mut weeks = BTreeSet::new();
    for answer in answers {
        let week = owner.json_at(NOW, &["start", answer])?;
        let steps: Vec<String> =
            week["steps"].as_array().into_iter().flatten().map(|s| s["what"].to_string()).collect();
        assert!(steps.len() >= 4, "{week:#}");
        weeks.insert(steps);
    }
    assert_eq!(weeks.len(), 5);
    Ok(())
}

/// Files, hours, three people already met, the first swap.
#[test]
fn who_goes_a_lot_is_shown_hours_and_three_people_already_met() -> Result {
    let days = ["2026-10-07", "2026-10-14", "2026-10-21"];
    let rows = days.map(|day| format!("{day},Thursday Table,90,Ada Abbot; Ben Birch; Cy Cole"));
    let owner = Owner::with(&[("meetings", sheet("date,group,minutes,talked_to", rows))])?;
    let week = owner.json_at(NOW, &["start", "little-back"])?;
    let steps = week["steps"].as_array().cloned().unwrap_or_default();
    assert_eq!(steps[0]["done"], true, "the files are there: {week:#}");
    assert!(steps[1]["what"].to_string().contains("5 hours"), "{week:#}");
    for name in ["Ada Abbot", "Ben Birch", "Cy Cole"] {
        assert!(steps[2]["what"].to_string().contains(name), "{week:#}");
    }
    let told = owner.text_at(NOW, &["start"])?;
    assert!(told.contains("Your first week: From rooms to people"), "{told}");
    assert!(owner.text_at(NOW, &["start", "nonsense"]).is_err());
    Ok(())
}

/// What a calendar was read as can be put right in one step, and a second import does not unsay it.
#[test]
fn what_was_found_is_told_and_put_right_for_good() -> Result {
    let owner = Owner::new()?;
    let entry = |uid: &str, day: &str, what: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{day}T070000\r\nDTEND:{day}T083000\r\n\
             RRULE:FREQ=WEEKLY\r\nSUMMARY:{what}\r\nEND:VEVENT\r\n"
        )
    };
    let calendar = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{}{}END:VCALENDAR\r\n",
        entry("1", "20261001", "Riverside Network"),
        entry("2", "20261006", "Project Steering Group"),
    );
    let sheets = [
        ("calendar.ics", calendar),
        (
            "meetings",
            sheet("date,group,minutes,talked_to", ["2026-10-07,Quayside,90,Ada Abbot".to_owned()]),
        ),
    ];
    owner.hand_over("first", &sheets)?;
    let names = |owner: &Owner| -> Result<Vec<String>> {
        let found = owner.json_at(NOW, &["found"])?;
        assert_eq!(found["people"], 1, "{found:#}");
        let groups = found["groups"].as_array().cloned().unwrap_or_default();
        let mut names: Vec<String> =
            groups.iter().filter_map(|g| g["name"].as_str().map(str::to_owned)).collect();
        names.sort();
        Ok(names)
    };
    assert_eq!(names(&owner)?, ["Project Steering Group", "Quayside", "Riverside Network"]);
    let refused = owner.json_at(NOW, &["group", "Quayside", "--is-none"]);
    assert!(refused.is_err(), "a sheet names it");
    owner.json_at(NOW, &["group", "Project Steering Group", "--is-none"])?;
    owner.json_at(NOW, &["group", "Riverside Network", "--is-also", "Quayside"])?;
    assert_eq!(names(&owner)?, ["Quayside"]);
    owner.hand_over("second", &sheets)?;
    assert_eq!(names(&owner)?, ["Quayside"], "the same files say nothing new");
    let group = owner.json_at(NOW, &["group", "Quayside"])?;
    assert_eq!(group["figures"]["meetings"], 8, "seven Thursdays and its own: {group:#}");
    Ok(())
}

/// A calendar's private link is kept, shown by its host alone, and let go of.
#[test]
fn a_private_link_is_never_shown_whole() -> Result {
    let owner = Owner::new()?;
    let secret = "webcal://calendar.example/private-0123/basic.ics";
    let kept = owner.json_at(NOW, &["calendar", "add", secret, "--name", "Work"])?;
    assert_eq!((&kept["name"], &kept["host"]), (&"Work".into(), &"calendar.example".into()));
    let listed = owner.text_at(NOW, &["calendars"])?;
    assert!(listed.contains("Work: calendar.example, not read yet"), "{listed}");
    let out = owner.folder().join("out");
    owner.text_at(NOW, &["export", &out.to_string_lossy()])?;
    for file in fs::read_dir(&out)? {
        let octets = fs::read(file?.path())?;
        assert!(!octets.windows(12).any(|part| part == b"private-0123"), "in no export");
    }
    assert!(!format!("{kept} {listed}").contains("private-0123"));
    let insecure = owner.text_at(NOW, &["calendar", "add", "http://calendar.example/private-0123"]);
    let Err(insecure) = insecure else { return Err("an insecure link was taken".into()) };
    assert!(!insecure.to_string().contains("private-0123"), "{insecure}");
    owner.text_at(NOW, &["calendar", "drop", "work"])?;
    assert!(owner.text_at(NOW, &["calendars"])?.contains("No calendar"));
    Ok(())
}

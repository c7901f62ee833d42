//! Row 58: collaboration: sharing expertise, experience, ideas, support and contacts, so that each
//! achieves more; and what is made together.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};
use serde_json::{Value, json};

const NOW: [&str; 2] = ["--now", "2026-11-15T12:00:00Z"];
/// A word of the sheets for each of the five.
const FIVE: [(&str, &str); 5] = [
    ("advice", "expertise"),
    ("experience", "experience"),
    ("idea", "ideas"),
    ("support", "support"),
    ("introduction", "contacts"),
];

fn say(owner: &Owner, words: &[&str]) -> Result<Value> {
    owner.json(&[&NOW, words].concat())
}

fn balance(owner: &Owner) -> Result<Vec<Value>> {
    let ways = owner.review("2026-11-15")?["giving"]["ways"].clone();
    let ways = ways.as_array().into_iter().flatten();
    Ok(ways.map(|way| json!([way["way"], way["given"], way["received"]])).collect())
}

#[test]
fn each_of_the_five_can_be_given_and_received_and_stands_in_the_balance() -> Result {
    let owner = Owner::with(&[("people", sheet("name", [person(0), person(1)]))])?;
    assert_eq!(balance(&owner)?, Vec::<Value>::new(), "what was never noted is not nought");
    for (n, (kind, way)) in FIVE.into_iter().enumerate() {
        for _ in 0..=n {
            let kept = say(&owner, &["gave", kind, &person(0), "--about", "a lease"])?;
            assert_eq!((&kept["way"], &kept["direction"]), (&json!(way), &json!("given")));
        }
        let kept = say(&owner, &["received", kind, &person(1), "--on", "2026-10-01"])?;
        assert_eq!((&kept["name"], &kept["on"]), (&json!(person(1)), &json!("2026-10-01")));
    }
    let expected: Vec<Value> =
        (1..).zip(FIVE).map(|(given, (_, way))| json!([way, given, 1])).collect();
    assert_eq!(balance(&owner)?, expected);
    let text = owner.text(&["review", "--as-of", "2026-11-15"])?;
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(words.join(" ").contains("ideas 3 and 1, support 4 and 1, contacts 5 and 1"), "{text}");
    owner.text(&[&NOW[..], &["undo"]].concat())?;
    assert_eq!(balance(&owner)?[4], json!(["contacts", 5, 0]));
    Ok(())
}

#[test]
fn the_sheets_know_all_five_by_these_names_too() -> Result {
    let rows = ["expertise", "experience", "ideas", "support", "contacts"].into_iter();
    let rows = rows.flat_map(|kind| {
        ["given", "received"].map(|way| format!("2026-10-01,{way},{},{kind}", person(0)))
    });
    let owner = Owner::with(&[("help", sheet("date,direction,person,kind", rows))])?;
    let expected: Vec<Value> = FIVE.iter().map(|(_, way)| json!([way, 1, 1])).collect();
    assert_eq!(balance(&owner)?, expected);
    Ok(())
}

#[test]
fn a_joint_project_is_a_thing_of_its_own_and_finished_it_counts_on_the_ladder() -> Result {
    let (ana, talk) = (person(0), "A talk for bakers");
    let owner = Owner::with(&[
        ("people", sheet("name,looking_for", [format!("{ana},a printer")])),
        (
            "interactions",
            sheet(
                "date,kind,people,minutes,they_know_me",
                [
                    format!("2026-03-02,one_to_one,{ana},60,"),
                    format!("2026-04-06,one_to_one,{ana},60,4"),
                ],
            ),
        ),
        (
            "help",
            sheet(
                "date,direction,person,kind,asked",
                [
                    format!("2026-04-10,given,{ana},advice,no"),
                    format!("2026-04-20,received,{ana},support,yes"),
                ],
            ),
        ),
    ])?;
    let level = |owner: &Owner| say(owner, &["person", &ana]);
    assert_eq!(level(&owner)?["level"], 3);
    let begun = say(&owner, &["project", talk, "--with", &ana, "--kind", "event"])?;
    assert_eq!((&begun["is_new"], &begun["people"]), (&json!(true), &json!([ana])), "{begun}");
    assert_eq!(level(&owner)?["level"], 3, "it is not finished");

    let words = ["project", talk, "--begun", "2026-09-01", "--ended", "2026-11-12"];
    let ended = say(&owner, &[&words[..], &["--outcome", "forty came"]].concat())?;
    assert_eq!((&ended["project"], &ended["is_new"]), (&begun["project"], &json!(false)));
    assert_eq!(level(&owner)?["level"], 4, "a creative collaborator");
    let shown = owner.review("2026-11-15")?["projects"][0].clone();
    assert_eq!((&shown["ended_on"], &shown["who"]), (&json!("2026-11-12"), &json!([ana])));
    assert_eq!(owner.review("2026-11-11")?["projects"][0]["ended_on"], Value::Null);
    let timeline = level(&owner)?["timeline"].clone();
    let mut moments = timeline.as_array().into_iter().flatten();
    assert!(moments.any(|m| {
        m["kind"] == "project"
            && m["says"]
                .as_str()
                .is_some_and(|says| says.contains("finished on 12 November 2026: forty came"))
    }));
    Ok(())
}

#[test]
fn a_joint_project_goes_with_an_export_and_comes_back() -> Result {
    let owner =
        Owner::with(&[("people", sheet("name,met_on", [format!("{},2026-01-05", person(0))]))])?;
    say(&owner, &["project", "The guide", "--with", &person(0), "--kind", "article"])?;
    let folder = owner.folder().join("out");
    owner.text(&["export", &folder.to_string_lossy()])?;
    let other = Owner::new()?;
    other.json(&["import", &folder.to_string_lossy()])?;
    let projects = other.json(&[&NOW[..], &["projects"]].concat())?;
    assert_eq!(projects["projects"][0]["what"], "The guide", "{projects}");
    assert_eq!(projects["projects"][0]["who"], json!([person(0)]));
    Ok(())
}

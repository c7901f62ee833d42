//! Row 53: referrals need trust and understanding, each scored by itself.

use crate::sheet::sheet;
use e2e::{Owner, Result};
use serde_json::{Value, json};

fn readiness(owner: &Owner, who: &str) -> Result<Value> {
    let mut person = owner.json(&["--now", "2026-11-15T12:00:00Z", "person", who])?;
    Ok(person["readiness"].take())
}

#[test]
fn the_weaker_of_trust_and_understanding_says_what_to_do() -> Result {
    let rows = ["Ada Abbot,4,1,2026-10-01", "Ben Birch,1,4,2026-10-01", "Cora Cole,,,"];
    let people = sheet("name,trust,knows_what_i_do,rated_on", rows.map(str::to_owned));
    let owner = Owner::with(&[("people", people)])?;

    for (who, trust, understanding, next, word) in [
        ("Ada Abbot", json!(4), json!(1), "teach", "Teach"),
        ("Ben Birch", json!(1), json!(4), "deepen", "Deepen"),
        ("Cora Cole", Value::Null, Value::Null, "find-out", "Find out"),
    ] {
        let ready = readiness(&owner, who)?;
        assert_eq!(ready["next"], next, "{who}: {ready}");
        assert_eq!((&ready["trust"], &ready["understanding"]), (&trust, &understanding), "{ready}");
        assert!(ready["opportunity"].is_null() && ready["value"].is_null(), "{ready}");
        let told = owner.text(&["--now", "2026-11-15T12:00:00Z", "person", who])?;
        assert!(told.contains(word), "{told}");
    }
    Ok(())
}

#[test]
fn a_check_of_years_ago_is_no_longer_known() -> Result {
    let rows = ["Ada Abbot,4,1,2020-10-01".to_owned()];
    let people = sheet("name,trust,knows_what_i_do,rated_on", rows);
    let owner = Owner::with(&[("people", people)])?;
    let ready = readiness(&owner, "Ada Abbot")?;
    assert!(ready["trust"].is_null() && ready["next"] == "find-out", "{ready}");
    Ok(())
}

#[test]
fn what_the_owner_sees_is_kept_by_day_and_finds_who_could_refer() -> Result {
    let rows = ["Ada Abbot,2026-03-02,a printer".to_owned(), "Ben Birch,2026-03-02,".to_owned()];
    let talks = ["2026-10-01,one_to_one,Ada Abbot,60".to_owned()];
    let owner = Owner::with(&[
        ("people", sheet("name,met_on,looking_for", rows)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
    ])?;
    let now = "2026-11-15T12:00:00Z";
    let known =
        ["could-refer", "ada", "--trust", "4", "--understanding", "4", "--on", "2026-11-01"];
    let kept = owner.json_at(now, &known)?;
    assert_eq!(kept["readiness"]["says"], "Find out whether they meet your clients.", "{kept}");
    assert_eq!(kept["ratings"][0]["on"], "2026-11-01");
    owner.json_at(now, &["could-refer", "ada", "--access", "3"])?;
    assert_eq!(readiness(&owner, "Ada Abbot")?["value"], 3);
    let found = owner.json_at(now, &["people", "--could-refer"])?;
    let names: Vec<_> = found["people"].as_array().into_iter().flatten().collect();
    assert_eq!(names.len(), 1, "{found}");
    assert_eq!(names[0]["name"], "Ada Abbot");

    let nothing = owner.run(&["--now", now, "could-refer", "ben"])?;
    assert!(!nothing.status.success());
    let ahead = ["--now", now, "could-refer", "ben", "--trust", "1", "--on", "2026-12-01"];
    assert!(!owner.run(&ahead)?.status.success());
    Ok(())
}

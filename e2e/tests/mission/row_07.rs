//! Row 7: much attending and little result, so look at the contacts already made.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, finding};
use serde_json::Value;

/// Sixty people met at a table, ten of whom were called within the week.
fn owner() -> Result<Owner> {
    let met = (0..60).map(|n| format!("{},2026-08-06,Thursday Table", person(n)));
    let followed = (0..10).map(|n| format!("2026-08-10,call,{},15", person(n)));
    Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("interactions", sheet("date,kind,people,minutes", followed)),
    ])
}

/// A day in the autumn after: the command's own moment.
const NOW: [&str; 2] = ["--now", "2026-11-15T09:00:00Z"];
const TODAY: &str = "2026-11-15";

fn json(owner: &Owner, words: &[&str]) -> Result<Value> {
    owner.json(&[&NOW, words].concat())
}

/// The names on the review's list.
fn listed(owner: &Owner) -> Result<Vec<String>> {
    let review = owner.review(TODAY)?;
    let list = review["pull_back"].as_array().ok_or("the review lists nobody to look at")?;
    list.iter()
        .map(|one| one["name"].as_str().map(str::to_owned).ok_or_else(|| "no name".into()))
        .collect()
}

#[test]
fn fifty_of_sixty_who_were_never_followed_up_are_listed_each_with_a_next_step() -> Result {
    let owner = owner()?;
    let review = owner.review(TODAY)?;
    let finding = finding(&review, "not-followed-up")?;
    assert_eq!(finding["state"], "seen");
    assert_eq!((&finding["numerator"], &finding["denominator"]), (&10.into(), &60.into()));

    let list = review["pull_back"].as_array().ok_or("the review lists nobody to look at")?;
    assert_eq!(list.len(), 50);
    let followed: Vec<String> = (0..10).map(person).collect();
    for unrealised in list {
        let name = unrealised["name"].as_str().unwrap_or_default();
        assert!(!followed.iter().any(|f| f == name), "{name} was called within a week");
        assert!(unrealised["next_step"].as_str().is_some_and(|step| !step.is_empty()));
    }
    Ok(())
}

#[test]
fn the_review_offers_to_decide_about_many_at_once_and_one_undo_takes_it_back() -> Result {
    let owner = owner()?;
    let said = owner.text(&["review", "--as-of", TODAY])?;
    assert!(said.contains("kithwork triage"), "{said}");
    let offered = json(&owner, &["triage"])?;
    assert_eq!(offered["people"].as_array().map(Vec::len), Some(50));
    assert_eq!(offered["choices"], serde_json::json!(["deepen", "light", "let_go"]));

    let all = listed(&owner)?;
    let twenty: Vec<&str> = all.iter().take(20).map(String::as_str).collect();
    let decided = json(&owner, &[&["triage", "let-go"], &*twenty].concat())?;
    assert_eq!((&decided["care"], &decided["on"]), (&"let_go".into(), &TODAY.into()));
    assert_eq!(decided["people"].as_array().map(Vec::len), Some(20));
    assert_eq!(decided["waiting"], 30);

    let left = listed(&owner)?;
    assert_eq!(left, all[20..]);
    let (first, found) = (twenty[0], owner.json(&["people", twenty[0]])?);
    assert_eq!(found["people"][0]["name"], first, "whoever is let go can still be found");
    let planned = json(&owner, &["plan", "--week", TODAY, "--hours", "40"])?;
    for item in planned["items"].as_array().into_iter().flatten() {
        let named = item["people"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let gone: Vec<&str> = named.filter(|name| twenty.contains(name)).collect();
        assert!(gone.is_empty(), "{gone:?} were let go: {item}");
    }

    assert_eq!(json(&owner, &["undo"])?["was"], "triage");
    assert_eq!(listed(&owner)?, all);
    Ok(())
}

#[test]
fn the_word_outlives_a_second_import_and_goes_out_and_in_with_the_book() -> Result {
    let owner = owner()?;
    let all = listed(&owner)?;
    let (one, other) = (all[0].as_str(), all[1].as_str());
    json(&owner, &["triage", "deepen", one])?;
    json(&owner, &["triage", "light", other])?;
    let again =
        sheet("name,met_on,met_at,city", [format!("{one},2026-08-06,Thursday Table,Leeds")]);
    owner.hand_over("second", &[("people", again)])?;
    assert_eq!(owner.json(&["person", one])?["care"], "deepen");
    assert_eq!(owner.json(&["person", one])?["city"], "Leeds");

    let out = owner.folder().join("out");
    owner.text(&["export", &out.to_string_lossy()])?;
    let elsewhere = Owner::new()?;
    elsewhere.json(&["import", &out.to_string_lossy()])?;
    for (who, care) in [(one, "deepen"), (other, "light")] {
        let person = elsewhere.json(&["person", who])?;
        assert_eq!((&person["care"], &person["care_on"]), (&care.into(), &TODAY.into()), "{who}");
    }
    assert_eq!(listed(&elsewhere)?.len(), 48);
    Ok(())
}

#[test]
fn nothing_is_kept_where_one_of_the_names_fits_nobody() -> Result {
    let owner = owner()?;
    let all = listed(&owner)?;
    let output = owner.run(&["triage", "deepen", &all[0], "Nobody Atall", "--json"])?;
    assert_eq!(output.status.code(), Some(1));
    let error: Value = serde_json::from_slice(&output.stdout)?;
    assert_eq!(error["error"]["code"], "person-not-found");
    assert!(error["error"]["hint"].as_str().is_some_and(|hint| hint.contains("Nobody Atall")));
    assert_eq!(listed(&owner)?, all);
    assert_eq!(owner.run(&["triage", "deepen"])?.status.code(), Some(2), "about whom?");
    Ok(())
}

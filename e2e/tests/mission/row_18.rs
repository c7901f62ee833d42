//! Row 18: a network is people who advance your aims; be honest about which.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};
use serde_json::{Value, json};

const NOW: [&str; 2] = ["--now", "2026-11-15T12:00:00Z"];

/// Three people called in October and sat down with in November, each with something they look for.
fn owner() -> Result<Owner> {
    let people = (0..3).map(|n| format!("{},a printer", person(n)));
    let calls = (0..3).map(|n| format!("2026-10-0{},call,{},10", n + 2, person(n)));
    let talks = (0..3).map(|n| format!("2026-11-0{},one_to_one,{},60", n + 2, person(n)));
    let talks = calls.chain(talks);
    Owner::with(&[
        ("people", sheet("name,looking_for", people)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
    ])
}

fn say(owner: &Owner, words: &[&str]) -> Result<Value> {
    owner.json(&[&NOW, words].concat())
}

fn without_aim(document: &Value) -> Vec<String> {
    let list = document["without_aim"].as_array().into_iter().flatten();
    list.filter_map(|end| Some(end["name"].as_str()?.to_owned())).collect()
}

#[test]
fn people_linked_to_nothing_are_listed_until_an_aim_or_the_wish_to_help_is_for_them() -> Result {
    let owner = owner()?;
    let aim = "Three referrals from accountants";
    let set = say(&owner, &["aim", aim, "--review-on", "2027-03-31", "--for", &person(0)])?;
    assert_eq!((&set["is_new"], &set["people"]), (&json!(true), &json!([person(0)])), "{set}");
    let review = owner.review("2026-11-15")?;
    assert_eq!(without_aim(&review["loose_ends"]), [person(1), person(2)]);
    assert_eq!(without_aim(&say(&owner, &["aims"])?), [person(1), person(2)]);

    say(&owner, &["aim", "I want to help", "--kind", "help", "--for", &person(1)])?;
    assert_eq!(without_aim(&say(&owner, &["aims"])?), [person(2)]);
    let again = say(&owner, &["aim", "three REFERRALS from accountants", "--for", &person(2)])?;
    assert_eq!((&again["is_new"], &again["aim"]), (&json!(false), &set["aim"]), "the same aim");
    assert_eq!(again["people"], json!([person(0), person(2)]));
    assert_eq!(without_aim(&say(&owner, &["aims"])?), Vec::<String>::new());

    owner.text(&[&NOW[..], &["undo"]].concat())?;
    assert_eq!(without_aim(&say(&owner, &["aims"])?), [person(2)], "one undo takes one word back");
    Ok(())
}

#[test]
fn an_experiment_is_for_nobody_and_an_aim_that_is_closed_holds_nobody() -> Result {
    let owner = owner()?;
    say(&owner, &["experiment", "weak-introduction", "--doing", "Write it the evening before"])?;
    assert_eq!(without_aim(&say(&owner, &["aims"])?), Vec::<String>::new(), "no aim, no question");
    say(&owner, &["aim", "Be among people", "--kind", "belonging", "--for", &person(0)])?;
    assert_eq!(without_aim(&say(&owner, &["aims"])?).len(), 2);
    let closed = say(&owner, &["aim", "Be among", "--close"])?;
    assert_eq!(closed["closed_on"], "2026-11-15");
    assert_eq!(say(&owner, &["aims"])?["aims"], json!([]));
    Ok(())
}

#[test]
fn whom_nobody_knows_is_refused_and_nothing_is_kept() -> Result {
    let owner = owner()?;
    let refused = owner.run(&["aim", "Referrals", "--for", "Zacharias Quill", "--json"])?;
    assert_eq!(refused.status.code(), Some(1));
    let said: Value = serde_json::from_slice(&refused.stdout)?;
    assert_eq!(said["error"]["code"], "person-not-found");
    assert_eq!(say(&owner, &["aims"])?["aims"], json!([]));
    Ok(())
}

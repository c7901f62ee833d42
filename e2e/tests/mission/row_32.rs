//! Row 32: asking later what they remember: a score with its number, and fewer than three are too few.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, is_about};
use serde_json::Value;

const NOW: &str = "2026-11-16T09:00:00Z";

fn recall(owner: &Owner) -> Result<Value> {
    Ok(owner.json_at(NOW, &["review"])?["recall"].take())
}

#[test]
fn the_score_is_shown_with_its_number_and_two_are_too_few() -> Result {
    let people = (0..5).map(|n| format!("{},2026-03-01", person(n)));
    let owner = Owner::with(&[("people", sheet("name,met_on", people))])?;
    assert_eq!(recall(&owner)?["asked"], 0);
    owner.json_at(NOW, &["playback", &person(0), "yes", "--words", "the one for slow payers"])?;
    owner.json_at(NOW, &["playback", &person(1), "no"])?;
    let two = recall(&owner)?;
    assert_eq!((&two["asked"], &two["right"], &two["share"]), (&2.into(), &1.into(), &Value::Null));
    assert!(two["interval"].is_null() && two["says"].to_string().contains("too few"), "{two}");
    assert!(owner.text_at(NOW, &["review"])?.contains("too few"));

    owner.json_at(NOW, &["playback", &person(2), "partly", "--words", "something with bills"])?;
    let three = recall(&owner)?;
    assert_eq!((&three["asked"], &three["right"]), (&3.into(), &1.into()), "partly is not right");
    assert!(is_about(&three["share"], 1.0 / 3.0, 1e-12), "{three}");
    // Wilson, 80 %: 1 of 3.
    assert!(is_about(&three["interval"][0], 0.105_8, 5e-4), "{three}");
    assert!(is_about(&three["interval"][1], 0.678_8, 5e-4), "{three}");
    let told = owner.text_at(NOW, &["review"])?;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Of 3 people asked this year, 1 could say what you do"), "{told}");
    Ok(())
}

#[test]
fn what_they_remember_stands_in_their_own_words_the_latest_first() -> Result {
    let people = (0..2).map(|n| format!("{},2026-03-01", person(n)));
    let owner = Owner::with(&[("people", sheet("name,met_on", people))])?;
    let (one, other) = (person(0), person(1));
    for (who, on, words) in [(&one, "2026-05-01", "bills"), (&other, "2026-09-01", "paid on time")]
    {
        owner.json_at(NOW, &["playback", who, "partly", "--on", on, "--words", words])?;
    }
    let said = recall(&owner)?["remembered"].take();
    assert_eq!((&said[0]["words"], &said[0]["name"]), (&"paid on time".into(), &other.into()));
    assert_eq!((&said[1]["words"], &said[1]["explained"]), (&"bills".into(), &"partly".into()));
    let ahead = owner.run(&["--now", NOW, "playback", &one, "yes", "--on", "2026-11-17"])?;
    assert_eq!(ahead.status.code(), Some(1), "nobody can have been asked tomorrow");
    Ok(())
}

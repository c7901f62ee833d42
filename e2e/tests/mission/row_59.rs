//! Row 59: what is said about the owner, a timeline for each source; nobody is quoted unasked.

use crate::sheet::sheet;
use e2e::{Owner, Result};
use serde_json::Value;

const NOW: &str = "2026-11-16T09:00:00Z";

fn owner() -> Result<Owner> {
    let people = ["Ada Abbot", "Ben Birch"].map(|name| format!("{name},2026-01-10"));
    let owner = Owner::with(&[("people", sheet("name,met_on", people))])?;
    for (who, on, words, more) in [
        ("ada", "2026-02-01", "sorts out slow payers", &["--as", "referring"][..]),
        ("ben", "2026-03-01", "never met anyone calmer", &["--may-quote", "--as", "testimonial"]),
        ("ada", "2026-09-01", "the invoice whisperer", &["--may-quote=no", "--as", "vouching"]),
    ] {
        let words = [&["said", who, words, "--on", on][..], more].concat();
        owner.json_at(NOW, &words)?;
    }
    Ok(owner)
}

#[test]
fn each_source_has_a_timeline_of_its_own_words() -> Result {
    let owner = owner()?;
    for said in [owner.json_at(NOW, &["said"])?, owner.json_at(NOW, &["review"])?] {
        let said = &said["said"];
        assert_eq!(said.as_array().map(Vec::len), Some(2), "{said}");
        assert_eq!(
            (&said[0]["name"], &said[1]["name"]),
            (&"Ada Abbot".into(), &"Ben Birch".into())
        );
        let ada: Vec<&str> = said[0]["words"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|words| words["words"].as_str())
            .collect();
        assert_eq!(ada, ["sorts out slow payers", "the invoice whisperer"]);
        assert_eq!(
            (&said[0]["words"][0]["kind"], &said[0]["words"][1]["may_quote"]),
            (&"referring".into(), &false.into())
        );
        assert!(said[0]["words"][0]["may_quote"].is_null(), "nobody asked her");
    }
    let told = owner.text_at(NOW, &["person", "ada"])?;
    assert!(told.contains("said about you: “the invoice whisperer”"), "{told}");
    Ok(())
}

#[test]
fn words_without_permission_are_not_among_what_may_be_quoted() -> Result {
    let owner = owner()?;
    let quotes = |owner: &Owner| -> Result<Vec<String>> {
        let quotes = owner.json_at(NOW, &["said", "--quotes"])?;
        let all = quotes["quotes"].as_array().into_iter().flatten();
        Ok(all.filter_map(|q| q["words"].as_str().map(str::to_owned)).collect())
    };
    assert_eq!(quotes(&owner)?, ["never met anyone calmer"]);
    let told = owner.text_at(NOW, &["said", "--quotes"])?;
    assert!(told.contains("never met anyone calmer") && !told.contains("slow payers"), "{told}");

    // Asked and granted: the same words again, and still one entry; and the other way.
    owner.json_at(NOW, &["said", "ada", "sorts out slow payers", "--may-quote"])?;
    assert_eq!(quotes(&owner)?, ["sorts out slow payers", "never met anyone calmer"]);
    owner.json_at(NOW, &["said", "ben", "never met anyone calmer", "--may-quote=no"])?;
    assert_eq!(quotes(&owner)?, ["sorts out slow payers"]);
    assert_eq!(owner.json_at(NOW, &["undo"])?["was"], "said");
    assert_eq!(quotes(&owner)?.len(), 2);
    Ok(())
}

#[test]
fn no_sheet_or_card_of_an_export_quotes_anybody_and_the_book_itself_keeps_every_word() -> Result {
    let owner = owner()?;
    let out = owner.folder().join("out");
    owner.text(&["export", &out.to_string_lossy()])?;
    for file in std::fs::read_dir(&out)? {
        let file = file?;
        let text = std::fs::read_to_string(file.path())?;
        let is_the_book = file.file_name() == "kithwork.json";
        for words in ["sorts out slow payers", "the invoice whisperer"] {
            assert_eq!(text.contains(words), is_the_book, "{words} in {:?}", file.file_name());
        }
    }
    let elsewhere = Owner::new()?;
    elsewhere.json(&["import", &out.to_string_lossy()])?;
    let said = |owner: &Owner| -> Result<Value> {
        let mut said = owner.json_at(NOW, &["said"])?;
        for by in said["said"].as_array_mut().into_iter().flatten() {
            by["person"] = Value::Null;
            for words in by["words"].as_array_mut().into_iter().flatten() {
                words["id"] = Value::Null;
            }
        }
        Ok(said)
    };
    assert_eq!(said(&elsewhere)?, said(&owner)?, "with what may be quoted");
    Ok(())
}

//! Finding people and looking at one.

use crate::run::Book;
use serde_json::json;

#[test]
fn people_are_found_by_what_is_known_of_them() {
    let book = Book::small();
    let all = book.json(&["people"]);
    assert_eq!(all["people"].as_array().unwrap().len(), 4);
    assert!(all["next"].is_null());
    let found = book.json(&["people", "joinery"]);
    assert_eq!(found["people"][0]["name"], "Ada Penrose");
    assert_eq!(found["people"][0]["organisation"], "Penrose Joinery");
    assert!(found["people"][0]["level"].is_number());
    assert_eq!(book.json(&["people", "--limit", "2"])["people"].as_array().unwrap().len(), 2);
    assert_eq!(book.json(&["people", "nobody-of-that-name"])["people"], json!([]));
}

#[test]
fn a_long_list_is_read_page_by_page() {
    let book = Book::small();
    let whole = book.json(&["people"])["people"].as_array().unwrap().clone();
    for query in [vec!["people"], vec!["people", "a"]] {
        let whole = book.json(&query)["people"].as_array().unwrap().clone();
        let (mut paged, mut after) = (Vec::new(), String::new());
        loop {
            let mut words = [&*query, &["--limit", "1"]].concat();
            if !after.is_empty() {
                words.extend(["--after", &after]);
            }
            let page = book.json(&words);
            paged.extend(page["people"].as_array().unwrap().clone());
            match page["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
        assert!(paged.len() > 1, "{query:?} finds too few to tell");
        assert_eq!(paged, whole, "{query:?}");
    }
    assert!(book.json(&["people", "--limit", "4"])["next"].is_null(), "{} are all", whole.len());
    let text = book.text(&["people", "--limit", "2"]);
    assert!(text.contains("--after"), "{text}");
    assert_eq!(book.run(&["people", "--after", "00000000-0000-0000-0000-000000000000"]).code, 1);
}

#[test]
fn a_person_shows_where_they_stand_and_why() {
    let book = Book::small();
    let ada = book.json(&["person", "ada pen"]);
    assert_eq!(ada["name"], "Ada Penrose");
    assert_eq!(ada["met_at"], "Riverside Breakfast");
    assert!(ada["level"].as_u64().unwrap() >= 2, "{ada:#}");
    assert!(!ada["evidence"].as_array().unwrap().is_empty());
    assert!(!ada["next_step"].as_str().unwrap().is_empty());
    let says = ada["timeline"].to_string();
    assert!(says.contains("send the article on pricing") && says.contains("talked at"), "{says}");
    let text = book.text(&["person", "Ada Penrose"]);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn a_slip_of_the_finger_is_answered_with_near_names() {
    let book = Book::small();
    let ran = book.run(&["person", "Ada Penrse", "--json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Ada Penrose"), "{}", ran.err);
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["error"]["code"], "person-not-found");
}

#[test]
fn the_sheet_for_a_one_to_one_says_what_to_bring_and_to_ask() {
    let book = Book::small();
    let sheet = book.text(&["prepare", "celia"]);
    assert!(
        sheet.contains("Celia Marsh") && sheet.contains("introduce her to a printer"),
        "{sheet}"
    );
    assert!(sheet.contains("Ask"), "{sheet}");
}

#[test]
fn people_are_narrowed_down_tagged_and_kept_as_a_list() {
    let book = Book::small();
    let names = |words: &[&str]| -> Vec<String> {
        let people = book.json(words);
        let people = people["people"].as_array().unwrap().clone();
        people.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    let all = names(&["people"]);
    assert_eq!(book.json(&["tag", "Bakers", &all[0], &all[2]])["people"], 2);
    assert_eq!(names(&["people", "--tag", "bakers"]), [all[0].clone(), all[2].clone()]);
    assert_eq!(book.json(&["tags"])["tags"][0]["people"], 2);
    book.json(&["list", "My bakers", "--tag", "Bakers"]);
    assert_eq!(names(&["people", "--list", "my bakers"]).len(), 2);
    assert_eq!(book.json(&["tag", "Bakers", &all[0], "--off"])["people"], 1);
    assert_eq!(names(&["people", "--list", "My bakers"]), [all[2].clone()]);
    assert_eq!(book.json(&["lists"])["lists"][0]["filter"]["tags"].as_array().unwrap().len(), 1);
    book.json(&["undo"]);
    assert_eq!(names(&["people", "--tag", "Bakers"]).len(), 2);
    assert_eq!(book.run(&["people", "--tag", "Millers"]).code, 1, "there is no such tag");
    assert_eq!(book.run(&["list", "Everyone"]).code, 1, "it asks for nothing");
    let levels = (0..=5).map(|level| names(&["people", "--level", &level.to_string()]).len());
    assert_eq!(levels.sum::<usize>(), all.len());
}

#[test]
fn what_is_deleted_waits_in_the_trash_until_it_is_put_back_or_emptied() {
    let book = Book::small();
    let name = book.json(&["people", "--limit", "1"])["people"][0]["name"].clone();
    let name = name.as_str().unwrap();
    book.json(&["note", &format!("{name} needs a glazier called Quillfeather")]);
    let needs = book.json(&["needs"]);
    let needs = needs["needs"].as_array().unwrap();
    let heard = needs.iter().find(|n| n["what"].as_str().unwrap().contains("Quillfeather"));
    let id = heard.unwrap()["id"].as_str().unwrap().to_owned();
    let deleted = book.json(&["delete", &id]);
    book.json(&["note", &format!("call with {name}")]);
    let trash = book.json(&["trash"]);
    assert_eq!(trash["trash"][0]["change"], deleted["change"]);
    book.json(&["put-back", deleted["change"].as_str().unwrap()]);
    assert_eq!(book.json(&["trash"])["trash"], json!([]));
    book.json(&["need", &id, "--met"]);
    book.json(&["delete", &id]);
    assert_eq!(book.json(&["trash", "--empty"])["things"], 1);
    assert_eq!(book.run(&["put-back", deleted["change"].as_str().unwrap()]).code, 1, "it is gone");
    assert_eq!(book.json(&["trash", "--empty"])["things"], 0);
    assert_eq!(book.run(&["check"]).code, 0);
    assert_eq!(book.run(&["delete", &id]).code, 1, "it is gone");
}

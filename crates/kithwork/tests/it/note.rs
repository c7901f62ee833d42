//! Quick capture.

use crate::run::Book;
use serde_json::json;

#[test]
fn a_note_in_plain_words_is_understood_and_creates_whom_it_does_not_know() {
    let book = Book::new();
    let said = "121 with Sarah Jones yesterday 45m, I'll send her the pricing article by Friday";
    let note = book.json(&["note", said]);
    assert_eq!(note["created_people"], json!(["Sarah Jones"]));
    let talk = &note["understood"][0];
    assert_eq!((&talk["kind"], &talk["date"]), (&json!("one_to_one"), &json!("2026-11-15")));
    assert_eq!((&talk["minutes"], &talk["people"]), (&json!(45), &json!(["Sarah Jones"])));
    let promise = &note["understood"][1];
    assert_eq!((&promise["kind"], &promise["person"]), (&json!("promise"), &json!("Sarah Jones")));
    assert_eq!(promise["due_on"], "2026-11-20");
    let totals = &book.review("2026-11-16")["totals"];
    assert_eq!(
        (&totals["people"], &totals["one_to_ones"], &totals["promises"]),
        (&json!(1), &json!(1), &json!(1))
    );
}

#[test]
fn a_note_is_answered_with_the_published_document_to_the_letter() {
    let said = "121 with Sarah Jones, 45 min, promised to send the pricing article by Friday";
    let mut note = Book::new().json(&["note", said, "--on", "2026-11-15"]);
    assert!(note["change"].take().is_string());
    let published = json!({"change": null, "understood": [
        {"kind": "one_to_one", "date": "2026-11-15", "minutes": 45, "people": ["Sarah Jones"]},
        {"kind": "promise", "person": "Sarah Jones", "what": "send the pricing article",
         "due_on": "2026-11-20"}], "created_people": ["Sarah Jones"], "unclear": []});
    assert_eq!(note, published);
}

#[test]
fn a_name_that_fits_two_people_is_asked_and_the_answer_writes_what_waited() {
    let book = Book::new();
    let sheet = book.path("people.csv");
    std::fs::write(&sheet, "name,email\nSam Lee,sam@lee.example\nSam Ward,sam@ward.example\n")
        .unwrap();
    book.json(&["import", &sheet.to_string_lossy()]);
    let note = book.json(&["note", "coffee with Sam"]);
    assert_eq!(note["created_people"], json!([]));
    assert_eq!(book.review("2026-11-16")["totals"]["one_to_ones"], 0);
    let questions = book.json(&["questions"]);
    let question = &questions["questions"][0];
    assert_eq!(question["asks"], "who-is-this");
    let choices: Vec<&str> =
        question["choices"].as_array().unwrap().iter().map(|c| c.as_str().unwrap()).collect();
    assert!(choices.contains(&"Sam Lee") && choices.contains(&"Sam Ward"), "{choices:?}");
    book.json(&["answer", question["id"].as_str().unwrap(), "Sam Ward"]);
    assert_eq!(book.review("2026-11-16")["totals"]["one_to_ones"], 1);
    assert_eq!(
        book.json(&["person", "Sam Ward"])["timeline"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|m| m["kind"] == "conversation")
            .count(),
        1
    );
    assert_eq!(book.json(&["questions"])["questions"], json!([]));
}

#[test]
fn a_later_import_of_the_same_occasion_does_not_count_it_twice() {
    let book = Book::new();
    book.json(&["note", "121 with Ada Penrose", "--on", "2026-02-20"]);
    let folder = crate::run::fixture("small");
    book.json(&["import", &folder.to_string_lossy()]);
    let totals = &book.review("2026-11-16")["totals"];
    assert_eq!((&totals["people"], &totals["one_to_ones"]), (&json!(4), &json!(2)));
}

#[test]
fn the_raw_words_are_kept_whatever_was_understood() {
    let book = Book::new();
    let note = book.json(&["note", "zxq blorp fnord"]);
    assert!(note["change"].is_string());
    assert_eq!(book.run(&["note", "   "]).code, 2);
}

fn with_people(names: &[&str]) -> Book {
    let book = Book::new();
    let sheet = book.path("people.csv");
    std::fs::write(&sheet, format!("name,met_at\n{}\n", names.join("\n"))).unwrap();
    book.json(&["import", &sheet.to_string_lossy()]);
    book
}

#[test]
fn business_won_through_somebody_counts_where_they_were_met() {
    let book = with_people(&["Tom Ellis,Thursday Chapter"]);
    let note = book.json(&["note", "won £1,500 with harbour dental through tom ellis"]);
    let won = &note["understood"][0];
    assert_eq!((&won["kind"], &won["person"]), (&json!("business"), &json!("Tom Ellis")));
    assert_eq!(won["value"], json!({"currency": "GBP", "minor": 150_000}));
    let review = book.review("2026-11-16");
    assert_eq!(review["totals"]["business"], json!([{"currency": "GBP", "minor": 150_000}]));
    assert_eq!(review["business_by_origin"][0]["name"], "Thursday Chapter");
    book.json(&["undo"]);
    assert_eq!(book.review("2026-11-16")["totals"]["business"], json!([]));
}

#[test]
fn a_referral_keeps_what_it_may_be_worth_and_is_no_business() {
    let book = with_people(&["Dave Okafor,"]);
    let note = book.json(&["note", "got a referral from dave okafor: Castle Garage worth 2k"]);
    assert_eq!(note["understood"][0]["kind"], "referral");
    assert_eq!(note["understood"][0]["what"], "Castle Garage");
    assert_eq!(note["understood"][0]["value"]["minor"], 200_000);
    let totals = &book.review("2026-11-16")["totals"];
    assert_eq!((&totals["referrals_received"], &totals["business"]), (&json!(1), &json!([])));
}

#[test]
fn a_name_one_letter_off_that_is_another_name_is_asked() {
    let book = with_people(&["Sara Jones,"]);
    let note = book.json(&["note", "coffee with Sarah Jones yesterday, promised her the deck"]);
    assert_eq!(note["created_people"], json!([]));
    assert!(note["unclear"][0].as_str().unwrap().contains("Sara Jones"), "{note}");
    assert_eq!(book.review("2026-11-16")["totals"]["one_to_ones"], 0);
    let question = &book.json(&["questions"])["questions"][0];
    assert_eq!(question["choices"], json!(["Sara Jones", "someone new"]));
    book.json(&["answer", question["id"].as_str().unwrap(), "someone new"]);
    let totals = &book.review("2026-11-16")["totals"];
    assert_eq!((&totals["people"], &totals["one_to_ones"]), (&json!(2), &json!(1)));
    assert_eq!(totals["promises"], 1);
    // From now on Sarah is somebody of her own.
    let again = book.json(&["note", "call with sarah jones"]);
    assert_eq!((&again["unclear"], &again["created_people"]), (&json!([]), &json!([])));
}

#[test]
fn a_room_new_to_the_book_is_begun_once() {
    let book = Book::new();
    let note = book.json(&["note", "BNI this morning, met Ann Lee"]);
    assert_eq!(note["created_groups"], json!(["BNI"]));
    let again = book.json(&["note", "bni today sat next to Tom Ellis", "--on", "2026-11-23"]);
    assert!(again["created_groups"].is_null(), "{again}");
    let sheet = book.path("groups.csv");
    std::fs::write(&sheet, "name,kind\nBNI,breakfast\n").unwrap();
    book.json(&["import", &sheet.to_string_lossy()]);
    let review = book.review("2026-11-30");
    assert_eq!(review["rooms"].as_array().unwrap().len(), 1, "{review}");
    assert_eq!(review["totals"]["meetings"], 2);
    assert_eq!(review["totals"]["people"], 2);
}

#[test]
fn a_room_that_could_be_several_waits_for_its_answer() {
    let book = Book::new();
    let sheet = book.path("groups.csv");
    std::fs::write(&sheet, "name\nBNI Quayside\nBNI Castle\n").unwrap();
    book.json(&["import", &sheet.to_string_lossy()]);
    book.json(&["note", "BNI this morning met Ann Lee, promised her a price list"]);
    let question = &book.json(&["questions"])["questions"][0];
    assert_eq!(question["asks"], "which-room");
    assert_eq!(question["choices"].as_array().unwrap().len(), 3);
    // A file that arrives meanwhile doesn't close it.
    book.json(&["import", &sheet.to_string_lossy()]);
    book.json(&["answer", question["id"].as_str().unwrap(), "BNI Castle"]);
    let review = book.review("2026-11-16");
    assert_eq!(review["totals"]["meetings"], 1);
    let castle = review["rooms"].as_array().unwrap().iter().find(|r| r["name"] == "BNI Castle");
    assert_eq!(castle.unwrap()["meetings"], 1, "{review}");
}

/// What was done for somebody keeps the promise that names it: nobody is reminded of what they told.
#[test]
fn a_note_of_what_was_promised_keeps_the_promise_and_its_undo_opens_it_again() {
    let book = Book::new();
    let day = |on: &str, text: &str| book.json(&["note", text, "--on", on]);
    day("2026-11-10", "Coffee with Sarah Jones, promised to send her the price list by Friday");
    day("2026-11-10", "Promised to introduce Sarah Jones to Dave Okafor");
    day("2026-11-10", "Sarah Jones promised to send me her brochure");
    let open = || book.json(&["review", "--as-of", "2026-11-16"])["totals"]["promises"].clone();
    assert_eq!(open(), 3);
    let other = day("2026-11-12", "Sent Sarah the guest list");
    assert_eq!(other["understood"].as_array().unwrap().len(), 1, "{other}");
    let sent = day("2026-11-13", "Sent Sarah the list as promised");
    let kept = json!({"kind": "promise_kept", "date": "2026-11-13", "person": "Sarah Jones",
        "what": "send her the price list"});
    assert_eq!(sent["understood"][1], kept);
    let made = day("2026-11-14", "Introduced Sarah Jones to Dave Okafor");
    assert_eq!(made["understood"][1]["kind"], "promise_kept", "{made}");
    let got = day("2026-11-15", "Sarah Jones sent me the brochure");
    assert_eq!(got["understood"][1]["direction"], "theirs", "{got}");
    book.json(&["undo"]);
    let moments = book.json(&["person", "Sarah Jones"])["timeline"].as_array().unwrap().clone();
    let promises: Vec<&str> = moments
        .iter()
        .filter(|moment| moment["kind"] == "promise")
        .map(|moment| moment["says"].as_str().unwrap())
        .collect();
    let done = |what: &str| promises.iter().any(|p| p.contains(what) && p.contains("done on"));
    assert!(done("price list") && done("introduce") && !done("brochure"), "{promises:?}");
}

#[test]
fn an_introduction_and_a_referral_told_twice_are_one_each() {
    let book = Book::new();
    let day = |text: &str| book.json(&["note", text, "--on", "2026-11-10"]);
    day("Dee Foley introduced me to Eli Grant");
    day("Coffee with Tom Ellis. Dee Foley introduced me to Eli Grant.");
    day("Dee Foley passed me a lead: Hotel Nord");
    let again = day("Dee Foley passed me a lead: Hotel Nord, worth £500");
    assert_eq!(again["understood"][0]["kind"], "referral", "{again}");
    day("Dee Foley passed me a lead: Hotel Alba");
    let totals = &book.review("2026-11-16")["totals"];
    assert_eq!((&totals["introductions"], &totals["referrals_received"]), (&json!(1), &json!(2)));
    let cards = book.json(&["referrals"])["referrals"].as_array().unwrap().clone();
    let nord = cards.iter().find(|card| card["prospect"] == "Hotel Nord").unwrap();
    assert_eq!(nord["value"]["minor"], 50_000, "{nord}");
}

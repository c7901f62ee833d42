//! Deeds that stand beside notes: offers, thanks, meetings one did not go to, who could refer, talks; and the
//! day of a promise that has passed.

use crate::run::Book;
use serde_json::{Value, json};

/// Two people, with a need, an offer and a piece of work passed on, as notes tell of them.
fn book() -> Book {
    let book = Book::new();
    for note in [
        "121 with Tom Ellis on 2 November, 45 min. He offers a spare desk on Fridays",
        "coffee with Priya Shah on 4 November. She needs a spare desk",
        "Got a referral from Tom Ellis: Windermere Hotel",
    ] {
        book.json(&["note", note]);
    }
    book
}

/// The first of a list in a document.
fn first(document: &Value, list: &str) -> Value {
    document[list][0].clone()
}

#[test]
fn an_offer_is_listed_with_who_might_want_it_put_right_closed_and_brought_back() {
    let book = book();
    let offer = first(&book.json(&["offers"]), "offers");
    assert_eq!(offer["name"], "Tom Ellis", "{offer}");
    assert_eq!(offer["wanted_by"][0]["name"], "Priya Shah", "{offer}");
    let id = offer["id"].as_str().unwrap();
    let text = book.text(&["offers"]);
    assert!(text.contains("might want it: Priya Shah"), "{text}");
    assert!(text.contains(&format!("kithwork offer {id} --closed")), "{text}");

    book.json(&["offer", id, "--what", "a desk by the window"]);
    assert_eq!(first(&book.json(&["offers"]), "offers")["what"], "a desk by the window");
    book.json(&["offer", id, "--closed"]);
    assert_eq!(book.json(&["offers"])["offers"], json!([]));
    assert!(book.text(&["offers"]).contains("No offer is open."));
    book.json(&["undo"]);
    assert_eq!(first(&book.json(&["offers"]), "offers")["id"], offer["id"]);

    assert_eq!(book.run(&["offer", id]).code, 2, "what is to be done must be said");
    let unknown = book.run(&["offer", "0193c0de-0000-7000-8000-000000000001", "--closed"]);
    assert_eq!(unknown.code, 1, "{}", unknown.err);
}

#[test]
fn a_firm_that_was_passed_on_is_nobody_and_its_giver_is_thanked_once_it_is_decided() {
    let book = book();
    let names: Vec<String> = book.json(&["people"])["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap().to_owned())
        .collect();
    assert!(!names.iter().any(|name| name.contains("Hotel")), "{names:?}");
    assert_eq!(names.len(), 2, "{names:?}");

    let early = book.run(&["referrals", "Windermere", "thanked"]);
    assert_eq!(early.code, 1, "it is still under way: {}", early.out);
    assert!(early.err.contains("still under way"), "{}", early.err);
    book.json(&["referrals", "Windermere", "won"]);
    let thanked = book.text(&["referrals", "Windermere", "thanked"]);
    assert!(thanked.contains("Windermere Hotel, from Tom Ellis"), "{thanked}");
    let card = first(&book.json(&["referrals"]), "referrals");
    assert_eq!((&card["status"], &card["thanked_on"]), (&json!("won"), &json!("2026-11-16")));
    let again = book.json(&["referrals", "Windermere", "thanked"]);
    assert_eq!(again["change"], Value::Null, "once is enough: {again}");
    book.json(&["undo"]);
    assert_eq!(first(&book.json(&["referrals"]), "referrals")["thanked_on"], Value::Null);
}

#[test]
fn a_meeting_one_did_not_go_to_is_taken_out_and_comes_back() {
    let book = Book::new();
    book.json(&["event", "Rotary", "--on", "2026-11-12", "--new", "--minutes", "120"]);
    let meetings = |book: &Book| book.review("2026-11-16")["totals"]["meetings"].clone();
    assert_eq!(meetings(&book), 1);
    let gone = book.text(&["event", "Rotary", "--on", "2026-11-12", "--not-there"]);
    assert!(gone.contains("kithwork undo"), "{gone}");
    assert_eq!(meetings(&book), 0);
    book.json(&["undo"]);
    assert_eq!(meetings(&book), 1);

    book.json(&["event", "Rotary", "--on", "2026-11-12", "--note", "Ana Ruiz needs a bookkeeper"]);
    let there = book.run(&["event", "Rotary", "--on", "2026-11-12", "--not-there"]);
    assert_eq!(there.code, 1, "somebody was talked to there: {}", there.out);
    assert_eq!(meetings(&book), 1);
}

#[test]
fn a_meeting_that_a_file_tells_of_keeps_its_place_and_counts_nowhere() {
    let book = Book::new();
    let sheet = book.path("meetings.csv");
    std::fs::write(&sheet, "date,group,minutes\n2026-11-12,Rotary,120\n").unwrap();
    book.json(&["import", &sheet.to_string_lossy()]);
    book.json(&["event", "Rotary", "--on", "2026-11-12", "--not-there"]);
    assert_eq!(book.review("2026-11-16")["totals"]["meetings"], 0);
    book.json(&["import", &sheet.to_string_lossy()]);
    assert_eq!(book.review("2026-11-16")["totals"]["meetings"], 0, "a file does not bring it back");
}

#[test]
fn what_the_owner_sees_of_who_could_refer_is_kept_and_refused_out_of_range() {
    let book = book();
    let kept = book.json(&["could-refer", "tom", "--trust", "4", "--understanding", "2"]);
    assert_eq!(kept["name"], "Tom Ellis");
    assert_eq!(kept["ratings"].as_array().map(Vec::len), Some(2), "{kept}");
    assert_eq!(
        (&kept["readiness"]["trust"], &kept["readiness"]["understanding"]),
        (&json!(4), &json!(2))
    );
    let again = book.json(&["could-refer", "tom", "--trust", "4", "--understanding", "2"]);
    assert_eq!(again["change"], Value::Null, "all of it stood so already: {again}");
    assert_eq!(book.run(&["could-refer", "tom", "--trust", "5"]).code, 2);
    assert_eq!(book.run(&["could-refer", "nobody", "--trust", "4"]).code, 1);
}

#[test]
fn a_need_heard_for_a_talk_is_kept_and_answered_by_its_point() {
    let book = book();
    let talk = ["talk", "Getting paid", "--listener", "tom", "--point", "Nine days, not ninety"];
    let kept = book.json(&talk);
    assert_eq!(kept["points"][0]["answers"], json!([]), "{kept}");
    let heard = "1=tom=a cheaper card machine";
    let kept = book.json(&["talk", "Getting paid", "--heard", heard]);
    let answer = &kept["points"][0]["answers"][0];
    assert_eq!(
        (&answer["name"], &answer["what"]),
        (&json!("Tom Ellis"), &json!("a cheaper card machine"))
    );
    let again = book.json(&["talk", "Getting paid", "--heard", heard]);
    assert_eq!(again["points"][0]["answers"].as_array().map(Vec::len), Some(1), "{again}");
    let text = book.text(&["talks"]);
    assert!(text.contains("a cheaper card machine"), "{text}");
    for wrong in ["2=tom=a plumber", "1=priya=a plumber", "1=tom"] {
        let refused = book.run(&["talk", "Getting paid", "--heard", wrong]);
        assert_ne!(refused.code, 0, "{wrong}: {}", refused.out);
    }
}

#[test]
fn a_promise_is_put_where_it_was_made_and_a_day_that_has_passed_is_said_to_have() {
    let book = book();
    let said = "Priya Shah needs a photographer. I promised to send Tom's number by Friday.";
    let note = book.json(&["note", said]);
    let promise =
        note["understood"].as_array().unwrap().iter().find(|one| one["kind"] == "promise");
    assert_eq!(promise.map(|one| &one["person"]), Some(&json!("Priya Shah")), "{note}");
    let late = book.text(&["note", "Tom Ellis promised to send me the lease by 13 November"]);
    let late: Vec<&str> = late.split_whitespace().collect();
    assert!(
        late.join(" ").contains("send me the lease, by 13 November 2026, which has passed"),
        "{late:?}"
    );
}

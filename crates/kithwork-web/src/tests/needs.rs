//! What people need: who could help is said at once, listed in one place, and closed in one tap.

use super::live::Live;
use super::schema::holds;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

const PEOPLE: (&str, &str) = (
    "people",
    "name,met_on,what_they_do,looking_for\n\
     Sarah Jones,2026-09-01,baker,\nTom Ellis,2026-09-01,plumber,a web designer\n",
);

#[tokio::test]
async fn a_need_that_is_heard_is_answered_with_who_could_help_and_closed_in_one_tap() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/").await;
    let after = live.press(&page, "Save", &[("text", "Sarah Jones needs a plumber")]).await;
    assert!(after.says(".done", "Tom Ellis could help."), "{:?}", after.texts(".done"));
    let help = live.page("/help-given").await;
    assert!(help.says("main", "a plumber") && help.says("main", "a web designer"));
    assert!(help.says(".because", "Nobody you know is known to do that yet."));
    let order = help.texts("#needs ~ .task .because");
    assert!(order[0].contains("could help") && order[1].starts_with("Nobody"), "{order:?}");
    let (path, _) = help.form_of("Save it");
    let empty = live.send(&help, &path, &[("what", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text.contains("Is empty"), "the fault stands beside its field");
    let help = live.press(&help, "Save it", &[("what", "a plumber on Sundays")]).await;
    assert!(help.says("main", "a plumber on Sundays"));
    let help = live.press(&help, "It is met", &[]).await;
    assert!(!help.says("main", "a plumber on Sundays"), "what is met is not open");
    let help = live.press(&help, "Undo", &[]).await;
    assert!(help.says("main", "a plumber on Sundays"));
    let asked = live.press(&help, "Ask Sarah and Tom", &[]).await;
    assert!(asked.says("h2", "Introductions on their way"));
    let told = "You are looking for a plumber on Sundays, and Tom Ellis could help with that";
    assert!(asked.says("main", told), "{:?}", asked.texts("#way ~ .task"));
}

/// Row 65: what the owner does is not handed on to those who do the same.
#[tokio::test]
async fn a_need_of_the_owner_s_own_trade_is_offered_and_not_handed_on() {
    let live = Live::with(&[PEOPLE]).await;
    let version = json!({ "version": "leaks", "text": "I am a plumber for old houses." });
    let (status, told) = live.json(Method::POST, "/api/v1/pitch/keep", &[], &version).await;
    assert!(status.is_success(), "{told}");
    let page = live.page("/").await;
    live.press(&page, "Save", &[("text", "Sarah Jones needs a plumber")]).await;
    let help = live.page("/help-given").await;
    assert!(
        help.says(".because", "You could help with that yourself: your own trade fits first."),
        "{:?}",
        help.texts(".task")
    );
    assert!(!help.says("#needs ~ .task", "Ask Sarah and Tom"));
    let offer = help.all("#needs ~ .task a.go");
    let to = offer[0].value().attr("href").unwrap();
    assert!(live.page(to).await.says("main", "Sarah"), "{to}");
}

/// Whom the book does not know of can be named: both are asked before either hears of the other.
#[tokio::test]
async fn whoever_comes_to_mind_is_named_and_an_introduction_begins() {
    let live = Live::with(&[PEOPLE]).await;
    let help = live.page("/help-given").await;
    assert!(help.says("#needs ~ .task summary", "Who comes to mind?"));
    let (path, _) = help.form_of("Begin an introduction");
    for (name, says) in [
        (" ", "Is empty: write who comes to mind"),
        ("Nobody At All", "Is nobody in your book"),
        ("Tom Ellis", "Is whoever needs it: name somebody else"),
    ] {
        let refused = live.send(&help, &path, &[("name", name)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(refused.text.contains(says), "{says}");
    }
    let begun = live.press(&help, "Begin an introduction", &[("name", "Sarah Jones")]).await;
    assert!(begun.says("#way ~ .task", "a web designer, and Sarah Jones could help with that"));
    assert!(begun.says(".done", "Noted with the introduction."));
    assert_eq!(begun.texts("main h2")[0], "Introductions on their way", "before forty needs");
    let undone = live.press(&begun, "Undo", &[]).await;
    assert!(!undone.says("h2", "Introductions on their way"));
}

#[tokio::test]
async fn a_program_reads_and_closes_needs() {
    let live = Live::with(&[PEOPLE]).await;
    let note = json!({ "text": "Sarah Jones needs a plumber" });
    live.json(Method::POST, "/api/v1/notes", &[], &note).await;
    let (_, needs) = live.json(Method::GET, "/api/v1/needs", &[], &Value::Null).await;
    holds("Needs", &needs);
    assert_eq!(needs["needs"].as_array().unwrap().len(), 2);
    assert_eq!(needs["needs"][0]["by"][0]["name"], "Tom Ellis");
    let id = needs["needs"][0]["id"].as_str().unwrap();
    let other = json!({ "what": "a good plumber" });
    let path = format!("/api/v1/needs/{id}");
    assert!(live.json(Method::PATCH, &path, &[], &other).await.0.is_success());
    let met = format!("{path}/met");
    assert!(live.json(Method::POST, &met, &[], &json!({})).await.0.is_success());
    let (_, needs) = live.json(Method::GET, "/api/v1/needs", &[], &Value::Null).await;
    assert_eq!(needs["needs"].as_array().unwrap().len(), 1);
    let of_a_record = format!("/api/v1/needs/{}/met", needs["needs"][0]["id"].as_str().unwrap());
    let (status, _) = live.json(Method::POST, &of_a_record, &[], &json!({})).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "what stands in a record is put right there");
}

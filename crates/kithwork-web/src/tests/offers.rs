//! What people offer: who might want it is said at once, listed in one place, and closed in one tap.

use super::live::Live;
use super::schema::holds;
use super::week::link;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

const PEOPLE: (&str, &str) = (
    "people",
    "name,met_on,looking_for\nSarah Jones,2026-09-01,\nTom Ellis,2026-09-01,a photographer\n",
);

#[tokio::test]
async fn an_offer_that_is_heard_names_who_might_want_it_and_is_closed_in_one_tap() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/").await;
    let heard = [("text", "Sarah Jones is offering an hour with a photographer")];
    let after = live.press(&page, "Save", &heard).await;
    assert!(after.says(".done", "Tom Ellis might want it."), "{:?}", after.texts(".done"));
    assert!(!after.says(".done", "Your words are kept"), "it was understood");
    let help = live.page("/help-given").await;
    assert!(
        help.says("#offers ~ .task", "Sarah Jones: an hour with a photographer heard Mon 16 Nov")
    );
    assert!(help.says("#needs ~ .task", "Sarah Jones could help."), "a need knows of the offer");
    let (path, _) = help.form_of("It is closed");
    let edit = path.trim_end_matches("/close").to_owned();
    let empty = live.send(&help, &edit, &[("what", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text.contains("Is empty"), "the fault stands beside its field");
    let words = [("what", "half a day with a photographer")];
    assert_eq!(live.send(&help, &edit, &words).await.status, StatusCode::SEE_OTHER);
    let help = live.page("/help-given").await;
    assert!(help.says("#offers ~ .task", "half a day with a photographer"));
    let help = live.press(&help, "It is closed", &[]).await;
    assert!(help.says(".done", "Closed.") && help.says("#offers ~ .quiet", "No offer is open."));
    let help = live.press(&help, "Undo", &[]).await;
    let help = live.press(&help, "Delete this offer", &[]).await;
    assert!(help.says("#offers ~ .quiet", "No offer is open."));
    let help = live.press(&help, "Undo", &[]).await;
    assert!(help.says("#offers ~ .task", "half a day with a photographer"));
}

#[tokio::test]
async fn a_program_reads_and_closes_offers() {
    let live = Live::with(&[PEOPLE]).await;
    let note = json!({ "text": "Sarah Jones offers a spare desk" });
    let (_, kept) = live.json(Method::POST, "/api/v1/notes", &[], &note).await;
    assert_eq!(kept["understood"][0]["kind"], "offer", "{kept}");
    let (_, offers) = live.json(Method::GET, "/api/v1/offers", &[], &Value::Null).await;
    holds("Offers", &offers);
    let path = format!("/api/v1/offers/{}", offers["offers"][0]["id"].as_str().unwrap());
    let other = json!({ "what": "two spare desks" });
    assert!(live.json(Method::PATCH, &path, &[], &other).await.0.is_success());
    let (_, offers) = live.json(Method::GET, "/api/v1/offers", &[], &Value::Null).await;
    assert_eq!(offers["offers"][0]["what"], "two spare desks");
    let close = format!("{path}/close");
    assert!(live.json(Method::POST, &close, &[], &json!({})).await.0.is_success());
    let (_, again) = live.json(Method::POST, &close, &[], &json!({})).await;
    assert!(again["change"].is_null(), "closed is closed");
    let (_, offers) = live.json(Method::GET, "/api/v1/offers", &[], &Value::Null).await;
    assert_eq!(offers["offers"], json!([]));
}

#[tokio::test]
async fn the_box_for_a_note_says_what_waits_for_friday_and_there_it_stands() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/").await;
    let after = live.press(&page, "Save", &[("text", "blue folder under the stairs")]).await;
    assert!(after.says(".done", "and wait for Friday."), "{:?}", after.texts(".done"));
    let friday = live.page("/friday").await;
    assert!(friday.says("#kept ~ .tasks", "blue folder under the stairs"));
    let (_, close) = live.json(Method::GET, "/api/v1/friday", &[], &Value::Null).await;
    holds("Close", &close);
    assert_eq!(close["kept"][0]["words"], "blue folder under the stairs");
    let gone = live.press(&friday, "Delete this note", &[]).await;
    assert!(!gone.says("main", "blue folder"));
    live.read(&[("people", "name\nSam Smith\nSam Jones\n")]).await;
    let page = live.page("/").await;
    let after = live.press(&page, "Save", &[("text", "121 with Sam")]).await;
    assert!(
        after.says(".done", "What you leave open waits for Friday."),
        "{:?}",
        after.texts(".done")
    );
    let friday = live.page("/friday").await;
    assert!(friday.says("#only-you ~ *", "One thing that your notes and files left open."));
    let (_, close) = live.json(Method::GET, "/api/v1/friday", &[], &Value::Null).await;
    assert_eq!(close["kept"], json!([]), "what is asked is not told twice");
}

#[tokio::test]
async fn nobody_who_wants_no_contact_is_asked_about_what_they_offer() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/").await;
    live.press(&page, "Save", &[("text", "Sarah Jones offers an hour with a photographer")]).await;
    assert!(live.page("/help-given").await.says("#offers ~ .task button", "Ask"));
    let sarah = link(&live.page("/people").await, "Sarah Jones");
    live.post(&format!("{sarah}/contact"), &[("contact", "no")]).await;
    let help = live.page("/help-given").await;
    assert!(!help.says("#offers ~ .task button", "Ask"), "{:?}", help.texts("#offers ~ .task"));
    assert!(help.says("#offers ~ .task", "They asked not to be contacted."));
}

//! A note from any page: kept whatever it says, shown as it was understood, taken back in one tap.

use super::live::Live;
use axum::http::StatusCode;
use kithwork_core::fact::{Fact, FactKind};

const PEOPLE: (&str, &str) =
    ("people", "name,met_on\nSarah Jones,2026-09-01\nTom Ellis,2026-09-01\n");

async fn notes(live: &Live) -> Vec<String> {
    let all = live.store.all(live.ctx.tenant, FactKind::Note).await.unwrap();
    let text = |fact: Fact| if let Fact::Note(note) = fact { note.text } else { unreachable!() };
    all.into_iter().map(text).collect()
}

#[tokio::test]
async fn a_note_is_kept_shown_as_it_was_understood_and_taken_back() {
    let live = Live::with(&[PEOPLE]).await;
    for path in ["/", "/people", "/groups", "/review", "/more", "/changes"] {
        let (to, _) = live.page(path).await.form_of("Save");
        assert_eq!(to, "/notes", "{path} has the box");
    }
    let page = live.page("/people").await;
    let text = "coffee with Sarah Jones 45m, promised her the pricing article by Friday";
    let after = live.press(&page, "Save", &[("text", text)]).await;
    assert_eq!(after.texts("h1"), ["People"], "one is led back to where one was");
    assert!(after.says(".done [role=status]", "Kept."));
    assert!(
        after.says(".done li", "One-to-one with Sarah Jones, 45 min"),
        "{:?}",
        after.texts(".done li")
    );
    assert!(after.says(".done li", "pricing article"), "{:?}", after.texts(".done li"));
    assert_eq!(notes(&live).await, [text]);

    let back = live.press(&after, "Undo", &[]).await;
    assert!(notes(&live).await.is_empty());
    assert!(!back.says("body", "pricing article"));
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_record_and_a_new_page_makes_another() {
    let live = Live::with(&[PEOPLE]).await;
    let (to, mut fields) = live.page("/").await.form_of("Save");
    fields.retain(|(name, _)| name != "text");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let typed = [fields.as_slice(), &[("text", "call with Tom Ellis")]].concat();
    let first = live.post(&to, &typed).await;
    let second = live.post(&to, &typed).await;
    assert_eq!(first.to, second.to);
    assert_eq!(notes(&live).await.len(), 1);
    let page = live.page("/").await;
    live.press(&page, "Save", &[("text", "call with Tom Ellis")]).await;
    assert_eq!(notes(&live).await.len(), 2);
}

#[tokio::test]
async fn what_is_unclear_is_asked_at_once_and_the_words_are_kept_all_the_same() {
    let twins = ("people", "name,email\nSam Lee,a@x.example\nSam Stone,b@x.example\n");
    let live = Live::with(&[twins]).await;
    let page = live.page("/").await;
    let after = live.press(&page, "Save", &[("text", "121 with Sam")]).await;
    let asked = after.texts(".done form.asks button");
    assert!(asked.contains(&"Sam Lee".to_owned()), "{asked:?}");
    assert_eq!(notes(&live).await, ["121 with Sam"]);
}

#[tokio::test]
async fn whatever_is_typed_is_shown_as_text() {
    let long = "x".repeat(10_000);
    for text in [
        "<script>alert(1)</script> met <b>Tom Ellis</b>",
        "\u{202e}דוד כהן 👩‍👩‍👧‍👧 met",
        "a\0b",
        long.as_str(),
        "\"><img src=x onerror=alert(1)>",
    ] {
        let live = Live::with(&[PEOPLE]).await;
        let page = live.page("/").await;
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert!(after.all("main script, main img, main [onerror]").is_empty(), "{text}");
        assert_eq!(notes(&live).await, [text.replace('\0', "\u{fffd}")]);
    }
}

#[tokio::test]
async fn an_empty_note_another_sites_form_and_a_strange_way_back_do_no_harm() {
    let live = Live::with(&[PEOPLE]).await;
    let before = live.seq().await;
    let empty = live.post("/notes", &[("text", "  ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let foreign = [("sec-fetch-site", "cross-site")];
    let body = axum::body::Body::from("text=hi");
    let answer = live.ask(axum::http::Method::POST, "/notes", &foreign, body).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(live.seq().await, before);
    let away = live.post("/notes", &[("text", "hi"), ("back", "//evil.example")]).await;
    assert!(away.to.starts_with("/?done="), "{}", away.to);
}

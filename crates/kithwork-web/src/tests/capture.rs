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

#[tokio::test]
async fn likely_names_are_offered_and_ticked_ones_are_in_the_note_without_a_script() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/settings").await;
    assert!(page.all(".near input").is_empty(), "nobody was talked with yet");
    live.press(&page, "Save", &[("text", "call with Tom Ellis yesterday")]).await;
    live.press(&page, "Save", &[("text", "121 with Sarah Jones")]).await;
    let page = live.page("/settings").await;
    assert_eq!(page.texts(".near label"), ["Sarah Jones", "Tom Ellis"], "the latest first");
    let sarah = page.all(".near input")[0].value().attr("value").unwrap().to_owned();
    let after = live.press(&page, "Save", &[("text", "coffee 45m"), ("with", &sarah)]).await;
    assert!(after.says(".done li", "One-to-one with Sarah Jones, 45 min"));
    assert!(notes(&live).await.contains(&"With Sarah Jones: coffee 45m".to_owned()));
    let spoke = [("kind", "call"), ("who", sarah.as_str()), ("back", "/settings")];
    assert!(page.all("#spoke").len() == 1 && page.all("button[form=spoke]").len() == 2);
    let answer = live.post("/talks", &spoke).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_meeting_that_has_just_been_is_chosen_and_a_note_is_of_it() {
    let meetings = (
        "meetings",
        "date,group,minutes,starts,talked_to\n2026-11-09,Monday Chapter,90,07:00,Sam Stone\n\
         2026-11-16,Monday Chapter,90,07:00,\n",
    );
    let twins = ("people", "name,email\nSam Lee,a@x.example\nSam Stone,b@x.example\n");
    let live = Live::with(&[twins, meetings]).await;
    let page = live.page("/more").await;
    let chosen = page.all("#capture-meeting")[0].value();
    assert!(chosen.attr("checked").is_some() && chosen.attr("disabled").is_none());
    assert!(page.says("#capture-at", "Monday Chapter"));
    let after = live.press(&page, "Save", &[("text", "Sam needs a plumber")]).await;
    // Of two who bear the name, the one who was there before is meant.
    assert!(after.says(".done", "Sam Stone"), "{:?}", after.texts(".done"));
    assert!(after.says(".done li", "Monday Chapter"), "{:?}", after.texts(".done"));
}

//! Asking: for how long, at which times, and whom no longer.

use super::live::Live;
use super::week::{link, talks};
use axum::http::{Method, StatusCode};
use kithwork_core::facts::Stage;
use serde_json::json;

const BOOK: [(&str, &str); 2] = [
    ("people", "name,phone,email,met_on\nAnn Bell,+447700900123,ann@bell.example,2026-01-05\n"),
    (
        "interactions",
        "date,kind,people,minutes\n2026-01-05,one_to_one,Ann Bell,45\n2026-01-12,one_to_one,Ann Bell,45\n\
         2026-01-19,one_to_one,Ann Bell,45\n2026-01-26,one_to_one,Ann Bell,45\n\
         2026-02-02,one_to_one,Ann Bell,45\n",
    ),
];

/// The address of their page, and their id.
async fn ann(live: &Live) -> (String, String) {
    let page = link(&live.page("/people").await, "Ann Bell");
    let id = page.trim_start_matches("/people/").to_owned();
    (page, id)
}

/// Row 64: the letter says what the card plans, and as much is kept free.
#[tokio::test]
async fn a_letter_asks_for_as_long_as_its_card_plans() {
    let live = Live::with(&BOOK).await;
    let week = live.page("/").await;
    let address = link(&week, "Ask");
    assert!(address.contains("minutes=45"), "{address}");
    let asking = live.page(&address).await;
    let words = asking.texts("textarea[data-words]").join(" ");
    assert!(words.contains("three quarters of an hour"), "{words}");
    let mail = asking.all("a[data-way]").pop().unwrap().value().attr("href").unwrap().to_owned();
    assert!(mail.contains("subject=Three%20quarters%20of%20an%20hour%20together%3F"), "{mail}");
    live.press(&asking, "I have asked", &[]).await;
    let asked = talks(&live).await.pop().unwrap();
    assert_eq!((asked.stage, asked.minutes), (Stage::Asked, Some(45)));
}

/// Row 64: an address is anybody's to write, so what nobody can be asked for is what is usual.
#[tokio::test]
async fn the_length_of_an_ask_is_checked() {
    let live = Live::with(&BOOK).await;
    let (_, who) = ann(&live).await;
    for (minutes, says) in [
        ("30", "for half an hour"),
        ("60", "for an hour"),
        ("99999999999", "for an hour"),
        ("0", "for an hour"),
        ("soon", "for an hour"),
    ] {
        let page = live.page(&format!("/ask?who={who}&minutes={minutes}")).await;
        let words = page.texts("textarea[data-words]").join(" ");
        assert!(words.contains(says), "{minutes}: {words}");
    }
    let sent = live.post("/asks", &[("who", &who), ("minutes", "3")]).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let ask = |minutes: i64| json!({ "people": [who.clone()], "minutes": minutes });
    let path = "/api/v1/conversations/ask";
    for minutes in [-1, 0, 481] {
        let (status, _) = live.json(Method::POST, path, &[], &ask(minutes)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{minutes}");
    }
    let (status, _) = live.json(Method::POST, path, &[], &ask(45)).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(talks(&live).await.pop().unwrap().minutes, Some(45));
}

/// Row 64: a card seen before somebody was asked tells times that they hold since.
#[tokio::test]
async fn a_second_ask_of_one_person_offers_other_times() {
    let live = Live::with(&BOOK).await;
    let stale = link(&live.page("/").await, "Ask");
    let first = live.page(&stale).await;
    live.press(&first, "I have asked", &[]).await;
    let offered = talks(&live).await.pop().unwrap().offered;
    assert_eq!(offered.len(), 2);
    let (_, who) = ann(&live).await;
    let first: Vec<String> = offered.iter().map(|at| at.strftime("%FT%H:%M").to_string()).collect();
    let told = first.join("&at=");
    for address in [stale, format!("/ask?kind=call&who={who}&at={told}")] {
        let again = live.page(&address).await;
        let held = again.all("input[name=at]");
        let held: Vec<&str> = held.iter().map(|at| at.value().attr("value").unwrap()).collect();
        assert_eq!(held.len(), 2);
        assert!(held.iter().all(|at| !first.contains(&(*at).to_owned())), "{held:?}");
    }
}

/// Row 26: a page opened before somebody asked not to be contacted still has its button.
#[tokio::test]
async fn whoever_asked_not_to_be_contacted_is_not_asked_from_a_page_opened_before() {
    let live = Live::with(&BOOK).await;
    let (page, who) = ann(&live).await;
    let asking = live.page(&link(&live.page("/").await, "Ask")).await;
    let (to, fields) = asking.form_of("I have asked");
    live.post(&format!("{page}/contact"), &[("contact", "no")]).await;
    let before = (live.seq().await, talks(&live).await.len());
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = live.post(&to, &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let says = "They asked not to be contacted, and nothing was written down.";
    assert!(answer.text.contains(says), "{}", answer.text);
    let (status, problem) = live
        .json(Method::POST, "/api/v1/conversations/ask", &[], &json!({ "people": [who] }))
        .await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert_eq!(problem["type"], "urn:kithwork:problem:not-allowed");
    assert_eq!((live.seq().await, talks(&live).await.len()), before);
}

/// Row 26: a draft writes nothing down, and of two it is said who asked not to be contacted.
#[tokio::test]
async fn words_to_ask_with_are_refused_saying_who_asked_not_to_be_contacted() {
    let live = Live::with(&BOOK).await;
    let (page, who) = ann(&live).await;
    live.post(&format!("{page}/contact"), &[("contact", "no")]).await;
    let refused = live.get(&format!("/ask?kind=call&who={who}")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text.contains("They asked not to be contacted."), "{}", refused.text);
    live.read(&[("people", "name,met_on\nOtto Karp,2026-11-01\n")]).await;
    let all = live.store.names(live.ctx.tenant).await.unwrap();
    let (other, _) = all.iter().find(|(_, name)| name == "Otto Karp").unwrap();
    let refused = live.get(&format!("/ask?kind=introduction&who={other}&who={who}")).await;
    let says = "One of the two, Ann Bell, asked not to be contacted.";
    assert!(refused.text.contains(says), "{}", refused.text);
    let path = "/api/v1/introductions/propose";
    let two = json!({ "people": [other.to_string(), who] });
    let (status, problem) = live.json(Method::POST, path, &[], &two).await;
    assert_eq!(status, StatusCode::FORBIDDEN, "{problem}");
    let says = problem["detail"].as_str().unwrap();
    assert!(says.ends_with("asked not to be contacted, and nothing was written down"), "{says}");
}

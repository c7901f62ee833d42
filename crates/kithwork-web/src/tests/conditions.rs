//! What a program has read already is not sent again, and what it has not seen it can't overwrite.

use super::live::{Answer, Live};
use crate::api::OPERATIONS;
use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

const PEOPLE: (&str, &str) = (
    "people",
    "name,email,met_on\nPriya Shah,priya@x.example,2026-09-01\nTom Ellis,tom@x.example,2026-09-01\n",
);
const MEETINGS: (&str, &str) = (
    "meetings",
    "date,group,minutes,who\n2026-11-05,Thursday Chapter,90,Priya Shah\n2026-11-12,Thursday Chapter,90,Tom Ellis\n",
);

async fn read(live: &Live, path: &str, headers: &[(&str, &str)]) -> Answer {
    live.ask(Method::GET, path, headers, Body::empty()).await
}

async fn change(
    live: &Live,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    sent: &Value,
) -> Answer {
    let kind = [("content-type", "application/json")];
    let headers: Vec<_> = headers.iter().copied().chain(kind).collect();
    live.ask(method, path, &headers, Body::from(sent.to_string())).await
}

async fn tag(live: &Live, path: &str) -> String {
    let answer = read(live, path, &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
    answer.etag
}

async fn person(live: &Live, name: &str) -> String {
    let found = read(live, &format!("/api/v1/people?q={name}"), &[]).await;
    let found: Value = serde_json::from_str(&found.text).unwrap();
    format!("/api/v1/people/{}", found["people"][0]["id"].as_str().unwrap())
}

#[tokio::test]
async fn of_two_edits_at_once_exactly_one_wins_and_the_other_sees_both() {
    let live = Live::with(&[PEOPLE]).await;
    let path = person(&live, "Priya").await;
    let seen = tag(&live, &path).await;
    let condition = [("if-match", seen.as_str())];
    let (leeds, york) = (json!({ "city": "Leeds" }), json!({ "city": "York" }));
    let (one, other) = tokio::join!(
        change(&live, Method::PATCH, &path, &condition, &leeds),
        change(&live, Method::PATCH, &path, &condition, &york),
    );
    let (won, lost) = if one.status == StatusCode::OK { (one, other) } else { (other, one) };
    assert_eq!((won.status.as_u16(), lost.status.as_u16()), (200, 412), "{}", lost.text);
    let problem: Value = serde_json::from_str(&lost.text).unwrap();
    let (now, sent) = (&problem["now"]["city"], &problem["sent"]["city"]);
    assert_eq!(problem["type"], "urn:kithwork:problem:changed-since");
    assert!([leeds["city"].clone(), york["city"].clone()].contains(now), "{problem}");
    assert_ne!(now, sent);
    // The answer names the version that is there: with it the other change can be made after all.
    assert_eq!(lost.etag, tag(&live, &path).await);
    let condition = [("if-match", lost.etag.as_str())];
    let kept = change(&live, Method::PATCH, &path, &condition, &json!({ "city": sent })).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
}

#[tokio::test]
async fn a_change_elsewhere_neither_moves_a_tag_nor_stops_an_edit() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    let (priya, tom) = (person(&live, "Priya").await, person(&live, "Tom").await);
    let seen = tag(&live, &priya).await;
    assert!(seen.starts_with('"'), "{seen} is not strong");
    let moved = change(&live, Method::PATCH, &tom, &[], &json!({ "city": "York" })).await;
    assert_eq!(moved.status, StatusCode::OK);
    assert_eq!(tag(&live, &priya).await, seen);
    let list = format!("\"zz\", {seen}");
    let condition = [("if-match", list.as_str())];
    let kept = change(&live, Method::PATCH, &priya, &condition, &json!({ "city": "Bath" })).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
    assert_ne!(tag(&live, &priya).await, seen);
}

#[tokio::test]
async fn nothing_is_sent_again_that_is_known_and_a_head_bears_the_same_tag() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    let priya = person(&live, "Priya").await;
    for path in [priya.as_str(), "/api/v1/settings", "/api/v1/people", "/api/v1/review"] {
        let seen = tag(&live, path).await;
        let again = read(&live, path, &[("if-none-match", &seen)]).await;
        assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""), "{path}");
        assert_eq!(again.etag, seen, "{path}");
        let head = live.ask(Method::HEAD, path, &[], Body::empty()).await;
        assert_eq!((head.status.as_u16(), head.etag, head.text.as_str()), (200, seen, ""));
        let other = read(&live, path, &[("if-none-match", "\"other\"")]).await;
        assert_eq!(other.status, StatusCode::OK, "{path}");
    }
    let whole = ["/api/v1/people", "/api/v1/review", "/api/v1/groups", "/api/v1/plan"];
    let mut before = Vec::new();
    for path in whole {
        let seen = tag(&live, path).await;
        assert!(seen.starts_with("W/\""), "{path}: {seen}");
        before.push(seen);
    }
    change(&live, Method::PATCH, &priya, &[], &json!({ "city": "Bath" })).await;
    for (path, seen) in whole.into_iter().zip(before) {
        let again = read(&live, path, &[("if-none-match", &seen)]).await;
        assert_eq!(again.status, StatusCode::OK, "{path} did not move with the book");
    }
}

#[tokio::test]
async fn every_edit_of_one_thing_is_held_to_what_was_seen() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    let (priya, tom) = (person(&live, "Priya").await, person(&live, "Tom").await);
    let groups = read(&live, "/api/v1/groups", &[]).await;
    let groups: Value = serde_json::from_str(&groups.text).unwrap();
    let group = format!("/api/v1/groups/{}", groups["groups"][0]["id"].as_str().unwrap());
    let other = tom.rsplit('/').next().unwrap();
    let edits = [
        (Method::PATCH, priya.clone(), json!({ "city": "Leeds" })),
        (Method::DELETE, priya.clone(), Value::Null),
        (Method::POST, format!("{priya}/merge"), json!({ "other": other })),
        (Method::PATCH, group.clone(), json!({ "kind": "lunch" })),
        (Method::POST, format!("{group}/rating"), json!({ "fit": 2 })),
        (Method::PATCH, "/api/v1/settings".to_owned(), json!({ "hours_per_week": 5 })),
        (Method::POST, "/api/v1/profile".to_owned(), json!({ "helps": "Bakers sell more." })),
        (Method::POST, "/api/v1/levels/3".to_owned(), json!({ "name": "friends" })),
        (Method::POST, "/api/v1/aims".to_owned(), json!({ "what": "Three referrals" })),
    ];
    let seq = live.seq().await;
    for (method, path, sent) in &edits {
        // A tag that was never given; a weak one; one for what no document shows.
        for tag in ["\"never\"", "W/\"never\"", "", "nonsense"] {
            let late = change(&live, method.clone(), path, &[("if-match", tag)], sent).await;
            assert_eq!(late.status.as_u16(), 412, "{method} {path} {tag}: {}", late.text);
            let problem: Value = serde_json::from_str(&late.text).unwrap();
            assert!(problem["now"].is_object(), "{method} {path}: {problem}");
            assert_eq!(&problem["sent"], sent, "{method} {path}");
        }
    }
    assert_eq!(live.seq().await, seq, "nothing was written");
    for (method, path, sent) in edits.iter().filter(|(method, ..)| *method != Method::DELETE) {
        let key = [("if-match", "*"), ("idempotency-key", path.as_str())];
        let kept = change(&live, method.clone(), path, &key, sent).await;
        assert_eq!(kept.status, StatusCode::OK, "{method} {path}: {}", kept.text);
        // Sent again because the answer was lost, it is done already: no reason to refuse it.
        let key = [("if-match", "\"never\""), ("idempotency-key", path.as_str())];
        let again = change(&live, method.clone(), path, &key, sent).await;
        assert_eq!(again.status, StatusCode::OK, "{method} {path}: {}", again.text);
    }
    let gone = format!("/api/v1/people/{}", uuid::Uuid::nil());
    let gone = change(&live, Method::PATCH, &gone, &[("if-match", "*")], &json!({})).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[test]
fn the_interface_says_which_headers_it_takes_and_gives() {
    let document = super::schema::openapi();
    for operation in OPERATIONS {
        let described = &document["paths"][format!("/api/v1{}", operation.path)][operation.method];
        let takes = described["parameters"].to_string();
        if operation.method == "get" {
            assert!(takes.contains("If-None-Match"), "{}", operation.path);
            assert!(described["responses"]["304"].is_object(), "{}", operation.path);
            assert!(described["responses"]["200"]["headers"]["ETag"].is_object());
        } else {
            let is_held = takes.contains("If-Match");
            assert_eq!(is_held, described["responses"]["412"].is_object(), "{}", operation.path);
        }
    }
    let patch = &document["paths"]["/api/v1/people/{id}"]["patch"];
    assert!(patch["parameters"].to_string().contains("If-Match"));
}

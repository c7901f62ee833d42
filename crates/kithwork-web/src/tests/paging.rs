//! Every list of a large book, read page by page, is the whole list: nothing twice, nothing left out.

use super::live::Live;
use super::schema::holds;
use crate::api::{OPERATIONS, PAGED};
use axum::http::{Method, StatusCode};
use kithwork_app::access::pairing;
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

async fn get(live: &Live, path: &str) -> Value {
    let (status, document) = live.json(Method::GET, path, &[], &Value::Null).await;
    assert_eq!(status, StatusCode::OK, "{path}: {document}");
    document
}

async fn post(live: &Live, path: &str, sent: Value) {
    let (status, answer) = live.json(Method::POST, path, &[], &sent).await;
    assert_eq!(status, StatusCode::OK, "{path}: {answer}");
}

/// Three hundred people in nine groups, as sheets tell of them.
async fn crowd() -> Live {
    let mut people = "name,email,met_on,met_at,what_they_do,looking_for\n".to_owned();
    for n in 0..298 {
        let (does, wants) = [("web designer", "a plumber"), ("plumber", "a web designer")][n % 2];
        let group = n % 9;
        writeln!(
            people,
            "Person{n:03} Test,p{n}@x.example,2026-0{}-11,Group {group},{does},{wants}",
            1 + n % 9
        )
        .unwrap();
    }
    people.push_str("Sam Smith,,,,,\nSam Jones,,,,,\n");
    let mut meetings = "date,group,minutes,who\n".to_owned();
    for n in 0..40 {
        let (month, day) = (9 + n % 2, 1 + n % 28);
        writeln!(meetings, "2026-{month:02}-{day:02},Group {},90,Person{n:03} Test", n % 9)
            .unwrap();
    }
    let mut talks = "date,kind,minutes,people\n".to_owned();
    for n in 0..24 {
        writeln!(talks, "2026-11-{:02},one_to_one,60,Person{n:03} Test", 1 + n % 14).unwrap();
    }
    let mut referrals = "date,direction,from,to,prospect\n".to_owned();
    for n in 0..12 {
        writeln!(referrals, "2026-10-{:02},received,Person{n:03} Test,me,Client {n}", n + 1)
            .unwrap();
    }
    Live::with(&[
        ("people", people.as_str()),
        ("meetings", meetings.as_str()),
        ("one_to_ones", talks.as_str()),
        ("referrals", referrals.as_str()),
    ])
    .await
}

/// The same, with a few of everything else.
async fn large() -> Live {
    let mut live = crowd().await;
    let drawn = AtomicU8::new(1);
    let chance = move || Ok([drawn.fetch_add(1, Ordering::Relaxed); 32]);
    live.web = live.web.drawing(Arc::new(chance));
    for n in 0..5 {
        post(&live, "/api/v1/aims", json!({ "what": format!("Aim {n}") })).await;
        let meeting = json!({ "group": "Group 1", "on": format!("2026-11-2{n}") });
        post(&live, "/api/v1/meetings", meeting).await;
        post(&live, "/api/v1/talks", json!({ "what": format!("Talk {n}"), "points": ["One"] }))
            .await;
    }
    for code in ["meeting-heavy", "no-objective", "not-followed-up"] {
        post(&live, "/api/v1/experiments", json!({ "code": code, "what": "Fewer" })).await;
    }
    let (_, all) = live.json(Method::GET, "/api/v1/people?limit=9", &[], &Value::Null).await;
    for n in 0..4 {
        let list = json!({ "name": format!("List {n}"), "filter": { "words": format!("00{n}") } });
        post(&live, "/api/v1/lists", list).await;
        let people = json!([all["people"][n]["id"]]);
        let tagged = json!({ "deed": "tag", "tag": format!("tag {n}"), "people": people });
        post(&live, "/api/v1/people/bulk", tagged).await;
    }
    throw_and_let_in(&live).await;
    for n in 0..4 {
        let text = format!("Person00{n} Test offers desk {n}");
        post(&live, "/api/v1/notes", json!({ "text": text })).await;
    }
    for n in 0..9 {
        let text = format!("121 with Sam, {} minutes", 30 + n);
        post(&live, "/api/v1/notes", json!({ "text": text })).await;
    }
    live
}

/// Four ways in each for programs and phones, and four things in the trash.
async fn throw_and_let_in(live: &Live) {
    for n in 0..4 {
        let token = json!({ "name": format!("Script {n}"), "scope": "read" });
        post(live, "/api/v1/tokens", token).await;
        paired(live, &format!("Phone {n}")).await;
        let thrown = json!({ "what": format!("Thrown {n}") });
        post(live, "/api/v1/aims", thrown).await;
        let aims = get(live, "/api/v1/aims").await;
        let aims = aims["aims"].as_array().unwrap();
        let gone = aims.iter().find(|aim| aim["what"] == format!("Thrown {n}")).unwrap();
        let path = format!("/api/v1/entries/{}", gone["aim"].as_str().unwrap());
        live.json(Method::DELETE, &path, &[], &json!({})).await;
    }
}

/// A further device may come in.
async fn paired(live: &Live, name: &str) {
    let (store, ctx) = (&*live.store, &live.ctx);
    let chance = live.web.chance.clone();
    let code = pairing::offer(store, ctx, &chance).await.unwrap().code;
    pairing::take(store, ctx, &code, name, &chance).await.unwrap();
}

/// The lists of a document.
fn lists(document: &Value) -> Map<String, Value> {
    let fields = document.as_object().unwrap().iter();
    let lists = fields.filter(|(_, value)| value.is_array());
    lists.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// Reads on from page to page, and answers with all lists and the number of pages.
async fn walked(live: &Live, path: &str, limit: usize) -> (Map<String, Value>, usize) {
    let (mut all, mut pages, mut after) = (Map::new(), 0, String::new());
    loop {
        let page = get(live, &format!("{path}?limit={limit}{after}")).await;
        let mut shown = 0;
        for (name, list) in lists(&page) {
            let list = list.as_array().unwrap().clone();
            shown += list.len();
            let known = all.entry(name).or_insert_with(|| json!([]));
            known.as_array_mut().unwrap().extend(list);
        }
        assert!(shown <= limit, "{path}: {shown} of at most {limit}");
        pages += 1;
        assert!(pages <= 400, "{path} never ends");
        after = match &page["next"] {
            Value::Null => return (all, pages),
            Value::String(next) => format!("&after={}", next.replace('+', "%2B")),
            next => format!("&after={next}"),
        };
    }
}

#[tokio::test]
async fn every_list_read_page_by_page_is_the_whole() {
    let live = large().await;
    let mut walks = 0;
    for name in PAGED.iter().chain(&["people", "changes"]) {
        let path = OPERATIONS.iter().find(|one| one.name == *name).unwrap().path;
        let path = format!("/api/v1{path}");
        let whole = get(&live, &format!("{path}?limit=500")).await;
        assert!(whole["next"].is_null(), "{path}");
        let whole = lists(&whole);
        let count: usize = whole.values().map(|list| list.as_array().unwrap().len()).sum();
        for limit in [1, 7, 100] {
            if limit == 1 && count > 50 {
                continue;
            }
            let (all, pages) = walked(&live, &path, limit).await;
            assert_eq!(all, whole, "{path} by {limit}");
            assert_eq!(pages, count.div_ceil(limit).max(1), "{path} by {limit}");
            walks += usize::from(pages > 1);
        }
        match *name {
            "people" => assert_eq!(count, 300),
            "questions" => assert!(count > 7, "{count} questions"),
            "tables" => {}
            _ => assert!(count > 2, "{path} has {count}"),
        }
    }
    assert!(walks > 12, "only {walks} walks had more than one page");
}

#[tokio::test]
async fn what_is_added_meanwhile_neither_repeats_nor_hides_anything() {
    let live = large().await;
    let first = get(&live, "/api/v1/people?limit=10").await;
    let next = first["next"].as_str().unwrap();
    let before = get(&live, &format!("/api/v1/people?limit=10&after={next}")).await;
    live.read(&[("people", "name,email\nAda Aaronson,ada@x.example\n")]).await;
    let after = get(&live, &format!("/api/v1/people?limit=10&after={next}")).await;
    assert_eq!(before["people"], after["people"]);
    let first = get(&live, "/api/v1/aims?limit=2").await;
    let next = first["next"].as_str().unwrap();
    let before = get(&live, &format!("/api/v1/aims?limit=2&after={next}")).await;
    let soon = json!({ "what": "Sooner", "review_on": "2026-11-17" });
    post(&live, "/api/v1/aims", soon).await;
    let after = get(&live, &format!("/api/v1/aims?limit=2&after={next}")).await;
    assert_eq!(before["aims"], after["aims"]);
    let (status, problem) =
        live.json(Method::GET, "/api/v1/aims?after=nobody", &[], &Value::Null).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["pointer"], "#/after");
}

#[tokio::test]
async fn one_of_a_list_has_a_document_and_a_version_of_its_own() {
    let live = large().await;
    let talk = get(&live, "/api/v1/talks?limit=1").await["talks"][0]["id"].clone();
    let question = get(&live, "/api/v1/questions?limit=1").await["questions"][0]["id"].clone();
    let priya = get(&live, "/api/v1/people?q=Person001").await["people"][0]["id"].clone();
    let tom = get(&live, "/api/v1/people?q=Person002").await["people"][0]["id"].clone();
    post(&live, "/api/v1/introductions/propose", json!({ "people": [priya, tom] })).await;
    let way = get(&live, "/api/v1/introductions").await["on_their_way"][0]["id"].clone();
    let ask = json!({ "people": [priya] });
    post(&live, "/api/v1/conversations/ask", ask).await;
    let person = get(&live, &format!("/api/v1/people/{}", priya.as_str().unwrap())).await;
    let timeline = person["timeline"].as_array().unwrap();
    let chat = timeline.iter().rev().find(|one| one["kind"] == "conversation").unwrap();
    for (schema, list, id, step, sent) in [
        ("TalkMap", "talks", &talk, "link", json!({ "point": 1, "need": tom })),
        ("Question", "questions", &question, "answer", json!({ "choice": "1" })),
        ("OnItsWay", "introductions", &way, "step", json!({ "what": "dropped" })),
        ("Talked", "conversations", &chat["id"], "agree", json!({ "on": "2026-11-18" })),
    ] {
        let path = format!("/api/v1/{list}/{}", id.as_str().unwrap());
        holds(schema, &get(&live, &path).await);
        let late = [("if-match", "\"never\"")];
        let to = format!("{path}/{step}");
        let (status, problem) = live.json(Method::POST, &to, &late, &sent).await;
        assert_eq!(status.as_u16(), 412, "{to}: {problem}");
        assert_eq!(problem["now"]["id"], *id, "{to}");
        let gone = format!("/api/v1/{list}/{}", uuid::Uuid::nil());
        let (status, _) = live.json(Method::GET, &gone, &[], &Value::Null).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{gone}");
    }
}

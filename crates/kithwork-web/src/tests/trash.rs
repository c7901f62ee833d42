//! Deleted, put back, emptied for good.

use super::live::{Live, Page};
use super::schema::holds;
use axum::http::{Method, StatusCode};
use kithwork_core::fact::{Fact, FactKind};
use serde_json::{Value, json};

const PEOPLE: (&str, &str) =
    ("people", "name,met_on\nSarah Jones,2026-09-01\nTom Ellis,2026-09-01\n");

async fn page_of(live: &Live, name: &str) -> Page {
    let people = live.page("/people").await;
    let links = people.all(".list a");
    let link = links.iter().find(|a| a.text().collect::<String>() == name).unwrap();
    live.page(link.value().attr("href").unwrap()).await
}

/// Everything in the book and its log, in one text.
async fn all_of(live: &Live) -> String {
    let mut text = String::new();
    for past in live.store.changes(live.ctx.tenant, None, 100).await.unwrap() {
        let change = live.store.change(live.ctx.tenant, past.id).await.unwrap().unwrap();
        text.push_str(&serde_json::to_string(&change).unwrap());
    }
    for kind in FactKind::ALL {
        let facts: Vec<Fact> = live.store.all(live.ctx.tenant, *kind).await.unwrap();
        text.push_str(&serde_json::to_string(&facts).unwrap());
    }
    text
}

#[tokio::test]
async fn an_entry_is_deleted_from_the_timeline_and_put_back_after_other_things_were_done() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/").await;
    live.press(&page, "Save", &[("text", "Sarah Jones needs a plumber")]).await;
    let page = page_of(&live, "Sarah Jones").await;
    assert!(page.says(".entries", "a plumber"), "{:?}", page.texts(".entries"));
    let count = page.all(".entries form").len();
    let first = page.texts(".entries button")[0].clone();
    let page = live.press(&page, &first, &[]).await;
    assert!(page.says(".done", "In the trash."), "{:?}", page.texts(".done"));
    assert_eq!(page.all(".entries form").len(), count - 1);
    live.press(&page, "Spoke today", &[]).await;
    let trash = live.page("/trash").await;
    assert!(trash.says(".changes", "Sarah Jones"), "{:?}", trash.texts(".changes"));
    let (path, _) = trash.form_of(&trash.texts(".changes button")[0]);
    let answer = live.post(&path, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert!(live.page("/trash").await.says(".quiet", "The trash is empty."));
    let page = page_of(&live, "Sarah Jones").await;
    assert_eq!(page.all(".entries form").len(), count + 1, "the call stays, too");
    assert_eq!(live.post(&path, &[]).await.status, StatusCode::SEE_OTHER, "twice is once");
}

#[tokio::test]
async fn emptied_nothing_of_it_is_left_in_the_book_or_its_log_and_the_book_is_sound() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/").await;
    live.press(&page, "Save", &[("text", "call with Tom Ellis about zeppelins")]).await;
    let notes = live.store.all(live.ctx.tenant, FactKind::Note).await.unwrap();
    let path = format!("/entries/{}/delete", notes[0].id());
    assert_eq!(live.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(all_of(&live).await.contains("zeppelins"), "it can still be put back");
    let unsure = live.post("/trash/empty", &[]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    let trash = live.page("/trash").await;
    let put_back = trash.form_of(&trash.texts(".changes button")[0]).0;
    live.press(&trash, "Empty it", &[("sure", "yes")]).await;
    assert!(!all_of(&live).await.contains("zeppelins"));
    let found = live.post("/people", &[("q", "zeppelins")]).await;
    assert!(found.text.contains("Nobody fits"), "no search finds it");
    assert_eq!(live.store.check(live.ctx.tenant).await.unwrap(), []);
    let gone = live.post(&put_back, &[]).await;
    assert!(gone.status.is_client_error(), "{}", gone.status);
}

#[tokio::test]
async fn what_stands_in_the_way_is_named() {
    let live = Live::with(&[PEOPLE]).await;
    let list = json!({ "name": "Quiet", "filter": { "undecided": true } });
    live.json(Method::POST, "/api/v1/lists", &[], &list).await;
    let (_, lists) = live.json(Method::GET, "/api/v1/lists", &[], &Value::Null).await;
    let id = lists["lists"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/entries/{id}");
    let (status, done) = live.json(Method::DELETE, &path, &[], &json!({})).await;
    assert_eq!(status, StatusCode::OK, "{done}");
    let (_, trash) = live.json(Method::GET, "/api/v1/trash", &[], &Value::Null).await;
    holds("Trash", &trash);
    assert_eq!(trash["trash"][0]["says"], "the list “Quiet”");
    live.json(Method::POST, "/api/v1/lists", &[], &list).await;
    let back = format!("/api/v1/trash/{}/put-back", done["change"].as_str().unwrap());
    let (status, problem) = live.json(Method::POST, &back, &[], &json!({})).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(problem["detail"].as_str().unwrap().contains("“Quiet”"), "{problem}");
    let (_, emptied) = live.json(Method::DELETE, "/api/v1/trash", &[], &Value::Null).await;
    holds("Emptied", &emptied);
    assert_eq!(emptied["things"], 1);
}

#[tokio::test]
async fn what_a_calendar_tells_of_is_taken_out_there() {
    let live = Live::with(&[PEOPLE]).await;
    let event = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1@x\r\n\
                 DTSTART:20261102T100000Z\r\nDTEND:20261102T110000Z\r\n\
                 SUMMARY:1-2-1 with Sarah Jones\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    live.read_as("diary.ics", event).await;
    let page = page_of(&live, "Sarah Jones").await;
    assert!(page.says(".entries", "One-to-one with Sarah Jones"), "{:?}", page.texts(".entries"));
    // Its page offers what the owner can say of it: that it did not take place.
    let (path, _) = page.form_of(&page.texts(".entries button")[0]);
    let id = path.split('/').nth(2).unwrap();
    let refused = live.post(&format!("/entries/{id}/delete"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("take it out there"), "{}", refused.text);
}

//! Taking back what is not the latest: whatever was done to other things stays.

use super::live::{Live, Page};
use crate::pages::changes::Changes;
use axum::http::{Method, StatusCode};
use kithwork_core::change::Change;
use kithwork_core::fact::Facts;
use kithwork_store::Scope;
use serde_json::json;

const PEOPLE: (&str, &str) = ("people", "name,city\nPriya Shah,York\nBen Cole,Leeds\n");
const MEETINGS: (&str, &str) =
    ("meetings", "date,group,people\n2026-11-12,Thursday Chapter,Priya Shah; Ben Cole\n");
const HELP: (&str, &str) =
    ("help", "date,person,direction,kind\n2026-11-10,Priya Shah,given,advice\n");

async fn facts(live: &Live) -> Facts {
    live.store.load(live.ctx.tenant, Scope::Whole).await.unwrap()
}

async fn hours(live: &Live) {
    let page = live.page("/settings").await;
    let kept = live.send(&page, "/settings", &[("hours_per_week", "5")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
}

/// The latest change that is no undo.
async fn latest(live: &Live) -> Change {
    live.store.latest_change(live.ctx.tenant, "owner").await.unwrap().unwrap()
}

async fn take_back(live: &Live, change: &Change) -> super::live::Answer {
    let page = live.page("/changes").await;
    live.send(&page, &format!("/changes/{}/undo", change.id), &[]).await
}

#[tokio::test]
async fn an_import_is_taken_back_whatever_was_done_to_other_things_since() {
    for sheets in [vec![PEOPLE], vec![MEETINGS], vec![PEOPLE, MEETINGS, HELP]] {
        let live = Live::empty().await;
        live.read(&sheets).await;
        let import = latest(&live).await;
        hours(&live).await;
        let back = take_back(&live, &import).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{sheets:?}: {}", back.text);
        let only = Live::empty().await;
        hours(&only).await;
        let (mut now, mut only) = (facts(&live).await, facts(&only).await);
        now.settings.iter_mut().chain(&mut only.settings).for_each(|s| s.book = live.ctx.tenant);
        assert_eq!(now, only, "the book with only the unrelated change");
    }
}

#[tokio::test]
async fn what_was_itself_taken_back_is_in_nobodys_way() {
    let live = Live::empty().await;
    live.read(&[PEOPLE]).await;
    let import = latest(&live).await;
    let page = live.page("/people").await;
    let text = "Had coffee with Priya Shah. She needs a bookkeeper";
    live.press(&page, "Save", &[("text", text)]).await;
    let note = latest(&live).await;
    assert_eq!(note.verb, "note");
    let refused = take_back(&live, &import).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text);
    let page = Page(scraper::Html::parse_document(&refused.text));
    let says =
        "“A note”, Mon 16 Nov, 09:00, came later and rests on it: take that back first, then this.";
    assert!(page.says(".refused", says), "{:?}", page.texts(".refused"));
    let list = leads_to(&live, &page, &note).await;
    // Beyond the first page of what was done it leads there too.
    for n in 0..i64::from(Changes::SHOWN) {
        live.read(&[("people", &format!("name\nGuest {n}\n"))]).await;
    }
    let page = live.page(&list).await;
    let again = live.send(&page, &format!("/changes/{}/undo", import.id), &[]).await;
    leads_to(&live, &Page(scraper::Html::parse_document(&again.text)), &note).await;
    for change in [note, import] {
        let back = live.send(&page, &format!("/changes/{}/undo", change.id), &[]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text);
    }
    assert!(facts(&live).await.people.iter().all(|person| person.name.starts_with("Guest")));
}

/// The refusal has a link to a change, which stands where it leads: that list.
async fn leads_to(live: &Live, refused: &Page, change: &Change) -> String {
    let links = refused.all(".refused a");
    let way = links.iter().find_map(|a| a.value().attr("href")).unwrap().to_owned();
    let (list, at) = way.split_once('#').unwrap();
    assert_eq!(at, format!("change-{}", change.id));
    assert_eq!(live.page(list).await.all(&format!("[id='{at}']")).len(), 1, "{way}");
    list.to_owned()
}

#[tokio::test]
async fn what_is_in_the_way_is_what_touched_the_same_field() {
    let live = Live::empty().await;
    live.read(&[PEOPLE]).await;
    live.read(&[("people", "name,city\nPriya Shah,Hull\n")]).await;
    let import = latest(&live).await;
    let all = live.store.names(live.ctx.tenant).await.unwrap();
    let (id, _) = all.iter().find(|(_, name)| name == "Priya Shah").unwrap();
    let path = format!("/api/v1/people/{id}");
    let (status, _) = live.json(Method::PATCH, &path, &[], &json!({ "city": "Bath" })).await;
    assert_eq!(status, StatusCode::OK);
    let moved = latest(&live).await;
    let page = live.page("/people").await;
    live.press(&page, "Save", &[("text", "Coffee with Priya Shah")]).await;
    assert_eq!(latest(&live).await.verb, "note");
    let refused = take_back(&live, &import).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text);
    leads_to(&live, &Page(scraper::Html::parse_document(&refused.text)), &moved).await;
}

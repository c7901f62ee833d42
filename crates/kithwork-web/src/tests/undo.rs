//! Taking back what is not the latest: whatever was done to other things stays.

use super::live::{Live, Page};
use axum::http::StatusCode;
use kithwork_core::change::Change;
use kithwork_core::fact::Facts;
use kithwork_store::Scope;

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
    let way = format!("/changes#change-{}", note.id);
    assert!(page.all(".refused a").iter().any(|a| a.value().attr("href") == Some(way.as_str())));
    assert_eq!(
        page.all(&format!("[id='change-{}']", note.id)).len(),
        1,
        "the link leads somewhere"
    );
    assert_eq!(take_back(&live, &note).await.status, StatusCode::SEE_OTHER);
    let back = take_back(&live, &import).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text);
    assert!(facts(&live).await.people.is_empty());
}

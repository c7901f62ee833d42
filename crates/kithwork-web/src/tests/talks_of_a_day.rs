//! Two talks of one day with one person, told one after the other.

use super::live::Live;
use kithwork_core::facts::ConversationKind;
use kithwork_store::Scope;

#[tokio::test]
async fn a_call_in_the_morning_and_a_lunch_are_two_and_a_lunch_told_twice_is_one() {
    let live = Live::empty().await;
    live.read(&[("people", "name\nPriya Shah\n")]).await;
    for text in [
        "Rang Priya Shah this morning",
        "Lunch with Priya Shah today, an hour",
        "Lunch with Priya Shah, she needs a printer",
    ] {
        let page = live.page("/people").await;
        live.press(&page, "Save", &[("text", text)]).await;
    }
    let facts = live.store.load(live.ctx.tenant, Scope::Whole).await.unwrap();
    let told: Vec<_> = facts.conversations.iter().map(|c| (c.kind, c.minutes)).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    for one in [(ConversationKind::Call, None), (ConversationKind::OneToOne, Some(60))] {
        assert!(told.contains(&one), "{told:?}");
    }
}

/// Row 2: the minutes that a file told are not replaced by those of another talk.
#[tokio::test]
async fn a_short_call_on_the_day_of_an_imported_one_to_one_leaves_its_length() {
    let live = Live::empty().await;
    let talks = "date,kind,people,minutes\n2026-11-10,one_to_one,Priya Shah,54\n";
    live.read(&[("people", "name\nPriya Shah\n"), ("interactions", talks)]).await;
    let page = live.page("/people").await;
    live.press(&page, "Save", &[("text", "call with Priya Shah 6 minutes on 10 November")]).await;
    let facts = live.store.load(live.ctx.tenant, Scope::Whole).await.unwrap();
    let mut told: Vec<_> = facts.conversations.iter().map(|c| c.minutes).collect();
    told.sort_unstable();
    assert_eq!(told, [Some(6), Some(54)]);
}

//! Notes that tell little or nothing new: what they tell is put where it belongs, and no words are kept out of
//! sight.

use super::live::Live;
use axum::http::Method;
use jiff::civil::date;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Meeting;
use serde_json::json;

const PEOPLE: (&str, &str) = ("people", "name,met_on\nTom Ellis,2026-09-01\n");
const MEETINGS: (&str, &str) = (
    "meetings",
    "date,group,minutes\n2026-11-05,Harbour Breakfast,90\n2026-11-16,Rotary,90\n2026-11-19,Chamber Lunch,90\n",
);

async fn meetings(live: &Live) -> Vec<Meeting> {
    let all = live.store.all(live.ctx.tenant, FactKind::Meeting).await.unwrap();
    let meeting = |fact: Fact| if let Fact::Meeting(one) = fact { one } else { unreachable!() };
    all.into_iter().map(meeting).collect()
}

/// A meeting that is known already, and nothing new of it, is nothing written down.
#[tokio::test]
async fn a_note_of_which_nothing_was_written_says_so_and_waits_for_friday() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    for text in [
        "The soup at the Harbour Breakfast on 5 November was cold",
        "Talked to the new chair at the Harbour Breakfast on 5 November",
    ] {
        let page = live.page("/people").await;
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert!(after.says(".done [role=status]", "wait for Friday"), "{:?}", after.texts(".done"));
        assert!(live.page("/friday").await.says(".task", text), "{text}");
    }
    let sent = json!({ "text": "The cake at the Harbour Breakfast on 5 November was good" });
    let (_, told) = live.json(Method::POST, "/api/v1/notes", &[], &sent).await;
    let kept = json!(["kept as you wrote it; nothing else was read out of it"]);
    assert_eq!((&told["unclear"], &told["understood"]), (&kept, &json!([])), "{told}");
    assert_eq!(meetings(&live).await.len(), 3);
}

#[tokio::test]
async fn what_the_book_had_already_is_said_to_be_there() {
    let live = Live::with(&[PEOPLE]).await;
    for (text, says) in [
        ("coffee with Tom Ellis 45m", "Kept."),
        ("45 min coffee with Tom Ellis", "Kept. The book had that already."),
    ] {
        let page = live.page("/people").await;
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert!(after.says(".done [role=status]", says), "{:?}", after.texts(".done"));
        assert!(!after.says(".done", "Friday"));
    }
}

#[tokio::test]
async fn what_somebody_does_is_something_written_down() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/people").await;
    let after = live.press(&page, "Save", &[("text", "Tom Ellis is a roofer")]).await;
    assert!(!after.says(".done", "Friday"), "{:?}", after.texts(".done"));
}

#[tokio::test]
async fn the_energy_without_a_day_is_of_the_last_meeting() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    for text in
        ["Energy was 2 at the Harbour Breakfast", "My energy at Rotary on 16 November was 4"]
    {
        let page = live.page("/people").await;
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert!(after.says(".done li", "energy"), "{text}: {:?}", after.texts(".done"));
    }
    let all = meetings(&live).await;
    let of = |day| all.iter().find(|m| m.on == date(2026, 11, day)).unwrap().energy;
    assert_eq!((of(5), of(16), all.len()), (Some(2), Some(4), 3));
    let people = live.store.names(live.ctx.tenant).await.unwrap();
    assert_eq!(people.len(), 1, "nobody is called Energy: {people:?}");
}

#[tokio::test]
async fn a_minute_prepared_for_a_day_is_for_the_meeting_of_that_day_or_waits() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    for text in ["Prepared my minute for Thursday, 20 min", "Prepared my minute for Friday, 30 min"]
    {
        let page = live.page("/people").await;
        live.press(&page, "Save", &[("text", text)]).await;
    }
    let all = meetings(&live).await;
    let of = |day| all.iter().find(|m| m.on == date(2026, 11, day)).unwrap().prep_minutes;
    assert_eq!((of(16), of(19)), (None, Some(20)), "today's meeting is not the one");
    assert!(live.page("/friday").await.says(".task", "Prepared my minute for Friday, 30 min"));
}

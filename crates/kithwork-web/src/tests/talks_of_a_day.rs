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

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\nBEGIN:VEVENT\r\nUID:one\r\n\
    DTSTART:20261110T100000\r\nDTEND:20261110T105400\r\nSUMMARY:121 with Priya Shah\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// Row 2: in whichever order they come, a short call and a one-to-one of the calendar are two talks.
#[tokio::test]
async fn a_short_call_and_a_one_to_one_of_the_calendar_are_two_in_either_order() {
    for is_first in [true, false] {
        let live = Live::empty().await;
        live.read(&[("people", "name\nPriya Shah\n")]).await;
        let who = id(&live).await;
        let call =
            [("who", who.as_str()), ("kind", "call"), ("on", "2026-11-10"), ("minutes", "6")];
        if is_first {
            live.post("/talks", &call).await;
        }
        live.read_as("calendar.ics", CALENDAR).await;
        if !is_first {
            live.post("/talks", &call).await;
        }
        assert_eq!(minutes(&live).await, [Some(6), Some(54)], "{is_first}");
    }
}

/// Row 66: what is written up of a one-to-one that stands in the calendar is that one, once.
#[tokio::test]
async fn what_is_written_up_of_a_one_to_one_of_the_calendar_is_that_one() {
    let live = Live::empty().await;
    live.read(&[("people", "name\nPriya Shah\n")]).await;
    live.read_as("calendar.ics", CALENDAR).await;
    let who = id(&live).await;
    let told = [("who", who.as_str()), ("kind", "one_to_one"), ("on", "2026-11-10")];
    live.post("/talks", &[&told[..], &[("notes", "Opens a second shop")]].concat()).await;
    assert_eq!(minutes(&live).await, [Some(54)]);
    live.post("/talks", &[&told[..], &[("minutes", "30")]].concat()).await;
    assert_eq!(minutes(&live).await, [Some(30), Some(54)], "a second one of that day");
}

async fn id(live: &Live) -> String {
    live.store.names(live.ctx.tenant).await.unwrap()[0].0.to_string()
}

/// The lengths of all talks, the shortest first.
async fn minutes(live: &Live) -> Vec<Option<u32>> {
    let facts = live.store.load(live.ctx.tenant, Scope::Whole).await.unwrap();
    let mut told: Vec<_> = facts.conversations.iter().map(|c| c.minutes).collect();
    told.sort_unstable();
    told
}

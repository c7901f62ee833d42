//! The first hour: one screen each, every one to be skipped, come back to where it was left.

use super::live::{Live, Page};
use super::schema::holds;
use axum::body::Body;
use axum::http::{Method, StatusCode};
use scraper::ElementRef;
use serde_json::{Value, json};

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n\
BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/London:20260903T070000\r\nDTEND;TZID=Europe/London:20260903T083000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Riverside Network\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=Europe/London:20260901T120000\r\nDTEND;TZID=Europe/London:20260901T133000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Project Steering Group\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:3\r\nDTSTART;TZID=Europe/London:20261006T100000\r\nDTEND;TZID=Europe/London:20261006T110000\r\nSUMMARY:Coffee with Priya Shah\r\nEND:VEVENT\r\n\
END:VCALENDAR\r\n";
const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:p\r\nFN:Priya Shah\r\nTEL:+447700900123\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nUID:t\r\nFN:Tom Ellis\r\nEND:VCARD\r\n";
const MEETINGS: &str = "date,group,minutes,talked_to\n2026-09-10,Quayside Chapter,90,Tom Ellis\n2026-09-17,Quayside Chapter,90,Tom Ellis\n";

async fn brought(live: &Live, files: &[(&str, &str)]) -> Page {
    let parts = files.iter().map(|(name, text)| {
        format!("--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{text}\r\n")
    });
    let body = parts.collect::<String>() + "--cut--\r\n";
    let kind = [("content-type", "multipart/form-data; boundary=cut")];
    let answer = live.ask(Method::POST, "/import", &kind, Body::from(body)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    Page(scraper::Html::parse_document(&answer.text))
}

#[tokio::test]
async fn from_an_empty_book_to_a_message_to_a_named_person() {
    let live = Live::empty().await;
    let first = live.page("/").await;
    assert!(first.says("h1", "Where are your people?"));
    for name in ["iPhone", "Android", "Google", "Outlook", "LinkedIn"] {
        assert!(first.says(".guide summary", name), "{name}");
    }
    assert!(first.all(".guide svg.screen").len() >= 12, "each step has its drawing");
    let files = [("all.vcf", CARDS), ("mine.ics", CALENDAR), ("meetings.csv", MEETINGS)];
    let read = brought(&live, &files).await;
    let on = read.all(".ways a.go")[0].value().attr("href").unwrap().to_owned();
    assert_eq!(on, "/start/found");
    assert!(read.all("a[href^='/card/for/']").is_empty(), "no card for what files tell of");

    let found = live.page(&on).await;
    assert!(
        found.says("h1", "We found three groups and events and two people. Is that right?"),
        "{:?}",
        found.texts("h1")
    );
    assert!(found.says("li.task", "Eleven Thursdays") || found.says("li.task", "11 Thursdays"));
    // What a sheet names was not misread.
    let named = |li: &ElementRef<'_>| li.html().contains("\">Quayside Chapter</h3>");
    let quayside = found.all("li.task").into_iter().find(named).unwrap();
    assert!(!quayside.html().contains("Not a group"));
    let found = live.press(&found, "Not a group", &[]).await;
    assert!(found.says(".done", "It is no group any more"));
    assert_eq!(found.all("li.task").len(), 2);

    // Left here and come back to.
    let week = live.page("/").await;
    assert!(week.says(".bring", "Your first hour goes on: see whether what was found is right."));
    let clients = live.press(&found, "Go on", &[]).await;
    assert!(clients.says("h1", "Where did your last five clients come from?"));
    let typed = [("client-0", "Mill Lane"), ("from-0", "Priya Shah"), ("kind-0", "referral")];
    let sent = live.send(&clients, "/business", &typed).await;
    assert!(sent.to.starts_with("/start/clients"), "{}", sent.to);
    let clients = live.page(&sent.to).await;
    assert!(clients.says(".bring", "One client in the book."));
    let wrong = live.send(&clients, "/business", &[("client-0", "A"), ("worth-0", "lots")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Your first hour"), "it comes back on its own screen");

    let one = live.press(&clients, "Go on", &[]).await;
    assert!(one.says("h1", "Write to one person now"), "{:?}", one.texts("main"));
    let why = one.texts("#why + ul li");
    assert!(!why.is_empty() && why.iter().all(|line| !line.is_empty()), "{why:?}");
    assert!(one.texts("textarea[data-words]")[0].starts_with("Hello "));
    let success = live.press(&one, "Skip this", &[]).await;
    assert!(success.says("h1", "What would success be for you?"));
    let sent = live.send(&success, "/aims", &[("what", "Three referrals")]).await;
    assert!(sent.to.starts_with("/start/success"), "{}", sent.to);
    let success = live.page(&sent.to).await;
    let last = live.press(&success, "Go on to your first week", &[]).await;
    assert!(last.says("h1", "What keeps you from networking?"));
    assert!(!live.page("/").await.says(".bring", "Your first hour"), "it is over");
}

#[tokio::test]
async fn who_brings_nothing_is_asked_whom_they_met() {
    let live = Live::empty().await;
    let first = live.page("/").await;
    let clients = live.press(&first, "I have nothing to bring yet", &[]).await;
    assert!(clients.says("h1", "Where did your last five clients come from?"));
    let nobody = live.press(&clients, "Skip this", &[]).await;
    assert!(nobody.says("h1", "Whom did you meet last?"));
    assert_eq!(live.get("/").await.to, "/start/first", "come back to where it was left");
    let met = "met Hannah Cole at the Chamber Lunch yesterday, she looks for a bookkeeper";
    let sent = live.send(&nobody, "/notes", &[("text", met)]).await;
    let one = live.page(&sent.to).await;
    assert!(sent.to.starts_with("/start/first"), "{}", sent.to);
    assert!(one.says("h1", "Write to one person now"), "{:?}", one.texts("main"));
    assert!(one.says(".letter h2", "Hannah Cole"));
    let words = one.texts("textarea[data-words]").remove(0);
    assert!(words.contains("You are looking for a bookkeeper"), "{words}");
    let written = live.press(&one, "I have written", &[]).await;
    assert!(written.says("h1", "The first one is on its way"), "{:?}", written.texts("main"));
    let success = live.press(&written, "Go on", &[]).await;
    assert!(success.says("h1", "What would success be for you?"));
    assert_eq!(live.get("/start/nonsense").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn pages_of_an_empty_book_teach_what_will_be_there() {
    let live = Live::empty().await;
    for (path, says) in [
        ("/people", "Who they are and where you met"),
        ("/groups", "How many hours each took"),
        ("/review", "Where your hours went"),
    ] {
        let page = live.page(path).await;
        assert!(page.says(".howto dt", says), "{path}: {:?}", page.texts("main"));
        assert!(!page.all("a[href='/start/bring']").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn two_names_of_a_group_become_one_and_undo_parts_them() {
    let live = Live::empty().await;
    brought(&live, &[("mine.ics", CALENDAR), ("meetings.csv", MEETINGS)]).await;
    let page = live.page("/start/found").await;
    let groups = json_groups(&live).await;
    let id = |name: &str| groups.iter().find(|(of, _)| of == name).unwrap().1.clone();
    let (keep, lose) = (id("Quayside Chapter"), id("Riverside Network"));
    let to = format!("/groups/{lose}/same");
    let sent = live.send(&page, &to, &[("as", &keep)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let page = live.page(&sent.to).await;
    assert_eq!(page.all("li.task").len(), 2);
    assert!(page.says(".done", "They are one group now."));
    live.press(&page, "Undo", &[]).await;
    assert_eq!(live.page("/start/found").await.all("li.task").len(), 3);
    let other = json!({ "as": lose });
    let told = format!("/api/v1/groups/{keep}/same");
    let (status, problem) = live.json(Method::POST, &told, &[], &other).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "a sheet names it: {problem}");
    let (status, _) = live
        .json(Method::POST, &format!("/api/v1/groups/{lose}/not-a-group"), &[], &json!({}))
        .await;
    assert_eq!(status, StatusCode::OK);
    let (_, found) = live.json(Method::GET, "/api/v1/found", &[], &Value::Null).await;
    holds("Found", &found);
    assert_eq!(found["groups"].as_array().unwrap().len(), 2, "{found}");
}

async fn json_groups(live: &Live) -> Vec<(String, String)> {
    let (_, found) = live.json(Method::GET, "/api/v1/found", &[], &Value::Null).await;
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let groups = found["groups"].as_array().unwrap().iter();
    groups.map(|group| (text(&group["name"]), text(&group["id"]))).collect()
}

#[tokio::test]
async fn an_import_that_is_no_longer_known_leads_to_what_was_done() {
    let live = Live::empty().await;
    for id in ["0193b3a0-0000-7000-8000-000000000000", "nonsense"] {
        let answer = live.get(&format!("/import/{id}")).await;
        assert_eq!((answer.status, answer.to.as_str()), (StatusCode::SEE_OTHER, "/changes"));
    }
}

/// A place stands in the navigation with its first content, and under More before it.
#[tokio::test]
async fn places_appear_in_the_navigation_with_their_first_content() {
    let live = Live::empty().await;
    assert!(live.page("/").await.texts(".appeared a").is_empty());
    brought(&live, &[("meetings.csv", MEETINGS)]).await;
    assert_eq!(live.page("/").await.texts(".appeared a"), ["Your network"]);
    let page = live.page("/business").await;
    live.send(&page, "/business", &[("client-0", "Mill Lane")]).await;
    let page = live.page("/business").await;
    assert_eq!(page.texts(".appeared a"), ["Business", "Your network"]);
    assert_eq!(page.texts("nav a[aria-current]"), ["Business"], "one place is the current one");
}

#[tokio::test]
async fn once_over_it_does_not_begin_again_in_a_book_that_is_empty_still() {
    let live = Live::empty().await;
    for screen in ["bring", "clients", "first", "success"] {
        let on = live.post(&format!("/start/{screen}"), &[]).await;
        assert_eq!(on.status, StatusCode::SEE_OTHER, "{screen}");
    }
    let week = live.page("/").await;
    assert!(week.says("h1", "This week") && !week.says("main", "first hour"));
    for on in ["/start/bring", "/start/first", "/start"] {
        assert!(!week.all(&format!("a[href='{on}']")).is_empty(), "{on}");
    }
    assert!(!live.page("/groups").await.all("a[href='/meetings']").is_empty());
}

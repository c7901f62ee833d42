//! Calendars that are read from a private link.

use super::live::Live;
use super::schema::holds;
use async_trait::async_trait;
use axum::http::{Method, StatusCode};
use kithwork_app::calendar::{Ask, Fault, Fetch, Fetched};
use serde_json::{Value, json};
use std::sync::Arc;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n\
    DTSTART:20261006T100000\r\nDTEND:20261006T110000\r\nSUMMARY:Coffee with Priya Shah\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";
const SECRET: &str = "https://calendar.example/private-0123/basic.ics";

/// A network of one calendar, which is as it was once it has been read.
#[derive(Debug)]
pub(super) struct One;

#[async_trait]
impl Fetch for One {
    async fn fetch(&self, ask: Ask) -> Result<Fetched, Fault> {
        match ask.address.reveal() {
            SECRET if ask.etag.is_some() => Ok(Fetched::Unchanged),
            SECRET => Ok(Fetched::Whole {
                octets: CALENDAR.as_bytes().to_vec(),
                etag: Some("\"1\"".to_owned()),
                last_modified: None,
            }),
            _ => Err(Fault::Gone),
        }
    }
}

#[tokio::test]
async fn a_link_is_kept_read_when_asked_for_and_never_shown_whole_again() {
    let live = Live::empty().await.fetching(Arc::new(One));
    let page = live.page("/start/bring").await;
    let read = live.send(&page, "/calendars", &[("address", SECRET)]).await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.text);
    assert!(read.text.contains("calendar.example.ics") && read.text.contains("1 new"));
    let page = live.page("/calendars").await;
    assert!(
        page.says("li.task", "calendar.example/…, read on Mon 16 Nov"),
        "{:?}",
        page.texts("li")
    );
    let again = page.form_of("Read it now").0;
    let again = live.post(&again, &[]).await;
    assert!(again.text.contains("Nothing has changed since it was last read."), "{}", again.text);
    for path in ["/calendars", "/start/bring", "/changes", "/api/v1/calendars", "/settings"] {
        assert!(!live.get(path).await.text.contains("private-0123"), "{path}");
    }
    let (to, fields) = page.form_of("Forget the link");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(live.post(&to, &fields).await.to, "/calendars");
    assert!(live.page("/calendars").await.all("li.task").is_empty());
    assert_eq!(live.post(&to, &fields).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_told_and_not_kept() {
    let live = Live::empty().await.fetching(Arc::new(One));
    let page = live.page("/calendars").await;
    for (address, says) in [
        ("http://calendar.example/a.ics", "Is not secure"),
        ("file:///etc/passwd", "Has to begin with https:// or webcal://"),
        ("https://jo:pw@calendar.example/a", "a name or a password"),
    ] {
        let refused = live.send(&page, "/calendars", &[("address", address)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(refused.text.contains(says) && refused.text.contains("aria-invalid"), "{address}");
    }
    let gone = live.send(&page, "/calendars", &[("address", "https://calendar.example/old")]).await;
    assert_eq!(gone.status, StatusCode::BAD_GATEWAY);
    assert!(gone.text.contains("changed or withdrawn"), "{}", gone.text);
    assert!(live.page("/calendars").await.all("li.task").is_empty());
    let without = Live::empty().await;
    let page = without.page("/calendars").await;
    let refused = without.send(&page, "/calendars", &[("address", SECRET)]).await;
    assert!(refused.status.is_client_error(), "a server that fetches nothing says so");
}

#[tokio::test]
async fn programs_do_the_same() {
    let live = Live::empty().await.fetching(Arc::new(One));
    let link = json!({ "address": SECRET, "name": "Work" });
    let (status, kept) = live.json(Method::POST, "/api/v1/calendars", &[], &link).await;
    assert_eq!(status, StatusCode::OK, "{kept}");
    holds("Calendar", &kept);
    let path = format!("/api/v1/calendars/{}", kept["id"].as_str().unwrap());
    let (_, read) = live.json(Method::POST, &format!("{path}/read"), &[], &json!({})).await;
    holds("Import", &read);
    assert_eq!(
        (&read["files"][0]["path"], &read["files"][0]["vanished"]),
        (&json!("Work.ics"), &json!(0))
    );
    let (_, all) = live.json(Method::GET, "/api/v1/calendars", &[], &Value::Null).await;
    holds("Calendars", &all);
    let (status, _) = live.json(Method::DELETE, &path, &[], &Value::Null).await;
    assert_eq!(status, StatusCode::OK);
    let wrong = json!({ "address": "http://x.example/private-0123" });
    let (status, problem) = live.json(Method::POST, "/api/v1/calendars", &[], &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["pointer"], "#/address");
    assert!(!problem.to_string().contains("private-0123"));
}

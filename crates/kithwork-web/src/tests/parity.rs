//! Whatever a page does, a program can do too.

use super::live::Live;
use crate::api::{OPERATIONS, describe};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

/// What each form of the pages does, and the operation that does the same; none for what only finds
/// something or shows it, and for how a browser comes in.
const DEEDS: &[(&str, Option<&str>)] = &[
    ("/aims", Some("aim")),
    ("/asks", Some("ask")),
    ("/business", Some("business")),
    ("/business/channels", Some("channel")),
    ("/business/channels/{id}", Some("edit_channel")),
    ("/calendars", Some("add_calendar")),
    ("/calendars/{id}/drop", Some("drop_calendar")),
    ("/calendars/{id}/read", Some("read_calendar")),
    ("/card/for/{id}", Some("give_card")),
    ("/card/reply/{id}", Some("playback")),
    ("/changes/{id}/undo", Some("undo_change")),
    ("/conversations/{id}/agree", Some("agree")),
    ("/conversations/{id}/happened", Some("happened")),
    ("/conversations/{id}/not-held", Some("not_held")),
    ("/entries/{id}/delete", Some("delete_entry")),
    ("/experiments", Some("begin_experiment")),
    ("/experiments/stop", Some("stop_experiment")),
    ("/go", None),
    ("/groups", Some("tell_settings")),
    ("/groups/{id}/edit", Some("edit_group")),
    ("/groups/{id}/leave", Some("edit_group")),
    ("/groups/{id}/not-a-group", Some("not_a_group")),
    ("/groups/{id}/rating", Some("rate_group")),
    ("/groups/{id}/same", Some("same_group")),
    ("/groups/{id}/stay", Some("stay_in_group")),
    ("/help", Some("help")),
    ("/import", Some("import")),
    ("/introductions", Some("introduce")),
    ("/levels/{level}", Some("rename_level")),
    ("/lists", Some("keep_list")),
    ("/lists/{id}", Some("edit_list")),
    ("/lists/{id}/remove", Some("remove_list")),
    ("/map", None),
    ("/meetings", Some("enter_meeting")),
    ("/meetings/{id}", Some("tell_meeting")),
    ("/meetings/{id}/not-there", Some("not_there")),
    ("/needs/{id}", Some("edit_need")),
    ("/needs/{id}/introduce", Some("propose_introduction")),
    ("/needs/{id}/met", Some("need_met")),
    ("/notes", Some("note")),
    ("/offers/{id}", Some("edit_offer")),
    ("/offers/{id}/close", Some("close_offer")),
    ("/people", None),
    ("/people/bulk", Some("bulk")),
    ("/people/care", Some("triage")),
    ("/people/not-now", Some("put_off")),
    ("/people/{id}/contact", Some("edit_person")),
    ("/people/{id}/count-in", Some("edit_person")),
    ("/people/{id}/edit", Some("edit_person")),
    ("/people/{id}/erase", Some("erase_person")),
    ("/people/{id}/merge", None),
    ("/people/{id}/merge/{other}", Some("merge")),
    ("/people/{id}/playbacks", Some("playback")),
    ("/people/{id}/prepare", Some("objective")),
    ("/people/{id}/projects", Some("project")),
    ("/people/{id}/ratings", Some("observe")),
    ("/people/{id}/said", Some("said")),
    ("/pair", None),
    ("/phone/devices/{id}", Some("rename_device")),
    ("/phone/devices/{id}/drop", Some("unpair_device")),
    ("/phone/open", Some("offer_pairing")),
    ("/phone/password", Some("set_password")),
    ("/phone/tokens", Some("make_token")),
    ("/phone/tokens/{id}/drop", Some("drop_token")),
    ("/pitch", Some("keep_pitch")),
    ("/pitch/choose", Some("choose_pitch")),
    ("/pitch/meetings/{id}", Some("gave_pitch")),
    ("/pitch/profile", Some("tell_profile")),
    ("/pitch/quick", Some("quick_pitch")),
    ("/pitch/triggers", Some("add_trigger")),
    ("/pitch/triggers/{id}/drop", Some("drop_trigger")),
    ("/pitch/{id}", Some("keep_pitch")),
    ("/pitch/{id}/delete", Some("delete_entry")),
    ("/pitch/{id}/timed", Some("rehearse")),
    ("/presentations", Some("tell_talk")),
    ("/presentations/{id}/answer", Some("link_talk")),
    ("/presentations/{id}/link", Some("link_talk")),
    ("/promises/keep", Some("keep")),
    ("/promises/later", Some("put_promises_off")),
    ("/proposals", Some("propose_introduction")),
    ("/proposals/{id}/{step}", Some("step_introduction")),
    ("/questions/{id}", Some("answer")),
    ("/referrals/{id}", Some("step_referral")),
    ("/referrals/{id}/thank", Some("thank_for_referral")),
    ("/said/{id}", Some("edit_said")),
    ("/settings", Some("tell_settings")),
    ("/sign-in", None),
    ("/sign-out", None),
    ("/start", Some("begin")),
    // Where one is in the first hour is of no use to a program.
    ("/start/{screen}", None),
    ("/tags/{id}", Some("rename_tag")),
    ("/talks", Some("talk")),
    ("/trash/empty", Some("empty_trash")),
    ("/trash/{id}/put-back", Some("put_back")),
];

/// The addresses at which the router takes forms, read from its source.
pub(super) fn taken() -> Vec<String> {
    let source = include_str!("../router.rs");
    let routes = source.split(".route(").skip(1).map(|route| {
        // The last route of a list ends with its function.
        let route = route.split("\n}").next().unwrap_or(route);
        let path = route.trim_start().trim_start_matches('"').split('"').next().unwrap();
        (path.to_owned(), route.contains("post(") || route.contains("upload()"))
    });
    let mut taken: Vec<String> = routes.filter(|(_, posts)| *posts).map(|(path, _)| path).collect();
    taken.sort();
    taken
}

#[test]
fn every_form_of_the_pages_has_an_operation() {
    let mut known: Vec<&str> = DEEDS.iter().map(|(path, _)| *path).collect();
    known.sort_unstable();
    assert_eq!(taken(), known, "a form without a place in the list, or the other way round");
    let described = describe().to_string();
    for (path, operation) in DEEDS {
        let Some(operation) = operation else { continue };
        let named = format!("\"operationId\":\"{operation}\"");
        assert!(described.contains(&named), "{path}: {operation}");
    }
}

/// Each operation answers at its address, with something else than “there is no such address”.
#[tokio::test]
async fn every_operation_is_there() {
    let live = Live::with(&[("people", "name\nPriya Shah\n")]).await;
    for operation in OPERATIONS {
        let path = format!("/api/v1{}", operation.path.replace("{id}", "nobody"));
        let method: Method = operation.method.to_uppercase().parse().unwrap();
        let (status, document) = live.json(method, &path, &[], &json!({ "no": "field" })).await;
        assert_ne!(status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        assert!(!status.is_server_error(), "{path}: {document}");
        let says = document["detail"].as_str().unwrap_or_default();
        assert!(!says.contains("openapi.json"), "{path}: {document}");
    }
}

/// Files, clients and settings, as a program sends them.
#[tokio::test]
async fn a_program_brings_files_tells_clients_and_settings() {
    let live = Live::empty().await;
    let body = "--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"people.csv\"\r\n\r\n\
                name,met_on\nPriya Shah,2026-09-01\n\r\n--cut--\r\n";
    let kind = [("content-type", "multipart/form-data; boundary=cut")];
    let answer = live.ask(Method::POST, "/api/v1/import", &kind, Body::from(body)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let read: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(read["files"][0]["created"], 1, "{read}");
    super::schema::holds("Import", &read);
    let answer = live.ask(Method::POST, "/api/v1/import", &kind, Body::from("nothing")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("urn:kithwork:problem"), "{}", answer.text);
    let clients = json!({ "clients": [{ "client": "Mill Lane", "from": "Priya Shah" }] });
    let (status, done) = live.json(Method::POST, "/api/v1/business", &[], &clients).await;
    assert!(status.is_success() && done["change"].is_string(), "{done}");
    let told = json!({ "hours_per_week": 5, "weekly_spend": "40" });
    let (_, settings) = live.json(Method::PATCH, "/api/v1/settings", &[], &told).await;
    assert_eq!(settings["hours_per_week"], 5);
    assert_eq!(settings["weekly_spend"]["minor"], 4_000);
    let wrong = json!({ "weekly_spend": "plenty" });
    let (status, problem) = live.json(Method::PATCH, "/api/v1/settings", &[], &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["pointer"], "#/weekly_spend");
}

/// An address that can't be read is answered as any other fault is.
#[tokio::test]
async fn an_address_that_cannot_be_read_is_a_fault_like_any_other() {
    let live = Live::empty().await;
    let answer = live.get("/api/v1/plan?hours=many").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("urn:kithwork:problem:value-invalid"), "{}", answer.text);
    let page = live.get("/review?as_of=2026-01-01&as_of=2026-01-02").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("<h1"), "{}", page.text);
}

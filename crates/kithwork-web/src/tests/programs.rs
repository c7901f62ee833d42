//! The programs' interface on a real book: it does what the pages do, once a key.

use super::live::Live;
use crate::api::{OPERATIONS, schemas};
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

const PEOPLE: (&str, &str) = (
    "people",
    "name,email,met_on\nPriya Shah,priya@x.example,2026-09-01\nTom Ellis,tom@x.example,2026-09-01\n",
);

async fn get(live: &Live, path: &str) -> Value {
    let (status, document) = live.json(Method::GET, path, &[], &Value::Null).await;
    assert_eq!(status, StatusCode::OK, "{path}: {document}");
    document
}

async fn post(live: &Live, path: &str, body: Value) -> Value {
    let (status, document) = live.json(Method::POST, path, &[], &body).await;
    assert_eq!(status, StatusCode::OK, "{path}: {document}");
    document
}

async fn id_of(live: &Live, name: &str) -> String {
    let found = get(live, &format!("/api/v1/people?q={}", name.replace(' ', "%20"))).await;
    found["people"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_note_sent_twice_with_one_key_is_kept_once() {
    let live = Live::with(&[PEOPLE]).await;
    let key = [("idempotency-key", "from my phone, 7")];
    let note = json!({ "text": "121 with Priya Shah\u{0}", "on": "2026-11-13" });
    let before = live.seq().await;
    let (status, first) = live.json(Method::POST, "/api/v1/notes", &key, &note).await;
    assert_eq!(status, StatusCode::OK, "{first}");
    assert_eq!(first["understood"][0]["people"], json!(["Priya Shah"]));
    let (_, second) = live.json(Method::POST, "/api/v1/notes", &key, &note).await;
    assert_eq!(first["change"], second["change"]);
    assert_eq!(live.seq().await, before + 1);
    let undone = post(
        &live,
        &format!("/api/v1/changes/{}/undo", first["change"].as_str().unwrap()),
        json!({}),
    )
    .await;
    assert_eq!(undone["was"], "note");
    let changes = get(&live, "/api/v1/changes?limit=2").await;
    assert_eq!(changes["changes"][0]["undoes"], first["change"]);
    assert_eq!(changes["changes"][1]["undone"], true);
    assert!(changes["next"].is_i64());
}

#[tokio::test]
async fn a_one_to_one_goes_from_asked_to_happened_and_a_person_is_put_right() {
    let live = Live::with(&[PEOPLE]).await;
    let priya = id_of(&live, "Priya Shah").await;
    let people = json!([priya]);
    let asked = post(&live, "/api/v1/conversations/ask", json!({ "people": people })).await;
    assert!(asked["change"].is_string());
    let person = get(&live, &format!("/api/v1/people/{priya}")).await;
    let talk = person["timeline"].as_array().unwrap().iter().find(|m| m["kind"] == "conversation");
    let talk = talk.unwrap()["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/conversations/{talk}");
    post(&live, &format!("{path}/agree"), json!({ "on": "2026-11-16", "starts": "08:30:00" }))
        .await;
    post(&live, &format!("{path}/happened"), json!({ "minutes": 45, "objective_met": "yes" }))
        .await;
    let person = get(&live, &format!("/api/v1/people/{priya}")).await;
    assert!(person["timeline"].to_string().contains("one-to-one, 45 min"), "{person}");

    let path = format!("/api/v1/people/{priya}");
    let (status, _) = live.json(Method::PATCH, &path, &[], &json!({ "city": "Leeds" })).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(get(&live, &path).await["city"], "Leeds");
    let (status, problem) =
        live.json(Method::PATCH, &path, &[], &json!({ "emails": ["nope"] })).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["pointer"], "#/emails");
    for (path, body) in [("/api/v1/notes", json!({ "txt": "x" })), ("/api/v1/help", json!([]))] {
        let (status, problem) = live.json(Method::POST, path, &[], &body).await;
        assert_eq!((status.as_u16(), problem["status"].as_u64()), (422, Some(422)), "{problem}");
    }
}

#[tokio::test]
async fn two_records_are_joined_and_parted_and_one_is_erased() {
    let live = Live::with(&[PEOPLE]).await;
    let (priya, tom) = (id_of(&live, "Priya Shah").await, id_of(&live, "Tom Ellis").await);
    post(&live, &format!("/api/v1/people/{priya}/merge"), json!({ "other": tom })).await;
    assert_eq!(get(&live, "/api/v1/people").await["people"].as_array().unwrap().len(), 1);
    post(&live, &format!("/api/v1/people/{tom}/unmerge"), json!({})).await;
    assert_eq!(get(&live, "/api/v1/people").await["people"].as_array().unwrap().len(), 2);
    let path = format!("/api/v1/people/{tom}");
    let (status, _) = live.json(Method::DELETE, &path, &[], &Value::Null).await;
    assert_eq!(status, StatusCode::OK);
    let (status, _) = live.json(Method::GET, &path, &[], &Value::Null).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

/// Each schema that an operation names is described.
#[test]
fn every_operation_names_schemas_that_are_there() {
    let (schemas, document) = (schemas(), super::schema::openapi());
    let mut names = std::collections::HashSet::new();
    for operation in OPERATIONS {
        let path = format!("/api/v1{}", operation.path);
        let described = &document["paths"][&path][operation.method];
        assert!(names.insert(described["operationId"].to_string()), "{path} twice");
        let refs = described.to_string();
        for name in refs.split("#/components/schemas/").skip(1) {
            let name = name.split('"').next().unwrap();
            assert!(schemas[name].is_object(), "{path} names {name}");
        }
    }
}

#[tokio::test]
async fn documents_have_the_fields_that_are_described() {
    let live = Live::with(&[PEOPLE]).await;
    let priya = id_of(&live, "Priya Shah").await;
    post(&live, "/api/v1/notes", json!({ "text": "121 with Priya Shah" })).await;
    post(&live, "/api/v1/start", json!({ "because": "no_belief" })).await;
    post(&live, "/api/v1/aims", json!({ "what": "Three referrals", "people": ["Tom Ellis"] }))
        .await;
    post(&live, "/api/v1/experiments", json!({ "code": "meeting-heavy", "what": "Fewer" })).await;
    for (name, path) in [
        ("People", "/api/v1/people".to_owned()),
        ("Person", format!("/api/v1/people/{priya}")),
        ("Sheet", format!("/api/v1/people/{priya}/prepare")),
        ("Changes", "/api/v1/changes".to_owned()),
        ("Questions", "/api/v1/questions".to_owned()),
        ("Close", "/api/v1/friday".to_owned()),
        ("Levels", "/api/v1/levels".to_owned()),
        ("Settings", "/api/v1/settings".to_owned()),
        ("Start", "/api/v1/start".to_owned()),
        ("Aims", "/api/v1/aims".to_owned()),
        ("Experiments", "/api/v1/experiments".to_owned()),
    ] {
        let document = get(&live, &path).await;
        super::schema::holds(name, &document);
    }
}

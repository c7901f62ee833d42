//! The interface described for programs (`OpenAPI` 3.1), from one list of its operations.

use super::condition::{is_held, is_of_the_book};
use super::operations::{OPERATIONS, Operation, PAGED};
use axum::Json;
use serde_json::{Map, Value, json};

/// `GET /api/v1/openapi.json`.
pub(crate) async fn document() -> Json<Value> {
    Json(describe())
}

pub(crate) fn describe() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for operation in OPERATIONS {
        let path = paths.entry(format!("/api/v1{}", operation.path)).or_insert_with(|| json!({}));
        if let Some(methods) = path.as_object_mut() {
            methods.insert(operation.method.to_owned(), described(operation));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Kithwork", "version": "1", "description":
            "Everything the pages do. What changes the book takes a key in the header \
             Idempotency-Key: sent again with it, it is done once. Version 1 only grows." },
        "paths": paths,
        "components": {
            "schemas": super::schema::schemas(),
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer", "description":
                "A token that the owner made: “kithwork token new”, or the page “Use on my phone”. \
                 On the computer itself none is needed; one that is shown counts all the same." } },
        },
    })
}

fn described(operation: &Operation) -> Value {
    let mut described = json!({
        "operationId": operation.name,
        "summary": operation.says,
        "parameters": parameters(operation),
        "responses": responses(operation),
        "security": [{}, { "token": [super::rights::scope(operation).name()] }],
    });
    if let Some(sent) = operation.sent {
        // Files come as a form sends them; everything else is a document.
        let kind = if sent == "Files" { "multipart/form-data" } else { "application/json" };
        described["requestBody"] = json!({ "required": true, "content": { kind: {
            "schema": { "$ref": format!("#/components/schemas/{sent}") } } } });
    }
    described
}

fn parameters(operation: &Operation) -> Vec<Value> {
    let mut all: Vec<Value> = conditions(operation).into_iter().collect();
    if operation.path.contains("{id}") {
        all.push(json!({ "name": "id", "in": "path", "required": true,
                         "schema": { "type": "string" }, "description": "Its id." }));
    }
    if operation.method == "post" || operation.method == "patch" {
        all.push(json!({ "name": "Idempotency-Key", "in": "header", "required": false,
                         "schema": { "type": "string" }, "description":
                         "Sent again with the same key, it is done once." }));
    }
    let number = |name: &str, says: &str| {
        json!({ "name": name, "in": "query", "required": false, "description": says,
                "schema": { "type": "integer" } })
    };
    match operation.name {
        "review" => all.push(query("as_of", "date", "The date; without it, today.")),
        "plan" => all.extend([
            query("week", "date", "Any day of the week; without it, today."),
            json!({ "name": "hours", "in": "query", "required": false,
                    "schema": { "type": "number", "minimum": 0, "maximum": 168 },
                    "description": "Hours to plan for; without it, the owner’s own budget." }),
        ]),
        "people" => all.extend([
            query("q", "text", "Words to find; without them, everyone by name."),
            number("limit", "At most so many."),
            query("after", "uuid", "Only those after this person: `next` of the page before."),
            query("list", "uuid", "Those of a list that is kept."),
            query("order", "text", "`name`, `seen` (last first) or `level` (highest first)."),
            query("state", "text", "`warm`, `cooling` or `dormant`; may be named several times."),
            number("level", "0 to 5; may be named several times."),
            query("room", "uuid", "Met in this group; may be named several times."),
            query("sector", "text", "A line of business; may be named several times."),
            query("tag", "uuid", "Bearing this tag; may be named several times."),
            query("not_sat_down", "text", "`yes`: only those not sat down with yet."),
            query(
                "undecided",
                "text",
                "`yes`: only those met with nothing since, nothing agreed and nothing decided.",
            ),
            query("could_refer", "text", "`yes`: only those who could refer the owner."),
            query("set_aside", "text", "`yes`: only those who are set aside."),
            query("seen_before", "date", "Only those last seen before that day."),
            query("seen_after", "date", "Only those seen on that day or after it."),
        ]),
        "changes" => all.extend([
            number("before", "Only those before this number: `next` of the page before."),
            number("after", "The same by the name that all lists give it."),
            number("limit", "At most so many."),
        ]),
        name if PAGED.contains(&name) => all.extend([
            number("limit", "At most so many, 1 to 500; without it, all."),
            query("after", "text", "Only what comes after: `next` of the page before."),
        ]),
        _ => {}
    }
    all
}

fn query(name: &str, format: &str, says: &str) -> Value {
    json!({ "name": name, "in": "query", "required": false, "description": says,
            "schema": { "type": "string", "format": format } })
}

fn responses(operation: &Operation) -> Value {
    let content = |kind: &str, name: &str| json!({ kind: { "schema": { "$ref": format!("#/components/schemas/{name}") } } });
    let problem = |says: &str| json!({ "description": says, "content": content("application/problem+json", "Problem") });
    let failed = || problem("It could not be done");
    let mut all = json!({
        "200": { "description": "The document",
                 "content": content("application/json", operation.answer) },
        "400": failed(), "401": failed(), "403": failed(), "404": failed(), "409": failed(), "413": failed(),
        "422": failed(), "500": failed(), "503": failed(),
    });
    if operation.method == "get" {
        let tag =
            if is_of_the_book(operation.path) { "the whole book’s, weak" } else { "strong" };
        let tag = json!({ "ETag": { "schema": { "type": "string" },
                                    "description": format!("Its version: {tag}.") } });
        all["200"]["headers"] = tag.clone();
        all["304"] = json!({ "description": "It is as it was", "headers": tag });
    } else if is_held(operation.path) {
        all["412"] = problem("It has changed since: both versions, and nothing was written");
    }
    all
}

/// The conditions that an operation takes.
fn conditions(operation: &Operation) -> Option<Value> {
    let (name, says) = if operation.method == "get" {
        ("If-None-Match", "The ETags that are known: nothing is sent again.")
    } else if is_held(operation.path) {
        ("If-Match", "The ETag that was seen: nothing else is overwritten.")
    } else {
        return None;
    };
    Some(json!({ "name": name, "in": "header", "required": false,
                 "schema": { "type": "string" }, "description": says }))
}

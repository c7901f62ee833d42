//! The interface described for programs (`OpenAPI` 3.1).

use axum::Json;
use serde_json::{Value, json};

/// `GET /api/v1/openapi.json`.
pub(crate) async fn document() -> Json<Value> {
    Json(describe())
}

fn describe() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Kithwork", "version": "1", "description":
            "What a book says, the review and the plan, and the owner's word on people. Version 1 only grows." },
        "paths": {
            "/api/v1/review": { "get": {
                "operationId": "review",
                "summary": "All that is known of the book at a date",
                "parameters": [parameter("as_of", "date", "The date; without it, today.")],
                "responses": responses("Review"),
            }},
            "/api/v1/plan": { "get": {
                "operationId": "plan",
                "summary": "Whom to see this week, what to bring, and why",
                "parameters": [
                    parameter("week", "date", "Any day of the week; without it, today."),
                    { "name": "hours", "in": "query", "required": false,
                      "schema": { "type": "number", "minimum": 0, "maximum": 168 },
                      "description": "Hours to plan for; without it, the owner's own budget." },
                ],
                "responses": responses("Plan"),
            }},
            "/api/v1/triage": { "post": {
                "operationId": "triage",
                "summary": "Keep the owner's word on people, many at once, as one change",
                "requestBody": { "required": true, "content": { "application/json": {
                    "schema": { "$ref": "#/components/schemas/Decision" } } } },
                "responses": responses("Triaged"),
            }},
        },
        "components": { "schemas": super::schema::schemas() },
    })
}

fn parameter(name: &str, format: &str, says: &str) -> Value {
    json!({ "name": name, "in": "query", "required": false, "description": says,
            "schema": { "type": "string", "format": format } })
}

fn responses(schema: &str) -> Value {
    let content = |kind: &str, name: &str| json!({ kind: { "schema": { "$ref": format!("#/components/schemas/{name}") } } });
    let problem = || {
        json!({ "description": "It could not be done",
                "content": content("application/problem+json", "Problem") })
    };
    json!({
        "200": { "description": "The document", "content": content("application/json", schema) },
        "403": problem(), "422": problem(), "500": problem(), "503": problem(),
    })
}

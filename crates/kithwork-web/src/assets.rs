//! Style sheets and pictures, built into the program and addressed by their content, so that a
//! browser keeps each for good and never shows an old one.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::Embed;
use std::fmt::Write as _;

#[derive(Embed)]
#[folder = "assets/"]
struct Files;

/// Where a file is served: its address changes when its content does.
pub(crate) fn href(file: &str) -> String {
    format!("/assets/{}/{file}", Files::get(file).map(|f| stamp(&f)).unwrap_or_default())
}

/// Answers with a file, if that is its present content.
pub(crate) async fn file(Path((hash, name)): Path<(String, String)>) -> Response {
    let Some(found) = Files::get(&name).filter(|found| stamp(found) == hash) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let keep = "public, max-age=31536000, immutable";
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], found.data).into_response()
}

/// The service worker, with what it keeps: the page without a connection and what that is made of.
pub(crate) async fn worker() -> Response {
    let assets = ["tokens.css", "base.css", "layout.css", "parts.css", "app.js", "icon.svg"];
    let files: Vec<String> = assets.into_iter().map(href).chain(["/offline".to_owned()]).collect();
    let Some(found) = Files::get("sw.js") else { return StatusCode::NOT_FOUND.into_response() };
    let script = String::from_utf8_lossy(&found.data).into_owned();
    // A file that changes has another address: the list names the version.
    let files = serde_json::json!(files).to_string();
    let text = format!("const FILES = {files};\nconst SHELL = FILES.join();\n{script}");
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], text).into_response()
}

/// What a phone needs to keep the pages on its first screen.
pub(crate) async fn manifest() -> Response {
    let manifest = serde_json::json!({
        "name": "Kithwork",
        "short_name": "Kithwork",
        "start_url": "/",
        "display": "standalone",
        "background_color": "#faf7f1",
        "theme_color": "#0d6353",
        "icons": [{ "src": href("icon.svg"), "type": "image/svg+xml", "sizes": "any" }],
    });
    let kind = [(header::CONTENT_TYPE, "application/manifest+json")];
    (kind, manifest.to_string()).into_response()
}

/// The first six bytes of the content's SHA-256: enough to tell versions apart.
fn stamp(file: &rust_embed::EmbeddedFile) -> String {
    file.metadata.sha256_hash().iter().take(6).fold(String::with_capacity(12), |mut text, byte| {
        // Writing to a string cannot fail.
        let _written = write!(text, "{byte:02x}");
        text
    })
}

//! Who is answered, and what every answer carries.

use super::store::Bare;
use crate::{CONTENT_SECURITY_POLICY, Hosts, Web, router};
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, Response, StatusCode};
use jiff::Timestamp;
use kithwork_core::id::BookId;
use std::sync::Arc;
use tower::ServiceExt;
use uuid::Uuid;

fn web() -> Web {
    let now: Timestamp = "2026-11-16T09:00:00Z".parse().unwrap();
    let book = BookId(Uuid::from_u128(7));
    Web::new(Arc::new(Bare(book)), book, Arc::new(move || now), Hosts::loopback(8080))
}

async fn ask(method: Method, path: &str, headers: &[(&str, &str)]) -> Response<Body> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    router(web()).oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

const OURS: (&str, &str) = ("host", "127.0.0.1:8080");

async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), 1 << 20).await.unwrap().to_vec()).unwrap()
}

fn header<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn another_host_is_refused_on_every_path() {
    let hosts: [&[(&str, &str)]; 4] = [
        &[("host", "evil.example")],
        &[("host", "127.0.0.1:9999")],
        &[],
        &[OURS, ("host", "evil.example")],
    ];
    for path in ["/", "/review", "/nowhere", "/api/v1/openapi.json", "/api/v1/review"] {
        for headers in hosts {
            let answer = ask(Method::GET, path, headers).await;
            assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{path} {headers:?}");
            assert_eq!(header(&answer, "content-security-policy"), CONTENT_SECURITY_POLICY);
        }
    }
    let absolute = ask(Method::GET, "http://evil.example/api/v1/openapi.json", &[OURS]).await;
    assert_eq!(absolute.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_change_asked_for_by_another_site_is_refused() {
    let refused: [&[(&str, &str)]; 5] = [
        &[OURS, ("sec-fetch-site", "cross-site")],
        &[OURS, ("sec-fetch-site", "same-site")],
        &[OURS, ("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8080")],
        &[OURS, ("origin", "http://evil.example")],
        &[OURS, ("origin", "null")],
    ];
    for headers in refused {
        let answer = ask(Method::POST, "/nowhere", headers).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{headers:?}");
    }
    let answered: [&[(&str, &str)]; 3] = [
        &[OURS, ("sec-fetch-site", "same-origin")],
        &[OURS, ("origin", "http://127.0.0.1:8080")],
        &[OURS],
    ];
    for headers in answered {
        let answer = ask(Method::POST, "/nowhere", headers).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{headers:?}");
    }
}

#[tokio::test]
async fn every_answer_is_kept_from_frames_scripts_and_caches() {
    for path in ["/nowhere", "/api/v1/openapi.json", "/api/nowhere"] {
        let answer = ask(Method::GET, path, &[OURS]).await;
        assert_eq!(header(&answer, "content-security-policy"), CONTENT_SECURITY_POLICY, "{path}");
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
        assert_eq!(header(&answer, "referrer-policy"), "no-referrer");
        assert_eq!(header(&answer, "cross-origin-resource-policy"), "same-origin");
        assert_eq!(header(&answer, "cache-control"), "no-store");
    }
    for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(CONTENT_SECURITY_POLICY.contains(part));
    }
    assert!(!CONTENT_SECURITY_POLICY.contains("unsafe"));
}

#[tokio::test]
async fn a_path_that_leads_nowhere_says_so_and_leads_on() {
    let answer = ask(Method::GET, "/nowhere", &[OURS]).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    let page = text(answer).await;
    assert!(page.contains("<h1>") && page.contains("href=\"/\""));
    let problem = ask(Method::GET, "/api/v1/nowhere", &[OURS]).await;
    assert_eq!(problem.status(), StatusCode::NOT_FOUND);
    assert_eq!(header(&problem, "content-type"), "application/problem+json");
    assert!(text(problem).await.contains("urn:kithwork:problem:not-found"));
}

#[tokio::test]
async fn a_date_that_is_none_is_refused_with_how_to_write_it() {
    let answer = ask(Method::GET, "/api/v1/review?as_of=yesterday", &[OURS]).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(answer).await.contains("2026-11-16"));
    for path in ["/api/v1/plan?hours=-1", "/api/v1/plan?hours=NaN", "/api/v1/plan?hours=1e9"] {
        let answer = ask(Method::GET, path, &[OURS]).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    }
}

#[tokio::test]
async fn styles_are_kept_for_good_under_the_address_of_their_content_and_nowhere_else() {
    let page = text(ask(Method::GET, "/nowhere", &[OURS]).await).await;
    let mut addresses = page.split('"').filter(|part| part.starts_with("/assets/"));
    let address = addresses.next().unwrap();
    assert!(addresses.count() >= 4);
    let style = ask(Method::GET, address, &[OURS]).await;
    assert_eq!(style.status(), StatusCode::OK);
    assert_eq!(header(&style, "content-type"), "text/css; charset=utf-8");
    assert!(header(&style, "cache-control").contains("immutable"));
    for path in ["/assets/000000000000/tokens.css", "/assets/x/..%2fCargo.toml", "/assets/x/y"] {
        assert_eq!(ask(Method::GET, path, &[OURS]).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_interface_describes_itself() {
    let answer = ask(Method::GET, "/api/v1/openapi.json", &[OURS]).await;
    let document: serde_json::Value = serde_json::from_str(&text(answer).await).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let path = path.replace("{id}", "01930000-0000-7000-8000-000000000000");
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let answer = ask(method.clone(), &path, &[OURS]).await;
            assert_ne!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            let said = text(answer).await;
            let nowhere = "see /api/v1/openapi.json for what there is";
            assert!(!said.contains(nowhere), "{method} {path} is described and not served");
        }
    }
}

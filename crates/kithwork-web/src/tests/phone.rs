//! How a phone and a program come in, and how everybody else does not.

use super::fixture;
use crate::{Hosts, Opener, Web, router};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use jiff::{Timestamp, ToSpan};
use kithwork_app::book;
use kithwork_core::id::BookId;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use tower::ServiceExt;

const PHONE: &str = "192.168.1.5:7349";
const HERE: &str = "127.0.0.1:8080";

/// A book that is served on its own machine and to phones.
struct Place {
    here: Router,
    lan: Router,
    clock: Arc<Mutex<Timestamp>>,
    _folder: tempfile::TempDir,
}

struct Answer {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    text: String,
}

impl Answer {
    fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The session that the answer gives, as a browser sends it back.
    fn cookie(&self) -> String {
        self.header(header::SET_COOKIE).split(';').next().unwrap().to_owned()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }
}

impl Place {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = kithwork_store::open_file(&folder.path().join("book.kith")).await.unwrap();
        let now: Timestamp = super::live::NOW.parse().unwrap();
        let id: BookId = book::first(&*store, now).await.unwrap();
        let clock = Arc::new(Mutex::new(now));
        let (told, drawn) = (Arc::clone(&clock), AtomicU8::new(1));
        let chance = move || Ok([drawn.fetch_add(1, Ordering::Relaxed); 32]);
        let web =
            Web::new(store, id, Arc::new(move || *told.lock().unwrap()), Hosts::loopback(8080))
                .drawing(Arc::new(chance))
                .with_door(fixture::door());
        let lan = Hosts::lan(fixture::door().lan);
        Self { here: router(web.clone()), lan: router(web.at(lan)), clock, _folder: folder }
    }

    fn wait(&self, minutes: i64) {
        let mut now = self.clock.lock().unwrap();
        *now += minutes.minutes();
    }

    async fn ask(
        &self,
        host: &str,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, host);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let app = if host == HERE { &self.here } else { &self.lan };
        let response = app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let octets = to_bytes(body, 1 << 24).await.unwrap().to_vec();
        let text = String::from_utf8_lossy(&octets).into_owned();
        Answer { status: parts.status, headers: parts.headers, text }
    }

    async fn get(&self, host: &str, path: &str, cookie: &str) -> Answer {
        self.ask(host, Method::GET, path, &[("cookie", cookie)], "").await
    }

    async fn post(&self, host: &str, path: &str, cookie: &str, body: &str) -> Answer {
        let form = ("content-type", "application/x-www-form-urlencoded");
        self.ask(host, Method::POST, path, &[form, ("cookie", cookie)], body).await
    }

    /// A program's request with a token.
    async fn call(
        &self,
        host: &str,
        method: Method,
        path: &str,
        token: &str,
        sent: &Value,
    ) -> Answer {
        let shown = format!("Bearer {token}");
        let headers = [("authorization", shown.as_str()), ("content-type", "application/json")];
        self.ask(host, method, path, &headers, &sent.to_string()).await
    }

    /// The code that the computer shows.
    async fn code(&self) -> String {
        let page = self.get(HERE, "/phone", "").await.text;
        let (_, rest) = page.split_once("and type <b class=\"address\">").unwrap();
        rest.split('<').next().unwrap().to_owned()
    }

    /// Pairs a phone, and answers with its session.
    async fn paired(&self) -> String {
        let code = self.code().await;
        let answer = self.post(PHONE, "/pair", "", &format!("code={code}&name=My+phone")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        answer.cookie()
    }

    async fn token(&self, scope: &str) -> String {
        let sent = json!({ "name": scope, "scope": scope }).to_string();
        let kind = [("content-type", "application/json")];
        let made = self.ask(HERE, Method::POST, "/api/v1/tokens", &kind, &sent).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.text);
        made.json()["secret"].as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn nobody_sees_anything_of_the_book_before_coming_in() {
    let place = Place::new().await;
    place.post(HERE, "/notes", "", "text=call+with+Zebulon+Quist").await;
    let names = |text: &str| text.contains("Zebulon");
    assert!(names(&place.get(HERE, "/more", "").await.text), "the box for a note offers him");
    for path in ["/", "/people", "/review", "/changes", "/phone", "/card.vcf", "/import", "/map"] {
        let answer = place.get(PHONE, path, "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(answer.text.contains("<h1>Sign in</h1>"), "{path}");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store", "{path}");
        assert!(!names(&answer.text), "{path} names somebody to a stranger");
        assert_eq!(place.get(HERE, path, "").await.status, StatusCode::OK, "{path} at home");
    }
    for path in ["/notes", "/people/care", "/settings", "/phone/password", "/phone/tokens"] {
        let answer = place.post(PHONE, path, "", "text=hello").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    for path in ["/api/v1/review", "/api/v1/people", "/api/v1/openapi.json", "/api/v1/devices"] {
        let answer = place.get(PHONE, path, "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json");
        assert!(answer.header(header::WWW_AUTHENTICATE).starts_with("Bearer"), "{path}");
        assert!(answer.text.contains("urn:kithwork:problem:sign-in-needed"), "{path}");
    }
    for path in ["/pair", "/sign-in", "/trust", "/sw.js", "/offline", "/manifest.webmanifest"] {
        let answer = place.get(PHONE, path, "").await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(!names(&answer.text), "{path} names somebody to a stranger");
    }
    let wrong = place.post(PHONE, "/sign-in", "", "password=wrong").await;
    assert!(!names(&wrong.text));
    let cookie = place.paired().await;
    assert!(names(&place.get(PHONE, "/more", &cookie).await.text), "a paired phone is at home");
}

#[tokio::test]
async fn a_wrong_host_is_refused_on_both_sides_with_a_session_too() {
    let place = Place::new().await;
    let cookie = place.paired().await;
    for (host, path) in
        [("evil.example:7349", "/"), ("127.0.0.1:7349", "/"), ("192.168.1.5", "/pair")]
    {
        let answer = place.get(host, path, &cookie).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{host}");
    }
    for (site, origin, status) in [
        ("cross-site", "https://192.168.1.5:7349", StatusCode::BAD_REQUEST),
        ("same-origin", "https://192.168.1.5:7349", StatusCode::SEE_OTHER),
    ] {
        let headers = [("sec-fetch-site", site), ("origin", origin), ("cookie", cookie.as_str())];
        let sent = place.ask(PHONE, Method::POST, "/sign-out", &headers, "").await;
        assert_eq!(sent.status, status, "{site}");
    }
    let headers = [("origin", "http://192.168.1.5:7349")];
    let plain = place.ask(PHONE, Method::POST, "/pair", &headers, "").await;
    assert_eq!(plain.status, StatusCode::BAD_REQUEST, "a page without TLS is not ours");
}

#[tokio::test]
async fn a_phone_pairs_by_the_code_once_and_reads_and_writes_until_it_is_unpaired() {
    let place = Place::new().await;
    let code = place.code().await;
    assert_eq!(place.code().await, code, "looking again makes no new code");
    let address = format!("/pair/{}", code.replace('-', ""));
    let looked = place.get(PHONE, &address, "").await;
    assert_eq!(looked.status, StatusCode::OK);
    let again = place.get(PHONE, &address, "").await;
    assert!(again.text.contains("Pair it"), "a camera's preview takes nothing");

    let form = format!("code={code}&name=My+phone");
    let paired = place.post(PHONE, "/pair", "", &form).await;
    assert_eq!((paired.status, paired.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/"));
    let cookie = paired.header(header::SET_COOKIE).to_owned();
    assert!(cookie.starts_with("__Host-kithwork="), "{cookie}");
    for attribute in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=34560000"]
    {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    let cookie = paired.cookie();
    assert_eq!(place.post(PHONE, "/pair", "", &form).await.status, StatusCode::GONE, "twice");
    assert_eq!(place.post(PHONE, "/pair", &cookie, &form).await.status, StatusCode::SEE_OTHER);

    let others = format!("theme=dark; {cookie}; x=y");
    assert_eq!(place.get(PHONE, "/", &others).await.status, StatusCode::OK);
    let note = place.post(PHONE, "/notes", &cookie, "text=met+Ana+Ruiz&back=/").await;
    assert_eq!(note.status, StatusCode::SEE_OTHER, "{}", note.text);
    assert_eq!(place.get(PHONE, "/api/v1/people", &cookie).await.status, StatusCode::OK);

    let page = place.get(HERE, "/phone", "").await.text;
    assert!(
        page.contains("My phone") && !page.contains(&code),
        "it shows the device, and a new code"
    );
    let devices = place.get(PHONE, "/api/v1/devices", &cookie).await.json();
    super::schema::holds("Devices", &devices);
    assert_eq!(devices["devices"][0]["is_this"], true);
    let id = devices["devices"][0]["id"].as_str().unwrap();
    let renamed = place.post(HERE, &format!("/phone/devices/{id}"), "", "name=Old+phone").await;
    assert_eq!(renamed.status, StatusCode::SEE_OTHER);
    assert!(place.get(HERE, "/phone", "").await.text.contains("Old phone"));
    let dropped = format!("/phone/devices/{id}/drop");
    for _ in 0..2 {
        assert_eq!(place.post(HERE, &dropped, "", "").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(place.get(PHONE, "/", &cookie).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(place.get(PHONE, "/api/v1/plan", &cookie).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_code_is_over_after_ten_minutes_and_what_was_typed_stays() {
    let place = Place::new().await;
    let code = place.code().await;
    place.wait(10);
    let late = place.post(PHONE, "/pair", "", &format!("code={code}&name=Zo%C3%AB")).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.text.contains(&code) && late.text.contains("Zoë"), "{}", late.text);
    assert!(late.header(header::SET_COOKIE).is_empty());
    assert_ne!(place.code().await, code);
}

#[tokio::test]
async fn a_session_that_nobody_has_lets_nobody_in() {
    let place = Place::new().await;
    let cookie = place.paired().await;
    let token = place.token("all").await;
    let other = format!("__Host-kithwork={}", "0".repeat(64));
    let as_cookie = format!("__Host-kithwork={token}");
    let plain = cookie.replace("__Host-", "");
    for wrong in ["", "__Host-kithwork=", cookie.get(..40).unwrap(), &other, &as_cookie, &plain] {
        assert_eq!(place.get(PHONE, "/", wrong).await.status, StatusCode::UNAUTHORIZED, "{wrong}");
    }
    let session = cookie.split('=').nth(1).unwrap();
    let called = place.call(PHONE, Method::GET, "/api/v1/plan", session, &json!({})).await;
    assert_eq!(called.status, StatusCode::UNAUTHORIZED, "a session is no token");
    let out = place.post(PHONE, "/sign-out", &cookie, "").await;
    assert!(out.header(header::SET_COOKIE).contains("Max-Age=0"));
    assert_eq!(place.get(PHONE, "/", &cookie).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_password_signs_in_and_guesses_are_slowed_down() {
    let place = Place::new().await;
    let unset = place.post(PHONE, "/sign-in", "", "password=four+plain+words+here").await;
    assert_eq!(unset.status, StatusCode::UNAUTHORIZED);
    let short = place.post(HERE, "/phone/password", "", "password=short").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.text.contains("Is short") && !short.text.contains("value=\"short\""));
    let set = place.post(HERE, "/phone/password", "", "password=four+plain+words+here").await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text);
    let right = "password=four+plain+words+here&name=Laptop&back=/people";
    let signed_in = place.post(PHONE, "/sign-in", "", right).await;
    assert_eq!(
        (signed_in.status, signed_in.header(header::LOCATION)),
        (StatusCode::SEE_OTHER, "/people")
    );
    assert_eq!(place.get(PHONE, "/", &signed_in.cookie()).await.status, StatusCode::OK);

    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(place.post(PHONE, "/sign-in", "", "password=guess").await);
    }
    assert!(answers.iter().all(|answer| answer.status == StatusCode::UNAUTHORIZED));
    let visible = |text: &str| {
        text.split("<main").nth(1).unwrap().split("name=\"ticket\"").next().map(str::to_owned)
    };
    assert_eq!(visible(&answers[0].text), visible(&unset.text), "whether one is set does not show");
    let waits = place.post(PHONE, "/sign-in", "", right).await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(waits.header(header::SET_COOKIE).is_empty());
    place.wait(1);
    assert_eq!(place.post(PHONE, "/sign-in", "", right).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_token_reaches_as_far_as_its_scope_on_both_sides() {
    let place = Place::new().await;
    let [read, write, all] =
        [place.token("read").await, place.token("write").await, place.token("all").await];
    let note = json!({ "text": "met Ana Ruiz" });
    let (ok, narrow) = (StatusCode::OK, StatusCode::FORBIDDEN);
    for host in [HERE, PHONE] {
        for (token, statuses) in
            [(&read, [ok, narrow, narrow]), (&write, [ok, ok, narrow]), (&all, [ok, ok, ok])]
        {
            let review = place.call(host, Method::GET, "/api/v1/review", token, &json!({})).await;
            let noted = place.call(host, Method::POST, "/api/v1/notes", token, &note).await;
            let told = place.call(host, Method::PATCH, "/api/v1/settings", token, &json!({})).await;
            assert_eq!([review.status, noted.status, told.status], statuses, "{}", told.text);
        }
        let refused = place.call(host, Method::POST, "/api/v1/notes", &read, &note).await;
        assert_eq!(refused.json()["type"], "urn:kithwork:problem:scope-narrow");
        assert!(refused.text.contains("this takes “write”"), "{}", refused.text);
        assert!(refused.header(header::WWW_AUTHENTICATE).contains("insufficient_scope"));
        let wrong = place.call(host, Method::GET, "/api/v1/review", &"0".repeat(64), &note).await;
        assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
        assert!(wrong.header(header::WWW_AUTHENTICATE).contains("invalid_token"));
    }
    let shown = format!("Basic {all}");
    let basic =
        place.ask(PHONE, Method::GET, "/api/v1/plan", &[("authorization", &shown)], "").await;
    assert_eq!(basic.status, StatusCode::UNAUTHORIZED);
    let shown = format!("bearer {all}");
    let page = place.ask(PHONE, Method::GET, "/", &[("authorization", &shown)], "").await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED, "pages are for people");
}

#[tokio::test]
async fn every_operation_lets_in_the_scope_that_its_description_names() {
    let place = Place::new().await;
    let tokens = [place.token("read").await, place.token("write").await, place.token("all").await];
    let names = ["read", "write", "all"];
    let document = super::schema::openapi();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, described) in methods.as_object().unwrap() {
            let scope = described["security"][1]["token"][0].as_str().unwrap();
            let least = names.iter().position(|name| *name == scope).unwrap();
            assert!(described["responses"]["401"].is_object(), "{method} {path}");
            let path = path.replace("{id}", "nobody");
            let method: Method = method.to_uppercase().parse().unwrap();
            for (at, token) in tokens.iter().enumerate() {
                let sent = json!({ "no": "field" });
                let answer = place.call(PHONE, method.clone(), &path, token, &sent).await;
                let is_narrow = answer.text.contains("scope-narrow");
                assert_eq!(is_narrow, at < least, "{method} {path} {}: {}", names[at], answer.text);
            }
        }
    }
}

#[tokio::test]
async fn a_token_is_made_shown_once_listed_and_dropped_from_the_page() {
    let place = Place::new().await;
    let wrong = place.post(HERE, "/phone/tokens", "", "token_name=&scope=write&days=5").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Is empty") && wrong.text.contains("value=\"5\""));
    let ticket = "ticket=0193e2a0-1111-7222-8333-444455556666";
    let form = format!("{ticket}&token_name=Backup+script&scope=write&days=30");
    let made = place.post(HERE, "/phone/tokens", "", &form).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let (_, rest) = made.text.split_once("<p class=\"secret\"><code>").unwrap();
    let secret = rest.split('<').next().unwrap();
    let called = place.call(PHONE, Method::GET, "/api/v1/review", secret, &json!({})).await;
    assert_eq!(called.status, StatusCode::OK);
    assert_eq!(place.post(HERE, "/phone/tokens", "", &form).await.status, StatusCode::CONFLICT);

    let page = place.get(HERE, "/phone", "").await.text;
    assert!(
        page.contains("Backup script")
            && page.contains("may read and write")
            && !page.contains(secret)
    );
    let listed = place.get(HERE, "/api/v1/tokens", "").await.json();
    super::schema::holds("Tokens", &listed);
    let id = listed["tokens"][0]["id"].as_str().unwrap();
    let drop = format!("/phone/tokens/{id}/drop");
    assert_eq!(place.post(HERE, &drop, "", "").await.status, StatusCode::SEE_OTHER);
    let called = place.call(PHONE, Method::GET, "/api/v1/review", secret, &json!({})).await;
    assert_eq!(called.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_program_offers_a_code_and_reads_what_it_made() {
    let place = Place::new().await;
    let kind = [("content-type", "application/json")];
    let offered = place.ask(HERE, Method::POST, "/api/v1/pairing", &kind, "").await.json();
    super::schema::holds("Pairing", &offered);
    assert_eq!(offered["address"], "https://192.168.1.5:7349/pair");
    let form = format!("code={}", offered["code"].as_str().unwrap());
    assert_eq!(place.post(PHONE, "/pair", "", &form).await.status, StatusCode::SEE_OTHER);
    let sent = json!({ "name": "x", "scope": "read", "days": 1 }).to_string();
    let made = place.ask(HERE, Method::POST, "/api/v1/tokens", &kind, &sent).await.json();
    super::schema::holds("TokenMade", &made);
}

#[tokio::test]
async fn a_phone_gets_the_certificate_that_the_computer_shows() {
    let place = Place::new().await;
    let print = fixture::door().fingerprint;
    assert!(print.starts_with("03:90:58:C6"), "{print}");
    assert!(place.get(HERE, "/phone", "").await.text.contains(&print));
    assert!(place.get(PHONE, "/trust", "").await.text.contains(&print));
    let plain = place.get(PHONE, "/trust/kithwork.crt", "").await;
    assert_eq!(plain.header(header::CONTENT_TYPE), "application/x-x509-ca-cert");
    assert_eq!(plain.text.as_bytes(), [1, 2, 3]);
    let profile = place.get(PHONE, "/trust/kithwork.mobileconfig", "").await;
    assert_eq!(profile.header(header::CONTENT_TYPE), "application/x-apple-aspen-config");
    assert!(profile.text.contains("<data>AQID</data>"), "{}", profile.text);
}

#[tokio::test]
async fn a_phone_shows_no_code_for_others() {
    let place = Place::new().await;
    let cookie = place.paired().await;
    let page = place.get(PHONE, "/phone", &cookie).await.text;
    assert!(page.contains("(this one)") && page.contains("Sign this device out"));
    assert!(!page.contains("class=\"qr\""));
}

#[tokio::test]
async fn pages_go_packed_over_the_network_and_tagged_documents_as_they_are() {
    let place = Place::new().await;
    let cookie = place.paired().await;
    let packed = |answer: &Answer| answer.header(header::CONTENT_ENCODING) == "gzip";
    let headers = [("accept-encoding", "gzip"), ("cookie", cookie.as_str())];
    let get = |host, path| place.ask(host, Method::GET, path, &headers, "");
    assert!(packed(&get(PHONE, "/").await));
    assert!(!packed(&get(HERE, "/").await));
    let tagged = get(PHONE, "/api/v1/settings").await;
    assert!(!tagged.header(header::ETAG).is_empty() && !packed(&tagged));
}

#[tokio::test]
async fn the_way_in_is_opened_from_the_page_and_from_the_computer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let store = kithwork_store::open_file(&folder.path().join("book.kith")).await.unwrap();
    let now: Timestamp = super::live::NOW.parse().unwrap();
    let id = book::first(&*store, now).await.unwrap();
    let times = Arc::new(AtomicU8::new(0));
    let count = Arc::clone(&times);
    let shut = Web::new(store, id, Arc::new(move || now), Hosts::loopback(8080))
        .drawing(Arc::new(|| Ok([7; 32])));
    let opener: Opener = Arc::new(move |web: Web| {
        count.fetch_add(1, Ordering::Relaxed);
        drop(web.with_door(fixture::door()));
        Box::pin(async { Ok(()) })
    });
    let place = |web: &Web| Place {
        here: router(web.clone()),
        lan: router(web.clone().at(Hosts::lan(fixture::door().lan))),
        clock: Arc::new(Mutex::new(now)),
        _folder: tempfile::tempdir().unwrap(),
    };
    let never = place(&shut);
    assert!(never.get(HERE, "/phone", "").await.text.contains("kithwork serve --phone"));
    assert_eq!(never.post(HERE, "/phone/open", "", "").await.status, StatusCode::NOT_FOUND);

    let place = place(&shut.opening(opener));
    assert!(place.get(HERE, "/phone", "").await.text.contains("Let phones in"));
    let stranger = place.post(PHONE, "/phone/open", "", "").await;
    assert_eq!((stranger.status, times.load(Ordering::Relaxed)), (StatusCode::UNAUTHORIZED, 0));
    for _ in 0..2 {
        let answer = place.post(HERE, "/phone/open", "", "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }
    assert_eq!(times.load(Ordering::Relaxed), 1, "pressed twice, it is opened once");
    assert!(place.get(HERE, "/phone", "").await.text.contains("class=\"qr\""));
}

//! The pages, as the server makes them: time of one thread, from the request to the last octet, once the
//! review and the plan of the day have been worked out; and what goes over the line.

use crate::clock::median;
use crate::desk::now;
use crate::error::{Error, Result};
use crate::report::Row;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use kithwork_web::{Hosts, Web};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// Times each page is asked for.
const RUNS: usize = 21;
/// The port in the pages' address; nothing listens there.
const PORT: u16 = 7348;
/// What each page is called, and where it is.
const PAGES: [(&str, &str); 10] = [
    ("This week", "/"),
    ("People", "/people"),
    ("Groups", "/groups"),
    ("Review", "/review"),
    ("Business", "/business"),
    ("Help", "/help-given"),
    ("Map", "/map"),
    ("Meetings", "/meetings"),
    ("Friday", "/friday"),
    ("More", "/more"),
];

/// The rows of a book's pages, and a remark on the heaviest of them.
pub(crate) fn rows(path: &Path, size: &str, remarks: &mut Vec<String>) -> Result<Vec<Row>> {
    let Some(browser) = Browser::open(path)? else { return Ok(Vec::new()) };
    let person = browser.first_person()?;
    let mut rows = Vec::new();
    let mut heaviest = (0, "");
    for (name, path) in PAGES.into_iter().chain(person.as_deref().map(|path| ("a person", path))) {
        // The first to ask waits for the review and the plan.
        let weight = browser.page(path)?.len();
        heaviest = heaviest.max((weight, name));
        let took = median(RUNS, || browser.page(path))?;
        rows.push(
            Row::new(&format!("page “{name}”"), size, took).aiming_at("< 5 ms at 10 000 people"),
        );
    }
    let (octets, name) = heaviest;
    remarks.push(format!(
        "With {size} the heaviest page is “{name}”: {octets} octets before compression."
    ));
    Ok(rows)
}

/// How long a running server takes to answer who of a book is called so.
pub(crate) fn finding(path: &Path, name: &str) -> Result<Duration> {
    let Some(browser) = Browser::open(path)? else { return Ok(Duration::ZERO) };
    let asks = format!("/api/v1/people?q={name}&limit=500");
    median(RUNS, || browser.page(&asks))
}

/// What asks for pages.
struct Browser {
    runtime: Runtime,
    router: Router,
}

impl Browser {
    /// On a book that is served, where the file holds one.
    fn open(path: &Path) -> Result<Option<Self>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let store = runtime.block_on(kithwork_store::open_file(path))?;
        let Some(book) = runtime.block_on(store.books())?.first().copied() else {
            return Ok(None);
        };
        let noon = now()?;
        let web = Web::new(store, book, Arc::new(move || noon), Hosts::loopback(PORT));
        Ok(Some(Self { runtime, router: kithwork_web::router(web) }))
    }

    /// A page's text.
    fn page(&self, path: &str) -> Result<String> {
        let host = format!("127.0.0.1:{PORT}");
        let request = Request::get(path).header("host", host).body(Body::empty());
        let request = request.map_err(|cause| Error::Page(cause.to_string()))?;
        self.runtime.block_on(async {
            let Ok(response) = self.router.clone().oneshot(request).await;
            if !response.status().is_success() {
                return Err(Error::Page(format!("{path} answered {}", response.status())));
            }
            let octets = to_bytes(response.into_body(), usize::MAX).await;
            let octets = octets.map_err(|cause| Error::Page(cause.to_string()))?;
            Ok(String::from_utf8_lossy(&octets).into_owned())
        })
    }

    /// Where the page of the first person of the list is.
    fn first_person(&self) -> Result<Option<String>> {
        let list = self.page("/people")?;
        let links = list.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let is_person =
            |path: &&str| path.strip_prefix("/people/").is_some_and(|id| id.len() == 36);
        Ok(links
            .map(|path| path.split('?').next().unwrap_or(path))
            .find(is_person)
            .map(str::to_owned))
    }
}

//! The pages over a running server's line: from the request to the last octet, once the review and the
//! plan of the day have been worked out; and how much that is.

use crate::clock::median;
use crate::desk::now;
use crate::error::{Error, Result};
use crate::line;
use crate::report::Row;
use kithwork_web::{Hosts, Web};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// Times each page is asked for.
const RUNS: usize = 21;
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

/// What asks a server of its own for pages.
struct Browser {
    at: SocketAddr,
    /// The server ends with it.
    _runtime: Runtime,
}

impl Browser {
    /// On a book that is served, where the file holds one.
    fn open(path: &Path) -> Result<Option<Self>> {
        let one =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = one?;
        let store = runtime.block_on(kithwork_store::open_file(path))?;
        let Some(book) = runtime.block_on(store.books())?.first().copied() else {
            return Ok(None);
        };
        let noon = now()?;
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let at = listener.local_addr()?;
        let web = Web::new(store, book, Arc::new(move || noon), Hosts::loopback(at.port()));
        runtime.spawn(kithwork_web::serve(listener, web, std::future::pending()));
        Ok(Some(Self { at, _runtime: runtime }))
    }

    /// A page's text.
    fn page(&self, path: &str) -> Result<String> {
        let answer = line::ask(self.at, &format!("GET {path}"), "", "")?;
        if answer.starts_with("HTTP/1.1 200") {
            return Ok(answer);
        }
        let said = answer.lines().next().unwrap_or("no answer");
        Err(Error::Page(format!("{path}: {said}")))
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

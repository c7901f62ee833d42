//! A book in a real database behind the real router, as a browser without scripts meets it.

use crate::{Hosts, Web, router};
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use jiff::Timestamp;
use kithwork_app::calendar::Fetch;
use kithwork_app::import::{self, Input};
use kithwork_app::{Ctx, book};
use kithwork_core::id::BookId;
use kithwork_store::Store;
use scraper::{ElementRef, Html, Selector};
use std::sync::Arc;
use tower::ServiceExt;

/// A Monday morning.
/// To the nanosecond, as a clock tells it.
pub(super) const NOW: &str = "2026-11-16T09:00:00.123456789Z";

/// A book in a folder of its own, and its pages.
pub(super) struct Live {
    pub store: Arc<dyn Store>,
    pub ctx: Ctx,
    pub web: Web,
    _folder: tempfile::TempDir,
}

/// What the server answered.
pub(super) struct Answer {
    pub status: StatusCode,
    /// Where it leads on to.
    pub to: String,
    /// The version it is of.
    pub etag: String,
    pub text: String,
}

impl Live {
    /// An empty book.
    pub(super) async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = kithwork_store::open_file(&folder.path().join("book.kith")).await.unwrap();
        let now: Timestamp = NOW.parse().unwrap();
        let id: BookId = book::first(&*store, now).await.unwrap();
        let hosts = Hosts::loopback(8080);
        let web = Web::new(Arc::clone(&store), id, Arc::new(move || now), hosts);
        Self { store, ctx: Ctx::owner(id, now), web, _folder: folder }
    }

    /// The same, served with something besides.
    pub(super) fn served(self, with: impl FnOnce(Web) -> Web) -> Self {
        Self { web: with(self.web), ..self }
    }

    /// The same, whose server fetches calendars like this.
    pub(super) fn fetching(self, fetch: Arc<dyn Fetch>) -> Self {
        Self { web: self.web.fetching(fetch), ..self }
    }

    /// A book that holds what these sheets say.
    pub(super) async fn with(sheets: &[(&str, &str)]) -> Self {
        let live = Self::empty().await;
        live.read(sheets).await;
        live
    }

    /// Reads sheets in.
    pub(super) async fn read(&self, sheets: &[(&str, &str)]) {
        let files = sheets.iter().map(|(name, text)| Input::Bytes {
            name: format!("{name}.csv"),
            bytes: text.as_bytes().to_vec(),
        });
        let read = import::files(&*self.store, &self.ctx, files.collect(), false, &|_| {}).await;
        for file in read.unwrap().files {
            assert!(file.refused.is_empty(), "{}: {:?}", file.path, file.refused);
        }
    }

    /// Reads a file in.
    pub(super) async fn read_as(&self, name: &str, text: &str) {
        let file = Input::Bytes { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        import::files(&*self.store, &self.ctx, vec![file], false, &|_| {}).await.unwrap();
    }

    /// Sends the form of a page that leads to an address, with these fields typed.
    pub(super) async fn send(&self, page: &Page, to: &str, typed: &[(&str, &str)]) -> Answer {
        let mut fields = page.fields_to(to);
        fields.retain(|(name, _)| !typed.iter().any(|(typed, _)| typed == name));
        let held = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        self.post(to, &held.chain(typed.iter().copied()).collect::<Vec<_>>()).await
    }

    /// A page.
    pub(super) async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, &[], Body::empty()).await
    }

    /// A page that is there, read.
    pub(super) async fn page(&self, path: &str) -> Page {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        Page(Html::parse_document(&answer.text))
    }

    /// What a form sends, its fields as they are.
    pub(super) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let kind = [(header::CONTENT_TYPE.as_str(), "application/x-www-form-urlencoded")];
        self.ask(Method::POST, path, &kind, Body::from(body.join("&"))).await
    }

    /// Presses a button of a page, with whatever its form holds and these fields besides, and follows
    /// to the page it leads to.
    pub(super) async fn press(&self, page: &Page, button: &str, typed: &[(&str, &str)]) -> Page {
        let (path, fields) = page.form_of(button);
        let mut fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.retain(|(name, _)| !typed.iter().any(|(typed, _)| typed == name));
        fields.extend(typed);
        let answer = self.post(&path, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{button}: {}", answer.text);
        self.page(&answer.to).await
    }

    /// A document of the programs' interface.
    pub(super) async fn json(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &serde_json::Value,
    ) -> (StatusCode, serde_json::Value) {
        let kind = (header::CONTENT_TYPE.as_str(), "application/json");
        let headers: Vec<_> = headers.iter().copied().chain([kind]).collect();
        let answer = self.ask(method, path, &headers, Body::from(body.to_string())).await;
        (answer.status, serde_json::from_str(&answer.text).unwrap_or_default())
    }

    pub(super) async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let mut request =
            Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1:8080");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).unwrap();
        let response = router(self.web.clone()).oneshot(request).await.unwrap();
        let said = |name| {
            let said = response.headers().get(name);
            said.map_or("", |said| said.to_str().unwrap()).to_owned()
        };
        let (to, etag) = (said(header::LOCATION), said(header::ETAG));
        let status = response.status();
        let octets = to_bytes(response.into_body(), 1 << 24).await.unwrap();
        Answer { status, to, etag, text: String::from_utf8(octets.to_vec()).unwrap() }
    }

    /// The number of the book's latest change.
    pub(super) async fn seq(&self) -> i64 {
        self.store.seq(self.ctx.tenant).await.unwrap()
    }
}

/// A page as it was read.
pub(super) struct Page(pub Html);

impl Page {
    pub(super) fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(css).unwrap()).collect()
    }

    /// What the elements say, spaces aside.
    pub(super) fn texts(&self, css: &str) -> Vec<String> {
        self.all(css).into_iter().map(said).collect()
    }

    /// Whether any of them says that.
    pub(super) fn says(&self, css: &str, words: &str) -> bool {
        self.texts(css).iter().any(|text| text.contains(words))
    }

    /// The address and the fields of the first form that has this button.
    pub(super) fn form_of(&self, button: &str) -> (String, Vec<(String, String)>) {
        let form = self.all("main form, details.capture form").into_iter().find(|form| {
            let buttons = Selector::parse("button").unwrap();
            form.select(&buttons).map(said).any(|label| label == button)
        });
        let form = form.unwrap_or_else(|| panic!("no button {button}: {}", self.0.html()));
        let action = form.value().attr("action").unwrap().to_owned();
        let mut fields = held(form);
        for pressed in form.select(&Selector::parse("button[name]").unwrap()) {
            if said(pressed) == button {
                let value = pressed.value();
                let held = value.attr("value").unwrap_or_default().to_owned();
                fields.push((value.attr("name").unwrap().to_owned(), held));
            }
        }
        (action, fields)
    }

    /// The fields of the form that leads to an address.
    fn fields_to(&self, to: &str) -> Vec<(String, String)> {
        let forms = self.all("main form");
        let form = forms.into_iter().find(|form| form.value().attr("action") == Some(to));
        held(form.unwrap_or_else(|| panic!("no form to {to}")))
    }
}

/// What a form's fields hold.
pub(super) fn held(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    {
        for field in form.select(&Selector::parse("input, textarea, select").unwrap()) {
            let value = field.value();
            let Some(name) = value.attr("name") else { continue };
            if value.attr("disabled").is_some() {
                continue;
            }
            let is_box = matches!(value.attr("type"), Some("checkbox" | "radio"));
            if is_box && value.attr("checked").is_none() {
                continue;
            }
            let held = match value.name() {
                "textarea" => field.text().collect(),
                "select" => chosen(field),
                _ => value.attr("value").unwrap_or(if is_box { "on" } else { "" }).to_owned(),
            };
            fields.push((name.to_owned(), held));
        }
    }
    fields
}

fn chosen(select: ElementRef<'_>) -> String {
    let options = Selector::parse("option").unwrap();
    let all: Vec<_> = select.select(&options).collect();
    let picked = all.iter().find(|option| option.value().attr("selected").is_some());
    picked.or(all.first()).and_then(|o| o.value().attr("value")).unwrap_or_default().to_owned()
}

fn said(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric();
    let one =
        |byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

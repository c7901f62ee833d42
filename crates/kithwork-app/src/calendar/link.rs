//! The links that are kept, and reading one.

use super::address::Address;
use super::fetch::{Ask, Fetch, Fetched, Reach};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::import::{self, Input, Progress};
use crate::json::ImportJson;
use jiff::Timestamp;
use kithwork_store::{Keepsake, Store};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a link is kept as, beside the facts: it is in no history and in no export.
const KIND: &str = "calendar_link";
/// The longest name of a calendar.
const LONGEST_NAME: usize = 60;

/// A calendar's link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Which.
    pub id: Uuid,
    /// What the owner calls it; the document its entries stand in.
    pub name: String,
    /// The secret.
    pub address: Address,
    /// When it was last read; none while it never was.
    pub read_at: Option<Timestamp>,
    etag: Option<String>,
    last_modified: Option<String>,
}

/// A link as it is kept.
#[derive(Deserialize, Serialize)]
struct Kept {
    name: String,
    address: String,
    read_at: Option<Timestamp>,
    etag: Option<String>,
    last_modified: Option<String>,
}

impl Link {
    fn of(kept: &Keepsake) -> Option<Self> {
        let id = Uuid::parse_str(&kept.name).ok()?;
        let kept: Kept = serde_json::from_str(&kept.value).ok()?;
        let address = Address::read(&kept.address).ok()?;
        let Kept { name, read_at, etag, last_modified, .. } = kept;
        Some(Self { id, name, address, read_at, etag, last_modified })
    }

    fn kept(&self) -> Keepsake {
        let kept = Kept {
            name: self.name.clone(),
            address: self.address.reveal().to_owned(),
            read_at: self.read_at,
            etag: self.etag.clone(),
            last_modified: self.last_modified.clone(),
        };
        // Text and times alone: it can't fail.
        let value = serde_json::to_string(&kept).unwrap_or_default();
        Keepsake { name: self.id.to_string(), value }
    }

    /// The file that its entries are read in as: the same one each time.
    fn document(&self) -> String {
        format!("{}.ics", self.name)
    }
}

/// The links there are, the oldest first.
///
/// # Errors
/// Those of the store.
pub async fn links(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Link>> {
    ctx.require(Rights::Own)?;
    let kept = store.kept(ctx.tenant, KIND).await?;
    Ok(kept.iter().filter_map(Link::of).collect())
}

/// The link of that id.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn known(store: &dyn Store, ctx: &Ctx, id: Uuid) -> Result<Link> {
    let found = links(store, ctx).await?.into_iter().find(|link| link.id == id);
    found.ok_or_else(|| Error::new(Code::NotFound).hint("the link may have been dropped meanwhile"))
}

/// The link that is meant: by its name or its id.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn meant(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<Link> {
    let which = which.trim();
    let is_meant = |link: &Link| {
        link.name.to_lowercase() == which.to_lowercase() || link.id.to_string() == which
    };
    let found = links(store, ctx).await?.into_iter().find(is_meant);
    found.ok_or_else(|| Error::new(Code::NotFound).hint("the link may have been dropped meanwhile"))
}

/// Keeps a link under a name; without one, under its host's. An address that is kept already is that
/// link. Nothing is fetched yet.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field; those of the store.
pub async fn add(store: &dyn Store, ctx: &Ctx, address: &str, name: Option<&str>) -> Result<Link> {
    let address = Address::read(address)?;
    let known = links(store, ctx).await?;
    if let Some(link) = known.iter().find(|link| link.address == address) {
        return Ok(link.clone());
    }
    let name = named(name, &address, &known)?;
    let id = ctx.ids()();
    let link = Link { id, name, address, read_at: None, etag: None, last_modified: None };
    store.keep(ctx.tenant, KIND, &link.kept()).await?;
    Ok(link)
}

/// A name that no other link has: of two with one name nobody could tell which is meant.
fn named(said: Option<&str>, address: &Address, known: &[Link]) -> Result<String> {
    let invalid = |problem: &str| Err(Error::new(Code::ValueInvalid).field("name", problem));
    let is_taken = |name: &str| known.iter().any(|l| l.name.to_lowercase() == name.to_lowercase());
    let said = said.map(str::trim).filter(|name| !name.is_empty());
    if let Some(name) = said {
        return match () {
            () if name.chars().count() > LONGEST_NAME => invalid("is too long"),
            () if name.contains(['/', '\\']) => invalid("must not hold a slash"),
            () if is_taken(name) => invalid("is another calendar’s already"),
            () => Ok(name.to_owned()),
        };
    }
    let host: String = address.host().chars().take(LONGEST_NAME).collect();
    let further = (2..=known.len() + 2).map(|n| format!("{host} {n}"));
    let free = std::iter::once(host.clone()).chain(further).find(|name| !is_taken(name));
    Ok(free.unwrap_or(host))
}

/// Lets go of a link: nothing remembers it. What was read from it stays in the book.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn drop(store: &dyn Store, ctx: &Ctx, id: Uuid) -> Result<()> {
    ctx.require(Rights::Own)?;
    if store.let_go(ctx.tenant, KIND, &id.to_string()).await? {
        return Ok(());
    }
    Err(Error::new(Code::NotFound).hint("the link may have been dropped meanwhile"))
}

/// Reads a calendar from its link now, like a file of its name: a second reading changes nothing, and
/// what has vanished from it is told. None where the server says that it is as it was.
///
/// # Errors
/// [`Code::CalendarNotRead`] with what to do; those of [`import::files`].
pub async fn read(
    store: &dyn Store,
    ctx: &Ctx,
    link: &Link,
    (fetch, reach): (&dyn Fetch, Reach),
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Option<ImportJson>> {
    ctx.require(Rights::Own)?;
    let (address, etag) = (link.address.clone(), link.etag.clone());
    let ask = Ask { address, etag, last_modified: link.last_modified.clone(), reach };
    let (octets, etag, last_modified) = match fetch.fetch(ask).await? {
        Fetched::Unchanged => {
            let read = Link { read_at: Some(ctx.now), ..link.clone() };
            store.keep(ctx.tenant, KIND, &read.kept()).await?;
            return Ok(None);
        }
        Fetched::Whole { octets, etag, last_modified } => (octets, etag, last_modified),
    };
    if !is_calendar(&octets) {
        let hint = "what came is a web page and no calendar: copy the link that ends in .ics, or the \
                    one called iCal or ICS";
        return Err(Error::new(Code::CalendarNotRead).hint(hint));
    }
    let input = Input::Bytes { name: link.document(), bytes: octets };
    let done = import::files(store, ctx, vec![input], false, progress).await?;
    let read = Link { read_at: Some(ctx.now), etag, last_modified, ..link.clone() };
    store.keep(ctx.tenant, KIND, &read.kept()).await?;
    Ok(Some(done))
}

/// Whether it begins as a calendar does (RFC 5545 §3.4), whatever the server calls it.
fn is_calendar(octets: &[u8]) -> bool {
    let octets = octets.strip_prefix(b"\xef\xbb\xbf").unwrap_or(octets).trim_ascii_start();
    let begins = b"BEGIN:VCALENDAR";
    octets.get(..begins.len()).is_some_and(|start| start.eq_ignore_ascii_case(begins))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book;
    use crate::calendar::Fault;
    use async_trait::async_trait;
    use std::sync::{Arc, Mutex};

    const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n\
        DTSTART:20261006T100000\r\nDTEND:20261006T110000\r\nSUMMARY:Coffee with Priya Shah\r\nEND:VEVENT\r\n\
        END:VCALENDAR\r\n";
    const SECRET: &str = "https://calendar.example/private-0123/basic.ics";

    /// Answers as it was told to, and remembers what it was asked.
    #[derive(Debug)]
    struct Told {
        answer: std::result::Result<Fetched, Fault>,
        asked: Mutex<Vec<Ask>>,
    }

    impl Told {
        fn with(answer: std::result::Result<Fetched, Fault>) -> Self {
            Self { answer, asked: Mutex::default() }
        }

        fn whole(text: &str) -> Self {
            let (octets, etag) = (text.as_bytes().to_vec(), Some("\"1\"".to_owned()));
            Self::with(Ok(Fetched::Whole { octets, etag, last_modified: None }))
        }
    }

    #[async_trait]
    impl Fetch for Told {
        async fn fetch(&self, ask: Ask) -> std::result::Result<Fetched, Fault> {
            self.asked.lock().unwrap().push(ask);
            self.answer.clone()
        }
    }

    async fn book() -> (tempfile::TempDir, Arc<dyn Store>, Ctx) {
        let folder = tempfile::tempdir().unwrap();
        let store = kithwork_store::open_file(&folder.path().join("b.kithwork")).await.unwrap();
        let now: Timestamp = "2026-11-16T09:00:00Z".parse().unwrap();
        let id = book::first(&*store, now).await.unwrap();
        (folder, store, Ctx::owner(id, now))
    }

    async fn read_with(
        store: &dyn Store,
        ctx: &Ctx,
        link: &Link,
        told: &Told,
    ) -> Result<Option<ImportJson>> {
        read(store, ctx, link, (told, Reach::Own), &|_| {}).await
    }

    #[tokio::test]
    async fn a_link_is_read_like_a_file_and_a_second_time_changes_nothing() {
        let (_folder, store, ctx) = book().await;
        let link = add(&*store, &ctx, SECRET, Some("Work")).await.unwrap();
        assert_eq!(add(&*store, &ctx, SECRET, None).await.unwrap(), link, "it is kept once");
        assert_eq!(store.seq(ctx.tenant).await.unwrap(), 0, "nothing is fetched yet");
        let first = read_with(&*store, &ctx, &link, &Told::whole(CALENDAR)).await.unwrap().unwrap();
        assert_eq!((first.files[0].path.as_str(), first.files[0].created), ("Work.ics", 1));
        let seq = store.seq(ctx.tenant).await.unwrap();
        let link = known(&*store, &ctx, link.id).await.unwrap();
        assert_eq!(link.read_at, Some(ctx.now));
        let again = Told::whole(CALENDAR);
        let second = read_with(&*store, &ctx, &link, &again).await.unwrap().unwrap();
        assert_eq!((second.change, second.files[0].unchanged), (None, 1));
        assert_eq!(store.seq(ctx.tenant).await.unwrap(), seq);
        assert_eq!(again.asked.lock().unwrap()[0].etag.as_deref(), Some("\"1\""));
        let same = Told::with(Ok(Fetched::Unchanged));
        assert_eq!(read_with(&*store, &ctx, &link, &same).await.unwrap(), None);
        let emptied = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n";
        let gone = read_with(&*store, &ctx, &link, &Told::whole(emptied)).await.unwrap().unwrap();
        assert_eq!(gone.files[0].vanished, 1, "{gone:?}");
    }

    #[tokio::test]
    async fn what_is_no_calendar_or_not_there_is_told_and_nothing_is_read() {
        let (_folder, store, ctx) = book().await;
        let link = add(&*store, &ctx, SECRET, None).await.unwrap();
        assert_eq!(link.name, "calendar.example");
        let page = Told::whole("<!doctype html><title>Sign in</title>");
        let error = read_with(&*store, &ctx, &link, &page).await.unwrap_err();
        assert_eq!(error.code, Code::CalendarNotRead);
        assert!(error.hint.unwrap().contains("a web page"));
        let gone = Told::with(Err(Fault::Gone));
        let error = read_with(&*store, &ctx, &link, &gone).await.unwrap_err();
        assert!(error.hint.unwrap().contains("changed or withdrawn"));
        assert_eq!(store.seq(ctx.tenant).await.unwrap(), 0);
    }

    #[tokio::test]
    async fn what_is_dropped_is_gone_and_no_export_ever_held_it() {
        let (folder, store, ctx) = book().await;
        let link = add(&*store, &ctx, SECRET, None).await.unwrap();
        let other = add(&*store, &ctx, "https://calendar.example/other.ics", None).await.unwrap();
        assert_eq!(other.name, "calendar.example 2");
        let taken = add(&*store, &ctx, "https://x.example/a", Some("CALENDAR.example")).await;
        assert_eq!(taken.unwrap_err().fields[0].field, "name");
        let out = folder.path().join("out");
        crate::export::to_folder(&*store, &ctx, &out).await.unwrap();
        for file in std::fs::read_dir(&out).unwrap() {
            let octets = std::fs::read(file.unwrap().path()).unwrap();
            assert!(!octets.windows(12).any(|part| part == b"private-0123"));
        }
        drop(&*store, &ctx, link.id).await.unwrap();
        assert_eq!(links(&*store, &ctx).await.unwrap(), [other]);
        assert_eq!(drop(&*store, &ctx, link.id).await.unwrap_err().code, Code::NotFound);
        std::mem::drop(store);
        let held = std::fs::read(folder.path().join("b.kithwork")).unwrap();
        assert!(!held.windows(12).any(|part| part == b"private-0123"), "overwritten on the disk");
    }
}

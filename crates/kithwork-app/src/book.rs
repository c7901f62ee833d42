//! Reading a book: all facts of one owner, with its series spelled out.

use crate::books::Reach;
use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::person::Roll;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use kithwork_core::book::{Book, Occurrence};
use kithwork_core::fact::{Fact, FactKind, Facts};
use kithwork_core::facts::{Entry, Meaning, Person, Settings};
use kithwork_core::id::{BookId, FactId, PersonId};
use kithwork_core::params::Params;
use kithwork_store::{Scope, Store};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// Weeks of the owner's own life that are spelled out.
const DIARY: i32 = 6;

/// The oldest book kept there; a new one where there is none.
///
/// # Errors
/// Those of the store.
pub async fn first(store: &dyn Store, now: Timestamp) -> Result<BookId> {
    if let Some(&book) = store.books().await?.first() {
        return Ok(book);
    }
    let nobody = BookId(uuid::Uuid::nil());
    let book = BookId(Ctx::owner(nobody, now).ids()());
    store.create_book(&Settings::new(book)).await?;
    Ok(book)
}

/// The book up to a date.
///
/// # Errors
/// Those of the store.
pub async fn load(store: &dyn Store, ctx: &Ctx, until: Date) -> Result<Arc<Book>> {
    read(store, ctx, Reach { until, with_diary: false }).await
}

/// The book up to a date, as it would be without one row.
///
/// # Errors
/// Those of the store.
pub(crate) async fn load_without(
    store: &dyn Store,
    ctx: &Ctx,
    until: Date,
    row: FactId,
) -> Result<Book> {
    ctx.require(Rights::Read)?;
    let mut facts = store.load(ctx.tenant, Scope::Mind).await?;
    facts.meetings.retain(|meeting| meeting.id != row);
    facts.conversations.retain(|talk| talk.id != row);
    let occasions = occasions(&facts.entries, until);
    Ok(Book::new(facts, &occasions))
}

/// The book up to a date, and what series of the owner's own life take of the weeks before it: for
/// finding times that are free.
///
/// # Errors
/// Those of the store.
pub(crate) async fn load_with_diary(
    store: &dyn Store,
    ctx: &Ctx,
    until: Date,
) -> Result<Arc<Book>> {
    read(store, ctx, Reach { until, with_diary: true }).await
}

/// The book as far as that, as it was read before where it still holds.
async fn read(store: &dyn Store, ctx: &Ctx, reach: Reach) -> Result<Arc<Book>> {
    ctx.require(Rights::Read)?;
    let Some(books) = &ctx.books else {
        let facts = store.load(ctx.tenant, Scope::Mind).await?;
        let occasions = within(&facts.entries, reach);
        return Ok(Arc::new(Book::new(facts, &occasions)));
    };
    let seq = store.seq(ctx.tenant).await?;
    let spelt_out = |book: &Book| within(&book.facts.entries, reach);
    if let Some(known) = books.find(ctx.tenant, seq, reach, spelt_out) {
        return Ok(known);
    }
    let facts = store.load(ctx.tenant, Scope::Mind).await?;
    let occasions = within(&facts.entries, reach);
    let book = Arc::new(Book::new(facts, &occasions));
    books.put(ctx.tenant, seq, reach, (&book, occasions));
    Ok(book)
}

/// The occasions of all series as far as that.
fn within(entries: &[Entry], Reach { until, with_diary }: Reach) -> Vec<Occurrence> {
    let mut all = occasions(entries, until);
    if with_diary {
        let since = until.saturating_sub(DIARY.weeks());
        let own = entries.iter().filter(|e| !counts(e) && !e.event.cancelled && recurs(e));
        all.extend(spelt_out(own, until).into_iter().filter(|o| o.at.date() >= since));
    }
    all
}

fn recurs(entry: &Entry) -> bool {
    entry.event.rrule.is_some() || !entry.event.rdates.is_empty()
}

/// What every person's page shares: the book's rooms and settings.
#[derive(Clone, Debug)]
pub(crate) struct Frame(Facts);

impl Frame {
    pub(crate) async fn read(store: &dyn Store, ctx: &Ctx) -> Result<Self> {
        let mut facts = Facts::default();
        for kind in [FactKind::Room, FactKind::Settings] {
            store.all(ctx.tenant, kind).await?.into_iter().for_each(|fact| facts.push(fact));
        }
        Ok(Self(facts))
    }

    /// The rooms and settings as a book of their own.
    pub(crate) fn alone(self) -> Book {
        Book::new(self.0, &[])
    }

    /// What the book holds about one person, up to a date: enough for their page.
    pub(crate) async fn of_one(
        &self,
        store: &dyn Store,
        ctx: &Ctx,
        person: &Person,
        until: Date,
    ) -> Result<Book> {
        let timeline = store.timeline(ctx.tenant, person.id).await?;
        Ok(self.of_timeline(&timeline, person, until))
    }

    /// The same of everything that speaks of them.
    pub(crate) fn of_timeline(&self, timeline: &[Fact], person: &Person, until: Date) -> Book {
        let mut facts = self.0.clone();
        for fact in timeline {
            if fact.kind() != FactKind::Person || fact.id() == person.id.into() {
                facts.push(fact.clone());
            }
        }
        if !facts.people.iter().any(|p| p.id == person.id) {
            facts.people.push(person.clone());
        }
        let occasions = occasions(&facts.entries, until);
        Book::new(facts, &occasions)
    }
}

/// The parameters of the mind with what the book's own people tell at a date. Reads when there was
/// contact with whom, and nothing else.
///
/// # Errors
/// Those of the store.
pub async fn params(store: &dyn Store, ctx: &Ctx, until: Date) -> Result<Params> {
    ctx.require(Rights::Read)?;
    let facts = store.load(ctx.tenant, Scope::Contact).await?;
    let occasions = occasions(&facts.entries, until);
    Ok(ctx.params.learned(&Book::new(facts, &occasions), until))
}

/// The names of everybody whom these facts speak of.
pub(crate) async fn names(
    store: &dyn Store,
    ctx: &Ctx,
    facts: &[Fact],
) -> Result<HashMap<PersonId, String>> {
    let spoken_of: BTreeSet<PersonId> = facts.iter().flat_map(Fact::people).collect();
    let spoken_of: Vec<PersonId> = spoken_of.into_iter().collect();
    Ok(store.names_of(ctx.tenant, &spoken_of).await?.into_iter().collect())
}

/// The occasions of all series up to a date. A rule that can't be read has none: its entry stays,
/// and `check` tells of it.
fn occasions(entries: &[Entry], until: Date) -> Vec<Occurrence> {
    spelt_out(entries.iter().filter(|entry| counts(entry)), until)
}

fn spelt_out<'a>(entries: impl Iterator<Item = &'a Entry>, until: Date) -> Vec<Occurrence> {
    let mut all = Vec::new();
    for entry in entries {
        match kithwork_formats::occurrences(&entry.event, until) {
            Ok(starts) => {
                all.extend(starts.into_iter().map(|at| Occurrence { entry: entry.id, at }));
            }
            Err(cause) => tracing::warn!(entry.id = %entry.id, %cause, "a series can’t be read"),
        }
    }
    all
}

/// Whether an entry can be a meeting or a conversation.
fn counts(entry: &Entry) -> bool {
    let decided = matches!(entry.meaning, Meaning::Room(_) | Meaning::Conversation { .. });
    decided && !entry.event.cancelled
}

/// What was worked out before and still holds for a server that reads no book for it. It asks the book's
/// number first, since other programs write too.
#[derive(Debug, Default)]
pub struct Memory {
    roll: Latest<(BookId, i64, Date), Roll>,
    params: Latest<(BookId, Date), Params>,
}

impl Memory {
    /// The parameters of the mind with what the book's own people tell. They are learned once a day:
    /// one contact more hardly moves them, and a list must not wait for the whole book.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn params(&self, store: &dyn Store, ctx: &Ctx, today: Date) -> Result<Arc<Params>> {
        let of = (ctx.tenant, today);
        match self.params.find(&of) {
            Some(known) => Ok(known),
            None => Ok(self.params.put(of, params(store, ctx, today).await?)),
        }
    }

    /// Everyone of the book today, with where they stand.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn roll(&self, store: &dyn Store, ctx: &Ctx, today: Date) -> Result<Arc<Roll>> {
        let of = (ctx.tenant, store.seq(ctx.tenant).await?, today);
        if let Some(known) = self.roll.find(&of) {
            return Ok(known);
        }
        let params = self.params(store, ctx, today).await?;
        Ok(self.roll.put(of, crate::person::read_roll(store, ctx, today, &params).await?))
    }
}

/// What was worked out last, and what it was made from.
#[derive(Debug)]
struct Latest<K, T>(Mutex<Option<(K, Arc<T>)>>);

impl<K, T> Default for Latest<K, T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<K: PartialEq, T> Latest<K, T> {
    fn find(&self, of: &K) -> Option<Arc<T>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(from, _)| from == of).map(|(_, made)| Arc::clone(made))
    }

    fn put(&self, of: K, made: T) -> Arc<T> {
        let made = Arc::new(made);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((of, Arc::clone(&made)));
        made
    }
}

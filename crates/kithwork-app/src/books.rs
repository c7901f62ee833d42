//! Books that were read before and still hold: a server reads a book once for each change, not once for
//! each page. Beside each stands what was worked out of it.

use crate::derived::Derived;
use jiff::civil::Date;
use kithwork_core::book::{Book, Occurrence};
use kithwork_core::id::BookId;
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// So many are kept: one of today, one as far ahead as a plan looks, one of a day looked back at. Where no
/// series is spelled out they are one and the same.
const KEPT: usize = 3;
/// So many days are remembered for which one of them serves.
const REACHES: usize = 16;

/// How far the series of a book are spelled out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reach {
    /// The last day.
    pub(crate) until: Date,
    /// Whether series of the owner's own life are too.
    pub(crate) with_diary: bool,
}

/// Books that were read before. Whoever asks names the book's number, since other programs write too.
#[derive(Default)]
pub struct Books(Mutex<VecDeque<Kept>>);

/// One of them, of which whatever reaches as far is made.
struct Kept {
    of: BookId,
    seq: i64,
    reaches: Vec<Reach>,
    occasions: Vec<Occurrence>,
    book: Arc<Book>,
    derived: Derived,
}

impl Kept {
    /// Remembers how far it serves.
    fn serves(&mut self, reach: Reach) {
        self.reaches.retain(|known| *known != reach);
        if self.reaches.len() >= REACHES {
            self.reaches.remove(0);
        }
        self.reaches.push(reach);
    }
}

impl fmt::Debug for Books {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Nobody's name stands in a log.
        f.debug_struct("Books").finish_non_exhaustive()
    }
}

impl Books {
    /// The one that was read last, whatever has been written since.
    pub fn last_read(&self, of: BookId) -> Option<Arc<Book>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().rev().find(|kept| kept.of == of).map(|kept| Arc::clone(&kept.book))
    }

    /// The one that reaches so far; another one serves if its series have the same occasions.
    pub(crate) fn find(
        &self,
        of: BookId,
        seq: i64,
        reach: Reach,
        occasions: impl Fn(&Book) -> Vec<Occurrence>,
    ) -> Option<Arc<Book>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let holds = |kept: &Kept| (kept.of, kept.seq) == (of, seq);
        let reaches = |kept: &Kept| holds(kept) && kept.reaches.contains(&reach);
        let at = kept.iter().position(reaches).or_else(|| {
            let occasions = occasions(&kept.iter().find(|kept| holds(kept))?.book);
            kept.iter().position(|kept| holds(kept) && kept.occasions == occasions)
        })?;
        let mut known = kept.remove(at)?;
        known.serves(reach);
        let book = Arc::clone(&known.book);
        // Whatever is asked for again is let go last.
        kept.push_back(known);
        Some(book)
    }

    /// Keeps a book, and none that is older.
    pub(crate) fn put(
        &self,
        of: BookId,
        seq: i64,
        reach: Reach,
        (book, occasions): (&Arc<Book>, Vec<Occurrence>),
    ) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|kept| kept.of != of || kept.seq == seq);
        if kept.len() >= KEPT {
            kept.pop_front();
        }
        let (reaches, book, derived) = (vec![reach], Arc::clone(book), Derived::default());
        kept.push_back(Kept { of, seq, reaches, occasions, book, derived });
    }

    /// What was worked out of that very book before.
    pub(crate) fn derived<K, T>(&self, book: &Arc<Book>, of: &K) -> Option<Arc<T>>
    where
        K: PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter_mut().find(|kept| Arc::ptr_eq(&kept.book, book))?.derived.find(of)
    }

    /// Keeps what was worked out of a book as long as the book itself is kept.
    pub(crate) fn put_derived<K, T>(&self, book: &Arc<Book>, of: K, thing: &Arc<T>)
    where
        K: PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.iter_mut().find(|kept| Arc::ptr_eq(&kept.book, book)) {
            kept.derived.put(of, thing);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Ctx, book};
    use jiff::civil::{date, time};
    use kithwork_core::change::Edit;
    use kithwork_core::facts::{Entry, Event, Meaning, Person, Room};
    use kithwork_core::id::{FactId, PersonId, RoomId};
    use kithwork_store::{Store, open_file};

    const TODAY: Date = date(2026, 11, 16);
    const LONG_AGO: Date = date(2025, 11, 16);

    /// An empty book, asked for by a server.
    async fn desk() -> (tempfile::TempDir, Arc<dyn Store>, Ctx) {
        let folder = tempfile::tempdir().unwrap();
        let store = open_file(&folder.path().join("book.kith")).await.unwrap();
        let now = "2026-11-16T09:00:00Z".parse().unwrap();
        let ctx = Ctx::owner(book::first(&*store, now).await.unwrap(), now);
        (folder, store, ctx.remembering(Arc::default()))
    }

    async fn add(store: &dyn Store, ctx: &Ctx, edits: Vec<Edit>) {
        store.commit(ctx.tenant, &ctx.change("test", None, edits)).await.unwrap();
    }

    fn weekly(room: RoomId) -> Entry {
        let event = Event {
            on: Some(date(2026, 11, 2)),
            starts: Some(time(7, 0, 0, 0)),
            rrule: Some("FREQ=WEEKLY".to_owned()),
            ..Event::default()
        };
        let id = FactId(uuid::Uuid::from_u128(2));
        let meaning = Meaning::Room(room);
        Entry { id, uid: "weekly".to_owned(), recurrence_id: None, event, meaning }
    }

    #[tokio::test]
    async fn a_book_is_read_once_for_each_change_whatever_the_day() {
        let (_folder, store, ctx) = desk().await;
        let read = async |until| book::load(&*store, &ctx, until).await.unwrap();
        let empty = read(TODAY).await;
        assert!(Arc::ptr_eq(&empty, &read(TODAY).await));
        assert!(Arc::ptr_eq(&empty, &read(LONG_AGO).await), "no series tells the days apart");
        assert!(Arc::ptr_eq(&empty, &ctx.books.as_ref().unwrap().last_read(ctx.tenant).unwrap()));
        let known = Person::named(PersonId(uuid::Uuid::from_u128(1)), "Ana Reyes");
        add(&*store, &ctx, vec![Edit::created(known)]).await;
        let after = read(TODAY).await;
        assert_eq!((empty.facts.people.len(), after.facts.people.len()), (0, 1));
        assert!(Arc::ptr_eq(&after, &read(LONG_AGO).await));
    }

    #[tokio::test]
    async fn days_with_other_occasions_of_a_series_have_books_of_their_own() {
        let (_folder, store, ctx) = desk().await;
        let room = RoomId(uuid::Uuid::from_u128(1));
        let edits = vec![Edit::created(Room::named(room, "Chamber")), Edit::created(weekly(room))];
        add(&*store, &ctx, edits).await;
        let read = async |until| book::load(&*store, &ctx, until).await.unwrap();
        let (today, before) = (read(TODAY).await, read(LONG_AGO).await);
        assert_eq!((today.facts.meetings.len(), before.facts.meetings.len()), (3, 0));
        for day in 1..8 {
            // Today's outlives all days looked back at, since each page asks for it.
            assert_eq!(read(date(2026, 11, day)).await.facts.meetings.len(), usize::from(day > 1));
            assert!(Arc::ptr_eq(&today, &read(TODAY).await));
        }
        assert!(Arc::ptr_eq(&read(date(2026, 11, 3)).await, &read(date(2026, 11, 8)).await));
    }

    #[tokio::test]
    async fn what_is_derived_of_a_book_is_worked_out_once_for_each_change_and_day() {
        let (_folder, store, ctx) = desk().await;
        let times = std::sync::atomic::AtomicUsize::new(0);
        let count = async |ctx: &Ctx, on: Date| {
            let book = book::load(&*store, ctx, TODAY).await.unwrap();
            *ctx.derived(&book, on, || {
                times.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                book.facts.people.len()
            })
        };
        assert_eq!((count(&ctx, TODAY).await, count(&ctx, TODAY).await), (0, 0));
        assert_eq!(times.load(std::sync::atomic::Ordering::Relaxed), 1);
        count(&ctx, LONG_AGO).await;
        assert_eq!(times.load(std::sync::atomic::Ordering::Relaxed), 2, "another day");
        let known = Person::named(PersonId(uuid::Uuid::from_u128(1)), "Ana Reyes");
        add(&*store, &ctx, vec![Edit::created(known)]).await;
        assert_eq!((count(&ctx, TODAY).await, count(&ctx, TODAY).await), (1, 1));
        assert_eq!(times.load(std::sync::atomic::Ordering::Relaxed), 3, "another book");
        let alone = Ctx { books: None, ..ctx };
        assert_eq!((count(&alone, TODAY).await, count(&alone, TODAY).await), (1, 1));
        assert_eq!(times.load(std::sync::atomic::Ordering::Relaxed), 5, "nothing is kept");
    }

    #[tokio::test]
    async fn whoever_may_not_read_gets_nothing_that_was_read_before() {
        let (_folder, store, ctx) = desk().await;
        book::load(&*store, &ctx, TODAY).await.unwrap();
        let elsewhere = Ctx { tenant: BookId(uuid::Uuid::from_u128(9)), ..ctx };
        assert!(book::load(&*store, &elsewhere, TODAY).await.is_err());
    }
}

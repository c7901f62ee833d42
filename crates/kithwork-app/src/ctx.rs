//! Who asks, of which book, with which rights, and when: the first argument of everything a user does.

use crate::books::Books;
use crate::error::{Code, Error, Result};
use crate::settings::zone;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use kithwork_core::book::Book;
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::Settings;
use kithwork_core::id::{BookId, ChangeId};
use kithwork_core::params::Params;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;
use uuid::timestamp::context::ContextV7;

/// Who asks, of which book, with which rights, and when.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// Who acts: `owner`, or an account's id.
    pub actor: String,
    /// The book.
    pub tenant: BookId,
    /// What they may do with it.
    pub rights: Rights,
    /// The moment at which they do it.
    pub now: Timestamp,
    /// What the models assume.
    pub params: Arc<Params>,
    /// The id that the one change of this action bears, where whoever asks chose it: asked for twice,
    /// it is done once.
    pub once: Option<ChangeId>,
    /// The book's number that whoever asks has seen, where nothing may be kept on top of a later one.
    pub from: Option<i64>,
    /// What a server has read before; none where everything is read once.
    pub books: Option<Arc<Books>>,
}

/// What someone may do with a book; each step includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rights {
    /// Look at it.
    Read,
    /// Add to it and change it.
    Write,
    /// Take it out, put it back, erase from it.
    Own,
}

impl Ctx {
    /// The owner of a book, on their own machine.
    pub fn owner(tenant: BookId, now: Timestamp) -> Self {
        let (actor, rights) = ("owner".to_owned(), Rights::Own);
        let (params, once, from, books) = (Arc::default(), None, None, None);
        Self { actor, tenant, rights, now, params, once, from, books }
    }

    /// The same, whose one change bears this id.
    #[must_use]
    pub fn once(self, change: ChangeId) -> Self {
        Self { once: Some(change), ..self }
    }

    /// The same, whose change is kept only while the book has this number.
    #[must_use]
    pub fn since(self, seq: Option<i64>) -> Self {
        Self { from: seq, ..self }
    }

    /// The same, where the models assume what the owner said.
    #[must_use]
    pub fn assuming(self, params: Arc<Params>) -> Self {
        Self { params, ..self }
    }

    /// The same, who looks first at what was read before.
    #[must_use]
    pub fn remembering(self, books: Arc<Books>) -> Self {
        Self { books: Some(books), ..self }
    }

    /// What is worked out of a book that was read: once, where a server keeps the book. It is known by its
    /// type and by `of`, which names whatever it depends on besides the book and what the models assume.
    pub fn derived<K, T>(&self, book: &Arc<Book>, of: K, work: impl FnOnce() -> T) -> Arc<T>
    where
        K: PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        // Two who ask at once both work it out, and nobody else waits for them.
        self.known(book, &of).unwrap_or_else(|| self.know(book, of, work()))
    }

    /// What was worked out of that very book before: for whatever takes more than the book to work out.
    pub(crate) fn known<K, T>(&self, book: &Arc<Book>, of: &K) -> Option<Arc<T>>
    where
        K: PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        self.books.as_ref()?.derived(book, of)
    }

    /// Keeps what was worked out of a book, where a server keeps the book.
    pub(crate) fn know<K, T>(&self, book: &Arc<Book>, of: K, thing: T) -> Arc<T>
    where
        K: PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        let thing = Arc::new(thing);
        if let Some(books) = &self.books {
            books.put_derived(book, of, &thing);
        }
        thing
    }

    /// Refuses who may not do that.
    ///
    /// # Errors
    /// [`Code::NotAllowed`].
    pub fn require(&self, rights: Rights) -> Result<()> {
        if self.rights < rights {
            return Err(Error::new(Code::NotAllowed).hint("ask the owner of this book"));
        }
        Ok(())
    }

    /// The day it is where the owner lives. A zone that nobody knows counts as UTC.
    pub fn today(&self, settings: &Settings) -> Date {
        self.local(settings).date()
    }

    /// The moment on the clock where the owner lives.
    pub fn local(&self, settings: &Settings) -> DateTime {
        self.now.to_zoned(zone(&settings.zone)).datetime()
    }

    /// Where new ids come from: UUIDs of version 7 at this moment, each greater than the last.
    pub fn ids(&self) -> impl FnMut() -> Uuid + Send + Sync + use<> {
        let context = Mutex::new(ContextV7::new());
        let (seconds, nanos) = (self.now.as_second(), self.now.subsec_nanosecond());
        let seconds = u64::try_from(seconds).unwrap_or_default();
        let nanos = u32::try_from(nanos).unwrap_or_default();
        move || {
            let context = context.lock().unwrap_or_else(PoisonError::into_inner);
            Uuid::new_v7(uuid::Timestamp::from_unix(&*context, seconds, nanos))
        }
    }

    /// One action of this actor.
    pub fn change(&self, verb: &str, on: Option<Date>, edits: Vec<Edit>) -> Change {
        Change {
            id: self.once.unwrap_or_else(|| ChangeId(self.ids()())),
            actor: self.actor.clone(),
            verb: verb.to_owned(),
            at: self.now,
            on,
            undoes: None,
            from: self.from,
            edits,
        }
    }
}

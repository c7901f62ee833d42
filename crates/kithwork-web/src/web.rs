//! What every answer needs: the store, the book, the clock, what was worked out before.

use crate::door::{Door, Opener};
use crate::fault::Fault;
use crate::frame::Appeared;
use crate::frame::Beside;
use crate::hosts::Hosts;
use crate::imports::Imports;
use crate::shelf::Shelf;
use crate::sight::Sight;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use kithwork_app::access::Chance;
use kithwork_app::access::pairing::{self, Offer};
use kithwork_app::book::{self, Memory};
use kithwork_app::books::Books;
use kithwork_app::calendar::{Fetch, Reach};
use kithwork_app::{Code, Ctx, Error, plan, review, settings, start};
use kithwork_core::evening;
use kithwork_core::id::{BookId, PersonId};
use kithwork_core::params::Params;
use kithwork_store::{Store, StoreError};
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Gives the time. Only the program reads the real clock; tests give their own.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// A code is shown again while so many minutes are left.
const ENOUGH_MINUTES: i64 = 3;

/// What every answer needs. Cheap to clone: clones share what was worked out.
#[derive(Clone)]
pub struct Web {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) hosts: Hosts,
    pub(crate) memory: Arc<Memory>,
    pub(crate) chance: Chance,
    door: Arc<OnceLock<Door>>,
    opener: Option<Opener>,
    offered: Arc<Mutex<Option<Offer>>>,
    pub(crate) imports: Arc<Imports>,
    book: BookId,
    clock: Clock,
    books: Arc<Books>,
    params: Arc<Params>,
    seen: Option<i64>,
    fetch: Option<Arc<dyn Fetch>>,
}

impl fmt::Debug for Web {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Web")
            .field("book", &self.book)
            .field("hosts", &self.hosts)
            .finish_non_exhaustive()
    }
}

impl Web {
    /// The pages of one book, served at these addresses.
    pub fn new(store: Arc<dyn Store>, book: BookId, clock: Clock, hosts: Hosts) -> Self {
        Self {
            store,
            hosts,
            memory: Arc::default(),
            chance: Arc::new(no_chance),
            door: Arc::default(),
            opener: None,
            offered: Arc::default(),
            imports: Arc::default(),
            book,
            clock,
            books: Arc::default(),
            params: Arc::default(),
            seen: None,
            fetch: None,
        }
    }

    /// The same, fetching calendars from their links like this.
    #[must_use]
    pub fn fetching(self, fetch: Arc<dyn Fetch>) -> Self {
        Self { fetch: Some(fetch), ..self }
    }

    /// Whoever fetches calendars.
    ///
    /// # Errors
    /// [`Code::NotAllowed`] where this server fetches nothing.
    pub(crate) fn fetch(&self) -> Result<&dyn Fetch, Error> {
        let hint = "this server fetches nothing: read the calendar in as a file";
        self.fetch.as_deref().ok_or_else(|| Error::new(Code::NotAllowed).hint(hint))
    }

    /// How far a link may lead: into the owner's own network only where nobody else reaches this server.
    pub(crate) fn reach(&self) -> Reach {
        if self.hosts.are_open() { Reach::Others } else { Reach::Own }
    }

    /// The same, where the models assume what the owner said.
    #[must_use]
    pub fn assuming(self, params: Arc<Params>) -> Self {
        Self { params, ..self }
    }

    /// The same, where nothing is kept once the book has moved on from this number.
    pub(crate) fn since(&self, seq: i64) -> Self {
        Self { seen: Some(seq), ..self.clone() }
    }

    /// The same, drawing secrets by this chance; without it, nobody can be let in from elsewhere.
    #[must_use]
    pub fn drawing(self, chance: Chance) -> Self {
        Self { chance, ..self }
    }

    /// The same, with a way in for phones: all clones know it from now on. Told twice, the first one
    /// stands.
    #[must_use]
    pub fn with_door(self, door: Door) -> Self {
        self.door.get_or_init(|| door);
        self
    }

    /// The same, whose owner may open the way in from a page.
    #[must_use]
    pub fn opening(self, opener: Opener) -> Self {
        Self { opener: Some(opener), ..self }
    }

    /// The way in for phones, where it is open.
    pub(crate) fn door(&self) -> Option<&Door> {
        self.door.get()
    }

    /// Whether the way in can be opened from a page.
    pub(crate) fn can_open(&self) -> bool {
        self.opener.is_some() && !self.hosts.are_open()
    }

    /// Opens the way in for phones, unless it is open.
    ///
    /// # Errors
    /// [`Code::AddressRefused`] where the network refuses; [`Code::NotFound`] where nothing here can.
    pub(crate) async fn open(&self) -> Result<(), Error> {
        if self.door().is_some() {
            return Ok(());
        }
        let Some(opener) = self.opener.as_ref().filter(|_| self.can_open()) else {
            let hint = "start it with “kithwork serve --phone” first";
            return Err(Error::new(Code::NotFound).hint(hint));
        };
        match opener(self.clone()).await {
            // Opened by two at once, it is open.
            Err(_) if self.door().is_some() => Ok(()),
            done => done,
        }
    }

    /// The code that waits for a phone: the one that was shown last, while enough of its time is left,
    /// else a new one.
    ///
    /// # Errors
    /// Those of chance and the store.
    pub(crate) async fn offer(&self, ctx: &Ctx) -> Result<Offer, Error> {
        let shown = self.offered.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(offer) = shown
            && offer.until.duration_since(ctx.now).as_mins() >= ENOUGH_MINUTES
            && pairing::waits(&*self.store, ctx, &offer.code).await?
        {
            return Ok(offer);
        }
        let offer = pairing::offer(&*self.store, ctx, &self.chance).await?;
        *self.offered.lock().unwrap_or_else(PoisonError::into_inner) = Some(offer.clone());
        Ok(offer)
    }

    /// The same, served at other addresses.
    pub(crate) fn at(self, hosts: Hosts) -> Self {
        Self { hosts, ..self }
    }

    /// Who asks: without accounts, the owner.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) async fn ctx(&self) -> Result<Ctx, Error> {
        let now = (self.clock)();
        let book = match self.store.seq(self.book).await {
            Ok(_) => self.book,
            // A backup of another book has been put in its place.
            Err(StoreError::NotFound) => book::first(&*self.store, now).await?,
            Err(cause) => return Err(cause.into()),
        };
        let ctx = Ctx::owner(book, now).remembering(Arc::clone(&self.books));
        Ok(ctx.assuming(Arc::clone(&self.params)).since(self.seen))
    }

    /// The day it is where the owner lives.
    pub(crate) async fn today(&self, ctx: &Ctx) -> Result<Date, Fault> {
        Ok(ctx.today(&settings::of(&*self.store, ctx).await?))
    }

    /// The same, for programs.
    pub(crate) async fn day(&self, ctx: &Ctx) -> Result<Date, Error> {
        Ok(ctx.today(&settings::of(&*self.store, ctx).await?))
    }

    /// What a page looks at, at a date; without one, today.
    pub(crate) async fn sight(&self, as_of: Option<Date>) -> Result<Sight, Fault> {
        let ctx = self.ctx().await?;
        let store = &*self.store;
        let today = self.today(&ctx).await?;
        let as_of = as_of.unwrap_or(today);
        let read = self.shelf(&ctx, as_of).await?;
        let review = review::of(&read.book, &ctx, as_of);
        let plan = plan::week(store, &ctx, Some(as_of), None).await?;
        let chosen = start::chosen(store, &ctx, &read.book).await?;
        Ok(Sight { shelf: read, review, plan, today: as_of, chosen, is_live: as_of == today })
    }

    /// Today's sight with the plan of the week after this one.
    pub(crate) async fn sight_of_next_week(&self) -> Result<Sight, Fault> {
        let sight = self.sight(None).await?;
        let monday = sight.plan.week.saturating_add(7.days());
        let plan = plan::week(&*self.store, &self.ctx().await?, Some(monday), None).await?;
        Ok(Sight { plan, ..sight })
    }

    /// A page that shows nothing but what a book holds: drawn up once for each change and day, and for
    /// whatever else it depends on. Each visit gets one of its own, for its own frame. Whatever it shows
    /// besides the sight is read after it: what is newer than its book is forgotten with the book.
    pub(crate) async fn drawn_up<K, P>(
        &self,
        sight: &Sight,
        of: K,
        draw_up: impl FnOnce(&Sight) -> P,
    ) -> Result<P, Fault>
    where
        K: PartialEq + Send + Sync + 'static,
        P: Clone + Send + Sync + 'static,
    {
        let of = (sight.today, sight.is_live, of);
        let page = self.ctx().await?.derived(&sight.shelf.book, of, || draw_up(sight));
        Ok(P::clone(&page))
    }

    /// The places that the book holds something for, as it was last read: a page that reads no book does
    /// not read it for its navigation.
    pub(crate) fn appeared(&self, ctx: &Ctx) -> Appeared {
        let book = self.books.last_read(ctx.tenant);
        book.map(|book| Appeared::of(&book.facts)).unwrap_or_default()
    }

    /// Whom a note of this moment is most likely about.
    pub(crate) async fn near(&self, ctx: &Ctx) -> Result<Beside, Fault> {
        let now = ctx.local(&settings::of(&*self.store, ctx).await?);
        let book = book::load(&*self.store, ctx, now.date()).await?;
        let near = evening::near(&book, now);
        let named = |id: PersonId| Some((id, book.person(id)?.name.clone()));
        let people = near.people.into_iter().filter_map(named).collect();
        Ok(Beside { meeting: near.meeting, people })
    }

    /// The book with its entries found by id.
    pub(crate) async fn shelf(&self, ctx: &Ctx, until: Date) -> Result<Arc<Shelf>, Fault> {
        let book = book::load(&*self.store, ctx, until).await?;
        Ok(ctx.derived(&book, (), || Shelf::new(Arc::clone(&book))))
    }
}

fn no_chance() -> Result<[u8; 32], Error> {
    Err(Error::new(Code::Internal).hint("this server draws no secrets"))
}

//! The store: one trait for every database.

use crate::directory::Directory;
use crate::error::Result;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use kithwork_core::change::Change;
use kithwork_core::fact::{Fact, FactKind, Facts};
use kithwork_core::facts::{Person, Settings};
use kithwork_core::id::{BookId, ChangeId, FactId, PersonId};
use std::fmt::Debug;
use std::path::Path;

/// A place that keeps books, and the directory of who may come in. Every call names its book, and no
/// query crosses books.
///
/// What `commit` acknowledges survives `kill -9` and power loss. A call that fails has written
/// nothing.
#[async_trait]
pub trait Store: Directory + Debug + Send + Sync {
    /// The books kept here, oldest first.
    async fn books(&self) -> Result<Vec<BookId>>;

    /// Creates an empty book with these settings.
    async fn create_book(&self, settings: &Settings) -> Result<()>;

    /// The number of the book's latest change; 0 for a new book. Read it before loading: other
    /// processes write too.
    async fn seq(&self, book: BookId) -> Result<i64>;

    /// Reads the book in one pass.
    async fn load(&self, book: BookId, scope: Scope) -> Result<Facts>;

    /// Writes a change in one transaction: checks that each row still is what the edit says it was
    /// before (else [`StoreError::Stale`](crate::StoreError::Stale)) and that the book still has the
    /// number it was made from, where it names one (else
    /// [`StoreError::Moved`](crate::StoreError::Moved)), writes the rows, appends the change to the
    /// audit chain and raises the book's number, which it returns.
    async fn commit(&self, book: BookId, change: &Change) -> Result<i64>;

    /// One fact.
    async fn fact(&self, book: BookId, kind: FactKind, id: FactId) -> Result<Option<Fact>>;

    /// People found by name, organisation, what they do and the notes about them, best first.
    async fn people(&self, book: BookId, query: &PeopleQuery) -> Result<Vec<PersonHit>>;

    /// Everyone's id and name in the order of their ids, set aside or not, merged ones left out: for
    /// matching spoken names.
    async fn names(&self, book: BookId) -> Result<Vec<(PersonId, String)>>;

    /// The names of these people, in the order of their ids; unknown and merged ones are left out.
    async fn names_of(&self, book: BookId, people: &[PersonId]) -> Result<Vec<(PersonId, String)>>;

    /// Everything that speaks of a person, oldest first, undated facts at the front.
    async fn timeline(&self, book: BookId, person: PersonId) -> Result<Vec<Fact>>;

    /// All facts of one kind.
    async fn all(&self, book: BookId, kind: FactKind) -> Result<Vec<Fact>>;

    /// What sources said about one fact, as statements.
    async fn statements_about(&self, book: BookId, subject: FactId) -> Result<Vec<Fact>>;

    /// The actor's latest change that is no undo, no restoring, and has not been taken back.
    async fn latest_change(&self, book: BookId, actor: &str) -> Result<Option<Change>>;

    /// The change of that id, less whatever an erasure took out of it.
    async fn change(&self, book: BookId, id: ChangeId) -> Result<Option<Change>>;

    /// Past changes, the latest first: at most `limit`, and only those before a change's number where
    /// one is given.
    async fn changes(&self, book: BookId, before: Option<i64>, limit: u32) -> Result<Vec<Past>>;

    /// Changes after a change's number, oldest first, to tell what has touched a fact since.
    async fn changes_touching(
        &self,
        book: BookId,
        fact: FactId,
    ) -> Result<Vec<(i64, ChangeId, String)>>;

    /// Changes of one kind that have not been taken back and still hold what they did, the latest first:
    /// at most `limit`.
    async fn standing(&self, book: BookId, verb: &str, limit: u32) -> Result<Vec<Change>>;

    /// Takes what past changes held of these facts out of the log, as far as they are no longer in the
    /// book; `change` says so in it. Afterwards the freed pages are overwritten. Returns how many changes
    /// lost some.
    async fn forget(&self, book: BookId, facts: &[FactId], change: &Change) -> Result<u64>;

    /// Verifies the book: the database itself, the audit chain, that everything referred to is
    /// there and can be read. An empty list is a sound book.
    async fn check(&self, book: BookId) -> Result<Vec<Problem>>;

    /// Writes a consistent copy of the whole database while it is in use.
    async fn backup(&self, to: &Path) -> Result<()>;

    /// Removes every trace of a person: rows, search index, statements, the payloads of past
    /// changes. `change` holds the edits that take the person out of facts shared with others; its
    /// own payload keeps nothing of them. Afterwards the freed pages are overwritten.
    async fn erase(&self, book: BookId, person: PersonId, change: &Change) -> Result<Erased>;

    /// What is kept of a kind beside the facts, by name.
    async fn kept(&self, book: BookId, kind: &str) -> Result<Vec<Keepsake>>;

    /// Keeps something beside the facts, in the place of whatever of its kind bore its name. It is no
    /// change of the book: nothing takes it back, no history and no export holds it.
    async fn keep(&self, book: BookId, kind: &str, one: &Keepsake) -> Result<()>;

    /// Lets go of something kept; nothing remembers it. Answers whether it was there.
    async fn let_go(&self, book: BookId, kind: &str, name: &str) -> Result<bool>;
}

/// Something kept for the owner beside the facts: where they are in their first hour, the private
/// address of a calendar.
#[derive(Clone, PartialEq, Eq)]
pub struct Keepsake {
    /// What it is called, among those of its kind.
    pub name: String,
    /// What it holds; it may be a secret.
    pub value: String,
}

impl Debug for Keepsake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keepsake").field("name", &self.name).finish_non_exhaustive()
    }
}

/// How much of a book is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// When there was contact with whom: settings, people, rooms and what happened with them.
    Contact,
    /// What the review and the plan read: no raw notes, cards, calendar objects or statements.
    Mind,
    /// Everything.
    Whole,
}

impl Scope {
    /// The kinds of fact in it, in the order of [`FactKind::ALL`].
    pub fn kinds(self) -> impl Iterator<Item = FactKind> {
        use FactKind::{
            CalendarObject, Card, Conversation, Entry, Meeting, Note, Person, Room, Settings,
            Statement,
        };
        let is_in = move |kind: &FactKind| match self {
            Self::Contact => {
                matches!(kind, Settings | Person | Room | Meeting | Conversation | Entry)
            }
            Self::Mind => !matches!(kind, Note | Card | CalendarObject | Statement),
            Self::Whole => true,
        };
        FactKind::ALL.iter().copied().filter(is_in)
    }
}

/// Whom to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleQuery {
    /// Words to find; none lists everyone of the network by name.
    pub text: Option<String>,
    /// At most so many.
    pub limit: Option<u32>,
    /// Also those who are set aside.
    pub with_set_aside: bool,
    /// Only those after this person in the same list; [`NotFound`](crate::StoreError::NotFound) where
    /// they are not in it any more.
    pub after: Option<PersonId>,
}

/// Someone found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonHit {
    /// The person.
    pub person: Person,
    /// The last date on which anything is known of them.
    pub last: Option<Date>,
    /// Where the words were found: `name`, `organisation`, `note`…
    pub matched: Vec<&'static str>,
}

/// A past change, without its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Its number in the book.
    pub seq: i64,
    /// Its id.
    pub id: ChangeId,
    /// Who acted.
    pub actor: String,
    /// What was done: `import`, `note`, `undo`…
    pub verb: String,
    /// When it was recorded.
    pub at: Timestamp,
    /// The day it speaks of, where it speaks of one.
    pub on: Option<Date>,
    /// The change that it takes back.
    pub undoes: Option<ChangeId>,
    /// Whether it has been taken back.
    pub is_undone: bool,
    /// How many rows it touched.
    pub rows: u64,
}

/// Something wrong with a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: a table, a change.
    pub place: String,
    /// What is wrong, without names or notes.
    pub what: String,
}

/// What an erasure did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Rows that went.
    pub rows: u64,
    /// Past changes whose payloads went.
    pub changes: u64,
}

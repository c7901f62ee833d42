//! The SQL of both databases, compiled once for each: `super` is the dialect.

pub(crate) use super::Db;
use super::Place;
use crate::error::Result;
use crate::store::{Erased, Keepsake, Past, PeopleQuery, PersonHit, Problem, Scope, Store};
use async_trait::async_trait;
use kithwork_core::change::Change;
use kithwork_core::fact::{Fact, FactKind, Facts};
use kithwork_core::facts::Settings;
use kithwork_core::id::{BookId, ChangeId, FactId, PersonId};
pub(crate) use search::{PLACES, Places};
use sqlx::{Pool, Row, Transaction};
use std::path::Path;

mod appearance;
mod check;
mod commit;
mod directory;
mod erase;
mod forget;
mod keepsake;
mod log;
mod people;
pub(crate) mod rows;
mod search;
pub(crate) mod seq;
mod timeline;

/// A connection, within a transaction or not.
pub(crate) type Conn = <Db as sqlx::Database>::Connection;
/// A transaction; dropped, it is rolled back.
pub(super) type Tx = Transaction<'static, Db>;

/// Books in one database.
#[derive(Debug)]
pub(crate) struct SqlStore {
    /// For reading, as many as may be.
    pub(super) readers: Pool<Db>,
    /// For writing.
    pub(super) writer: Pool<Db>,
    /// Where the database is.
    pub(super) place: Place,
}

impl SqlStore {
    /// A transaction that writes.
    pub(super) async fn begin_write(&self) -> Result<Tx> {
        Ok(self.writer.begin_with(super::BEGIN_WRITE).await?)
    }

    /// A transaction that sees one state of the database.
    pub(super) async fn begin_read(&self) -> Result<Tx> {
        Ok(self.readers.begin_with(super::BEGIN_READ).await?)
    }
}

#[async_trait]
impl Store for SqlStore {
    async fn books(&self) -> Result<Vec<BookId>> {
        let rows = sqlx::query("SELECT book_id FROM book ORDER BY book_id")
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(|row| Ok(BookId(row.try_get(0)?))).collect()
    }

    async fn create_book(&self, settings: &Settings) -> Result<()> {
        let mut tx = self.begin_write().await?;
        seq::create(&mut tx, settings.book).await?;
        let fact = Fact::from(settings.clone());
        rows::write(&mut tx, settings.book, &[&fact], rows::Write::New).await?;
        Ok(tx.commit().await?)
    }

    async fn seq(&self, book: BookId) -> Result<i64> {
        let mut conn = self.readers.acquire().await?;
        seq::seq(&mut conn, book).await
    }

    async fn load(&self, book: BookId, scope: Scope) -> Result<Facts> {
        super::load(self, book, scope).await
    }

    async fn commit(&self, book: BookId, change: &Change) -> Result<i64> {
        commit::commit(self, book, change).await
    }

    async fn fact(&self, book: BookId, kind: FactKind, id: FactId) -> Result<Option<Fact>> {
        let mut tx = self.begin_read().await?;
        Ok(rows::among(&mut tx, book, kind, &[id.0]).await?.pop())
    }

    async fn people(&self, book: BookId, query: &PeopleQuery) -> Result<Vec<PersonHit>> {
        let mut tx = self.begin_read().await?;
        people::people(&mut tx, book, query).await
    }

    async fn names(&self, book: BookId) -> Result<Vec<(PersonId, String)>> {
        super::names(self, book).await
    }

    async fn names_of(&self, book: BookId, people: &[PersonId]) -> Result<Vec<(PersonId, String)>> {
        let mut conn = self.readers.acquire().await?;
        people::names(&mut conn, book, people).await
    }

    async fn timeline(&self, book: BookId, person: PersonId) -> Result<Vec<Fact>> {
        let mut tx = self.begin_read().await?;
        timeline::timeline(&mut tx, book, person).await
    }

    async fn all(&self, book: BookId, kind: FactKind) -> Result<Vec<Fact>> {
        let mut tx = self.begin_read().await?;
        rows::all(&mut tx, book, kind).await
    }

    async fn statements_about(&self, book: BookId, subject: FactId) -> Result<Vec<Fact>> {
        let mut conn = self.readers.acquire().await?;
        rows::statements_about(&mut conn, book, subject).await
    }

    async fn latest_change(&self, book: BookId, actor: &str) -> Result<Option<Change>> {
        let mut tx = self.begin_read().await?;
        log::latest(&mut tx, book, actor).await
    }

    async fn change(&self, book: BookId, id: ChangeId) -> Result<Option<Change>> {
        let mut tx = self.begin_read().await?;
        log::one(&mut tx, book, id).await
    }

    async fn changes(&self, book: BookId, before: Option<i64>, limit: u32) -> Result<Vec<Past>> {
        let mut conn = self.readers.acquire().await?;
        log::past(&mut conn, book, before, limit).await
    }

    async fn changes_touching(
        &self,
        book: BookId,
        fact: FactId,
    ) -> Result<Vec<(i64, ChangeId, String)>> {
        let mut conn = self.readers.acquire().await?;
        log::touching(&mut conn, book, fact).await
    }

    async fn standing(&self, book: BookId, verb: &str, limit: u32) -> Result<Vec<Change>> {
        let mut tx = self.begin_read().await?;
        log::standing(&mut tx, book, verb, limit).await
    }

    async fn forget(&self, book: BookId, facts: &[FactId], change: &Change) -> Result<u64> {
        forget::forget(self, book, facts, change).await
    }

    async fn check(&self, book: BookId) -> Result<Vec<Problem>> {
        check::check(self, book).await
    }

    async fn backup(&self, to: &Path) -> Result<()> {
        super::backup(&self.place, to).await
    }

    async fn erase(&self, book: BookId, person: PersonId, change: &Change) -> Result<Erased> {
        erase::erase(self, book, person, change).await
    }
    async fn kept(&self, book: BookId, kind: &str) -> Result<Vec<Keepsake>> {
        let mut conn = self.readers.acquire().await?;
        keepsake::all(&mut conn, book, kind).await
    }

    async fn keep(&self, book: BookId, kind: &str, one: &Keepsake) -> Result<()> {
        let mut tx = self.begin_write().await?;
        keepsake::keep(&mut tx, book, kind, one).await?;
        Ok(tx.commit().await?)
    }

    async fn let_go(&self, book: BookId, kind: &str, name: &str) -> Result<bool> {
        let mut tx = self.begin_write().await?;
        let gone = keepsake::drop(&mut tx, book, kind, name).await?;
        tx.commit().await?;
        Ok(gone)
    }
}

//! A store with one empty book, for what needs none.

use async_trait::async_trait;
use jiff::Timestamp;
use kithwork_core::change::Change;
use kithwork_core::fact::{Fact, FactKind, Facts};
use kithwork_core::facts::Settings;
use kithwork_core::id::{AccessId, AccountId, BookId, ChangeId, FactId, PersonId};
use kithwork_store::{
    Access, Account, Digest, Directory, Erased, Keepsake, Past, PeopleQuery, PersonHit, Problem,
    Result, Scope, Store, StoreError,
};
use std::path::Path;

const NO: StoreError = StoreError::Unsupported("the bare store only reads");

/// A store with one empty book.
#[derive(Debug)]
pub(super) struct Bare(pub BookId);

#[async_trait]
impl Store for Bare {
    async fn books(&self) -> Result<Vec<BookId>> {
        Ok(vec![self.0])
    }

    async fn create_book(&self, _settings: &Settings) -> Result<()> {
        Err(NO)
    }

    async fn seq(&self, _book: BookId) -> Result<i64> {
        Ok(0)
    }

    async fn load(&self, book: BookId, _scope: Scope) -> Result<Facts> {
        Ok(Facts { settings: vec![Settings::new(book)], ..Facts::default() })
    }

    async fn commit(&self, _book: BookId, _change: &Change) -> Result<i64> {
        Err(NO)
    }

    async fn fact(&self, _book: BookId, _kind: FactKind, _id: FactId) -> Result<Option<Fact>> {
        Ok(None)
    }

    async fn people(&self, _book: BookId, _query: &PeopleQuery) -> Result<Vec<PersonHit>> {
        Ok(Vec::new())
    }

    async fn names(&self, _book: BookId) -> Result<Vec<(PersonId, String)>> {
        Ok(Vec::new())
    }

    async fn names_of(
        &self,
        _book: BookId,
        _people: &[PersonId],
    ) -> Result<Vec<(PersonId, String)>> {
        Ok(Vec::new())
    }

    async fn timeline(&self, _book: BookId, _person: PersonId) -> Result<Vec<Fact>> {
        Ok(Vec::new())
    }

    async fn all(&self, book: BookId, kind: FactKind) -> Result<Vec<Fact>> {
        let settings = || Fact::Settings(Settings::new(book));
        Ok((kind == FactKind::Settings).then(settings).into_iter().collect())
    }

    async fn statements_about(&self, _book: BookId, _subject: FactId) -> Result<Vec<Fact>> {
        Ok(Vec::new())
    }

    async fn latest_change(&self, _book: BookId, _actor: &str) -> Result<Option<Change>> {
        Ok(None)
    }

    async fn change(&self, _book: BookId, _id: ChangeId) -> Result<Option<Change>> {
        Ok(None)
    }

    async fn changes(&self, _book: BookId, _before: Option<i64>, _limit: u32) -> Result<Vec<Past>> {
        Ok(Vec::new())
    }

    async fn changes_touching(
        &self,
        _book: BookId,
        _fact: FactId,
    ) -> Result<Vec<(i64, ChangeId, String)>> {
        Ok(Vec::new())
    }

    async fn standing(&self, _book: BookId, _verb: &str, _limit: u32) -> Result<Vec<Change>> {
        Ok(Vec::new())
    }

    async fn forget(&self, _book: BookId, _facts: &[FactId], _change: &Change) -> Result<u64> {
        Err(NO)
    }

    async fn check(&self, _book: BookId) -> Result<Vec<Problem>> {
        Ok(Vec::new())
    }

    async fn backup(&self, _to: &Path) -> Result<()> {
        Err(NO)
    }

    async fn erase(&self, _book: BookId, _person: PersonId, _change: &Change) -> Result<Erased> {
        Err(NO)
    }
    async fn kept(&self, _book: BookId, _kind: &str) -> Result<Vec<Keepsake>> {
        Ok(Vec::new())
    }

    async fn keep(&self, _book: BookId, _kind: &str, _one: &Keepsake) -> Result<()> {
        Err(NO)
    }

    async fn let_go(&self, _book: BookId, _kind: &str, _name: &str) -> Result<bool> {
        Err(NO)
    }
}

/// Nobody comes in.
#[async_trait]
impl Directory for Bare {
    async fn account(&self, _book: BookId) -> Result<Option<Account>> {
        Ok(None)
    }

    async fn open_account(&self, _account: &Account) -> Result<()> {
        Err(NO)
    }

    async fn set_password(&self, _account: AccountId, _password: Option<&str>) -> Result<()> {
        Err(NO)
    }

    async fn count_try(
        &self,
        _account: AccountId,
        _failures: u32,
        _wait_until: Option<Timestamp>,
    ) -> Result<bool> {
        Err(NO)
    }

    async fn forget_tries(&self, _account: AccountId) -> Result<()> {
        Err(NO)
    }

    async fn grant(&self, _access: &Access) -> Result<()> {
        Err(NO)
    }

    async fn redeem(&self, _pairing: Digest, _device: &Access) -> Result<bool> {
        Err(NO)
    }

    async fn access(&self, _secret: Digest) -> Result<Option<(Access, Account)>> {
        Ok(None)
    }

    async fn accesses(&self, _account: AccountId) -> Result<Vec<Access>> {
        Ok(Vec::new())
    }

    async fn rename_access(&self, _of: AccountId, _id: AccessId, _name: &str) -> Result<bool> {
        Err(NO)
    }

    async fn note_seen(&self, _id: AccessId, _at: Timestamp) -> Result<()> {
        Err(NO)
    }

    async fn revoke(&self, _account: AccountId, _id: AccessId) -> Result<bool> {
        Err(NO)
    }

    async fn withdraw_pairings(&self, _account: AccountId) -> Result<()> {
        Err(NO)
    }
}

//! The directory: who may come in from elsewhere than the owner's own machine, and to which book.
//!
//! It stands apart from the books: a secret leads to an account, the account to its book. The only
//! tables without a book in front of every key.

use crate::error::Result;
use async_trait::async_trait;
use jiff::Timestamp;
use kithwork_core::id::{AccessId, AccountId, BookId};
use std::fmt;

/// A secret as it is kept: its SHA-256, which does not lead back to it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Digest")
    }
}

/// Whoever keeps a book.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The book it leads to; a book has one account.
    pub book: BookId,
    /// The password, hashed as a PHC string; none lets nobody in by password.
    pub password: Option<String>,
    /// Passwords that did not fit since the last one that did.
    pub failures: u32,
    /// No password is tried before.
    pub wait_until: Option<Timestamp>,
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("id", &self.id)
            .field("book", &self.book)
            .finish_non_exhaustive()
    }
}

/// What kind of way in it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessKind {
    /// An offer that waits for its device.
    Pairing,
    /// A browser that was paired or signed in.
    Device,
    /// What a program shows.
    Token,
}

/// What may be done with it; each step includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Look at the book.
    Read,
    /// Add to it and change it.
    Write,
    /// Everything the owner may.
    All,
}

/// A way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Its id; a device keeps that of its pairing.
    pub id: AccessId,
    /// Whose it is.
    pub account: AccountId,
    /// What it is.
    pub kind: AccessKind,
    /// What its owner calls it.
    pub name: String,
    /// What may be done with it.
    pub reach: Reach,
    /// Its secret.
    pub digest: Digest,
    /// Since when.
    pub made_at: Timestamp,
    /// It ends then; none has no end.
    pub until: Option<Timestamp>,
    /// When it was last used.
    pub seen_at: Option<Timestamp>,
}

/// Who may come in. Every call that changes something has done so, durably, when it answers.
#[async_trait]
pub trait Directory {
    /// The account that keeps a book.
    async fn account(&self, book: BookId) -> Result<Option<Account>>;

    /// Opens an account; [`Conflict`](crate::StoreError::Conflict) where the book has one.
    async fn open_account(&self, account: &Account) -> Result<()>;

    /// Keeps a hashed password, or none, and forgets what did not fit.
    async fn set_password(&self, account: AccountId, password: Option<&str>) -> Result<()>;

    /// Counts a try before it is made: `failures` is what was read, and where somebody else tried
    /// meanwhile, nothing is counted and the answer is no. So no two tries run beside each other.
    async fn count_try(
        &self,
        account: AccountId,
        failures: u32,
        wait_until: Option<Timestamp>,
    ) -> Result<bool>;

    /// Forgets what did not fit.
    async fn forget_tries(&self, account: AccountId) -> Result<()>;

    /// Keeps a way in; [`Conflict`](crate::StoreError::Conflict) where its id or secret is taken.
    async fn grant(&self, access: &Access) -> Result<()>;

    /// Makes a pairing into the device, which keeps the pairing's id and account. No where there is no
    /// such pairing at the moment the device is made: it has been taken, or is over.
    async fn redeem(&self, pairing: Digest, device: &Access) -> Result<bool>;

    /// The way in of this secret, and whose it is.
    async fn access(&self, secret: Digest) -> Result<Option<(Access, Account)>>;

    /// All ways in of an account, the oldest first.
    async fn accesses(&self, account: AccountId) -> Result<Vec<Access>>;

    /// Calls a way in otherwise; no where there is none of that id.
    async fn rename_access(&self, account: AccountId, id: AccessId, name: &str) -> Result<bool>;

    /// Notes that it was used.
    async fn note_seen(&self, id: AccessId, at: Timestamp) -> Result<()>;

    /// Takes a way in away; no where there is none of that id.
    async fn revoke(&self, account: AccountId, id: AccessId) -> Result<bool>;

    /// Takes away all pairings of an account that still wait.
    async fn withdraw_pairings(&self, account: AccountId) -> Result<()>;
}

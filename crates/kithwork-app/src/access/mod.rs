//! Who may come in from elsewhere than the owner's own machine: devices that were paired by a code or
//! signed in with the password, and programs by their tokens (docs/adr/0007).
//!
//! Nothing of this is a change of the book: it can't be taken back by `undo`, and no export holds it.

pub mod device;
pub mod pairing;
pub mod password;
mod secret;
pub mod token;

pub use secret::{Chance, Secret, fingerprint};

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::line::line;
use jiff::{SignedDuration, Timestamp};
use kithwork_core::id::{AccessId, AccountId};
use kithwork_store::{Access, AccessKind, Account, Reach, Store, StoreError};

/// A device that nobody used for so long has to be paired again \[D\].
const IDLE_DAYS: i64 = 180;
/// When a way in was last used is noted this often at most, hours: a list shows days.
const NOTED_HOURS: i64 = 6;
/// The longest name of a device or token, characters.
const LONGEST: usize = 60;

/// Somebody who came in with a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The way in that they used.
    pub access: AccessId,
    /// What they may do.
    pub rights: Rights,
    /// Whether it is a browser that was paired or signed in; else a program with a token.
    pub is_device: bool,
}

/// Who comes in with this secret to this book, and notes that they did. None where nobody has it, where
/// it has ended, or where it leads elsewhere.
///
/// # Errors
/// Those of the store.
pub async fn caller(store: &dyn Store, ctx: &Ctx, secret: &Secret) -> Result<Option<Caller>> {
    let Some((access, account)) = store.access(secret.digest()).await? else { return Ok(None) };
    if access.kind == AccessKind::Pairing
        || account.book != ctx.tenant
        || has_ended(&access, ctx.now)
    {
        return Ok(None);
    }
    if hours_since(access.seen_at, ctx.now).is_none_or(|hours| hours >= NOTED_HOURS) {
        store.note_seen(access.id, ctx.now).await?;
    }
    Ok(Some(Caller {
        access: access.id,
        rights: rights(access.reach),
        is_device: access.kind == AccessKind::Device,
    }))
}

fn has_ended(access: &Access, now: Timestamp) -> bool {
    let used = access.seen_at.or(Some(access.made_at));
    let is_idle = access.kind == AccessKind::Device
        && hours_since(used, now).is_some_and(|hours| hours >= IDLE_DAYS * 24);
    is_idle || access.until.is_some_and(|until| until <= now)
}

fn hours_since(then: Option<Timestamp>, now: Timestamp) -> Option<i64> {
    then.map(|then| now.duration_since(then).as_hours())
}

/// So long after a moment; the moment itself where no calendar reaches that far.
fn later(now: Timestamp, hours: i64) -> Timestamp {
    now.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(now)
}

fn rights(reach: Reach) -> Rights {
    match reach {
        Reach::Read => Rights::Read,
        Reach::Write => Rights::Write,
        Reach::All => Rights::Own,
    }
}

/// The account that keeps the book, opened where there is none.
async fn account(store: &dyn Store, ctx: &Ctx) -> Result<Account> {
    if let Some(account) = store.account(ctx.tenant).await? {
        return Ok(account);
    }
    let id = AccountId(ctx.ids()());
    let new = Account { id, book: ctx.tenant, password: None, failures: 0, wait_until: None };
    match store.open_account(&new).await {
        Ok(()) => Ok(new),
        // Somebody opened it at the same moment.
        Err(StoreError::Conflict { .. }) => {
            store.account(ctx.tenant).await?.ok_or_else(|| Error::new(Code::NotFound))
        }
        Err(cause) => Err(cause.into()),
    }
}

/// A name as it is kept: on one line, and short enough for a list.
fn named(name: &str, otherwise: &str) -> Result<String> {
    let name = line("name", name, LONGEST)?;
    Ok(if name.is_empty() { otherwise.to_owned() } else { name })
}

/// Takes a way in away.
async fn dropped(store: &dyn Store, ctx: &Ctx, kind: AccessKind, id: AccessId) -> Result<()> {
    ctx.require(Rights::Own)?;
    let account = account(store, ctx).await?;
    let all = store.accesses(account.id).await?;
    let is_there = all.iter().any(|access| access.id == id && access.kind == kind);
    if is_there && store.revoke(account.id, id).await? {
        return Ok(());
    }
    Err(gone())
}

fn gone() -> Error {
    Error::new(Code::NotFound).hint("it may have been taken away already")
}

#[cfg(test)]
mod tests;

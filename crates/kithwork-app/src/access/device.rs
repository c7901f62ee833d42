//! Devices: browsers that were paired or signed in.

use super::secret::{Chance, Secret};
use super::{account, dropped, gone, has_ended, named};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use jiff::Timestamp;
use kithwork_core::id::{AccessId, AccountId};
use kithwork_store::{Access, AccessKind, Reach, Store};

/// A device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Its id.
    pub id: AccessId,
    /// What the owner calls it.
    pub name: String,
    /// When it was paired.
    pub paired_at: Timestamp,
    /// When it was last used.
    pub seen_at: Option<Timestamp>,
}

/// The devices that may come in, the oldest first.
///
/// # Errors
/// [`Code::NotAllowed`]; those of the store.
pub async fn list(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Device>> {
    ctx.require(Rights::Own)?;
    let Some(account) = store.account(ctx.tenant).await? else { return Ok(Vec::new()) };
    let all = store.accesses(account.id).await?.into_iter();
    let devices = all.filter(|a| a.kind == AccessKind::Device && !has_ended(a, ctx.now));
    Ok(devices
        .map(|access| Device {
            id: access.id,
            name: access.name,
            paired_at: access.made_at,
            seen_at: access.seen_at,
        })
        .collect())
}

/// The device that is meant: by its id, or its name where only one has it.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn named_so(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<Device> {
    let asked = which.trim().to_lowercase();
    let is_meant = |d: &Device| d.id.to_string() == asked || d.name.to_lowercase() == asked;
    let mut meant = list(store, ctx).await?.into_iter().filter(is_meant);
    match (meant.next(), meant.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(Error::new(Code::NotFound).hint("“kithwork devices” lists them")),
    }
}

/// Calls a device otherwise.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] with the
/// name; those of the store.
pub async fn rename(store: &dyn Store, ctx: &Ctx, id: AccessId, name: &str) -> Result<()> {
    ctx.require(Rights::Own)?;
    let name = named(name, "A device")?;
    let account = account(store, ctx).await?;
    if store.rename_access(account.id, id, &name).await? { Ok(()) } else { Err(gone()) }
}

/// Takes a device away: its next request is refused.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn unpair(store: &dyn Store, ctx: &Ctx, id: AccessId) -> Result<()> {
    dropped(store, ctx, AccessKind::Device, id).await
}

/// Lets a new device in.
pub(super) async fn admit(
    store: &dyn Store,
    ctx: &Ctx,
    account: AccountId,
    name: &str,
    chance: &Chance,
) -> Result<Secret> {
    let secret = Secret::draw(chance)?;
    let device = Access {
        id: AccessId(ctx.ids()()),
        account,
        kind: AccessKind::Device,
        name: named(name, "A browser")?,
        reach: Reach::All,
        digest: secret.digest(),
        made_at: ctx.now,
        until: None,
        seen_at: Some(ctx.now),
    };
    store.grant(&device).await?;
    Ok(secret)
}

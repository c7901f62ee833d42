//! Promises: kept, or given another day.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{settings, who, word};
use jiff::ToSpan;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Promise;
use kithwork_core::handover::{Said, SaidPromise};
use kithwork_core::id::{FactId, Ids};
use kithwork_store::Store;
use std::collections::BTreeMap;

/// Days by which a promise is put off.
const LATER: i64 = 7;

/// Notes that promises were kept today, all in one change. One that was kept already stays so.
///
/// # Errors
/// [`Code::NotFound`] where there is no such promise, [`Code::NobodyChosen`] where none is named; those
/// of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, promises: &[FactId]) -> Result<Option<Change>> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    changed(store, ctx, promises, "keep", |promise| Promise {
        done_on: promise.done_on.or(Some(today)),
        ..promise
    })
    .await
}

/// Gives promises a new day: a week from today.
///
/// # Errors
/// Those of [`keep`].
pub async fn put_off(store: &dyn Store, ctx: &Ctx, promises: &[FactId]) -> Result<Option<Change>> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let later = today.saturating_add(LATER.days());
    let moved = |promise| Promise { due_on: Some(later), ..promise };
    changed(store, ctx, promises, "put_off", moved).await
}

async fn changed(
    store: &dyn Store,
    ctx: &Ctx,
    promises: &[FactId],
    verb: &str,
    change: impl Fn(Promise) -> Promise,
) -> Result<Option<Change>> {
    ctx.require(Rights::Write)?;
    if promises.is_empty() {
        return Err(Error::new(Code::NobodyChosen).hint("choose at least one promise"));
    }
    let today = ctx.today(&settings::of(store, ctx).await?);
    let (mut ids, mut edits) = (ctx.ids(), Vec::new());
    for &id in promises {
        let before = find(store, ctx, id).await?;
        let after = change(before.clone());
        edits.extend(becomes(store, ctx, before, after, &mut ids).await?);
    }
    if edits.is_empty() {
        return Ok(None);
    }
    let change = ctx.change(verb, Some(today), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Some(change))
}

/// The edits by which a promise becomes another, the owner's own word with it; none where nothing changes.
pub(crate) async fn becomes(
    store: &dyn Store,
    ctx: &Ctx,
    before: Promise,
    after: Promise,
    ids: Ids<'_>,
) -> Result<Vec<Edit>> {
    let row = (FactKind::Promise, before.id);
    let Some(edit) = Edit::changed(before, after.clone()) else { return Ok(Vec::new()) };
    let said = said(store, ctx, &after).await?;
    let word = word::kept(store, ctx, row, said, ids).await?;
    Ok(std::iter::once(edit).chain(word).collect())
}

async fn find(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Promise> {
    match store.fact(ctx.tenant, FactKind::Promise, id).await? {
        Some(Fact::Promise(promise)) => Ok(promise),
        _ => Err(Error::new(Code::NotFound).hint("this promise is no longer in the book")),
    }
}

async fn said(store: &dyn Store, ctx: &Ctx, promise: &Promise) -> Result<Said> {
    let person = who::by_id(store, ctx, promise.person).await?.name;
    Ok(Said::Promise(SaidPromise {
        made_on: promise.made_on,
        person,
        direction: promise.direction,
        what: promise.what.clone(),
        due_on: promise.due_on,
        done_on: promise.done_on,
        extra: BTreeMap::new(),
    }))
}

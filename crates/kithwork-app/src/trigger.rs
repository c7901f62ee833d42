//! The problems by which others should think of the owner: “when someone says this, think of me”
//! (mission row 67).

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{review, settings};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::TriggerProblem;
use kithwork_core::id::FactId;
use kithwork_core::review::Triggers;
use kithwork_store::Store;

/// The longest that can still be remembered, characters.
const LONGEST: usize = 200;

/// The trigger problems in use, with how many would think of the owner.
///
/// # Errors
/// Those of the store.
pub async fn list(store: &dyn Store, ctx: &Ctx) -> Result<Triggers> {
    Ok(review::at(store, ctx, None).await?.triggers.clone())
}

/// Adds a trigger problem. Telling the same twice changes nothing.
///
/// # Errors
/// [`Code::ValueInvalid`] where it is empty or too long to be remembered; those of the store.
pub async fn add(store: &dyn Store, ctx: &Ctx, what: &str) -> Result<TriggerProblem> {
    ctx.require(Rights::Write)?;
    let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
    if what.is_empty() {
        return Err(Error::new(Code::ValueInvalid).field("what", "is empty"));
    }
    if what.chars().count() > LONGEST {
        let problem = "is longer than anybody remembers: 200 letters will do";
        return Err(Error::new(Code::ValueInvalid).field("what", problem));
    }
    let standing = standing(store, ctx).await?;
    let is_same = |t: &&TriggerProblem| t.what.to_lowercase() == what.to_lowercase();
    if let Some(known) = standing.iter().find(is_same) {
        return Ok(known.clone());
    }
    let today = ctx.today(&settings::of(store, ctx).await?);
    let id = FactId(ctx.ids()());
    let trigger = TriggerProblem { id, what, set_on: Some(today), dropped_on: None };
    let change = ctx.change("trigger", Some(today), vec![Edit::created(trigger.clone())]);
    store.commit(ctx.tenant, &change).await?;
    Ok(trigger)
}

/// Gives a trigger problem up, by its number in the list, its id or its words; what people said of it
/// stays in the book.
///
/// # Errors
/// [`Code::NotFound`] where there is none like that; those of the store.
pub async fn give_up(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<TriggerProblem> {
    ctx.require(Rights::Write)?;
    let before = is_meant(store, ctx, which).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let after = TriggerProblem { dropped_on: Some(today), ..before.clone() };
    let edits = Edit::changed(before, after.clone()).into_iter().collect();
    store.commit(ctx.tenant, &ctx.change("trigger", Some(today), edits)).await?;
    Ok(after)
}

/// The trigger problem that is meant: by its number in the list, from 1 on, its id, or some of its
/// words where they fit one only.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub(crate) async fn is_meant(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<TriggerProblem> {
    let standing = standing(store, ctx).await?;
    let asked = which.trim().to_lowercase();
    let number = asked.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let holds = |t: &&TriggerProblem| {
        t.id.to_string() == asked || (!asked.is_empty() && t.what.to_lowercase().contains(&asked))
    };
    let fitting: Vec<&TriggerProblem> = standing.iter().filter(holds).collect();
    let meant = number.and_then(|at| standing.get(at)).or(match fitting.as_slice() {
        [one] => Some(*one),
        _ => None,
    });
    meant.cloned().ok_or_else(|| {
        Error::new(Code::NotFound).hint("name one by its number in the list, or by its words")
    })
}

/// Those in use, the oldest first, as the review lists them.
pub(crate) async fn standing(store: &dyn Store, ctx: &Ctx) -> Result<Vec<TriggerProblem>> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let all = store.all(ctx.tenant, FactKind::TriggerProblem).await?;
    let standing = all.into_iter().filter_map(|fact| match fact {
        Fact::TriggerProblem(trigger) => Some(trigger).filter(|t| t.stands(today)),
        _ => None,
    });
    Ok(standing.collect())
}

//! Two records that are one person, joined and parted.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::who;
use kithwork_core::change::Change;
use kithwork_core::handover::{self, Outcome, VerdictError};
use kithwork_core::id::PersonId;
use kithwork_store::{Scope, Store};

/// Joins one record into another, which stands for both from now on. Both keep their ids, and what
/// sources said of either is said of both.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] where both are one already; those of the store.
pub async fn merge(store: &dyn Store, ctx: &Ctx, keep: PersonId, lose: PersonId) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let (keep, lose) = (who::by_id(store, ctx, keep).await?, who::by_id(store, ctx, lose).await?);
    let facts = store.load(ctx.tenant, Scope::Whole).await?;
    let outcome = handover::merge(&facts, keep.id, lose.id, ctx.now, &mut ctx.ids());
    committed(store, ctx, "merge", outcome?).await
}

/// Parts a record from the one it was joined into; what was written to it returns to it. That they
/// are two is remembered.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] where it stands for itself; those of the store.
pub async fn unmerge(store: &dyn Store, ctx: &Ctx, lost: PersonId) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let facts = store.load(ctx.tenant, Scope::Whole).await?;
    let outcome = handover::unmerge(&facts, lost, ctx.now, &mut ctx.ids());
    committed(store, ctx, "unmerge", outcome?).await
}

async fn committed(store: &dyn Store, ctx: &Ctx, verb: &str, outcome: Outcome) -> Result<Change> {
    let change = ctx.change(verb, None, outcome.edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

impl From<VerdictError> for Error {
    fn from(cause: VerdictError) -> Self {
        let code = match cause {
            VerdictError::NoSuchQuestion => Code::QuestionNotFound,
            VerdictError::NoSuchChoice => Code::ChoiceUnknown,
            VerdictError::NoSuchPerson => Code::PersonNotFound,
            VerdictError::NoSuchRoom => Code::NotFound,
            _ => Code::ValueInvalid,
        };
        let hint = match cause {
            VerdictError::OnePerson => "these are one person already",
            VerdictError::NotMerged => "this record stands for itself",
            VerdictError::NoSuchRoom => "this group is no longer in the book",
            VerdictError::OneRoom => "these are one group already",
            VerdictError::NamedElsewhere => {
                "a sheet, a note or you yourself named this group; only what the calendar alone \
                 knows can be misread"
            }
            _ => "check it and try again",
        };
        Self::new(code).hint(hint).caused_by(cause)
    }
}

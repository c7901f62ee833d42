//! A meeting that the owner entered and did not go to.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::{ChangeId, FactId};
use kithwork_store::Store;

/// Takes a meeting out again that the owner entered and did not go to.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where a calendar or a sheet tells of it, which would bring
/// it back, or people are noted whom the owner talked to there; those of the store.
pub async fn not_there(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<ChangeId> {
    ctx.require(Rights::Write)?;
    let invalid = |problem| Error::new(Code::ValueInvalid).field("meeting", problem);
    // An occasion of a series has an id that is made of the series' own.
    if id.0.get_version_num() == 5 {
        return Err(invalid("stands in a calendar: take it out there"));
    }
    let Some(Fact::Meeting(row)) = store.fact(ctx.tenant, FactKind::Meeting, id).await? else {
        return Err(Error::new(Code::NotFound).hint("the meeting is not known any more"));
    };
    if !row.people.is_empty() {
        return Err(invalid("has people whom you talked to there"));
    }
    let told = store.statements_about(ctx.tenant, id).await?;
    if told.iter().any(|fact| matches!(fact, Fact::Statement(_))) {
        return Err(invalid("is told of by a calendar or a sheet: take it out there"));
    }
    let on = row.on;
    let change = ctx.change("event", Some(on), vec![Edit::removed(row)]);
    store.commit(ctx.tenant, &change).await?;
    Ok(change.id)
}

//! Not now: a wish for another day.

use super::row;
use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::settings;
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Conversation, ConversationKind, Stage};
use kithwork_core::id::{FactId, PersonId};
use kithwork_store::Store;

/// Suggests time with people from a day on, each for themselves: until then no plan names them.
/// Whatever was suggested moves there; what was asked stays as what it was, an ask that led to nothing yet.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound),
/// [`Code::NobodyChosen`](crate::Code::NobodyChosen); those of the store.
pub async fn put_off(
    store: &dyn Store,
    ctx: &Ctx,
    people: &[PersonId],
    weeks: u32,
) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let people = row::people(store, ctx, people).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let until = the_monday(today).saturating_add(i64::from(weeks.clamp(1, 520)).weeks());
    let (mut ids, mut edits) = (ctx.ids(), Vec::with_capacity(people.len()));
    for person in people {
        let wish = |talk| Conversation { on: until, starts: None, stage: Stage::Suggested, ..talk };
        let open = row::open_with(store, ctx, &[person]).await?;
        if let Some(open) = open.filter(|open| open.now.stage == Stage::Suggested) {
            let after = wish(open.now.clone());
            edits.extend(open.becomes(store, ctx, after, &mut ids).await?);
        } else {
            let kind = ConversationKind::OneToOne;
            let new = Conversation::happened(FactId(ids()), kind, until, vec![person]);
            edits.push(Edit::created(wish(new)));
        }
    }
    let change = ctx.change("not_now", Some(today), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

/// The Monday of a day's week: plans are made by the week.
fn the_monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

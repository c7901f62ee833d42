//! Which meeting is meant, and what to know of it.

use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use crate::{book, room, settings};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use kithwork_core::book::Book;
use kithwork_core::evening::{self, Agenda, Evening, Slot};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Meeting;
use kithwork_core::id::{FactId, RoomId};
use kithwork_store::Store;
use std::sync::Arc;

/// Meetings are known so many days ahead.
const AHEAD: i64 = 35;

/// So many changes are looked through for what was entered last.
const LATEST: u32 = 20;

/// The book as far ahead as meetings are known, and the moment on the owner's clock.
async fn ahead(store: &dyn Store, ctx: &Ctx) -> Result<(Arc<Book>, DateTime)> {
    let now = ctx.local(&settings::of(store, ctx).await?);
    Ok((book::load(store, ctx, now.date().saturating_add(AHEAD.days())).await?, now))
}

/// The meeting that goes on or ended in the last three hours, those to come, and those that wait to be
/// looked back on.
///
/// # Errors
/// Those of the store.
pub async fn agenda(store: &dyn Store, ctx: &Ctx) -> Result<Agenda> {
    let (book, now) = ahead(store, ctx).await?;
    let beyond = beyond(store, ctx, &book, now.date()).await?;
    let Beyond { later, entered } = (*beyond).clone();
    Ok(Agenda { later, entered, ..evening::agenda(&book, now) })
}

/// What the book by itself doesn't tell of meetings.
#[derive(Clone)]
struct Beyond {
    /// Those further ahead than it reaches.
    later: Vec<Slot>,
    /// Past ones that were entered last.
    entered: Vec<Slot>,
}

/// Past meetings among what was entered last.
async fn entered(store: &dyn Store, ctx: &Ctx, book: &Book, today: Date) -> Result<Vec<Slot>> {
    let mut ids = Vec::new();
    let past = store.changes(ctx.tenant, None, LATEST).await?.into_iter();
    for past in past.filter(|past| past.verb == "event" && past.on.is_some_and(|on| on < today)) {
        let Some(change) = store.change(ctx.tenant, past.id).await? else { continue };
        ids.extend(change.edits.iter().filter_map(|edit| match (&edit.before, &edit.after) {
            (None, Some(Fact::Meeting(meeting))) => Some(meeting.id),
            _ => None,
        }));
    }
    Ok(evening::entered(book, &ids, today))
}

/// What the book by itself doesn't tell, read once for each change.
async fn beyond(
    store: &dyn Store,
    ctx: &Ctx,
    book: &Arc<Book>,
    today: Date,
) -> Result<Arc<Beyond>> {
    if let Some(known) = ctx.known(book, &today) {
        return Ok(known);
    }
    let rows = store.all(ctx.tenant, FactKind::Meeting).await?;
    let rows = rows.into_iter().filter_map(|fact| match fact {
        Fact::Meeting(row) if row.on > today => Some(row),
        _ => None,
    });
    let rows: Vec<Meeting> = rows.collect();
    let later = evening::later(book, &rows, today);
    let entered = entered(store, ctx, book, today).await?;
    Ok(ctx.know(book, today, Beyond { later, entered }))
}

/// One meeting, before, during and after.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn evening(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Evening> {
    let (book, now) = ahead(store, ctx).await?;
    let meeting = evening::meeting_of(&book, id).ok_or_else(unknown)?;
    Ok(Evening::of(&book, meeting, now, &ctx.params))
}

/// The meeting that is meant: that of a group on a date; without a date its one of now, else its next,
/// else its last; without a group whatever goes on, else whatever comes next.
///
/// # Errors
/// [`Code::NotFound`] where there is none; those of the store.
pub async fn meant(
    store: &dyn Store,
    ctx: &Ctx,
    group: Option<&str>,
    on: Option<Date>,
) -> Result<FactId> {
    let room = match group {
        Some(group) => Some(room::is_meant(store, ctx, group).await?.id),
        None => None,
    };
    let (book, now) = ahead(store, ctx).await?;
    let fits =
        |m: &&Meeting| room.is_none_or(|room| m.room == room) && on.is_none_or(|on| m.on == on);
    let all: Vec<&Meeting> = book.facts.meetings.iter().filter(fits).collect();
    let today = now.date();
    let now = evening::chosen(&book, now).filter(|m| fits(m));
    let next = all.iter().copied().find(|m| m.on >= today && !book.is_left(m));
    let found = now.or(next).or(all.last().copied());
    found.map(|meeting| meeting.id).ok_or_else(unknown)
}

fn unknown() -> Error {
    let hint = "no such meeting is known: say the group and the day to enter it";
    Error::new(Code::NotFound).hint(hint)
}

/// The meeting of a room on a day, or its last one up to another day; none where the book knows none.
pub(crate) async fn last(
    store: &dyn Store,
    ctx: &Ctx,
    room: RoomId,
    (on, until): (Option<Date>, Date),
) -> Result<Option<Meeting>> {
    let (book, _) = ahead(store, ctx).await?;
    let fits = |m: &&Meeting| m.room == room && on.map_or(m.on <= until, |on| m.on == on);
    let last = book.facts.meetings.iter().filter(fits).max_by_key(|m| (m.on, m.starts));
    match last.map(|meeting| meeting.id) {
        Some(id) => known(store, ctx, id).await,
        None => Ok(None),
    }
}

/// The first meeting from a day on, of a room where one is named; none where the book knows none.
pub(crate) async fn next(
    store: &dyn Store,
    ctx: &Ctx,
    room: Option<RoomId>,
    from: Date,
) -> Result<Option<Meeting>> {
    let (book, _) = ahead(store, ctx).await?;
    let fits =
        |m: &&Meeting| m.on >= from && room.is_none_or(|room| m.room == room) && !book.is_left(m);
    let next = book.facts.meetings.iter().filter(fits).min_by_key(|m| (m.on, m.starts));
    match next.map(|meeting| meeting.id) {
        Some(id) => known(store, ctx, id).await,
        None => Ok(None),
    }
}

/// A meeting by its id, whether it has a row yet or only stands in a calendar's series; none where the
/// book knows none.
pub(crate) async fn known(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Option<Meeting>> {
    if let Some(Fact::Meeting(row)) = store.fact(ctx.tenant, FactKind::Meeting, id).await? {
        return Ok(Some(row));
    }
    let (book, _) = ahead(store, ctx).await?;
    let Some(found) = evening::meeting_of(&book, id) else { return Ok(None) };
    // What the series adds to a row is left to the series.
    let row = store.fact(ctx.tenant, FactKind::Meeting, found.id).await?;
    Ok(Some(match row {
        Some(Fact::Meeting(row)) => row,
        _ => found.clone(),
    }))
}

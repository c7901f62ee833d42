//! Whether the minute of a meeting to come may still be changed without a reason (mission row 27).

use super::{AHEAD, is_same};
use crate::book;
use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use kithwork_core::book::Book;
use kithwork_core::facts::{Meeting, PitchChange, Settings};
use kithwork_core::pitch::Lock;
use kithwork_store::Store;

/// The meeting for which this version is ready and locked at this moment; none where the owner asked for no lock.
pub(super) async fn locked(
    store: &dyn Store,
    ctx: &Ctx,
    settings: &Settings,
    version: &str,
) -> Result<Option<Meeting>> {
    if settings.lock_hours.is_none() {
        return Ok(None);
    }
    let today = ctx.today(settings);
    let book = book::load(store, ctx, today.saturating_add(AHEAD.days())).await?;
    let now = ctx.local(settings);
    let is_it = |m: &&Meeting| m.pitch.as_deref().is_some_and(|name| is_same(name, version));
    Ok(coming(&book, today).filter(is_it).find(|meeting| holds(now, settings, meeting)).cloned())
}

/// The meetings to come that are known, today's included, the next one first.
pub(super) fn coming(book: &Book, today: Date) -> impl Iterator<Item = &Meeting> {
    let ahead = book.facts.meetings.iter();
    ahead.filter(move |meeting| meeting.on >= today && !book.is_left(meeting))
}

/// Whether a meeting's minute is ready and locked at a moment by the owner's clock.
pub(super) fn holds(now: DateTime, settings: &Settings, meeting: &Meeting) -> bool {
    let is_ready = meeting.pitch.is_some() && meeting.pitch_prepared == Some(true);
    let lock = settings.lock_hours.map(|hours| Lock::of(meeting, hours));
    is_ready && lock.is_some_and(|lock| lock.holds(now))
}

/// The meeting with the reason for which its locked minute is changed.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field `why` where no reason is given.
pub(super) fn changed(meeting: Meeting, why: Option<PitchChange>) -> Result<Meeting> {
    let Some(why) = why else {
        let problem = "is missing: this minute is locked, so choose why you change it";
        return Err(Error::new(Code::ValueInvalid).field("why", problem).hint(reasons()));
    };
    Ok(Meeting { pitch_changed: Some(true), pitch_changed_why: Some(why), ..meeting })
}

fn reasons() -> String {
    let names = PitchChange::ALL.map(PitchChange::name);
    format!("one of: {}", names.join(", "))
}

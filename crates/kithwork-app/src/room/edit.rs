//! What the owner puts right about a room.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::word;
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Cadence, Room, RoomKind};
use kithwork_core::handover::{Said, SaidRoom};
use kithwork_core::id::{ChangeId, RoomId};
use kithwork_core::money::Amount;
use kithwork_store::Store;
use serde::Deserialize;

/// The longest meeting and the longest way, minutes: a day.
const LONGEST: u32 = 24 * 60;

/// What the owner puts right; a field that is none stays as it is. A room's name is what joins it to
/// whatever files say of it, so it stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of `Room`")]
pub struct Correction {
    pub kind: Option<RoomKind>,
    pub cadence: Option<Cadence>,
    pub meeting_minutes: Option<u32>,
    pub travel_minutes: Option<u32>,
    pub annual_fee: Option<Amount>,
    pub fee_per_meeting: Option<Amount>,
    pub joined_on: Option<Date>,
    pub left_on: Option<Date>,
    pub absences_allowed: Option<u32>,
    pub absence_window_days: Option<u32>,
    pub substitute_allowed: Option<bool>,
    pub notes: Option<String>,
}

/// Puts a room right. Where a source told of it, the owner's word outlives every later import; telling
/// it twice changes nothing.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] with the field; those of the store.
pub async fn edit(
    store: &dyn Store,
    ctx: &Ctx,
    id: RoomId,
    by: Correction,
) -> Result<Option<ChangeId>> {
    ctx.require(Rights::Write)?;
    let found = store.fact(ctx.tenant, FactKind::Room, id.into()).await?;
    let Some(Fact::Room(before)) = found else {
        return Err(Error::new(Code::NotFound).hint("there is no such group any more"));
    };
    let after = corrected(before.clone(), &by);
    valid(&by, &after)?;
    let Some(edit) = Edit::changed(before, after.clone()) else { return Ok(None) };
    let said = Said::Room(said(&after, by));
    let row = (FactKind::Room, id.into());
    let word = word::kept(store, ctx, row, said, &mut ctx.ids()).await?;
    let edits = std::iter::once(edit).chain(word).collect();
    let change = ctx.change("group", None, edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Some(change.id))
}

fn valid(by: &Correction, after: &Room) -> Result<()> {
    let invalid = |field, problem| Err(Error::new(Code::ValueInvalid).field(field, problem));
    let minutes = [("meeting_minutes", by.meeting_minutes), ("travel_minutes", by.travel_minutes)];
    if let Some((field, _)) = minutes.into_iter().find(|(_, m)| m.is_some_and(|m| m > LONGEST)) {
        return invalid(field, "is more than a day has");
    }
    let fees = [("annual_fee", by.annual_fee), ("fee_per_meeting", by.fee_per_meeting)];
    if let Some((field, _)) = fees.into_iter().find(|(_, f)| f.is_some_and(|f| f.minor < 0)) {
        return invalid(field, "is below nought");
    }
    if after.joined_on.zip(after.left_on).is_some_and(|(joined, left)| left < joined) {
        return invalid("left_on", "is before you joined");
    }
    if by.absence_window_days == Some(0) {
        return invalid("absence_window_days", "is no time at all");
    }
    Ok(())
}

fn corrected(room: Room, by: &Correction) -> Room {
    let notes = match &by.notes {
        Some(notes) => Some(notes.trim().to_owned()).filter(|notes| !notes.is_empty()),
        None => room.notes,
    };
    Room {
        kind: by.kind.or(room.kind),
        cadence: by.cadence.or(room.cadence),
        meeting_minutes: by.meeting_minutes.or(room.meeting_minutes),
        travel_minutes: by.travel_minutes.or(room.travel_minutes),
        annual_fee: by.annual_fee.or(room.annual_fee),
        fee_per_meeting: by.fee_per_meeting.or(room.fee_per_meeting),
        joined_on: by.joined_on.or(room.joined_on),
        left_on: by.left_on.or(room.left_on),
        absences_allowed: by.absences_allowed.or(room.absences_allowed),
        absence_window_days: by.absence_window_days.or(room.absence_window_days),
        substitute_allowed: by.substitute_allowed.or(room.substitute_allowed),
        notes,
        ..room
    }
}

/// Only what was said just now: the rest is still for other sources to say.
fn said(room: &Room, by: Correction) -> SaidRoom {
    SaidRoom {
        name: room.name.clone(),
        kind: by.kind,
        cadence: by.cadence,
        meeting_minutes: by.meeting_minutes,
        travel_minutes: by.travel_minutes,
        annual_fee: by.annual_fee,
        fee_per_meeting: by.fee_per_meeting,
        joined_on: by.joined_on,
        left_on: by.left_on,
        absences_allowed: by.absences_allowed,
        absence_window_days: by.absence_window_days,
        substitute_allowed: by.substitute_allowed,
        notes: by.notes,
        ..SaidRoom::default()
    }
}

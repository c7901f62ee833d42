//! What the owner puts right about a room.

use crate::amend::Amend;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{deed, settings, word};
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Cadence, Room, RoomKind, RoomRating};
use kithwork_core::handover::{Said, SaidRoom};
use kithwork_core::id::{ChangeId, FactId, RoomId};
use kithwork_core::money::Amount;
use kithwork_store::Store;
use serde::Deserialize;

/// The longest meeting and the longest way, minutes: a day.
const LONGEST: u32 = 24 * 60;

/// What the owner puts right. A room's name is what joins it to whatever files say of it, so it stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of `Room`")]
pub struct Correction {
    pub kind: Amend<RoomKind>,
    pub cadence: Amend<Cadence>,
    pub meeting_minutes: Amend<u32>,
    pub travel_minutes: Amend<u32>,
    pub annual_fee: Amend<Amount>,
    pub fee_per_meeting: Amend<Amount>,
    pub joined_on: Amend<Date>,
    pub left_on: Amend<Date>,
    pub absences_allowed: Amend<u32>,
    pub absence_window_days: Amend<u32>,
    pub substitute_allowed: Amend<bool>,
    pub notes: Amend<String>,
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

/// Leaves a group today: its meetings from tomorrow on stand nowhere any more.
///
/// # Errors
/// Those of [`edit`].
pub async fn leave(store: &dyn Store, ctx: &Ctx, id: RoomId) -> Result<Option<ChangeId>> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    edit(store, ctx, id, Correction { left_on: Amend::Set(today), ..Correction::default() }).await
}

/// Decides today to stay in a group: an opinion that lets the others stand. Decided twice in a day, it is
/// kept once.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn stay(store: &dyn Store, ctx: &Ctx, id: RoomId) -> Result<Option<ChangeId>> {
    ctx.require(Rights::Write)?;
    let room = super::by_id(store, ctx, id).await?.id;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let ratings = store.all(ctx.tenant, FactKind::RoomRating).await?;
    let is_known = ratings.iter().any(|fact| {
        matches!(fact, Fact::RoomRating(r) if r.room == room && r.on == Some(today) && r.is_a_stay())
    });
    let (id, on) = (FactId(ctx.ids()()), Some(today));
    let stay = RoomRating { id, room, on, ethos: None, fit: None, cost: None, notes: None };
    let edit = (!is_known).then(|| Edit::created(stay));
    Ok(deed::done(store, ctx, "stay", Some(today), edit).await?.map(|change| change.id))
}

fn valid(by: &Correction, after: &Room) -> Result<()> {
    let invalid = |field, problem| Err(Error::new(Code::ValueInvalid).field(field, problem));
    let minutes = [("meeting_minutes", by.meeting_minutes), ("travel_minutes", by.travel_minutes)];
    if let Some((field, _)) =
        minutes.into_iter().find(|(_, minutes)| minutes.set().is_some_and(|m| m > LONGEST))
    {
        return invalid(field, "is more than a day has");
    }
    let fees = [("annual_fee", by.annual_fee), ("fee_per_meeting", by.fee_per_meeting)];
    if let Some((field, _)) =
        fees.into_iter().find(|(_, fee)| fee.set().is_some_and(|f| f.minor < 0))
    {
        return invalid(field, "is below nought");
    }
    if after.joined_on.zip(after.left_on).is_some_and(|(joined, left)| left < joined) {
        return invalid("left_on", "is before you joined");
    }
    if by.absence_window_days == Amend::Set(0) {
        return invalid("absence_window_days", "is no time at all");
    }
    Ok(())
}

fn corrected(room: Room, by: &Correction) -> Room {
    Room {
        kind: by.kind.over(room.kind),
        cadence: by.cadence.over(room.cadence),
        meeting_minutes: by.meeting_minutes.over(room.meeting_minutes),
        travel_minutes: by.travel_minutes.over(room.travel_minutes),
        annual_fee: by.annual_fee.over(room.annual_fee),
        fee_per_meeting: by.fee_per_meeting.over(room.fee_per_meeting),
        joined_on: by.joined_on.over(room.joined_on),
        left_on: by.left_on.over(room.left_on),
        absences_allowed: by.absences_allowed.over(room.absences_allowed),
        absence_window_days: by.absence_window_days.over(room.absence_window_days),
        substitute_allowed: by.substitute_allowed.over(room.substitute_allowed),
        notes: by.notes.clone().trimmed().over(room.notes),
        ..room
    }
}

/// Only what was said just now: the rest is still for other sources to say.
fn said(room: &Room, by: Correction) -> SaidRoom {
    let mut said = SaidRoom { name: room.name.clone(), ..SaidRoom::default() };
    let by = Correction { notes: by.notes.trimmed(), ..by };
    macro_rules! said {
        ($($field:ident)+) => {
            $(match by.$field {
                Amend::Keep => {}
                Amend::Set(now) => said.$field = Some(now),
                Amend::Forget => {
                    said.forgotten.insert(stringify!($field).to_owned());
                }
            })+
        };
    }
    said!(kind cadence meeting_minutes travel_minutes annual_fee fee_per_meeting joined_on left_on
        absences_allowed absence_window_days substitute_allowed notes);
    said
}

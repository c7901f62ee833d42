//! The meeting that a minute is for: in the book already, an occasion of a series, or new.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::word;
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Meeting, Room};
use kithwork_core::handover::{Said, SaidMeeting};
use kithwork_core::id::{FactId, Ids};
use kithwork_store::Store;

/// A meeting and its row, where it has one.
pub(super) struct Occasion {
    pub(super) room: Room,
    before: Option<Meeting>,
    /// The meeting as it stands; an occasion of a series gets a row once something is said of it.
    pub(super) now: Meeting,
}

impl Occasion {
    /// The meeting of a room on a day.
    pub(super) async fn of(
        store: &dyn Store,
        ctx: &Ctx,
        room: Room,
        on: Date,
        ids: Ids<'_>,
    ) -> Result<Self> {
        let all = store.all(ctx.tenant, FactKind::Meeting).await?;
        let before = all.into_iter().find_map(|fact| match fact {
            Fact::Meeting(meeting) if meeting.room == room.id && meeting.on == on => Some(meeting),
            _ => None,
        });
        let now = before.clone().unwrap_or_else(|| Meeting::held(FactId(ids()), room.id, on));
        Ok(Self { room, before, now })
    }

    /// The edits that make it so, with the owner's word where a source told of it, so that it outlives
    /// imports.
    pub(super) async fn becomes(
        &self,
        store: &dyn Store,
        ctx: &Ctx,
        after: &Meeting,
        ids: Ids<'_>,
    ) -> Result<Vec<Edit>> {
        let edit = match &self.before {
            Some(before) => Edit::changed(before.clone(), after.clone()),
            None => Some(Edit::created(after.clone())),
        };
        let Some(edit) = edit else { return Ok(Vec::new()) };
        let (row, said) = ((FactKind::Meeting, after.id), Said::Meeting(told(after, &self.room)));
        let word = word::kept(store, ctx, row, said, ids).await?;
        Ok(std::iter::once(edit).chain(word).collect())
    }
}

/// The owner's word on the minute of a meeting.
fn told(meeting: &Meeting, room: &Room) -> SaidMeeting {
    SaidMeeting {
        pitch: meeting.pitch.clone(),
        pitch_prepared: meeting.pitch_prepared,
        pitch_changed: meeting.pitch_changed,
        pitch_changed_why: meeting.pitch_changed_why,
        pitch_skipped: meeting.pitch_skipped,
        ..SaidMeeting::held(meeting.on, room.name.clone())
    }
}

//! Whom a note means of several who bear a name: first whoever belongs to the room where it was said.

use crate::ctx::Ctx;
use crate::error::Result;
use kithwork_core::capture::{Said, Understood, understand};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_store::Store;
use std::collections::BTreeSet;

/// Reads a text that was said on a day, perhaps at a meeting.
pub(super) async fn read(
    store: &dyn Store,
    ctx: &Ctx,
    text: &str,
    said: &Said<'_>,
) -> Result<Understood> {
    let mut understood = understand(text, said);
    let Some(room) = said.at else { return Ok(understood) };
    let asked: BTreeSet<PersonId> =
        understood.people.iter().flat_map(|named| named.could_be.iter().copied()).collect();
    if !asked.is_empty() {
        let near = belonging(store, ctx, room, &asked).await?;
        understood.meant_among(&near, said.people);
    }
    Ok(understood)
}

/// Who of these people was met at a room, or talked to at one of its meetings.
async fn belonging(
    store: &dyn Store,
    ctx: &Ctx,
    room: RoomId,
    asked: &BTreeSet<PersonId>,
) -> Result<Vec<PersonId>> {
    let meetings = store.all(ctx.tenant, FactKind::Meeting).await?;
    let talked_to: BTreeSet<PersonId> = meetings
        .into_iter()
        .filter_map(|fact| match fact {
            Fact::Meeting(meeting) if meeting.room == room => Some(meeting.people),
            _ => None,
        })
        .flatten()
        .collect();
    let mut near = Vec::new();
    for &id in asked {
        let met_there = || store.fact(ctx.tenant, FactKind::Person, FactId::from(id));
        let belongs = talked_to.contains(&id)
            || matches!(met_there().await?, Some(Fact::Person(person)) if person.met_at == Some(room));
        if belongs {
            near.push(id);
        }
    }
    Ok(near)
}

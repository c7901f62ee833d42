//! Whom a note means of several who bear a name: first whoever belongs to the room where it was said.

use crate::ctx::Ctx;
use crate::error::Result;
use kithwork_core::capture::{Gathering, NamedRoom, Said, Unclear, Understood, understand};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_store::Store;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Most people of a room that a question names.
const ASKED: usize = 12;

/// Reads a text that was said on a day, perhaps at a meeting.
pub(super) async fn read(
    store: &dyn Store,
    ctx: &Ctx,
    text: &str,
    said: &Said<'_>,
) -> Result<Understood> {
    let mut understood = understand(text, said);
    who_there(store, ctx, &mut understood).await?;
    let Some(Gathering { room, .. }) = said.at else { return Ok(understood) };
    let asked: BTreeSet<PersonId> =
        understood.people.iter().flat_map(|named| named.could_be.iter().copied()).collect();
    if !asked.is_empty() {
        let near = belonging(store, ctx, room, &asked).await?;
        understood.meant_among(&near, said.people);
    }
    Ok(understood)
}

/// Who belongs to a room that the words say did something: those talked to there most often first, whoever was
/// only met there last.
async fn who_there(store: &dyn Store, ctx: &Ctx, understood: &mut Understood) -> Result<()> {
    let rooms = understood.unclear.iter().filter_map(|unclear| match unclear {
        Unclear::WhoThere { room, .. } => understood.rooms.get(*room),
        _ => None,
    });
    let rooms: BTreeSet<RoomId> = rooms.flat_map(NamedRoom::candidates).collect();
    for room in rooms {
        let mut talks = talked_to(store, ctx, room).await?;
        for fact in store.all(ctx.tenant, FactKind::Person).await? {
            if let Fact::Person(person) = fact
                && person.met_at == Some(room)
            {
                talks.entry(person.id).or_default();
            }
        }
        let mut often: Vec<(PersonId, usize)> = talks.into_iter().collect();
        often.sort_by_key(|&(person, times)| (Reverse(times), person));
        let there: Vec<PersonId> =
            often.into_iter().map(|(person, _)| person).take(ASKED).collect();
        understood.found_there(room, &there);
    }
    Ok(())
}

/// Whom the owner talked to at the meetings of a room, and at how many.
async fn talked_to(
    store: &dyn Store,
    ctx: &Ctx,
    room: RoomId,
) -> Result<BTreeMap<PersonId, usize>> {
    let mut talks = BTreeMap::new();
    for fact in store.all(ctx.tenant, FactKind::Meeting).await? {
        if let Fact::Meeting(meeting) = fact
            && meeting.room == room
        {
            meeting.people.into_iter().for_each(|person| *talks.entry(person).or_default() += 1);
        }
    }
    Ok(talks)
}

/// Who of these people was met at a room, or talked to at one of its meetings.
async fn belonging(
    store: &dyn Store,
    ctx: &Ctx,
    room: RoomId,
    asked: &BTreeSet<PersonId>,
) -> Result<Vec<PersonId>> {
    let talked_to = talked_to(store, ctx, room).await?;
    let mut near = Vec::new();
    for &id in asked {
        let met_there = || store.fact(ctx.tenant, FactKind::Person, FactId::from(id));
        let belongs = talked_to.contains_key(&id)
            || matches!(met_there().await?, Some(Fact::Person(person)) if person.met_at == Some(room));
        if belongs {
            near.push(id);
        }
    }
    Ok(near)
}

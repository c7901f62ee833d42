//! Erasing a person: every trace of them goes but keyed digests by which a later import knows to
//! ask; money totals stay.
//!
//! The store takes them out of everything that is shared with others. What business came through
//! them is first entered as the room's where they were met, so that totals by origin stay true.

use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::settings;
use crate::who::{self, Match};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Business, BusinessSource, Person, Room};
use kithwork_core::handover;
use kithwork_core::id::{FactId, PersonId};
use kithwork_store::{Erased, Store};

/// The person to erase: by id or whole name only, for it can't be taken back.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound) and
/// [`Code::PersonAmbiguous`](crate::Code::PersonAmbiguous); those of the store.
pub async fn whom(store: &dyn Store, ctx: &Ctx, who: &str) -> Result<Person> {
    ctx.require(Rights::Own)?;
    who::is_meant(store, ctx, who, Match::Whole).await
}

/// Erases a person. It can't be taken back.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound); those of the store.
pub async fn person(store: &dyn Store, ctx: &Ctx, id: PersonId) -> Result<Erased> {
    ctx.require(Rights::Own)?;
    let person = who::by_id(store, ctx, id).await?;
    let origin = origin(store, ctx, &person).await?;
    let mut edits = Vec::new();
    for fact in store.all(ctx.tenant, FactKind::Business).await? {
        if let Fact::Business(business) = fact
            && business.referrer == Some(person.id)
        {
            edits.extend(Edit::changed(business.clone(), without(business, origin.as_ref())));
        }
    }
    let mut ids = ctx.ids();
    let (id, salt) = (FactId(ids()), uuid::Uuid::new_v4().to_string());
    let today = ctx.today(&settings::of(store, ctx).await?);
    let records = records(store, ctx, &person).await?;
    edits.push(Edit::created(handover::suppression(id, salt, today, &records)));
    let change = ctx.change("erase", None, edits);
    Ok(store.erase(ctx.tenant, person.id, &change).await?)
}

/// All records of someone: their own, and those that were joined to it.
async fn records(store: &dyn Store, ctx: &Ctx, person: &Person) -> Result<Vec<Person>> {
    let mut records = vec![person.clone()];
    let all = store.all(ctx.tenant, FactKind::Person).await?;
    let mut others: Vec<Person> = all
        .into_iter()
        .filter_map(|fact| match fact {
            Fact::Person(other) if other.id != person.id => Some(other),
            _ => None,
        })
        .collect();
    // One round finds those joined to whoever the last one found.
    loop {
        let known: Vec<PersonId> = records.iter().map(|record| record.id).collect();
        let is_joined = |other: &Person| other.merged_into.is_some_and(|id| known.contains(&id));
        let (joined, rest): (Vec<Person>, Vec<Person>) = others.into_iter().partition(is_joined);
        if joined.is_empty() {
            return Ok(records);
        }
        records.extend(joined);
        others = rest;
    }
}

/// The room where the chain of introductions behind someone began.
async fn origin(store: &dyn Store, ctx: &Ctx, person: &Person) -> Result<Option<Room>> {
    let mut at = person.clone();
    // Introductions may run in a circle.
    for _ in 0..64 {
        if let Some(room) = at.met_at {
            let room = store.fact(ctx.tenant, FactKind::Room, room.into()).await?;
            return Ok(room.and_then(|fact| match fact {
                Fact::Room(room) => Some(room),
                _ => None,
            }));
        }
        let Some(by) = at.introduced_by else { break };
        at = who::by_id(store, ctx, by).await?;
    }
    Ok(None)
}

/// Business as it stands without them.
fn without(business: Business, origin: Option<&Room>) -> Business {
    Business {
        referrer: None,
        source: origin.map(|room| room.name.clone()),
        room: origin.map(|room| room.id),
        source_kind: origin.map(|_| BusinessSource::Group),
        ..business
    }
}

//! Contacts whom nothing but an address book knows: in a drawer of their own.

use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Person;
use kithwork_store::Store;

/// Everybody set aside, by name.
///
/// # Errors
/// Those of the store.
pub async fn set_aside(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Person>> {
    ctx.require(Rights::Read)?;
    let all = store.all(ctx.tenant, FactKind::Person).await?;
    let mut aside: Vec<Person> = all
        .into_iter()
        .filter_map(|fact| match fact {
            Fact::Person(person) if person.set_aside && person.merged_into.is_none() => {
                Some(person)
            }
            _ => None,
        })
        .collect();
    aside.sort_by_cached_key(|person| (person.name.to_lowercase(), person.id));
    Ok(aside)
}

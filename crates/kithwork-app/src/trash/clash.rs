//! What stands in the way of putting something back.

use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use crate::meant::folded;
use crate::{people_list, tag};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_store::Store;

/// Refuses to put back what the book has no place for any more.
///
/// # Errors
/// [`Code::ChangeLater`] with what is in the way; those of the store.
pub(super) async fn refuse(store: &dyn Store, ctx: &Ctx, fact: &Fact) -> Result<()> {
    for person in fact.people() {
        if store.fact(ctx.tenant, FactKind::Person, person.into()).await?.is_none() {
            return Err(in_the_way("somebody it speaks of is no longer in the book".to_owned()));
        }
    }
    match fact {
        Fact::Tag(gone) => {
            let all = tag::all(store, ctx).await?;
            let same = |t: &&kithwork_core::facts::Tag| {
                t.id != gone.id && folded(&t.name) == folded(&gone.name)
            };
            match all.iter().find(same) {
                Some(other) => Err(named(&other.name, "tag")),
                None => Ok(()),
            }
        }
        Fact::PeopleList(gone) => {
            let all = people_list::all(store, ctx).await?;
            let same = |l: &&kithwork_core::facts::PeopleList| {
                l.id != gone.id && folded(&l.name) == folded(&gone.name)
            };
            match all.iter().find(same) {
                Some(other) => Err(named(&other.name, "list")),
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

fn named(name: &str, what: &str) -> Error {
    in_the_way(format!("another {what} is called “{name}” by now: rename that one first"))
}

fn in_the_way(hint: String) -> Error {
    Error::new(Code::ChangeLater).hint(hint)
}

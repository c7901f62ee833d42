//! Two records that are one person, joined and parted.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::who;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Person, Statement};
use kithwork_core::id::{FactId, PersonId};
use kithwork_store::Store;

/// Joins one record into another, which stands for both from now on. Both keep their ids, and every
/// fact stays written where it was, so that parting them brings each back.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] where both are one already; those of the store.
pub async fn merge(store: &dyn Store, ctx: &Ctx, keep: PersonId, lose: PersonId) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let (keep, lose) = (who::by_id(store, ctx, keep).await?, who::by_id(store, ctx, lose).await?);
    if keep.id == lose.id {
        return Err(Error::new(Code::ValueInvalid).hint("these are one person already"));
    }
    let mut edits: Vec<Edit> = Vec::new();
    edits.extend(Edit::changed(keep.clone(), filled(&keep, &lose)));
    let moved = Person { merged_into: Some(keep.id), ..lose.clone() };
    edits.extend(Edit::changed(lose.clone(), moved));
    for statement in statements(store, ctx, lose.id.into()).await? {
        let now = Statement { subject: keep.id.into(), ..statement.clone() };
        edits.extend(Edit::changed(statement, now));
    }
    let change = ctx.change("merge", None, edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

/// Parts a record from the one it was joined into; what was written to it returns to it.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] where it stands for itself; those of the store.
pub async fn unmerge(store: &dyn Store, ctx: &Ctx, lost: PersonId) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let person = match store.fact(ctx.tenant, FactKind::Person, lost.into()).await? {
        Some(Fact::Person(person)) => person,
        _ => return Err(Error::new(Code::PersonNotFound)),
    };
    let Some(into) = person.merged_into else {
        return Err(Error::new(Code::ValueInvalid).hint("this record stands for itself"));
    };
    let mut edits: Vec<Edit> = Vec::new();
    edits.extend(Edit::changed(person.clone(), Person { merged_into: None, ..person }));
    for statement in statements(store, ctx, into.into()).await? {
        if statement.written_under == FactId::from(lost) {
            let now = Statement { subject: lost.into(), ..statement.clone() };
            edits.extend(Edit::changed(statement, now));
        }
    }
    let change = ctx.change("unmerge", None, edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

async fn statements(store: &dyn Store, ctx: &Ctx, subject: FactId) -> Result<Vec<Statement>> {
    let facts = store.statements_about(ctx.tenant, subject).await?;
    let statements = facts.into_iter().filter_map(|fact| match fact {
        Fact::Statement(statement) => Some(statement),
        _ => None,
    });
    Ok(statements.collect())
}

/// The one kept, with what only the other knew.
fn filled(keep: &Person, lose: &Person) -> Person {
    let both = |a: &[String], b: &[String]| {
        let new = b.iter().filter(|x| !a.contains(x));
        a.iter().chain(new).cloned().collect::<Vec<_>>()
    };
    let either = |a: &Option<String>, b: &Option<String>| a.clone().or_else(|| b.clone());
    Person {
        id: keep.id,
        name: keep.name.clone(),
        emails: both(&keep.emails, &lose.emails),
        phones: both(&keep.phones, &lose.phones),
        urls: both(&keep.urls, &lose.urls),
        organisation: either(&keep.organisation, &lose.organisation),
        role: either(&keep.role, &lose.role),
        sector: either(&keep.sector, &lose.sector),
        city: either(&keep.city, &lose.city),
        met_on: keep.met_on.or(lose.met_on),
        met_at: keep.met_at.or(lose.met_at),
        introduced_by: keep.introduced_by.or(lose.introduced_by).filter(|by| *by != keep.id),
        what_they_do: either(&keep.what_they_do, &lose.what_they_do),
        who_they_serve: either(&keep.who_they_serve, &lose.who_they_serve),
        looking_for: either(&keep.looking_for, &lose.looking_for),
        notes: either(&keep.notes, &lose.notes),
        set_aside: keep.set_aside && lose.set_aside,
        do_not_contact: keep.do_not_contact || lose.do_not_contact,
        merged_into: keep.merged_into,
    }
}

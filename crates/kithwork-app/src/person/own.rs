//! The owner's own statement about a person: it ranks above every source, so that what the owner
//! says outlives every later import.

use crate::ctx::Ctx;
use crate::error::Result;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Person, Statement};
use kithwork_core::handover::{Said, SaidPerson};
use kithwork_core::id::FactId;
use kithwork_core::source::Source;
use kithwork_store::Store;

/// The edit that adds a word to the owner's own statement about a person; none where it says so
/// already. For a person whom no source speaks of the statement holds all that is known, since their
/// fields follow from statements from now on.
pub(crate) async fn stated(
    store: &dyn Store,
    ctx: &Ctx,
    person: &Person,
    id: FactId,
    word: impl FnOnce(SaidPerson) -> SaidPerson,
) -> Result<Option<Edit>> {
    let subject = FactId::from(person.id);
    let known = store.statements_about(ctx.tenant, subject).await?;
    let own = known.iter().find_map(|fact| match fact {
        Fact::Statement(s) if s.source == Source::Own && s.key == key(subject) => Some(s.clone()),
        _ => None,
    });
    let base = match &own {
        Some(Statement { said: Said::Person(said), .. }) => (**said).clone(),
        _ if known.is_empty() => whole(person),
        _ => SaidPerson { name: Some(person.name.clone()), ..SaidPerson::default() },
    };
    let statement = Statement {
        id: own.as_ref().map_or(id, |own| own.id),
        source: Source::Own,
        key: key(subject),
        document: String::new(),
        about: FactKind::Person,
        subject,
        written_under: own.as_ref().map_or(subject, |own| own.written_under),
        said: Said::Person(Box::new(word(base))),
        recorded_at: ctx.now,
    };
    Ok(match own {
        Some(own) => Edit::changed(own, statement),
        None => Some(Edit::created(statement)),
    })
}

fn key(subject: FactId) -> String {
    format!("own|person|{subject}")
}

fn whole(person: &Person) -> SaidPerson {
    let person = person.clone();
    SaidPerson {
        name: Some(person.name),
        emails: person.emails,
        phones: person.phones,
        urls: person.urls,
        organisation: person.organisation,
        role: person.role,
        sector: person.sector,
        city: person.city,
        met_on: person.met_on,
        what_they_do: person.what_they_do,
        who_they_serve: person.who_they_serve,
        looking_for: person.looking_for,
        care: person.care,
        care_on: person.care_on,
        notes: person.notes,
        ..SaidPerson::default()
    }
}

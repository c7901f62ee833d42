//! What the owner puts right about a person.

use super::own;
use crate::amend::Amend;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{settings, who};
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Person, Rated, Rating};
use kithwork_core::handover::SaidPerson;
use kithwork_core::id::{FactId, PersonId};
use kithwork_store::Store;
use serde::Deserialize;

/// What the owner puts right; a field that is none stays as it is, and an empty text forgets it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of `Person` and of the sheet `people`")]
pub struct Correction {
    pub name: Option<String>,
    pub emails: Option<Vec<String>>,
    pub phones: Option<Vec<String>>,
    pub organisation: Option<String>,
    pub role: Option<String>,
    pub sector: Option<String>,
    pub city: Option<String>,
    pub met_on: Amend<Date>,
    pub what_they_do: Option<String>,
    pub who_they_serve: Option<String>,
    pub looking_for: Option<String>,
    pub notes: Option<String>,
    pub set_aside: Option<bool>,
    pub do_not_contact: Option<bool>,
    /// Their understanding of the owner, 0 to 4, as of today.
    pub knows_what_i_do: Option<u8>,
    /// Their trust in the owner, 0 to 4, as of today.
    pub trust: Option<u8>,
    /// Whether the owner would refer them, 0 to 4, as of today.
    pub i_would_refer: Option<u8>,
}

/// Puts a person right. The correction is a statement of the owner's own, so that it outlives every
/// later import.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] with the field; those of the store.
pub async fn edit(
    store: &dyn Store,
    ctx: &Ctx,
    id: PersonId,
    correction: Correction,
) -> Result<Change> {
    ctx.require(Rights::Write)?;
    valid(&correction)?;
    let before = who::by_id(store, ctx, id).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let mut ids = ctx.ids();
    let after = corrected(before.clone(), &correction);
    let mut edits: Vec<Edit> = Edit::changed(before.clone(), after).into_iter().collect();
    for (what, score) in scores(&correction) {
        let rating = Rating { id: FactId(ids()), person: before.id, what, score, on: Some(today) };
        edits.push(Edit::created(rating));
    }
    let word = |base| said(base, correction);
    edits.extend(own::stated(store, ctx, &before, FactId(ids()), word).await?);
    let change = ctx.change("edit", Some(today), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

fn valid(correction: &Correction) -> Result<()> {
    if correction.name.as_ref().is_some_and(|name| name.trim().is_empty()) {
        return Err(Error::new(Code::ValueInvalid).field("name", "is empty"));
    }
    let no_address = |email: &String| {
        let parts = email.split_once('@');
        parts.is_none_or(|(name, host)| name.is_empty() || host.is_empty())
            || email.contains(char::is_whitespace)
    };
    if correction.emails.iter().flatten().any(no_address) {
        return Err(
            Error::new(Code::ValueInvalid).field("emails", "is no address such as jo@example.com")
        );
    }
    let no_number = |phone: &String| !phone.chars().any(|c| c.is_ascii_digit());
    if correction.phones.iter().flatten().any(no_number) {
        return Err(Error::new(Code::ValueInvalid).field("phones", "holds no digit"));
    }
    let too_high = [
        ("knows_what_i_do", correction.knows_what_i_do),
        ("trust", correction.trust),
        ("i_would_refer", correction.i_would_refer),
    ];
    match too_high.into_iter().find(|(_, score)| score.is_some_and(|s| s > 4)) {
        Some((field, _)) => Err(Error::new(Code::ValueInvalid).field(field, "is not 0 to 4")),
        None => Ok(()),
    }
}

fn scores(correction: &Correction) -> impl Iterator<Item = (Rated, u8)> {
    let all = [
        (Rated::Understanding, correction.knows_what_i_do),
        (Rated::Trust, correction.trust),
        (Rated::IWouldRefer, correction.i_would_refer),
    ];
    all.into_iter().filter_map(|(what, score)| Some((what, score?)))
}

/// An empty text takes a field away.
fn corrected(person: Person, by: &Correction) -> Person {
    let text = |new: &Option<String>, old: Option<String>| match new {
        Some(new) => Some(new.trim().to_owned()).filter(|new| !new.is_empty()),
        None => old,
    };
    Person {
        name: by.name.as_ref().map_or(person.name, |name| name.trim().to_owned()),
        emails: by.emails.clone().unwrap_or(person.emails),
        phones: by.phones.clone().unwrap_or(person.phones),
        organisation: text(&by.organisation, person.organisation),
        role: text(&by.role, person.role),
        sector: text(&by.sector, person.sector),
        city: text(&by.city, person.city),
        met_on: by.met_on.over(person.met_on),
        what_they_do: text(&by.what_they_do, person.what_they_do),
        who_they_serve: text(&by.who_they_serve, person.who_they_serve),
        looking_for: text(&by.looking_for, person.looking_for),
        notes: text(&by.notes, person.notes),
        set_aside: by.set_aside.unwrap_or(person.set_aside),
        do_not_contact: by.do_not_contact.unwrap_or(person.do_not_contact),
        ..person
    }
}

fn said(mut base: SaidPerson, by: Correction) -> SaidPerson {
    for (field, list) in [("emails", &by.emails), ("phones", &by.phones)] {
        match list {
            Some(list) if list.is_empty() => {
                base.forgotten.insert(field.to_owned());
            }
            Some(_) => {
                base.forgotten.remove(field);
            }
            None => {}
        }
    }
    if by.met_on == Amend::Forget {
        base.forgotten.insert("met_on".to_owned());
    } else if by.met_on.is_said() {
        base.forgotten.remove("met_on");
    }
    SaidPerson {
        name: by.name.or(base.name),
        emails: by.emails.unwrap_or(base.emails),
        phones: by.phones.unwrap_or(base.phones),
        organisation: by.organisation.or(base.organisation),
        role: by.role.or(base.role),
        sector: by.sector.or(base.sector),
        city: by.city.or(base.city),
        met_on: by.met_on.over(base.met_on),
        what_they_do: by.what_they_do.or(base.what_they_do),
        who_they_serve: by.who_they_serve.or(base.who_they_serve),
        looking_for: by.looking_for.or(base.looking_for),
        notes: by.notes.or(base.notes),
        ..base
    }
}

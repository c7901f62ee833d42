//! `people`: whom the owner knows.

use super::row::{Fields, text_of, word_for};
use super::{Sheet, Told};
use crate::reach;
use crate::refusal::Reason;
use kithwork_core::facts::Care;
use kithwork_core::handover::{Said, SaidPerson};

pub(super) const SHEET: Sheet = Sheet {
    name: "people",
    columns: &[
        "name",
        "email",
        "phone",
        "organisation",
        "role",
        "sector",
        "city",
        "met_on",
        "met_at",
        "introduced_by",
        "what_they_do",
        "who_they_serve",
        "looking_for",
        "knows_what_i_do",
        "trust",
        "i_would_refer",
        "rated_on",
        "care",
        "care_on",
        "notes",
    ],
    needs: &["name"],
    tell,
    write,
};

/// The public spelling first; then how people write it.
const CARE: [(&str, Care); 5] = [
    (Care::Deepen.name(), Care::Deepen),
    (Care::Light.name(), Care::Light),
    (Care::LetGo.name(), Care::LetGo),
    (Care::Light.says(), Care::Light),
    ("letgo", Care::LetGo),
];

fn tell(row: &Fields<'_>) -> Told {
    let name = row.needed("name", Reason::NameMissing)?;
    let mut person = SaidPerson {
        name: Some(name.clone()),
        emails: row.emails("email"),
        phones: row.phones("phone"),
        organisation: row.text("organisation"),
        role: row.text("role"),
        sector: row.text("sector"),
        city: row.text("city"),
        met_on: row.date("met_on")?,
        met_at: row.text("met_at"),
        introduced_by: row.text("introduced_by"),
        what_they_do: row.text("what_they_do"),
        who_they_serve: row.text("who_they_serve"),
        looking_for: row.text("looking_for"),
        knows_what_i_do: row.rating("knows_what_i_do")?,
        trust: row.rating("trust")?,
        i_would_refer: row.rating("i_would_refer")?,
        rated_on: row.date("rated_on")?,
        care: row.word("care", &CARE, Reason::CareUnknown)?,
        care_on: row.date("care_on")?,
        notes: row.text("notes"),
        extra: row.extra(),
        ..SaidPerson::default()
    };
    person.profile = person.extra.values().find_map(|value| reach::profile(value));
    Ok((vec![name], Said::Person(Box::new(person))))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Person(person) = said else { return None };
    Some(vec![
        text_of(person.name.as_ref()),
        person.emails.join("; "),
        person.phones.join("; "),
        text_of(person.organisation.as_ref()),
        text_of(person.role.as_ref()),
        text_of(person.sector.as_ref()),
        text_of(person.city.as_ref()),
        text_of(person.met_on),
        text_of(person.met_at.as_ref()),
        text_of(person.introduced_by.as_ref()),
        text_of(person.what_they_do.as_ref()),
        text_of(person.who_they_serve.as_ref()),
        text_of(person.looking_for.as_ref()),
        text_of(person.knows_what_i_do),
        text_of(person.trust),
        text_of(person.i_would_refer),
        text_of(person.rated_on),
        word_for(&CARE, person.care),
        text_of(person.care_on),
        text_of(person.notes.as_ref()),
    ])
}

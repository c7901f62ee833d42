//! Putting a person right: a form that loses nothing that was typed, and overwrites nothing unseen.

use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::seen::{Seen, Split};
use askama::Template;
use kithwork_app::person::Correction;
use kithwork_app::{Error, FieldProblem};
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;

/// Putting a person right.
#[derive(Debug, Template)]
#[template(path = "edit.html")]
pub(crate) struct Edit {
    frame: Frame,
    id: PersonId,
    name: String,
    fields: Vec<Field>,
    seen: Seen,
}

crate::visit::framed!(Edit);

/// One field of the form.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub name: &'static str,
    pub label: &'static str,
    pub kind: Kind,
    /// What it holds.
    pub value: String,
    /// What is wrong with it.
    pub problem: String,
}

/// How a field looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Line,
    Lines,
    Day,
}

const FIELDS: [(&str, &str, Kind); 12] = [
    ("name", "Name", Kind::Line),
    ("organisation", "Organisation", Kind::Line),
    ("role", "Role", Kind::Line),
    ("emails", "E-mail, one a line", Kind::Lines),
    ("phones", "Telephone, one a line", Kind::Lines),
    ("sector", "Line of business", Kind::Line),
    ("city", "Place", Kind::Line),
    ("met_on", "First met on", Kind::Day),
    ("what_they_do", "What they do", Kind::Lines),
    ("who_they_serve", "Whom they serve", Kind::Lines),
    ("looking_for", "What they look for", Kind::Lines),
    ("notes", "Notes", Kind::Lines),
];

impl Edit {
    /// The form with what the book holds.
    pub(crate) fn of(person: &Person) -> Self {
        let field = |(name, label, kind): &(&'static str, &'static str, Kind)| {
            let value = held(person, name);
            Field { name, label, kind: *kind, value, problem: String::new() }
        };
        Self {
            frame: Frame::new("Put right", Place::People),
            id: person.id,
            name: person.name.clone(),
            fields: FIELDS.iter().map(field).collect(),
            seen: seen(person),
        }
    }

    /// The form with both values where both sides changed one.
    pub(crate) fn split(person: &Person, split: Split) -> Self {
        Self { seen: split.seen, ..Self::again(person, &split.form, &[]) }
    }

    /// The form as it was sent, beside what is wrong with it.
    pub(crate) fn again(person: &Person, form: &Fields, problems: &[FieldProblem]) -> Self {
        let mut edit = Self::of(person);
        for field in &mut edit.fields {
            form.text(field.name).clone_into(&mut field.value);
            if let Some(found) = problems.iter().find(|problem| problem.field == field.name) {
                field.problem = crate::say::capital(&found.problem);
            }
        }
        edit
    }
}

/// What a record holds in a field, as the form writes it.
fn held(person: &Person, field: &str) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match field {
        "name" => person.name.clone(),
        "organisation" => text(&person.organisation),
        "role" => text(&person.role),
        "emails" => person.emails.join("\n"),
        "phones" => person.phones.join("\n"),
        "sector" => text(&person.sector),
        "city" => text(&person.city),
        "met_on" => person.met_on.map(|on| on.to_string()).unwrap_or_default(),
        "what_they_do" => text(&person.what_they_do),
        "who_they_serve" => text(&person.who_they_serve),
        "looking_for" => text(&person.looking_for),
        "notes" => text(&person.notes),
        _ => String::new(),
    }
}

/// What the fields of the form hold in the book.
pub(crate) fn seen(person: &Person) -> Seen {
    Seen::of(FIELDS.iter().map(|(name, ..)| (*name, held(person, name))))
}

/// What a form changes; what it leaves as it was shown stays as it is in the book.
///
/// # Errors
/// [`Code::ValueInvalid`](kithwork_app::Code::ValueInvalid) with the field.
pub(crate) fn correction(form: &Fields) -> Result<Correction, Error> {
    let changed = |name: &str| {
        let typed = form.text(name).trim().to_owned();
        (typed != form.text(&format!("was-{name}")).trim()).then_some(typed)
    };
    let lines = |name: &str| {
        changed(name).map(|text| {
            let lines = text.split(['\n', ',', ';']).map(str::trim);
            lines.filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        })
    };
    Ok(Correction {
        name: changed("name"),
        emails: lines("emails").map(|all| all.iter().map(|e| e.to_lowercase()).collect()),
        phones: lines("phones"),
        organisation: changed("organisation"),
        role: changed("role"),
        sector: changed("sector"),
        city: changed("city"),
        met_on: form.amended_date("met_on")?,
        what_they_do: changed("what_they_do"),
        who_they_serve: changed("who_they_serve"),
        looking_for: changed("looking_for"),
        notes: changed("notes"),
        ..Correction::default()
    })
}

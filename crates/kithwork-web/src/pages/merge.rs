//! Two records side by side: are they one person?

use crate::frame::{Frame, Place};
use crate::say;
use askama::Template;
use jiff::civil::Date;
use kithwork_app::person::{Found, Shown};
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;

/// Looking for the other record.
#[derive(Debug, Template)]
#[template(path = "merge_find.html")]
pub(crate) struct MergeFind {
    frame: Frame,
    id: PersonId,
    name: String,
    query: String,
    found: Vec<(PersonId, String, String)>,
}

/// Two records side by side.
#[derive(Debug, Template)]
#[template(path = "merge.html")]
pub(crate) struct Merge {
    frame: Frame,
    id: PersonId,
    other: PersonId,
    rows: Vec<(&'static str, String, String)>,
}

crate::visit::framed!(MergeFind, Merge);

impl MergeFind {
    /// Those who could be the same person.
    pub(crate) fn of(person: &Person, query: &str, found: &[Found]) -> Self {
        let others = found.iter().filter(|f| f.person.id != person.id).take(20);
        let line = |found: &Found| {
            let person = &found.person;
            let known = [&person.organisation, &person.city].into_iter().flatten();
            let known: Vec<&str> = known.chain(person.emails.first()).map(String::as_str).collect();
            (person.id, say::shortened(&person.name), known.join(", "))
        };
        Self {
            frame: Frame::new("Join two records", Place::People),
            id: person.id,
            name: person.name.clone(),
            query: query.to_owned(),
            found: others.map(line).collect(),
        }
    }
}

impl Merge {
    /// What each record knows.
    pub(crate) fn of(one: &Shown, other: &Shown, today: Date) -> Self {
        let (a, b) = (told(one, today), told(other, today));
        let rows = a.into_iter().zip(b).map(|((what, a), (_, b))| (what, a, b));
        Self {
            frame: Frame::new("Join two records", Place::People),
            id: one.person.id,
            other: other.person.id,
            rows: rows.filter(|(_, a, b)| !a.is_empty() || !b.is_empty()).collect(),
        }
    }
}

fn told(shown: &Shown, today: Date) -> Vec<(&'static str, String)> {
    let person = &shown.person;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        ("Name", person.name.clone()),
        ("Organisation", text(&person.organisation)),
        ("Role", text(&person.role)),
        ("E-mail", person.emails.join(", ")),
        ("Telephone", person.phones.join(", ")),
        ("Place", text(&person.city)),
        ("Met", person.met_on.map(|on| say::day(on, today)).unwrap_or_default()),
        ("What they do", text(&person.what_they_do)),
        ("What has been", say::counted(shown.timeline.len() as u64, "entry", "entries")),
    ]
}

//! Exports of address books as tables: LinkedIn, Google, Outlook, Thunderbird, and others that name
//! first and last names. They differ in their headers' spelling, not in what they tell.

mod columns;

use crate::key::{self, Keys};
use crate::reach;
use crate::read::{Context, Reading};
use crate::refusal::Reason;
use crate::sheet::plain;
use crate::table::Table;
use columns::{Cells, Columns};
use jiff::civil::Date;
use kithwork_core::handover::{Said, SaidPerson};
use kithwork_core::source::Source;

/// An export of one program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Export {
    Linkedin,
    Google,
    Thunderbird,
    Outlook,
    /// First names, last names and a way to reach them, from a program we do not know.
    Contacts,
}

/// Which program wrote such a header, old or new.
pub(crate) fn recognise(header: &[String]) -> Option<Export> {
    let header: Vec<_> = header.iter().map(|cell| plain(cell)).collect();
    let has = |name: &str| header.iter().any(|cell| cell == name);
    let starts = |name: &str| header.iter().any(|cell| cell.starts_with(name));
    let named = (has("firstname") || has("givenname")) && (has("lastname") || has("familyname"));
    if has("connectedon") && has("firstname") {
        return Some(Export::Linkedin);
    }
    if starts("email1value") || starts("email1type") || (named && has("groupmembership")) {
        return Some(Export::Google);
    }
    if named && (has("fileas") || starts("yomi")) && (has("labels") || has("organizationname")) {
        return Some(Export::Google);
    }
    if has("primaryemail") {
        return Some(Export::Thunderbird);
    }
    if has("email2address") || (named && (has("businessphone") || has("businessstreet"))) {
        return Some(Export::Outlook);
    }
    let reached = header.iter().any(|cell| columns::is_email(cell) || columns::is_phone(cell));
    (named && reached).then_some(Export::Contacts)
}

impl Export {
    fn kind(self) -> &'static str {
        match self {
            Self::Linkedin => "linkedin",
            Self::Google => "google",
            Self::Thunderbird => "thunderbird",
            Self::Outlook => "outlook",
            Self::Contacts => "contacts",
        }
    }

    fn source(self) -> Source {
        match self {
            Self::Linkedin => Source::Linkedin,
            _ => Source::Card,
        }
    }

    /// Reads a table that has this export's header.
    pub(crate) fn read(self, path: &str, table: &Table<'_>, context: &Context<'_>) -> Reading {
        let mut reading = Reading::new(path, self.kind());
        let columns = Columns::of(&table.header);
        let mut keys = Keys::default();
        for row in table.rows() {
            let told = row.cells.and_then(|cells| {
                let cells = columns.cells(&cells)?;
                note_ignored(&cells, &mut reading.ignored_columns);
                self.person(&cells, context)
            });
            match told {
                Ok(person) => {
                    let key = keys
                        .numbered(key::joined([self.kind()].into_iter().chain(identity(&person))));
                    reading.take(
                        self.source(),
                        key,
                        Some(row.line),
                        Said::Person(Box::new(person)),
                    );
                }
                Err(reason) => reading.refuse(reason, Some(row.line)),
            }
        }
        reading
    }

    fn person(self, cells: &Cells<'_>, context: &Context<'_>) -> Result<SaidPerson, Reason> {
        let mut person = cells.person(context.region);
        if self == Self::Linkedin {
            person.profile = person.urls.iter().find_map(|url| reach::profile(url));
            if let Some(on) = person.extra.get_mut("Connected On") {
                *on = iso_of(on);
            }
        }
        if person.name.is_none() {
            person.is_organisation = person.organisation.is_some();
            person.name = person.organisation.clone().or_else(|| {
                let address = person.emails.first()?;
                Some(address.split('@').next().unwrap_or(address).to_owned())
            });
        }
        let known = person.name.is_some() || !person.phones.is_empty();
        if known { Ok(person) } else { Err(Reason::NameMissing) }
    }
}

/// What makes it the same person again: the profile, else an address, else name and firm.
fn identity(person: &SaidPerson) -> Vec<&str> {
    let strong = person.profile.as_ref().or_else(|| person.emails.first());
    let weak = [&person.name, &person.organisation].into_iter().flatten();
    match strong {
        Some(strong) => vec![strong.as_str()],
        None => weak.map(String::as_str).chain(person.phones.first().map(String::as_str)).collect(),
    }
}

/// Columns that hold something which has no field of its own; it stays with the record.
fn note_ignored(cells: &Cells<'_>, ignored: &mut Vec<String>) {
    for (name, _) in cells.extra() {
        if name != "Connected On" && !ignored.iter().any(|known| known == name) {
            ignored.push(name.to_owned());
        }
    }
}

/// LinkedIn writes `19 Nov 2024`.
fn iso_of(date: &str) -> String {
    Date::strptime("%d %b %Y", date).map_or_else(|_error| date.to_owned(), |date| date.to_string())
}

#[cfg(test)]
mod tests;

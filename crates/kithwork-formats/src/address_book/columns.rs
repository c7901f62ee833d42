//! What the columns of address books mean, however they are spelt.

use crate::reach;
use crate::refusal::Reason;
use crate::sheet::plain;
use kithwork_core::handover::SaidPerson;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Name,
    Prefix,
    First,
    Middle,
    Last,
    Suffix,
    Email,
    Phone,
    Url,
    Organisation,
    Role,
    City,
    Notes,
    /// A label of another column, or a name's sound: says nothing by itself.
    Silent,
    Other,
}

/// E-mail addresses, not their kinds and labels.
pub(super) fn is_email(column: &str) -> bool {
    let rest = match column.strip_prefix("email") {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => return matches!(column, "primaryemail" | "secondaryemail" | "workemail"),
    };
    matches!(rest, "" | "value" | "address" | "home" | "work" | "other")
}

/// Telephones that the person answers: no fax, no pager, no assistant.
pub(super) fn is_phone(column: &str) -> bool {
    let rings = column.contains("phone") || column.contains("mobile") || column == "telephone";
    let silent = ["fax", "pager", "assistant", "phonetic", "label", "type", "telex"];
    rings && !silent.iter().any(|word| column.contains(word))
}

fn meaning(column: &str) -> Meaning {
    match column {
        "name" | "displayname" | "fullname" => Meaning::Name,
        "nameprefix" | "prefix" | "title" => Meaning::Prefix,
        "firstname" | "givenname" => Meaning::First,
        "middlename" | "additionalname" => Meaning::Middle,
        "lastname" | "familyname" => Meaning::Last,
        "namesuffix" | "suffix" => Meaning::Suffix,
        "company" | "organization" | "organisation" | "organizationname" | "organization1name" => {
            Meaning::Organisation
        }
        "jobtitle" | "position" | "organizationtitle" | "organization1title" => Meaning::Role,
        "businesscity" | "workcity" | "address1city" | "homecity" | "city" => Meaning::City,
        "notes" | "note" => Meaning::Notes,
        "url" | "webpage" => Meaning::Url,
        _ if is_email(column) => Meaning::Email,
        _ if is_phone(column) => Meaning::Phone,
        _ if column.starts_with("webpage") => Meaning::Url,
        _ if column.starts_with("website") && !is_label(column) => Meaning::Url,
        _ if is_label(column) || column.contains("yomi") || column.contains("phonetic") => {
            Meaning::Silent
        }
        _ => Meaning::Other,
    }
}

/// `Phone 1 - Label`, `E-mail 2 - Type`: numbered, and about another column.
fn is_label(column: &str) -> bool {
    let stem = column.strip_suffix("label").or_else(|| column.strip_suffix("type"));
    stem.is_some_and(|stem| stem.ends_with(|c: char| c.is_ascii_digit()))
        || matches!(column, "emailtype" | "emaildisplayname")
}

/// The columns of a header.
pub(super) struct Columns<'a> {
    header: &'a [String],
    meanings: Vec<Meaning>,
}

impl<'a> Columns<'a> {
    pub(super) fn of(header: &'a [String]) -> Self {
        Self { header, meanings: header.iter().map(|cell| meaning(&plain(cell))).collect() }
    }

    /// A row's cells. A row longer than its header was cut in the wrong places.
    pub(super) fn cells<'b>(&'b self, cells: &'b [String]) -> Result<Cells<'b>, Reason> {
        let fits = cells.iter().skip(self.header.len()).all(String::is_empty);
        if fits { Ok(Cells { columns: self, cells }) } else { Err(Reason::RowTooLong) }
    }
}

/// One row.
pub(super) struct Cells<'a> {
    columns: &'a Columns<'a>,
    cells: &'a [String],
}

impl<'a> Cells<'a> {
    fn all(&self, meaning: Meaning) -> impl Iterator<Item = &'a str> {
        let at = self.columns.meanings.iter().zip(self.cells);
        at.filter(move |(m, _)| **m == meaning).flat_map(|(_, cell)| split(cell))
    }

    fn first(&self, meaning: Meaning) -> Option<String> {
        self.all(meaning).next().map(str::to_owned)
    }

    /// Cells whose column has no field of its own.
    pub(super) fn extra(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let columns = self.columns.header.iter().zip(&self.columns.meanings).zip(self.cells);
        let other = |((name, meaning), cell): ((&'a String, &'a Meaning), &'a String)| {
            let told = *meaning == Meaning::Other && !cell.is_empty() && !name.is_empty();
            told.then_some((name.as_str(), cell.as_str()))
        };
        columns.filter_map(other)
    }

    pub(super) fn person(&self, region: &str) -> SaidPerson {
        let once = |mut list: Vec<String>| {
            let mut seen = std::collections::HashSet::new();
            list.retain(|text| seen.insert(text.clone()));
            list
        };
        let urls: Vec<_> = self.all(Meaning::Url).map(str::to_owned).collect();
        SaidPerson {
            name: self.name(),
            emails: once(self.all(Meaning::Email).filter_map(reach::email).collect()),
            phones: once(
                self.all(Meaning::Phone).filter_map(|p| reach::phone(p, region)).collect(),
            ),
            profile: urls.iter().find_map(|url| reach::profile(url)),
            urls,
            organisation: self.first(Meaning::Organisation),
            role: self.first(Meaning::Role),
            city: self.first(Meaning::City),
            notes: self.first(Meaning::Notes),
            extra: self.extra().map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
            ..SaidPerson::default()
        }
    }

    /// First and last name; the name shown only where both are missing, since it may be an address.
    fn name(&self) -> Option<String> {
        use Meaning::{First, Last, Middle, Name, Prefix, Suffix};
        let has_name = self.first(First).or_else(|| self.first(Last)).is_some();
        if !has_name {
            return self.first(Name);
        }
        let parts = [Prefix, First, Middle, Last, Suffix].into_iter();
        Some(parts.filter_map(|part| self.first(part)).collect::<Vec<_>>().join(" "))
    }
}

/// Google puts several values into one cell.
fn split(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(":::").map(str::trim).filter(|part| !part.is_empty())
}

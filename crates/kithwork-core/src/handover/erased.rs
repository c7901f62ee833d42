//! Those who were erased stay away: what a file says of them is left out until the owner, asked once,
//! takes them back.

use super::names::{is_full, name_key};
use super::outcome::Batch;
use super::question::Raised;
use super::record::{Record, Refusal, Said, SaidEntry, SaidPerson};
use crate::erasure::{letters, scrub};
use crate::fact::Facts;
use crate::facts::{Asks, Person, Suppression};
use crate::id::FactId;
use jiff::civil::Date;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write;

/// The answer that somebody erased stays erased.
pub const LEAVE_OUT: &str = "leave them out";
/// The answer that somebody erased may be read again.
pub const TAKE_BACK: &str = "take them back";
/// The reason for which a record of somebody erased is left out.
pub const ERASED: &str = "erased";
/// Keys of these questions begin so, and name the suppression.
pub(super) const OF_ERASED: &str = "erased|";
/// Shorter words of a name are found in too much else.
const WORD_LETTERS: usize = 3;
/// A full name in a title has at most so many words.
const NAME_WORDS: usize = 4;

/// What keeps somebody away: digests of all that their records are known by, keyed with `salt`.
pub fn suppression(id: FactId, salt: String, on: Date, records: &[Person]) -> Suppression {
    let mut digests = BTreeSet::new();
    for record in records {
        let keys = keys(&record.name, &record.emails, &record.phones, &record.urls);
        digests.extend(keys.iter().map(|(kind, value)| digest(&salt, *kind, value)));
    }
    Suppression { id, salt, digests: digests.into_iter().collect(), on }
}

/// The kinds of key: name, address, number, profile.
fn keys(name: &str, emails: &[String], phones: &[String], urls: &[String]) -> Vec<(char, String)> {
    let each = |kind: char, values: &[String]| -> Vec<(char, String)> {
        values.iter().map(|value| (kind, value.trim().to_lowercase())).collect()
    };
    let name = Some(name_key(name)).filter(|key| !key.is_empty());
    name.map(|key| ('n', key))
        .into_iter()
        .chain(each('e', emails))
        .chain(each('p', phones))
        .chain(each('u', urls))
        .collect()
}

/// A key's letter and the first half of its SHA-256 with the salt before it: enough that no two
/// people in a book are taken for each other (FIPS 180-4).
fn digest(salt: &str, kind: char, value: &str) -> String {
    let hash = Sha256::digest(format!("{salt}|{kind}|{value}").as_bytes());
    let mut text = String::from(kind);
    for byte in hash.iter().take(16) {
        // Writing to a text can't fail.
        let _written = write!(text, "{byte:02x}");
    }
    text
}

/// The book's suppressions, ready to be looked through.
pub(super) struct Erased<'f> {
    rows: Vec<(&'f Suppression, HashSet<&'f str>)>,
    /// Names of those who are in the book now: a namesake of somebody erased stays.
    living: HashSet<String>,
    names: RefCell<HashMap<String, Option<usize>>>,
}

/// What was left out of an import.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    /// The refusals of each batch.
    pub(super) refused: Vec<(usize, Refusal)>,
    /// The questions whether to take them back.
    pub(super) raised: Vec<Raised>,
}

impl<'f> Erased<'f> {
    /// None where nobody was erased.
    pub(super) fn of(facts: &'f Facts) -> Option<Self> {
        if facts.suppressions.is_empty() {
            return None;
        }
        let rows = facts.suppressions.iter();
        let rows = rows.map(|row| (row, row.digests.iter().map(String::as_str).collect()));
        let living = facts.people.iter().filter(|p| p.counts()).map(|p| name_key(&p.name));
        Some(Self { rows: rows.collect(), living: living.collect(), names: RefCell::default() })
    }

    /// Takes them out of what is to be imported.
    pub(super) fn leave_out(&self, batches: &mut [Batch<'_>]) -> LeftOut {
        let mut left = LeftOut::default();
        let mut met: BTreeMap<usize, (u32, BTreeSet<String>)> = BTreeMap::new();
        for (number, batch) in batches.iter_mut().enumerate() {
            let records = std::mem::take(&mut batch.records);
            for record in records {
                let (line, at) = (record.line, record.number);
                let (rows, kept) = self.without(record);
                for row in rows {
                    let entry = met.entry(row).or_default();
                    entry.0 += 1;
                    entry.1.insert(batch.document.to_owned());
                }
                match kept {
                    Some(record) => batch.records.push(record),
                    None => left.refused.push((number, refusal(line, at))),
                }
            }
        }
        left.raised = met
            .into_iter()
            .filter_map(|(row, (count, documents))| self.question(row, count, documents))
            .collect();
        left
    }

    fn question(&self, row: usize, count: u32, documents: BTreeSet<String>) -> Option<Raised> {
        let (row, _) = self.rows.get(row)?;
        let on = row.on.strftime("%-d %B %Y");
        let files = documents.into_iter().collect::<Vec<_>>().join(", ");
        Some(Raised {
            key: format!("{OF_ERASED}{}", row.id),
            asks: Asks::WhoIsThis,
            about: vec![format!("someone you erased on {on}, again in {files}")],
            count,
            choices: vec![LEAVE_OUT.to_owned(), TAKE_BACK.to_owned()],
            subjects: Vec::new(),
        })
    }

    /// A record without those who were erased, none where it speaks of nobody else; and of whom it
    /// spoke.
    fn without(&self, record: Record) -> (BTreeSet<usize>, Option<Record>) {
        let mut rows = BTreeSet::new();
        let is_theirs = match &record.said {
            Said::Person(person) => self.person(person).into_iter().any(|row| rows.insert(row)),
            Said::Entry(entry) => self.entry(entry).into_iter().any(|row| rows.insert(row)),
            _ => false,
        };
        if is_theirs {
            return (rows, None);
        }
        let named: Vec<&str> = named(&record.said)
            .into_iter()
            .filter(|name| self.name(name).map(|row| rows.insert(row)).is_some())
            .collect();
        if named.is_empty() {
            return (rows, Some(record));
        }
        if is_about(&record.said, &named) {
            return (rows, None);
        }
        let traces = traces(&named);
        (rows, scrubbed(&record, &traces))
    }

    fn matching(&self, kind: char, value: &str) -> Option<usize> {
        let value = value.trim().to_lowercase();
        self.rows
            .iter()
            .position(|(row, digests)| digests.contains(digest(&row.salt, kind, &value).as_str()))
    }

    /// Whom a name alone means, unless somebody else of that name is in the book.
    fn name(&self, name: &str) -> Option<usize> {
        let key = name_key(name);
        if key.is_empty() || self.living.contains(&key) {
            return None;
        }
        if let Some(known) = self.names.borrow().get(&key) {
            return *known;
        }
        let found = self.matching('n', &key);
        self.names.borrow_mut().insert(key, found);
        found
    }

    /// Whom a person's record means: a shared address, number or profile decides; the name does
    /// where the record has no such key that could contradict it.
    fn person(&self, said: &SaidPerson) -> Option<usize> {
        let profile: Vec<String> = said.profile.iter().cloned().collect();
        let urls = [said.urls.as_slice(), profile.as_slice()].concat();
        let keys = keys("", &said.emails, &said.phones, &urls);
        if let Some(row) = keys.iter().find_map(|(kind, value)| self.matching(*kind, value)) {
            return Some(row);
        }
        let row = self.name(said.name.as_deref()?)?;
        let (_, digests) = self.rows.get(row)?;
        let contradicts = |kind: char| {
            keys.iter().any(|(of, _)| *of == kind) && digests.iter().any(|d| d.starts_with(kind))
        };
        (!contradicts('e') && !contradicts('p')).then_some(row)
    }

    /// Whom an entry means that invites them or has their whole name in its title. Its octets hold
    /// all of it, so the whole entry is left out.
    fn entry(&self, said: &SaidEntry) -> Option<usize> {
        let invited = said.event.attendees.iter().chain(&said.event.organiser);
        for one in invited {
            let by_email = one.email.as_deref().and_then(|email| self.matching('e', email));
            let by_name = || self.name(one.name.as_deref()?);
            if let Some(row) = by_email.or_else(by_name) {
                return Some(row);
            }
        }
        let title = super::fold::fold(&said.event.title);
        let words: Vec<&str> = title.split(' ').collect();
        (2..=NAME_WORDS.min(words.len())).find_map(|length| {
            words
                .windows(length)
                .map(|part| part.join(" "))
                .find_map(|part| is_full(&part).then(|| self.name(&part)).flatten())
        })
    }
}

fn refusal(line: Option<u64>, record: u64) -> Refusal {
    Refusal {
        line,
        record: Some(record),
        reason: ERASED.to_owned(),
        hint: "it tells of someone you erased; “kithwork questions” asks whether to take them back"
            .to_owned(),
    }
}

/// The names a record holds.
fn named(said: &Said) -> Vec<&str> {
    match said {
        Said::Person(person) => person.introduced_by.iter().map(String::as_str).collect(),
        Said::Meeting(meeting) => meeting.people.iter().map(String::as_str).collect(),
        Said::Conversation(talk) => talk.people.iter().map(String::as_str).collect(),
        Said::Help(help) => vec![&help.person],
        Said::Introduction(made) => vec![&made.introduced_by, &made.person_a, &made.person_b],
        Said::Referral(referral) => vec![&referral.from, &referral.to],
        Said::Business(business) => business.source.iter().map(String::as_str).collect(),
        Said::Promise(promise) => vec![&promise.person],
        _ => Vec::new(),
    }
}

/// Whether nothing is left of a record once these are taken out.
fn is_about(said: &Said, names: &[&str]) -> bool {
    match said {
        Said::Conversation(talk) => talk.people.iter().all(|name| names.contains(&name.as_str())),
        Said::Help(_) | Said::Introduction(_) | Said::Referral(_) | Said::Promise(_) => true,
        _ => false,
    }
}

/// Names whole, then their longer words.
fn traces(names: &[&str]) -> Vec<Vec<char>> {
    let whole = names.iter().map(|name| letters(name));
    let words = names.iter().flat_map(|name| name.split_whitespace());
    let words = words.filter(|word| word.chars().count() >= WORD_LETTERS).map(letters);
    whole.chain(words).collect()
}

fn scrubbed(record: &Record, traces: &[Vec<char>]) -> Option<Record> {
    let mut value = serde_json::to_value(record).ok()?;
    scrub_texts(&mut value, traces);
    serde_json::from_value(value).ok()
}

fn scrub_texts(value: &mut Value, traces: &[Vec<char>]) {
    match value {
        Value::String(text) => {
            if let Some(kept) = scrub(text, traces) {
                *text = kept;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| scrub_texts(value, traces)),
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(_, value)| scrub_texts(value, traces));
        }
        _ => {}
    }
}

//! Who the owner is, in a calendar's and a sheet's words: never a person of the book.

use super::ledger::Told;
use super::names::name_key;
use super::record::{Said, SaidPerson};
use crate::facts::{Attendee, Settings};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The owner's names and addresses.
#[derive(Debug, Default)]
pub(super) struct Owner {
    names: HashSet<String>,
    emails: HashSet<String>,
}

/// An address must stand in so many entries with others before it is taken for the owner's own…
const ENTRIES: usize = 5;
/// …and in so many of ten of them.
const OF_TEN: usize = 9;

impl Owner {
    /// What the settings say, and whoever is invited to nearly everything in the calendar.
    pub(super) fn find(settings: Option<&Settings>, told: &[Told<'_>]) -> Self {
        let mut owner = Self::default();
        owner.names.insert("me".to_owned());
        owner.names.insert("myself".to_owned());
        if let Some(settings) = settings {
            owner.names.extend(settings.owner_names.iter().map(|name| name_key(name)));
            owner.emails.extend(settings.owner_emails.iter().map(|email| email.to_lowercase()));
        }
        if owner.emails.is_empty() {
            owner.emails.extend(ever_present(told));
        }
        owner
    }

    /// Whether a name means the owner.
    pub(super) fn is_named(&self, key: &str) -> bool {
        self.names.contains(key)
    }

    /// Whether an attendee or organiser is the owner.
    pub(super) fn attends(&self, attendee: &Attendee) -> bool {
        match &attendee.email {
            Some(email) if self.emails.contains(email) => true,
            _ => attendee.name.as_deref().is_some_and(|name| self.is_named(&name_key(name))),
        }
    }

    /// Whether a card or profile is the owner's own.
    pub(super) fn is_card(&self, said: &SaidPerson) -> bool {
        said.emails.iter().any(|email| self.emails.contains(email))
            || said.name.as_deref().is_some_and(|name| self.is_named(&name_key(name)))
    }

    /// The folded first names and names, to take out of titles.
    pub(super) fn words(&self) -> BTreeSet<&str> {
        self.names.iter().flat_map(|name| name.split(' ')).collect()
    }
}

/// The address that is in nearly every entry which names two or more.
fn ever_present(told: &[Told<'_>]) -> Option<String> {
    let mut entries = 0;
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for told in told {
        let Said::Entry(entry) = told.said() else { continue };
        let named = entry.event.attendees.iter().chain(&entry.event.organiser);
        let present: BTreeSet<&str> = named.filter_map(|a| a.email.as_deref()).collect();
        if present.len() > 1 {
            entries += 1;
            for email in present {
                *seen.entry(email).or_default() += 1;
            }
        }
    }
    let (email, count) = seen.into_iter().max_by_key(|&(email, count)| (count, email))?;
    (entries >= ENTRIES && count * 10 >= entries * OF_TEN).then(|| email.to_owned())
}

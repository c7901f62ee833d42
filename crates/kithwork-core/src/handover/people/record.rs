//! What one statement says about who somebody is.

use super::super::fold::fold_organisation;
use super::super::ledger::Told;
use super::super::names::name_key;
use super::super::owner::Owner;
use super::super::record::{Said, SaidPerson};
use crate::id::PersonId;
use crate::source::Source;

/// One statement about one person, read for its keys.
pub(crate) struct PersonRecord {
    /// Its statement's place in the ledger.
    pub(crate) told: usize,
    pub(crate) source: Source,
    /// The folded name.
    pub(crate) name: String,
    /// The folded organisation; empty where none is said.
    pub(crate) organisation: String,
    /// Who it was first written to, by which the owner's verdicts know it.
    pub(crate) anchor: PersonId,
    pub(crate) is_organisation: bool,
}

impl PersonRecord {
    /// Every statement about people, in an order that no order of arrival can change.
    pub(crate) fn read_all(told: &[Told<'_>], owner: &Owner) -> Vec<Self> {
        let mut order: Vec<usize> = (0..told.len())
            .filter(|&i| match told[i].said() {
                Said::Person(said) => {
                    !told[i].is_derived() && !told[i].withdrawn && !owner.is_card(said)
                }
                _ => false,
            })
            .collect();
        order.sort_unstable_by(|&a, &b| {
            let (a, b) = (&told[a].statement, &told[b].statement);
            b.source.cmp(&a.source).then_with(|| a.key.cmp(&b.key))
        });
        order.into_iter().filter_map(|i| Self::read(i, &told[i])).collect()
    }

    fn read(at: usize, told: &Told<'_>) -> Option<Self> {
        let Said::Person(said) = told.said() else { return None };
        let written = &told.statement.written_under;
        Some(Self {
            told: at,
            source: told.statement.source,
            name: said.name.as_deref().map(name_key).unwrap_or_default(),
            organisation: said.organisation.as_deref().map(fold_organisation).unwrap_or_default(),
            anchor: PersonId(written.0),
            is_organisation: said.is_organisation,
        })
    }
}

/// Whether a record has nothing but a name to go by.
pub(super) fn is_bare(said: &SaidPerson) -> bool {
    said.emails.is_empty()
        && said.phones.is_empty()
        && said.profile.is_none()
        && said.organisation.is_none()
}

/// The person of a statement.
pub(crate) fn said_person<'t>(told: &'t Told<'_>) -> Option<&'t SaidPerson> {
    match told.said() {
        Said::Person(said) => Some(said),
        _ => None,
    }
}

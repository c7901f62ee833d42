//! A change: one action of a user as a value, holding its edits, so that undo, audit and sync read
//! one list.

use crate::fact::{Fact, FactKind, Facts};
use crate::id::{ChangeId, FactId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;

/// One action of a user. An import is one change, however many rows it writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Identity, UUIDv7.
    pub id: ChangeId,
    /// Who acted: `owner`, or an account's id.
    pub actor: String,
    /// What was done: `import`, `note`, `undo`…
    pub verb: String,
    /// When it was recorded.
    pub at: Timestamp,
    /// The day it speaks of, where it speaks of one.
    pub on: Option<Date>,
    /// The change that this one takes back.
    pub undoes: Option<ChangeId>,
    /// The book's number that it was made from, where it must not be kept on top of a later one. It
    /// guards the writing and is no part of what is kept.
    #[serde(skip)]
    pub from: Option<i64>,
    /// The rows it touched.
    pub edits: Vec<Edit>,
}

/// One row before and after. Neither side is a row that never was: at least one is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The row before; none where it was created.
    pub before: Option<Fact>,
    /// The row after; none where it was removed.
    pub after: Option<Fact>,
}

impl Edit {
    /// A new row.
    pub fn created(fact: impl Into<Fact>) -> Self {
        Self { before: None, after: Some(fact.into()) }
    }

    /// A row that goes.
    pub fn removed(fact: impl Into<Fact>) -> Self {
        Self { before: Some(fact.into()), after: None }
    }

    /// A row that changes; none where nothing does.
    pub fn changed(before: impl Into<Fact>, after: impl Into<Fact>) -> Option<Self> {
        let (before, after) = (before.into(), after.into());
        (before != after).then_some(Self { before: Some(before), after: Some(after) })
    }

    /// The row's kind and identity; none where both sides are missing.
    pub fn subject(&self) -> Option<(FactKind, FactId)> {
        self.after.as_ref().or(self.before.as_ref()).map(|fact| (fact.kind(), fact.id()))
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// A row is not what an edit says it was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a row has changed since it was read")]
pub struct Stale(
    /// The row's kind.
    pub FactKind,
    /// The row.
    pub FactId,
);

impl Facts {
    /// The facts after these edits, as a store writes them: each row must be what its edit says it was.
    ///
    /// # Errors
    /// [`Stale`] with the first row that is not.
    pub fn edited(self, edits: &[Edit]) -> Result<Self, Stale> {
        let mut rows: BTreeMap<(FactKind, FactId), Fact> =
            self.into_all().map(|fact| ((fact.kind(), fact.id()), fact)).collect();
        for edit in edits {
            let Some(row) = edit.subject() else { continue };
            if rows.get(&row) != edit.before.as_ref() {
                return Err(Stale(row.0, row.1));
            }
            match &edit.after {
                Some(after) => rows.insert(row, after.clone()),
                None => rows.remove(&row),
            };
        }
        let mut facts = Self::default();
        for fact in rows.into_values() {
            facts.push(fact);
        }
        Ok(facts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Person;
    use crate::id::PersonId;
    use uuid::Uuid;

    fn ann(city: Option<&str>) -> Person {
        let mut ann = Person::named(PersonId(Uuid::from_u128(1)), "Ann");
        ann.city = city.map(str::to_owned);
        ann
    }

    #[test]
    fn an_edit_and_its_inverse_leave_the_facts_as_they_were() {
        let before = Facts::default().edited(&[Edit::created(ann(None))]).unwrap();
        let moved = Edit::changed(ann(None), ann(Some("Leeds"))).unwrap();
        let after = before.clone().edited(std::slice::from_ref(&moved)).unwrap();
        assert_eq!(after.people, [ann(Some("Leeds"))]);
        assert_eq!(after.edited(&[moved.inverse()]), Ok(before));
    }

    #[test]
    fn a_row_that_has_changed_since_is_not_written_over() {
        let now = Facts::default().edited(&[Edit::created(ann(Some("York")))]).unwrap();
        let moved = Edit::changed(ann(None), ann(Some("Leeds"))).unwrap();
        assert_eq!(now.edited(&[moved]), Err(Stale(FactKind::Person, ann(None).id.into())));
    }
}

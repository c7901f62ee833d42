//! The rows that a settlement changes.

use crate::change::Edit;
use crate::fact::{Fact, FactKind};
use std::collections::HashMap;

/// Edits gathered one by one; a row that stays as it is makes none.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<Edit>);

impl Edits {
    /// A row as it is to be.
    pub(super) fn put<T>(&mut self, before: Option<&T>, after: T)
    where
        T: Clone + PartialEq + Into<Fact>,
    {
        match before {
            None => self.0.push(Edit::created(after)),
            Some(before) if *before != after => {
                self.0
                    .push(Edit { before: Some(before.clone().into()), after: Some(after.into()) });
            }
            Some(_) => {}
        }
    }

    /// A row that goes.
    pub(super) fn remove<T: Clone + Into<Fact>>(&mut self, before: &T) {
        self.0.push(Edit::removed(before.clone()));
    }

    /// In an order in which whatever is referred to is there first and goes last.
    pub(super) fn in_order(mut self) -> Vec<Edit> {
        let rank: HashMap<FactKind, i64> = FactKind::ALL.iter().copied().zip(0..).collect();
        self.0.sort_by_cached_key(|edit| {
            let kind = edit.subject().and_then(|(kind, _)| rank.get(&kind).copied()).unwrap_or(0);
            if edit.after.is_none() { (1, -kind) } else { (0, kind) }
        });
        self.0
    }
}

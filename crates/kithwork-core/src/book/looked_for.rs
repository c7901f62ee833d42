//! What somebody looks for.

use super::Book;
use crate::facts::{Need, Person};
use crate::id::FactId;
use jiff::civil::Date;

impl Book {
    /// What somebody looks for at a date, in the owner’s words, and the entry that says so: the need of theirs that was
    /// heard last and is open, else what their record says. None where neither tells.
    pub fn looked_for<'b>(&'b self, person: &'b Person, as_of: Date) -> Option<(&'b str, FactId)> {
        let is_open = |need: &&Need| {
            need.on.is_none_or(|on| on <= as_of) && need.met_on.is_none_or(|met| met > as_of)
        };
        let heard = self.needs_of(person.id).filter(is_open).max_by_key(|need| (need.on, need.id));
        let heard = heard.map(|need| (need.what.as_str(), need.id));
        let told = || Some((person.looking_for.as_deref()?, FactId::from(person.id)));
        heard.or_else(told).filter(|(what, _)| !what.trim().is_empty())
    }
}

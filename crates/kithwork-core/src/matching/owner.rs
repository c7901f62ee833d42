//! What the owner has to offer, in their own words.

use crate::book::Book;
use crate::facts::Direction;
use jiff::civil::Date;

/// What the owner does, one text for each thing said: how they help and what they excel at, the
/// problems by which others should think of them, their pitches, and what they helped with before.
pub(crate) fn offers(book: &Book, as_of: Date) -> Vec<&str> {
    let facts = &book.facts;
    let known = |on: Option<Date>| on.is_none_or(|on| on <= as_of);
    let profile = facts.settings.first().into_iter().flat_map(|s| [&s.helps, &s.excels_at]);
    let triggers = facts.trigger_problems.iter().filter(|t| t.stands(as_of));
    let pitches = facts.pitches.iter().filter(|p| known(p.first_used_on));
    let given = facts.help.iter().filter(|h| h.direction == Direction::Given && known(h.on));
    (profile.filter_map(Option::as_deref))
        .chain(triggers.map(|t| t.what.as_str()))
        .chain(pitches.filter_map(|p| p.text.as_deref()))
        .chain(given.filter_map(|h| h.about.as_deref()))
        .collect()
}

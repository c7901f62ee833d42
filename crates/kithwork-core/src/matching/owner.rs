//! What the owner has to offer, in their own words.

use crate::book::Book;
use crate::pitch::what_one_does;
use jiff::civil::Date;

/// What the owner does, one text for each thing said: how they help and what they excel at, the problems
/// by which others should think of them, and what their minutes say that they do. Whom a minute tells of
/// and asks for, and whom they helped with what, is not what they offer: a bookkeeper who tells of a
/// joiner's van can't help with joinery.
pub(crate) fn offers(book: &Book, as_of: Date) -> Vec<&str> {
    let facts = &book.facts;
    let known = |on: Option<Date>| on.is_none_or(|on| on <= as_of);
    let profile = facts.settings.first().into_iter().flat_map(|s| [&s.helps, &s.excels_at]);
    let triggers = facts.trigger_problems.iter().filter(|t| t.stands(as_of));
    let pitches = facts.pitches.iter().filter(|p| known(p.first_used_on));
    (profile.filter_map(Option::as_deref))
        .chain(triggers.map(|t| t.what.as_str()))
        .chain(pitches.filter_map(|p| p.text.as_deref()).flat_map(what_one_does))
        .collect()
}

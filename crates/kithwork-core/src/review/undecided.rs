//! Who was met, and nothing came of it yet: nothing written down since, nothing agreed or promised, and
//! nothing decided (rows 7 and 56). The review, the triage and the filter of people mean the same by it.

use super::funnel::after_meeting;
use super::reading::{Met, met};
use crate::book::Book;
use crate::days::days_before;
use crate::facts::Person;
use crate::params::FunnelParams;
use jiff::civil::Date;

/// Whether the person at that place waits for the owner's word at a date. Meetings in a room are no word,
/// however many; help or a referral either way is one. Nobody waits who wants no contact.
pub(crate) fn is_undecided(book: &Book, at: usize, as_of: Date, params: &FunnelParams) -> bool {
    let Some(person) = book.facts.people.get(at) else { return false };
    let may_wait = person.may_be_asked() && person.care_at(as_of).is_none();
    may_wait
        && met(book, at, as_of).is_some_and(|met| {
            is_looked_at(person, met, as_of, params)
                && !is_followed_up(book, at, met, as_of)
                && !is_ahead(book, at, person, as_of)
        })
}

/// Whether they were met by then, and within as long as one looks back.
fn is_looked_at(person: &Person, met: Met, as_of: Date, params: &FunnelParams) -> bool {
    match met.on {
        Some(on) => on > days_before(as_of, params.pull_back_days),
        None => person.met_on.is_none(),
    }
}

/// A talk since, or help or work passed on either way: whoever was helped has heard from the owner.
fn is_followed_up(book: &Book, at: usize, met: Met, as_of: Date) -> bool {
    let since = |on: Option<Date>| on.is_none_or(|on| on <= as_of && Some(on) >= met.on);
    after_meeting(book, at, met, as_of).next().is_some()
        || book.help_at(at).any(|help| since(help.on))
        || book.referrals_at(at).any(|referral| since(referral.on))
        || book.passed_on_at(at, as_of).iter().any(|one| since(one.on))
}

/// A talk that is agreed, or a promise that is open: what comes next is settled.
fn is_ahead(book: &Book, at: usize, person: &Person, as_of: Date) -> bool {
    let is_open = |done: Option<Date>| done.is_none_or(|done| done > as_of);
    book.talks_at(at).iter().any(|talk| talk.on > as_of)
        || book.promises_of(person.id).any(|promise| is_open(promise.done_on))
}

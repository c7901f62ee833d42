//! Of what is needed or offered, what is nothing at all and what is nobody's of the book.

use super::Part;
use super::clauses::{About, Clause};
use super::reading::Reading;
use super::words::is_in;

/// What is wanted where nothing is.
const NOTHING: &str = "nothing nobody none no no-one noone nowt";

/// What follows it where something is wanted after all: `nothing but a good accountant`.
const BUT: &str = "but except more less other else short";

/// Words before a verb that turn it round.
const NOT: &str = "not never longer isnt arent wasnt werent doesnt dont didnt";

/// Verbs in the form that is said of several.
const PLURAL: &str = "are were both all need want look seek have offer all do";

/// `Needs nothing right now`, `isn't looking for anything`: no need.
pub(super) fn is_for_nothing(reading: &Reading<'_>, clause: &Clause) -> bool {
    let first = clause.body.start;
    let is_nothing = is_in(NOTHING, reading.low(first)) && !is_in(BUT, reading.low(first + 1));
    let before = clause.lead.start.checked_sub(1).map_or("", |i| reading.low(i));
    is_nothing || is_in(NOT, before) || clause.lead.clone().any(|i| is_in(NOT, reading.low(i)))
}

/// `Referred me to Essex Foods, they want a quote`: what whoever was passed on wants is nobody's need of the book.
pub(super) fn is_of_a_prospect(
    reading: &Reading<'_>,
    clause: &Clause,
    before: Option<&Part>,
) -> bool {
    let first = clause.lead.start;
    let is_passed_on = matches!(before, Some(Part::Referral { prospect: Some(_), .. }));
    let is_theirs = match clause.about {
        About::Them => is_in("they who", reading.low(first)),
        About::OfFirm => true,
        About::Person(_) | About::OfRoom(_) => false,
    };
    let is_right_behind = |one: &Clause| one.lead.end < first && one.body.end + 1 >= first;
    is_passed_on && is_theirs && reading.clauses.iter().any(is_right_behind)
}

/// Whether a verb is said of several.
pub(super) fn is_plural(low: &str) -> bool {
    is_in(PLURAL, low)
}

//! What the owner's own results teach the review: how long results take, and how much one deal with
//! somebody tells about the next (§3.4, §3.6). Where there are too few, the defaults stand.

use crate::book::Book;
use crate::days::days_between;
use crate::facts::Business;
use crate::ladder::took_place;
use crate::models::fitted::Basis;
use crate::models::gamma_gamma::{self, Deals};
use crate::models::lag::fit::{Course, fit_courses};
use crate::models::wilson::as_f64;
use crate::params::{Params, ReturnParams};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// So many of the latest results teach the lag: more tell hardly more.
const MOST_RESULTS: usize = 200;
/// What a talk counts for that doesn't say how long it took; hours.
const USUAL_HOURS: f64 = 0.5;

/// Of more people than this, every second teaches how deals differ, or every third, and so on.
const MOST_ASKED: usize = 300;

/// It takes so many people who brought more than one deal; judgement.
const LEAST_REPEATED: usize = 10;

/// The parameters with what the book has taught by a date; those learned already stand.
pub(super) fn params(book: &Book, as_of: Date, params: &Params) -> Params {
    let mut learned = params.learned(book, as_of);
    let won = won_through_people(book, as_of);
    learn_lag(book, as_of, &won, &mut learned.returns);
    learn_deals(book, &won, &mut learned.returns);
    learned
}

/// Dated business up to the date that came through somebody, by their place in the book.
fn won_through_people(book: &Book, as_of: Date) -> BTreeMap<usize, Vec<(Date, &Business)>> {
    let mut won: BTreeMap<usize, Vec<(Date, &Business)>> = BTreeMap::new();
    for business in &book.facts.business {
        let on = business.won_on.filter(|&on| on <= as_of);
        let through = business.referrer.and_then(|person| book.person_index(person));
        if let (Some(on), Some(at)) = (on, through) {
            won.entry(at).or_default().push((on, business));
        }
    }
    won
}

fn learn_lag(
    book: &Book,
    as_of: Date,
    won: &BTreeMap<usize, Vec<(Date, &Business)>>,
    returns: &mut ReturnParams,
) {
    if returns.lag_learned_from > 0 {
        return;
    }
    let mut dates: Vec<Date> = won.values().flatten().map(|&(on, _)| on).collect();
    dates.sort_unstable();
    let latest = dates.iter().rev().nth(MOST_RESULTS - 1).copied().unwrap_or(Date::MIN);
    let weeks = |on: Date| f64::from(days_between(on, as_of)) / 7.0;
    let courses: Vec<Course> = won
        .iter()
        .map(|(&at, won)| Course {
            efforts: efforts(book, at, as_of).map(|(hours, on)| (hours, weeks(on))).collect(),
            results: won.iter().filter(|w| w.0 >= latest).map(|w| weeks(w.0)).collect(),
        })
        .collect();
    let fitted = fit_courses(&courses, returns.lag());
    if let Basis::Learned { cases } = fitted.basis {
        returns.lag_shape = fitted.model.shape;
        returns.lag_scale_weeks = fitted.model.scale_weeks;
        returns.lag_learned_from = cases;
    }
}

/// Hours with somebody up to a date: talks, and their share of the meetings where one talked to them.
fn efforts(book: &Book, at: usize, as_of: Date) -> impl Iterator<Item = (f64, Date)> {
    let hours = |minutes: Option<u32>, people: usize| {
        let hours = minutes.map_or(USUAL_HOURS, |m| f64::from(m) / 60.0);
        hours / as_f64(people.max(1) as u64)
    };
    let person = book.facts.people.get(at).map(|p| p.id);
    let talks = person.into_iter().flat_map(|person| book.conversations_of(person));
    let talks = talks.filter(move |c| took_place(c, as_of));
    let talks = talks.map(move |c| (hours(c.minutes, c.people.len()), c.on));
    let meetings = book.meetings_at(at).take_while(move |m| m.on <= as_of);
    talks.chain(meetings.map(move |m| (hours(m.minutes, m.people.len()), m.on)))
}

/// How many deals the usual one weighs against somebody's own: (q − 1)/p of the gamma–gamma model.
fn learn_deals(
    book: &Book,
    won: &BTreeMap<usize, Vec<(Date, &Business)>>,
    returns: &mut ReturnParams,
) {
    if returns.deals_learned_from > 0 {
        return;
    }
    let own = book.currency();
    let deals = won.values().map(|won| {
        let values = won.iter().filter_map(|(_, business)| business.value);
        let values = values.filter(|v| v.currency.is_none_or(|c| c == own) && v.minor > 0);
        let (count, sum) = values.fold((0.0, 0.0), |(n, sum), value| {
            (n + 1.0, sum + crate::money::minor_f64(value.minor))
        });
        Deals { count, mean: if count > 0.0 { sum / count } else { 0.0 } }
    });
    let step = won.len().div_ceil(MOST_ASKED).max(1);
    let deals: Vec<Deals> = deals.step_by(step).collect();
    // One deal each tells how deals differ, not how people do.
    let repeated = deals.iter().filter(|d| d.count > 1.0).count();
    if repeated < LEAST_REPEATED {
        return;
    }
    if let Ok((model, people)) = gamma_gamma::fit(&deals) {
        returns.prior_deals = (model.q - 1.0) / model.p;
        returns.deals_learned_from = people;
    }
}

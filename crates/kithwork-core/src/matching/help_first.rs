//! Whom to sit down with first: those one can help most (row 65).
//!
//! H = 0.6·(how well I meet their need) + 0.25·(how well they meet mine) + 0.15·novelty (§3.9). I meet
//! a need by what I do or by whom I could introduce. Novelty is 1/(1 + one-to-ones so far).

use super::offers::{Asking, Offer, Offers};
use super::owner;
use super::question::shared;
use crate::book::Book;
use crate::facts::{Person, Stage};
use crate::id::{FactId, PersonId};
use crate::models::wilson::as_f64;
use crate::params::MatchParams;
use jiff::civil::Date;

/// Somebody, by how much sitting down with them could help.
#[derive(Clone, Debug, PartialEq)]
pub struct HelpFirst {
    /// Who.
    pub person: PersonId,
    /// H, 0..=1.
    pub score: f64,
    /// A need of theirs that I can meet, the best met one.
    pub help: Option<Help>,
    /// A need of mine that they can meet, the best met one.
    pub helped: Option<Help>,
    /// How new they are to me, 0..=1: 1 before the first one-to-one.
    pub novelty: f64,
}

/// A need and who could meet it.
#[derive(Clone, Debug, PartialEq)]
pub struct Help {
    /// The need, in the owner's words.
    pub need: String,
    /// The fact that says so: a need, a person's `looking_for`, or an aim.
    pub fact: FactId,
    /// Who could meet it.
    pub by: Helper,
    /// How much of it is met, 0..=1.
    pub fit: f64,
    /// The words in which both agree; never empty.
    pub words: Vec<String>,
}

/// Who could meet a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helper {
    /// The owner.
    Me,
    /// Somebody of the book.
    Person(PersonId),
}

/// Everybody one may sit down with, best first; ties by who was met first, then by id. Facts after
/// the date don't count; undated ones do.
pub fn help_first(book: &Book, as_of: Date, params: &MatchParams) -> Vec<HelpFirst> {
    let named: Vec<&Person> = book.facts.people.iter().filter(|p| p.may_be_asked()).collect();
    let mine = Mine::of(book, as_of);
    let offers =
        Offers::of(named.iter().map(|person| Offer::from(*person)).chain(mine.offers()), params);
    let desk = Desk { book, as_of, params, named, mine };
    let mut asking = offers.asking();
    let mut ranked: Vec<(usize, HelpFirst)> =
        (0..desk.named.len()).map(|at| (at, desk.weigh(&mut asking, at))).collect();
    let met = |at: usize| (desk.named[at].met_on.is_none(), desk.named[at].met_on);
    ranked.sort_by(|(a, left), (b, right)| {
        let by_score = right.score.total_cmp(&left.score);
        by_score.then(met(*a).cmp(&met(*b))).then(left.person.cmp(&right.person))
    });
    ranked.into_iter().map(|(_, one)| one).collect()
}

/// What the owner offers and looks for.
struct Mine<'b> {
    offers: Vec<&'b str>,
    needs: Vec<(String, FactId)>,
}

impl<'b> Mine<'b> {
    /// From the owner's own words and their open aims.
    fn of(book: &'b Book, as_of: Date) -> Self {
        let aims = book.facts.aims.iter();
        // An experiment, and the wish to help, are no needs that anybody could meet.
        let open = aims.filter(|a| a.is_open(as_of) && a.has_an_end() && !a.is_experiment());
        Self {
            offers: owner::offers(book, as_of),
            needs: open.map(|aim| (aim.what.clone(), aim.id)).collect(),
        }
    }

    /// One offer for each thing said, so that saying much does not make any of it count for less.
    fn offers(&self) -> impl Iterator<Item = Offer<'b>> {
        self.offers.iter().map(|&text| Offer { does: vec![text], ..Offer::default() })
    }
}

struct Desk<'b> {
    book: &'b Book,
    as_of: Date,
    params: &'b MatchParams,
    named: Vec<&'b Person>,
    mine: Mine<'b>,
}

impl Desk<'_> {
    fn weigh(&self, asking: &mut Asking<'_>, at: usize) -> HelpFirst {
        let person = self.named[at];
        let needs = self.needs(person);
        let help = needs.iter().filter_map(|need| self.help(asking, at, need)).reduce(better);
        let helped = self.mine.needs.iter().filter_map(|need| self.helped(asking, at, need));
        let helped = helped.reduce(better);
        let novelty = 1.0 / (1.0 + as_f64(self.one_to_ones(person)));
        let fit = |help: &Option<Help>| help.as_ref().map_or(0.0, |help| help.fit);
        let [theirs, mine, new] = self.params.help_first;
        let score = theirs * fit(&help) + mine * fit(&helped) + new * novelty;
        HelpFirst { person: person.id, score, help, helped, novelty }
    }

    fn one_to_ones(&self, person: &Person) -> u64 {
        let talks = self.book.conversations_of(person.id);
        let held = talks
            .filter(|t| t.kind.is_one_to_one() && t.stage == Stage::Happened && t.on <= self.as_of);
        held.count() as u64
    }

    /// The open needs heard from somebody, and what they look for.
    fn needs(&self, person: &Person) -> Vec<(String, FactId)> {
        let open = self.book.needs_of(person.id).filter(|need| {
            need.on.is_none_or(|on| on <= self.as_of)
                && need.met_on.is_none_or(|on| on > self.as_of)
        });
        let looks = person.looking_for.clone().map(|what| (what, FactId::from(person.id)));
        open.map(|need| (need.what.clone(), need.id)).chain(looks).collect()
    }

    /// How the owner could meet a need: by what they do, or by introducing somebody.
    fn help(&self, asking: &mut Asking<'_>, at: usize, need: &(String, FactId)) -> Option<Help> {
        let own = self.mine.offers.iter().zip(self.named.len()..);
        let own = own.filter_map(|(&text, place)| {
            self.met(need, asking.fit(&need.0, place), Helper::Me, text)
        });
        let own = own.reduce(better);
        let others = asking.who_meets(&need.0);
        let other = others.iter().find(|fit| fit.place != at && fit.place < self.named.len());
        let other = other.and_then(|fit| {
            let person = self.named.get(fit.place)?;
            let by = Helper::Person(person.id);
            self.met(need, fit.fit * self.params.introduced, by, &offer_text(person))
        });
        own.into_iter().chain(other).reduce(better)
    }

    fn helped(&self, asking: &mut Asking<'_>, at: usize, need: &(String, FactId)) -> Option<Help> {
        let person = self.named[at];
        let by = Helper::Person(person.id);
        self.met(need, asking.fit(&need.0, at), by, &offer_text(person))
    }

    fn met(
        &self,
        (need, fact): &(String, FactId),
        fit: f64,
        by: Helper,
        offer: &str,
    ) -> Option<Help> {
        if fit < self.params.least_fit * self.params.introduced {
            return None;
        }
        let words = shared(need, offer);
        let said = !words.is_empty();
        said.then(|| Help { need: need.clone(), fact: *fact, by, fit, words })
    }
}

/// The better of two; the earlier where they are equal.
fn better(one: Help, other: Help) -> Help {
    if other.fit > one.fit { other } else { one }
}

/// All that somebody offers, as one text.
pub(super) fn offer_text(person: &Person) -> String {
    let offer = Offer::from(person);
    let rest = [offer.sector, offer.organisation, offer.serves].into_iter().flatten();
    let told = offer.does.iter().copied().chain(rest);
    let place = offer.city.map(|city| format!("in {city}"));
    told.map(str::to_owned).chain(place).collect::<Vec<_>>().join("; ")
}

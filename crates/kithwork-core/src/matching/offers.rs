//! What people offer, ready to be asked who could meet a need.

use super::question::{LookedUp, Need};
use super::term::{Kind, Reading, Term, place, terms, widened, with_wider};
use super::words::for_whom;
use crate::facts::Person;
use crate::models::bm25::{self, Bm25, Index, Question};
use crate::params::MatchParams;
use std::collections::{HashMap, HashSet};

/// What one person offers, in the owner's words.
#[derive(Clone, Debug, Default)]
pub struct Offer<'a> {
    /// What they do: trade and role, one text each. What follows `for` is whom they serve.
    pub does: Vec<&'a str>,
    /// Whom they serve, and so could introduce.
    pub serves: Option<&'a str>,
    /// Where they are.
    pub city: Option<&'a str>,
    /// Their line of business as written.
    pub sector: Option<&'a str>,
    /// The firm.
    pub organisation: Option<&'a str>,
}

impl<'a> From<&'a Person> for Offer<'a> {
    fn from(person: &'a Person) -> Self {
        let does = [&person.what_they_do, &person.role];
        Self {
            does: does.into_iter().flatten().map(String::as_str).collect(),
            serves: person.who_they_serve.as_deref(),
            city: person.city.as_deref(),
            sector: person.sector.as_deref(),
            organisation: person.organisation.as_deref(),
        }
    }
}

/// Answers kept for one need.
const MOST: usize = 64;

/// The offers of many, each known by its place in the order in which they were given.
#[derive(Clone, Debug)]
pub struct Offers {
    does: Index<Term>,
    serves: Index<Term>,
    trading: Vec<Trading>,
    params: MatchParams,
}

/// What tells rivals from others, and whom somebody serves.
#[derive(Clone, Debug, Default)]
struct Trading {
    trades: Vec<Term>,
    sectors: Vec<Term>,
    organisation: Option<String>,
    serves: Vec<Term>,
}

/// How well somebody meets a need.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Whose offer, by place.
    pub place: usize,
    /// How much of the need is met, 0..=1; 1 where all of it is.
    pub fit: f64,
    /// Through what.
    pub through: Through,
}

/// Through what somebody meets a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Through {
    /// They do it themselves.
    Does,
    /// They serve those who are looked for, and so could introduce them.
    Serves,
}

impl Offers {
    /// Reads the offers once; any number of needs can be asked of them.
    pub fn of<'a>(offers: impl IntoIterator<Item = Offer<'a>>, params: &MatchParams) -> Self {
        let (mut does, mut serves, mut trades) = (Vec::new(), Vec::new(), Vec::new());
        for offer in offers {
            let near = offer.city.map(place).unwrap_or_default();
            let (done, whom): (Vec<&str>, Vec<&str>) =
                offer.does.iter().map(|text| for_whom(text)).unzip();
            let (mut said, about) = read(done.into_iter());
            said.extend(of_sector(&offer, &said));
            let clients = whom.into_iter().chain(offer.serves).flat_map(widened);
            let clients: Vec<Term> = with_wider(about).into_iter().chain(clients).collect();
            trades.push(Trading::of(&offer, &said, &clients));
            let firm = read(offer.organisation.into_iter()).0;
            let told = with_wider([said, firm].concat());
            does.push([told, near.clone()].concat());
            let serves_near = if clients.is_empty() { Vec::new() } else { near };
            serves.push([clients, serves_near].concat());
        }
        let by = Bm25 { k1: params.k1, b: params.b, ..Bm25::default() };
        Self {
            does: Index::new(does, by),
            serves: Index::new(serves, by),
            trading: trades,
            params: *params,
        }
    }

    /// How many offers there are.
    pub fn len(&self) -> usize {
        self.trading.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.trading.is_empty()
    }

    /// Somebody who asks, and remembers what was answered.
    pub fn asking(&self) -> Asking<'_> {
        Asking {
            offers: self,
            does: self.does.asking(),
            serves: self.serves.asking(),
            answered: HashMap::new(),
        }
    }

    fn met(&self, need: &LookedUp, place: usize, through: Through) -> f64 {
        match through {
            Through::Does => need.met(&self.does, place),
            Through::Serves => need.met(&self.serves, place) * self.params.serves,
        }
    }

    /// Whether two compete or sit in one firm: a trade in common, the same line of business as written
    /// or by the list, the same organisation. False for places that don't exist.
    pub fn are_rivals(&self, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.trading.get(one), self.trading.get(other)) else {
            return false;
        };
        let meet = |a: &[Term], b: &[Term]| a.iter().any(|term| b.contains(term));
        meet(&one.trades, &other.trades)
            || meet(&one.sectors, &other.sectors)
            || (one.organisation.is_some() && one.organisation == other.organisation)
    }

    /// How much of the smaller circle of clients two have in common, 0..=1; telling words count for
    /// more. 0 where it isn't known whom they serve.
    pub fn shared_clients(&self, one: usize, other: usize) -> f64 {
        let (Some(one), Some(other)) = (self.trading.get(one), self.trading.get(other)) else {
            return 0.0;
        };
        let weight = |terms: &[Term]| -> f64 { terms.iter().map(|t| self.serves.idf(t)).sum() };
        let both: Vec<Term> =
            one.serves.iter().filter(|term| other.serves.contains(term)).cloned().collect();
        let smaller = weight(&one.serves).min(weight(&other.serves));
        if smaller > 0.0 { (weight(&both) / smaller).min(1.0) } else { 0.0 }
    }
}

impl Trading {
    fn of(offer: &Offer<'_>, said: &[Term], served: &[Term]) -> Self {
        let of = |kind: Kind, terms: &[Term]| {
            unique(terms.iter().filter(|term| term.kind == kind).cloned().collect())
        };
        let written = offer.sector.map(str::trim).filter(|sector| !sector.is_empty());
        let folded = |text: &str| text.trim().to_lowercase();
        let as_written =
            written.map(|sector| Term { kind: Kind::Sector, name: folded(sector).into() });
        let listed = of(Kind::Sector, &written.map(terms).unwrap_or_default());
        Self {
            trades: of(Kind::Trade, said),
            sectors: unique(listed.into_iter().chain(as_written).collect()),
            organisation: offer.organisation.map(folded).filter(|name| !name.is_empty()),
            serves: unique(served.to_vec()),
        }
    }
}

/// What the line of business adds: a trade only for somebody of whom no other is known, so that a
/// fencer in agriculture is no farmer.
fn of_sector(offer: &Offer<'_>, said: &[Term]) -> Vec<Term> {
    let is_trade = |term: &Term| term.kind == Kind::Trade;
    let has_trade = said.iter().any(is_trade);
    let field = offer.sector.map(terms).unwrap_or_default();
    field.into_iter().filter(|term| !(has_trade && is_trade(term))).collect()
}

/// What texts speak of, and what only tells more about it.
fn read<'a>(texts: impl Iterator<Item = &'a str>) -> (Vec<Term>, Vec<Term>) {
    let (mut said, mut about) = (Vec::new(), Vec::new());
    for reading in texts.map(Reading::of) {
        said.extend(reading.said);
        about.extend(reading.about);
    }
    (said, about)
}

fn unique(mut terms: Vec<Term>) -> Vec<Term> {
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Needs put to [`Offers`].
#[derive(Clone, Debug)]
pub struct Asking<'o> {
    offers: &'o Offers,
    does: bm25::Asking<'o, Term>,
    serves: bm25::Asking<'o, Term>,
    answered: HashMap<String, Answer>,
}

/// A need as either index reads it, and who meets it once that was asked.
#[derive(Clone, Debug)]
struct Answer {
    questions: [Question<Term>; 2],
    does: LookedUp,
    serves: LookedUp,
    fits: Option<Vec<Fit>>,
}

impl Asking<'_> {
    /// Who meets a need, best first, at most 64; ties by place. A need that is asked again is answered
    /// from memory.
    pub fn who_meets(&mut self, need: &str) -> &[Fit] {
        if self.read(need).fits.is_none() {
            let fits = self.answer(need);
            self.read(need).fits = Some(fits);
        }
        self.answered.get(need).and_then(|answer| answer.fits.as_deref()).unwrap_or(&[])
    }

    /// How well one offer meets a need, 0..=1; 0 for a place that doesn't exist.
    pub fn fit(&mut self, need: &str, place: usize) -> f64 {
        let offers = self.offers;
        let read = self.read(need);
        let does = offers.met(&read.does, place, Through::Does);
        does.max(offers.met(&read.serves, place, Through::Serves))
    }

    fn read(&mut self, need: &str) -> &mut Answer {
        let offers = self.offers;
        self.answered.entry(need.to_owned()).or_insert_with_key(|need| {
            let need = Need::read(need);
            let params = &offers.params;
            let (does, serves) = (need.among(&offers.does), need.among(&offers.serves));
            Answer {
                questions: [does.question(params), serves.question(params)],
                does: does.looked_up(&offers.does, params),
                serves: serves.looked_up(&offers.serves, params),
                fits: None,
            }
        })
    }

    fn answer(&mut self, need: &str) -> Vec<Fit> {
        let offers = self.offers;
        let Answer { questions, does, serves, .. } = self.read(need).clone();
        let found = [self.does.best(&questions[0], MOST), self.serves.best(&questions[1], MOST)];
        let needs = [does, serves];
        let mut fits: Vec<(Fit, f64)> = Vec::new();
        for ((found, need), through) in
            found.into_iter().zip(&needs).zip([Through::Does, Through::Serves])
        {
            fits.extend(found.into_iter().map(|(place, score)| {
                (Fit { place, fit: offers.met(need, place, through), through }, score)
            }));
        }
        fits.retain(|(fit, _)| fit.fit >= offers.params.least_fit);
        fits.sort_by(|(a, score), (b, other)| {
            let by_score = b.fit.total_cmp(&a.fit).then(other.total_cmp(score));
            by_score.then((a.place, a.through).cmp(&(b.place, b.through)))
        });
        let mut seen = HashSet::new();
        fits.retain(|(fit, _)| seen.insert(fit.place));
        fits.truncate(MOST);
        fits.into_iter().map(|(fit, _)| fit).collect()
    }
}

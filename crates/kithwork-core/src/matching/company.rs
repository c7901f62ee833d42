//! A few key contacts at one table, who can help each other and not only the owner (row 4).
//!
//! Two fit as well as either meets a need of the other, and serves the same clients in another trade.
//! A table holds three to five of whom every two fit better than the median of all pairs, and no two
//! of whom compete; where no more are known than one table seats, there is nobody to compare them with, and
//! every two need only fit. Among such tables those come first whose worst-fitting pair fits best.

use super::says::can_help;
use super::sought;
use super::wants::{Wants, known};
use crate::book::Book;
use crate::facts::Person;
use crate::id::PersonId;
use crate::params::MatchParams;
use jiff::civil::Date;
use serde::Serialize;
use std::cmp::Reverse;

/// The fewest at a table, beside the owner (row 4).
const FEWEST: usize = 3;
/// The most.
const MOST: usize = 5;
/// Tables that are proposed.
const TABLES: usize = 3;
/// People whose pairs are looked at, those sat down with most lately; judgement: an invitation to a small
/// table goes to people one still knows, and pairs grow with the square.
const LATELY: usize = 200;
/// Of these the people who are tried at tables, those who fit others best; judgement, so that the search
/// stays short.
const LOOKED_AT: usize = 60;

/// A table that is proposed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// Who sits at it, in the order of the book.
    pub people: Vec<Guest>,
    /// Each two of them.
    pub pairs: Vec<Pair>,
    /// How well the worst-fitting two fit.
    pub least: f64,
    /// The median of all pairs that were looked at, which every pair here exceeds; nought where no more people
    /// were looked at than one table seats.
    pub median: f64,
}

/// Somebody at a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Guest {
    pub person: PersonId,
    pub name: String,
}

/// Two at a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// The two.
    pub people: [PersonId; 2],
    /// How well they fit, 0 and more.
    pub score: f64,
    /// What each could do for the other, in plain words.
    pub because: Vec<String>,
}

/// The tables that are worth an invitation at a date, the best first. Nobody sits at two.
pub fn tables(book: &Book, as_of: Date, params: &MatchParams) -> Vec<Table> {
    let fits = Fits::of(Wants::of(book, lately(book, as_of), as_of, params), params);
    let median = fits.median();
    let mut free = fits.most_connected(median);
    let mut tables = Vec::new();
    while tables.len() < TABLES {
        let Some(seats) = fits.best(&free, median) else { break };
        free.retain(|at| !seats.contains(at));
        tables.push(fits.table(&seats, median));
    }
    tables
}

/// Those with whom the owner sat down most lately, in the order of the book.
fn lately(book: &Book, as_of: Date) -> Vec<&Person> {
    let mut known: Vec<(usize, (&Person, Date))> =
        known(book, as_of).into_iter().enumerate().collect();
    known.sort_by_key(|&(at, (_, on))| (Reverse(on), at));
    known.truncate(LATELY);
    known.sort_by_key(|&(at, _)| at);
    known.into_iter().map(|(_, (person, _))| person).collect()
}

/// How well every two fit.
struct Fits<'b> {
    wants: Wants<'b>,
    /// How much of the best-met need of the one the other meets, row by row.
    met: Vec<Vec<f64>>,
    /// Row by row; nought for rivals.
    scores: Vec<Vec<f64>>,
    rivals: Vec<Vec<bool>>,
}

impl<'b> Fits<'b> {
    fn of(wants: Wants<'b>, params: &MatchParams) -> Self {
        let n = wants.people.len();
        let mut met = vec![vec![0.0_f64; n]; n];
        for (one, other, fit) in wants.met(params) {
            met[one][other] = fit;
        }
        let offers = &wants.offers;
        let rivals: Vec<Vec<bool>> =
            (0..n).map(|a| (0..n).map(|b| offers.are_rivals(a, b)).collect()).collect();
        let score = |a: usize, b: usize| {
            if a == b || rivals[a][b] {
                return 0.0;
            }
            met[a][b] + met[b][a] + offers.shared_clients(a, b)
        };
        let scores = (0..n).map(|a| (0..n).map(|b| score(a, b)).collect()).collect();
        Self { wants, met, scores, rivals }
    }

    /// The median over all pairs; nought where one table would seat everybody.
    fn median(&self) -> f64 {
        let n = self.wants.people.len();
        if n <= MOST {
            return 0.0;
        }
        let mut all: Vec<f64> = (0..n)
            .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
            .map(|(a, b)| self.scores[a][b])
            .collect();
        all.sort_by(f64::total_cmp);
        let middle = all.len() / 2;
        match (all.len() % 2, all.get(middle.wrapping_sub(1)), all.get(middle)) {
            (0, Some(low), Some(high)) => f64::midpoint(*low, *high),
            (_, _, Some(middle)) => *middle,
            _ => 0.0,
        }
    }

    fn fit(&self, a: usize, b: usize, median: f64) -> bool {
        !self.rivals[a][b] && self.scores[a][b] > median
    }

    /// Those who fit the most others, in the order of the book.
    fn most_connected(&self, median: f64) -> Vec<usize> {
        let n = self.wants.people.len();
        let others = |a: usize| (0..n).filter(|&b| a != b && self.fit(a, b, median)).count();
        let mut ranked: Vec<(usize, usize)> =
            (0..n).map(|at| (others(at), at)).filter(|(others, _)| *others + 1 >= FEWEST).collect();
        ranked.sort_by_key(|&(others, at)| (Reverse(others), at));
        ranked.truncate(LOOKED_AT);
        let mut at: Vec<usize> = ranked.into_iter().map(|(_, at)| at).collect();
        at.sort_unstable();
        at
    }

    /// The best table among these: of all threes the one whose worst pair fits best, and whoever can
    /// join it without a pair that fits worse than that by half.
    fn best(&self, free: &[usize], median: f64) -> Option<Vec<usize>> {
        let mut best: Option<(f64, Vec<usize>)> = None;
        for (i, &a) in free.iter().enumerate() {
            for (j, &b) in free.iter().enumerate().skip(i + 1) {
                if !self.fit(a, b, median) {
                    continue;
                }
                for &c in free.iter().skip(j + 1) {
                    if !(self.fit(a, c, median) && self.fit(b, c, median)) {
                        continue;
                    }
                    let least = self.least(&[a, b, c]);
                    if best.as_ref().is_none_or(|(known, _)| least > *known) {
                        best = Some((least, vec![a, b, c]));
                    }
                }
            }
        }
        let (least, mut seats) = best?;
        while seats.len() < MOST {
            let fits_all = |one: usize| seats.iter().all(|&s| s != one && self.fit(one, s, median));
            let worst = |one: usize| {
                seats.iter().map(|&s| self.scores[one][s]).fold(f64::INFINITY, f64::min)
            };
            let next =
                free.iter().copied().filter(|&one| fits_all(one) && worst(one) >= least / 2.0);
            let next = next.max_by(|&x, &y| worst(x).total_cmp(&worst(y)).then(y.cmp(&x)));
            let Some(next) = next else { break };
            seats.push(next);
        }
        seats.sort_unstable();
        Some(seats)
    }

    fn least(&self, seats: &[usize]) -> f64 {
        pairs(seats).map(|(a, b)| self.scores[a][b]).fold(f64::INFINITY, f64::min)
    }

    fn table(&self, seats: &[usize], median: f64) -> Table {
        let guest = |&at: &usize| {
            let person = self.wants.people[at];
            Guest { person: person.id, name: person.name.clone() }
        };
        let pair = |(a, b): (usize, usize)| Pair {
            people: [self.wants.people[a].id, self.wants.people[b].id],
            score: self.scores[a][b],
            because: self.because(a, b),
        };
        Table {
            people: seats.iter().map(guest).collect(),
            pairs: pairs(seats).map(pair).collect(),
            least: self.least(seats),
            median,
        }
    }

    /// What either could do for the other; else that they serve the same clients.
    fn because(&self, a: usize, b: usize) -> Vec<String> {
        let told = |needs: usize, helps: usize| {
            let (who, by) = (&self.wants.people[needs].name, &self.wants.people[helps].name);
            // Words in common that make no fit are chance.
            let is_met = self.met[needs][helps] > 0.0;
            let (need, through) = is_met.then(|| self.wants.need(needs, helps)).flatten()?;
            Some(format!("{who} looks for {}; {}", sought(need), can_help(by, through)))
        };
        let both: Vec<String> = [told(a, b), told(b, a)].into_iter().flatten().collect();
        if both.is_empty() {
            let (one, other) = (&self.wants.people[a].name, &self.wants.people[b].name);
            return vec![format!("{one} and {other} serve the same clients in different trades")];
        }
        both
    }
}

fn pairs(seats: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    seats.iter().enumerate().flat_map(|(i, &a)| seats.iter().skip(i + 1).map(move |&b| (a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{Care, Conversation, ConversationKind};
    use crate::id::FactId;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 16);

    /// Name, trade, whom they serve, what they look for; each sat down with once.
    fn book(told: &[(&str, &str, &str, &str)]) -> Book {
        let mut facts = Facts::default();
        for (n, (name, does, serves, looks)) in (1..).zip(told) {
            let id = PersonId(Uuid::from_u128(n));
            let mut person = Person::named(id, *name);
            let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            person.what_they_do = given(does);
            person.who_they_serve = given(serves);
            person.looking_for = given(looks);
            facts.people.push(person);
            let talk = FactId(Uuid::from_u128(100 + n));
            let kind = ConversationKind::OneToOne;
            facts.conversations.push(Conversation::happened(
                talk,
                kind,
                date(2026, 9, 1),
                vec![id],
            ));
        }
        Book::new(facts, &[])
    }

    fn circle() -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
        vec![
            ("Ada", "bookkeeper", "restaurants", "a web designer"),
            ("Ben", "web designer", "restaurants", "a photographer"),
            ("Cleo", "photographer", "restaurants", "a bookkeeper"),
            ("Dan", "bookkeeper", "restaurants", "a web designer"),
            ("Eve", "dentist", "families", ""),
            ("Finn", "roofer", "landlords", ""),
            ("Gus", "plumber", "schools", ""),
        ]
    }

    /// Acceptance test 4.
    #[test]
    fn every_two_at_a_table_fit_better_than_the_median_and_none_compete() {
        let proposed = tables(&book(&circle()), TODAY, &MatchParams::default());
        assert_eq!(proposed.len(), 1, "{proposed:#?}");
        let table = &proposed[0];
        assert!((FEWEST..=MOST).contains(&table.people.len()));
        assert_eq!(table.pairs.len(), table.people.len() * (table.people.len() - 1) / 2);
        assert!(table.pairs.iter().all(|pair| pair.score > table.median), "{table:#?}");
        let names: Vec<&str> = table.people.iter().map(|guest| guest.name.as_str()).collect();
        assert_eq!(names, ["Ada", "Ben", "Cleo"], "Ada and Dan keep books, and never sit together");
        assert!(table.pairs.iter().all(|pair| !pair.because.is_empty()));
        assert_eq!(table.pairs[0].because, ["Ada looks for a web designer; Ben can help"]);
    }

    #[test]
    fn three_who_can_help_each_other_are_a_table_though_nobody_else_is_known() {
        let proposed = tables(&book(&circle()[..3]), TODAY, &MatchParams::default());
        let names: Vec<_> =
            proposed.iter().flat_map(|table| &table.people).map(|g| &g.name).collect();
        assert_eq!(names, ["Ada", "Ben", "Cleo"], "{proposed:#?}");
    }

    #[test]
    fn without_three_who_fit_there_is_no_table() {
        let none: &[(&str, &str, &str, &str)] = &[];
        assert!(tables(&book(none), TODAY, &MatchParams::default()).is_empty());
        let two = &circle()[..2];
        assert!(tables(&book(two), TODAY, &MatchParams::default()).is_empty());
        let strangers = &circle()[4..];
        assert!(tables(&book(strangers), TODAY, &MatchParams::default()).is_empty());
    }

    #[test]
    fn who_asked_for_peace_was_let_go_or_never_sat_down_with_is_not_invited() {
        let mut facts = book(&circle()).facts;
        facts.people[0].do_not_contact = true;
        facts.people[1].care = Some(Care::LetGo);
        facts.conversations.retain(|c| c.people != [PersonId(Uuid::from_u128(3))]);
        assert!(tables(&Book::new(facts, &[]), TODAY, &MatchParams::default()).is_empty());
    }

    #[test]
    fn introductions_are_told_with_what_each_side_has_of_them_and_never_twice() {
        use crate::matching::introductions;
        let mut facts = book(&circle()).facts;
        let ideas = introductions(&Book::new(facts.clone(), &[]), TODAY, &MatchParams::default());
        let told = |i: usize| (ideas[i].needs.name.as_str(), ideas[i].helps.name.as_str());
        assert!((0..ideas.len()).any(|i| told(i) == ("Ada", "Ben")), "{ideas:#?}");
        assert!(ideas.iter().all(|idea| idea.needs.why.starts_with("looks for")));
        let [ada, ben] = [1, 2].map(|n| crate::facts::Party::Person(PersonId(Uuid::from_u128(n))));
        facts.introductions.push(crate::facts::Introduction {
            id: FactId(Uuid::from_u128(900)),
            on: None,
            introduced_by: crate::facts::Party::Me,
            person_a: ben,
            person_b: ada,
            outcome: None,
        });
        let ideas = introductions(&Book::new(facts, &[]), TODAY, &MatchParams::default());
        assert!(
            !ideas.iter().any(|i| i.needs.name == "Ada" && i.helps.name == "Ben"),
            "{ideas:#?}"
        );
    }
}

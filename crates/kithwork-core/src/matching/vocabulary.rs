//! The controlled list: professions, lines of business and places, with the words people use for
//! them. The three text files beside this one hold it and explain their form.

mod file;
#[cfg(test)]
mod tests;

use super::term::{Kind, Term};
use super::words::{Word, words};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Something that a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Meaning {
    pub kind: Kind,
    pub name: &'static str,
}

impl Meaning {
    pub(super) fn term(self) -> Term {
        Term::listed(self.kind, self.name)
    }
}

/// Words that stand for something in the list.
#[derive(Clone, Debug)]
struct Phrase {
    stems: Vec<String>,
    /// Meant in capitals alone.
    capitals: bool,
    /// An everyday word too: a place only after a word such as `in`.
    after_in: bool,
    means: Vec<Meaning>,
}

/// The list, read once.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// Phrases by their first word, longest first.
    phrases: HashMap<String, Vec<Phrase>>,
    /// What a trade or a place belongs to.
    wider: HashMap<(Kind, &'static str), Vec<Meaning>>,
    /// Trades close to each other.
    close: HashMap<&'static str, Vec<&'static str>>,
}

/// Words after which a place stands.
const BEFORE_PLACES: [&str; 9] =
    ["in", "near", "around", "from", "of", "to", "at", "outside", "across"];

impl Vocabulary {
    /// Ours.
    pub(super) fn ours() -> &'static Self {
        static OURS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::read);
        &OURS
    }

    fn read() -> Self {
        let mut all = Self::default();
        all.read_professions();
        for names in file::sectors() {
            all.stand_for(&names, Kind::Sector, false);
        }
        all.read_places();
        for phrases in all.phrases.values_mut() {
            phrases.sort_by_key(|phrase| Reverse((phrase.stems.len(), phrase.after_in)));
        }
        all
    }

    fn read_professions(&mut self) {
        for profession in file::professions() {
            let Some(name) = self.stand_for(&profession.names, Kind::Trade, false) else {
                continue;
            };
            let sector = profession.sector.map(|name| Meaning { kind: Kind::Sector, name });
            self.wider.insert((Kind::Trade, name), sector.into_iter().collect());
            for close in profession.close {
                self.close.entry(name).or_default().push(close);
                self.close.entry(close).or_default().push(name);
            }
        }
    }

    fn read_places(&mut self) {
        for county in file::counties() {
            let Some(name) = self.stand_for(&county.names, Kind::Place, false) else { continue };
            let place = |name| Meaning { kind: Kind::Place, name };
            let region = county.region.and_then(|region| {
                self.stand_for(&[region], Kind::Place, false);
                (region != name).then(|| place(region))
            });
            self.wider.insert((Kind::Place, name), region.into_iter().collect());
            for town in county.towns {
                let Some(town) = self.stand_for(&town.names, Kind::Place, town.is_word_too) else {
                    continue;
                };
                let within = std::iter::once(place(name)).chain(region).collect();
                self.wider.entry((Kind::Place, town)).or_insert(within);
            }
        }
    }

    /// Lets every one of the names stand for the first, which is given back.
    fn stand_for(
        &mut self,
        names: &[&'static str],
        kind: Kind,
        after_in: bool,
    ) -> Option<&'static str> {
        let name = *names.first()?;
        for written in names {
            let words = words(written);
            let capitals = words.len() == 1 && words.iter().all(|word| word.capitals);
            let stems: Vec<String> = words.into_iter().map(|word| word.stem).collect();
            let Some(first) = stems.first().cloned() else { continue };
            let phrases = self.phrases.entry(first).or_default();
            let meaning = Meaning { kind, name };
            let same = |p: &&mut Phrase| {
                (&p.stems, p.capitals, p.after_in) == (&stems, capitals, after_in)
            };
            match phrases.iter_mut().find(same) {
                Some(known) if known.means.iter().any(|m| m.kind == kind) => {}
                Some(known) => known.means.push(meaning),
                None => phrases.push(Phrase { stems, capitals, after_in, means: vec![meaning] }),
            }
        }
        Some(name)
    }

    /// The longest phrase that the words begin with: its length and what it stands for.
    pub(super) fn at(&self, words: &[Word], before: Option<&str>) -> Option<(usize, &[Meaning])> {
        let follows_in = before.is_some_and(|stem| BEFORE_PLACES.contains(&stem));
        let phrases = self.phrases.get(&words.first()?.stem)?;
        let found = phrases.iter().find(|p| (follows_in || !p.after_in) && p.opens(words))?;
        Some((found.stems.len(), &found.means))
    }

    /// The place whose name the words begin with.
    pub(super) fn place(&self, words: &[Word]) -> Option<&'static str> {
        let phrases = self.phrases.get(&words.first()?.stem)?;
        let found = phrases.iter().filter(|p| p.opens(words)).flat_map(|p| &p.means);
        found.into_iter().find(|m| m.kind == Kind::Place).map(|m| m.name)
    }

    /// What a trade or a place belongs to; nothing for other terms.
    pub(super) fn wider(&self, term: &Term) -> Vec<Term> {
        let wider = self.wider.get(&(term.kind, &*term.name)).map_or(&[][..], Vec::as_slice);
        wider.iter().map(|meaning| meaning.term()).collect()
    }

    /// The trades close to one.
    pub(super) fn close(&self, trade: &str) -> &[&'static str] {
        self.close.get(trade).map_or(&[], Vec::as_slice)
    }
}

impl Phrase {
    fn opens(&self, words: &[Word]) -> bool {
        words.len() >= self.stems.len()
            && self.stems.iter().zip(words).all(|(stem, word)| *stem == word.stem)
            && (!self.capitals || words[0].capitals)
    }
}

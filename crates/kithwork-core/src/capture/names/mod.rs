//! People, as plain words name them: known ones by name, first name or a slip of it; unknown ones
//! where a name must stand.

mod asks;
mod book;
mod firms;
mod lists;
mod unknown;

use super::dates::Sense;
use super::lexicon::{is_channel, is_common, is_doing};
use super::words::{Break, Word, is_in};
use super::{Named, Said};
use book::Fits;
pub(super) use firms::is_heir;
pub(super) use lists::{is_family, is_given};
use std::collections::HashMap;
use std::ops::Range;

/// Surnames that are everyday words too.
const SURNAMES_TOO: &str = "keen long sharp short best good nice quick late early busy happy young old big small \
    bright new wise strong moody friend friendly warm coffee day week work page hall may march june august";

/// Where a text names somebody.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The words that name them.
    pub at: Range<usize>,
    /// Which of the people found.
    pub who: usize,
    /// Whether a word that asks for a name stands before it: `with`, `met`, `rang`.
    pub triggered: bool,
    /// Whether it only tells whose something is: `Gemma's number`, `bill turners invoice`.
    pub owns: bool,
}

/// Whom a text names.
pub(super) struct Found {
    /// The people, each once.
    pub people: Vec<Named>,
    /// Where they are named.
    pub mentions: Vec<Mention>,
    /// Where firms are named, which are nobody.
    pub firms: Vec<Range<usize>>,
}

/// The people a text names, and where.
pub(super) fn find(words: &[Word<'_>], said: &Said<'_>, taken: &[Range<usize>]) -> Found {
    let mut finder = Finder::new(words, said, taken);
    let mut at = 0;
    while at < words.len() {
        if let Some(range) = taken.iter().find(|r| r.contains(&at)) {
            at = range.end;
            continue;
        }
        at = finder.step(at);
    }
    Found { people: finder.people, mentions: finder.mentions, firms: finder.firms }
}

/// How strongly a name is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ask {
    /// Not at all.
    None,
    /// By a verb that takes a person more often than not.
    Verb,
    /// By its place: at a meeting a note begins with whom one talked to.
    First,
    /// By words that say one was with them.
    Company,
}

struct Finder<'a, 't> {
    words: &'a [Word<'t>],
    said: &'a Said<'a>,
    /// Words that name rooms, or what was done alone.
    taken: &'a [Range<usize>],
    /// The words of each known name, with its person's place in `said`. A name with a hyphen stands
    /// there without it too.
    known: Vec<(usize, Vec<String>)>,
    by_first: HashMap<String, Vec<usize>>,
    by_last: HashMap<String, Vec<usize>>,
    people: Vec<Named>,
    mentions: Vec<Mention>,
    firms: Vec<Range<usize>>,
}

impl<'a, 't> Finder<'a, 't> {
    fn new(words: &'a [Word<'t>], said: &'a Said<'a>, taken: &'a [Range<usize>]) -> Self {
        let known = known_names(said);
        let (mut by_first, mut by_last) = (HashMap::new(), HashMap::new());
        for (i, (_, name)) in known.iter().enumerate() {
            if let (Some(first), Some(last)) = (name.first(), name.last()) {
                note_down(&mut by_first, first, i);
                note_down(&mut by_last, last, i);
            }
        }
        let (people, mentions, firms) = (Vec::new(), Vec::new(), Vec::new());
        Self { words, said, taken, known, by_first, by_last, people, mentions, firms }
    }

    /// Looks at one word and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        if self.is_auxiliary(at) {
            return at + 1;
        }
        let ask = self.ask(at);
        let triggered = ask == Ask::Company;
        if let Some((who, length)) = self.known_at(at, ask) {
            self.mention(at..at + length, who, triggered);
            return at + length;
        }
        let length = self.unknown_at(at, ask);
        if length == 0 {
            let heirs = self.heirs(at + 1).filter(|_| self.is_capital(at));
            self.firms.extend(heirs.map(|end| at..end));
            return heirs.unwrap_or(at + 1);
        }
        if let Some(firm) = self.firm(at, length) {
            self.firms.push(at..firm);
            return firm;
        }
        if self.is_prospect(at, length) {
            return at + length;
        }
        let who = self.new_person(at, length);
        self.mention(at..at + length, who, triggered);
        at + length
    }

    /// `Will send the details`: a sentence begins with a capital, and nobody is called to send.
    fn is_auxiliary(&self, at: usize) -> bool {
        let begins = at == 0 || self.words.get(at - 1).is_some_and(|w| w.ends == Break::Sentence);
        self.low(at) == "will" && begins && self.joins(at) && is_doing(self.low(at + 1))
    }

    fn mention(&mut self, at: Range<usize>, who: usize, triggered: bool) {
        let owns = self.owns(&at, who);
        self.mentions.push(Mention { at, who, triggered, owns });
    }

    /// Whether the words that name somebody tell whose something is. Dictation drops the apostrophe.
    fn owns(&self, at: &Range<usize>, who: usize) -> bool {
        let Some(last) = at.end.checked_sub(1).and_then(|i| self.words.get(i)) else {
            return false;
        };
        // `Tom's looking for a van` is two words of one.
        let is_two = self.words.get(at.end).is_some_and(|next| next.start == last.start);
        if last.is_possessive() || is_two {
            return !is_two;
        }
        let named = self.people.get(who).map(|named| name_words(&named.name)).unwrap_or_default();
        let Some(bare) = last.low.strip_suffix('s').filter(|_| last.ends == Break::None) else {
            return false;
        };
        !named.contains(&last.low) && named.iter().any(|word| word == bare)
    }

    fn low(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.low.as_str())
    }

    /// Whether no punctuation stands between word `at` and the next one.
    fn joins(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.ends == Break::None)
    }

    fn is_name_like(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| {
            w.is_alphabetic()
                && w.low.chars().count() >= 2
                && (!is_common(&w.low) || self.is_surname_too(at) || self.is_forename_too(at))
                && !self.is_deed(at)
                && !is_channel(&w.low)
                && super::kinds::at(self.words, at).is_none()
                && super::dates::at(self.words, at, self.said.today, Sense::Past).is_none()
        })
    }

    /// `Greta Keen`, `Tilda Long`: an everyday word with a capital right behind a first name.
    fn is_surname_too(&self, at: usize) -> bool {
        let capital = |i: usize| self.words.get(i).is_some_and(Word::is_capital);
        let first = at.checked_sub(1).filter(|&first| self.joins(first) && capital(first));
        let follows = first.is_some_and(|first| self.is_name_like(first));
        capital(at) && is_in(SURNAMES_TOO, self.low(at)) && follows
    }

    /// `Met Jan Berg`: a month that people are called by, where one asks for a name and a surname follows.
    fn is_forename_too(&self, at: usize) -> bool {
        let capital = |i: usize| self.words.get(i).is_some_and(Word::is_capital);
        let is_full = self.low(at) == "jan" && self.joins(at) && capital(at) && capital(at + 1);
        let asks = || self.ask(at) == Ask::Company || self.is_joined(at);
        is_full && (asks() || self.says_something(at + 2))
    }

    /// `Thanked Hannah Cole`, `Seeing Priya`: a sentence begins with a capital, and with what was or is to be done.
    fn is_deed(&self, at: usize) -> bool {
        let begins = at == 0 || self.words.get(at - 1).is_some_and(|w| w.ends == Break::Sentence);
        let low = self.low(at);
        let is_verb = low.ends_with("ed") || matches!(low, "seeing" | "ringing" | "visiting");
        begins && low.len() > 4 && is_verb && !lists::is_given(low)
    }

    fn person(&mut self, found: &Fits, at: usize) -> usize {
        let (candidates, length) = (&found.candidates, found.length);
        if let Some(local) = self.local(self.low(at)).filter(|_| length == 1) {
            return local;
        }
        let mut places: Vec<usize> =
            candidates.iter().filter_map(|&i| Some(self.known.get(i)?.0)).collect();
        places.sort_unstable();
        places.dedup();
        let known: Vec<_> = places.iter().filter_map(|&i| self.said.people.get(i)).collect();
        let named = match known.as_slice() {
            [(id, name)] if !found.is_doubtful => {
                Named { id: Some(*id), name: name.clone(), could_be: Vec::new() }
            }
            several => {
                let mut could_be: Vec<_> = several.iter().map(|(id, _)| *id).collect();
                could_be.sort_unstable();
                Named { id: None, name: self.written(at, length), could_be }
            }
        };
        self.add(named)
    }

    fn new_person(&mut self, at: usize, length: usize) -> usize {
        if let Some(local) = self.local(self.low(at)).filter(|_| length == 1) {
            return local;
        }
        self.add(Named { id: None, name: self.written(at, length), could_be: Vec::new() })
    }

    fn add(&mut self, named: Named) -> usize {
        if let Some(i) = self.people.iter().position(|p| *p == named) {
            return i;
        }
        self.people.push(named);
        self.people.len() - 1
    }

    /// The name as one would write it: the user's own capitals, or capitals where there are none.
    fn written(&self, at: usize, length: usize) -> String {
        let words: Vec<String> = (at..at + length)
            .filter_map(|i| self.words.get(i))
            .map(|w| {
                let raw = w.raw.trim_end_matches("'s").trim_end_matches("\u{2019}s");
                if raw.chars().any(char::is_uppercase) || is_particle(&w.low) {
                    raw.to_owned()
                } else {
                    capitalised(raw)
                }
            })
            .collect();
        words.join(" ")
    }
}

/// Most names are borne by several: only a new one is copied.
fn note_down(places: &mut HashMap<String, Vec<usize>>, name: &str, at: usize) {
    match places.get_mut(name) {
        Some(known) => known.push(at),
        None => drop(places.insert(name.to_owned(), vec![at])),
    }
}

fn known_names(said: &Said<'_>) -> Vec<(usize, Vec<String>)> {
    let mut known = Vec::with_capacity(said.people.len());
    for (i, (_, name)) in said.people.iter().enumerate() {
        known.push((i, name_words(name)));
        if name.contains('-') {
            known.push((i, name_words(&name.replace('-', " "))));
        }
    }
    known
}

fn name_words(name: &str) -> Vec<String> {
    super::words::words(name).into_iter().map(|w| w.low).collect()
}

fn followed_by_call(low: &str) -> bool {
    matches!(low, "rang" | "called" | "phoned" | "emailed" | "texted" | "messaged" | "whatsapped")
}

fn is_particle(low: &str) -> bool {
    matches!(low, "de" | "van" | "der" | "von" | "la" | "le" | "bin" | "al" | "di" | "da" | "du")
}

fn differs_in_ending(said: &str, known: &str) -> bool {
    let last = |s: &str| s.chars().next_back().is_some_and(|c| "aeioy".contains(c));
    said.chars().next_back() != known.chars().next_back() && (last(said) || last(known)) && {
        // `Sara` for `Sarah` is a slip; `Paul` for `Paula` is somebody else.
        !(known.ends_with("ah") || said.ends_with("ah"))
    }
}

fn capitalised(raw: &str) -> String {
    let mut capital = true;
    raw.chars()
        .flat_map(|c| {
            let out: Vec<char> = if capital { c.to_uppercase().collect() } else { vec![c] };
            capital = c == '-' || c == '\'' || c == '\u{2019}';
            out
        })
        .collect()
}

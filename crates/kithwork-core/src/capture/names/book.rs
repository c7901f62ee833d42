//! People of the book, by name, first name or a slip of it.

use super::super::lexicon::{is_common, is_word_too};
use super::super::spelling::{distance, is_near};
use super::super::words::{Break, Word};
use super::{Ask, Finder, differs_in_ending, followed_by_call, lists, name_words};

/// A surname stands at most so many words after a first name, the middle ones between.
const LONGEST: usize = 3;

/// Whom some words of a text may name.
pub(super) struct Fits {
    /// Places of known names.
    pub candidates: Vec<usize>,
    /// How many words name them.
    pub length: usize,
    /// Whether it may as well be the name of somebody new.
    pub is_doubtful: bool,
}

impl Fits {
    fn sure(candidates: Vec<usize>, length: usize) -> Self {
        Self { candidates, length, is_doubtful: false }
    }
}

/// How a known name fits.
struct Fit {
    known: usize,
    slips: usize,
    length: usize,
    is_far: bool,
    is_doubtful: bool,
}

impl Fit {
    fn rank(&self) -> (bool, usize, usize) {
        (self.is_far, self.slips, usize::MAX - self.length)
    }
}

/// Whether a word is heard for another, further off than a slip of the finger: `shivaun` for
/// `Siobhan` is not, `mccloud` for `McLeod` is.
fn is_far(said: &str, known: &str) -> bool {
    let longer = said.chars().count().max(known.chars().count());
    said.chars().next() == known.chars().next() && 2 * distance(said, known) <= longer
}

impl Finder<'_, '_> {
    /// Someone of the book, or somebody named before in this text.
    pub(super) fn known_at(&mut self, at: usize, ask: Ask) -> Option<(usize, usize)> {
        let asked = ask != Ask::None;
        let found = self
            .full_name(at, asked)
            .or_else(|| self.given_names(at))
            .or_else(|| self.first_name(at, ask))
            .or_else(|| self.slip(at, asked))?;
        Some((self.person(&found, at), found.length))
    }

    /// All given names without the surname: `jean luc` of Jean-Luc Moreau.
    fn given_names(&self, at: usize) -> Option<Fits> {
        let given = |known: usize| {
            let (_, name) = self.known.get(known)?;
            let (_, given) = name.split_last().filter(|(_, given)| given.len() > 1)?;
            let is_said = |(n, part): (usize, &String)| {
                self.low(at + n) == part && (n == 0 || self.joins(at + n - 1))
            };
            given.iter().enumerate().all(is_said).then_some((known, given.len()))
        };
        let known = self.by_first.get(self.low(at))?;
        let fits: Vec<(usize, usize)> = known.iter().filter_map(|&one| given(one)).collect();
        let length = fits.iter().map(|(_, length)| *length).max()?;
        let longest = fits.into_iter().filter(|(_, of)| *of == length);
        Some(Fits::sure(longest.map(|(one, _)| one).collect(), length))
    }

    /// First name and surname, either of them with a slip.
    fn full_name(&self, at: usize, asked: bool) -> Option<Fits> {
        let word = self.words.get(at).filter(|w| w.ends == Break::None)?;
        let exact = self.by_first.get(&word.low);
        let by_surname = (1..=LONGEST).filter_map(|i| self.by_last.get(self.low(at + i)));
        let loose = asked || word.is_capital();
        let is_loose = loose && self.is_name_like(at) && self.is_name_like(at + 1);
        // Names alike in one half only are found by the other; so these need be alike in the first.
        let alike = self.by_first.iter().filter(|(first, _)| is_loose && is_near(&word.low, first));
        let mut fits: Vec<Fit> = (exact.into_iter().chain(by_surname))
            .chain(alike.map(|(_, known)| known))
            .flatten()
            .filter_map(|&i| self.fit(i, at))
            .collect();
        let best = fits.iter().map(Fit::rank).min()?;
        fits.retain(|fit| fit.rank() == best);
        let length = fits.first()?.length;
        let is_doubtful = fits.iter().any(|fit| fit.is_doubtful);
        let mut candidates: Vec<usize> = fits.into_iter().map(|fit| fit.known).collect();
        candidates.sort_unstable();
        candidates.dedup();
        Some(Fits { candidates, length, is_doubtful })
    }

    /// How a known name of two words or more fits the words from `at`. A middle name may be left
    /// out.
    fn fit(&self, known: usize, at: usize) -> Option<Fit> {
        let name = self.known.get(known).map(|(_, n)| n).filter(|n| n.len() >= 2)?;
        let (first, last) = (name.first()?, name.last()?);
        let inner = name.get(1..name.len() - 1)?;
        let whole = !inner.is_empty()
            && inner
                .iter()
                .enumerate()
                .all(|(i, n)| self.low(at + 1 + i) == n || distance(self.low(at + 1 + i), n) <= 1);
        let ends: &[usize] = if whole { &[name.len() - 1, 1] } else { &[1] };
        ends.iter().find_map(|&last_at| self.outer(known, at, at + last_at, (first, last)))
    }

    /// First name at `at`, surname at `end`. A slip that makes another name of it is doubted, and so
    /// is one that goes far, where the other half fits to the letter.
    fn outer(
        &self,
        known: usize,
        at: usize,
        end: usize,
        (first, last): (&str, &str),
    ) -> Option<Fit> {
        let (said_first, said_last) = (self.low(at), self.low(end));
        let (same_first, same_last) = (said_first == first, said_last == last);
        let near = self.near(at, first) && self.near(end, last);
        if !near && !same_first && !same_last {
            return None;
        }
        let is_other = (!same_first && self.is_other_first(said_first))
            || (!same_last && self.is_other_last(said_last));
        let (odd_at, odd) = if same_first { (end, last) } else { (at, first) };
        let heard = || self.is_name_like(odd_at) && is_far(self.low(odd_at), odd);
        let same_other = same_first || same_last;
        let sounds = same_other && !is_other && lists::same_bones(self.low(odd_at), odd);
        let near = near || (sounds && self.is_name_like(odd_at));
        let is_far = !near && !is_other && heard();
        let slips = usize::from(!same_first) + usize::from(!same_last);
        let (length, is_doubtful) = (end + 1 - at, is_far || is_other);
        (near || is_far).then_some(Fit { known, slips, length, is_far, is_doubtful })
    }

    fn is_other_first(&self, said: &str) -> bool {
        self.by_first.contains_key(said) || lists::is_given(said)
    }

    fn is_other_last(&self, said: &str) -> bool {
        self.by_last.contains_key(said) || lists::is_family(said)
    }

    fn near(&self, at: usize, name: &str) -> bool {
        let joined = at == 0 || self.joins(at - 1) || self.mentions.is_empty();
        let low = self.low(at);
        low == name || (joined && !is_common(low) && is_near(low, name))
    }

    /// A first name alone, as long as no other surname follows.
    fn first_name(&self, at: usize, ask: Ask) -> Option<Fits> {
        let asked = ask != Ask::None;
        // `Gave Siobhan feedback`: a verb asks for a name, but hardly for a surname.
        let whole = ask == Ask::Company || (asked && lists::is_family(self.low(at + 1)));
        let word = self.words.get(at)?;
        let honorific = at > 0 && matches!(self.low(at - 1), "mr" | "mrs" | "ms" | "dr");
        let names = if honorific { &self.by_last } else { &self.by_first };
        let local = self.local(&word.low);
        let candidates = names.get(&word.low).cloned().unwrap_or_default();
        if (candidates.is_empty() && local.is_none())
            || !(asked || word.is_capital() || !is_word_too(&word.low))
            || (is_common(&word.low) && !asked)
            || (!honorific && self.surname_follows(at, whole))
        {
            return None;
        }
        let initial = self.low(at + 1);
        // No article stands before a verb: `chris a called`.
        let calls = initial == "a" && followed_by_call(self.low(at + 2));
        let capital_initial = self.words.get(at + 1).is_some_and(Word::is_capital);
        let with_initial: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|_| {
                initial.chars().count() == 1
                    && (!matches!(initial, "a" | "i") || capital_initial || calls)
                    && self.joins(at)
            })
            .filter(|&i| {
                self.known
                    .get(i)
                    .and_then(|(_, n)| n.last())
                    .is_some_and(|l| l.starts_with(initial))
            })
            .collect();
        if !with_initial.is_empty() {
            return Some(Fits::sure(with_initial, 2));
        }
        Some(Fits::sure(candidates, 1))
    }

    /// Somebody already named in this text, by their first name.
    pub(super) fn local(&self, low: &str) -> Option<usize> {
        let mut named = self
            .people
            .iter()
            .enumerate()
            .filter(|(_, p)| name_words(&p.name).first().is_some_and(|first| first == low));
        let first = named.next()?.0;
        named.next().is_none().then_some(first)
    }

    fn surname_follows(&self, at: usize, asked: bool) -> bool {
        let capital = |i: usize| self.words.get(i).is_some_and(Word::is_capital);
        self.joins(at)
            && self.is_name_like(at + 1)
            && (capital(at + 1) || (asked && !capital(at) && !is_word_too(self.low(at + 1))))
            && !self.by_first.contains_key(self.low(at + 1))
    }

    /// A first name with one slip, where a name must stand. A difference in a last vowel is another
    /// name (Paul, Paula; Maria, Mario).
    fn slip(&self, at: usize, asked: bool) -> Option<Fits> {
        let word = self.words.get(at)?;
        let low = word.low.as_str();
        if !(asked || (word.is_capital() && at > 0))
            || low.chars().count() < 4
            || !self.is_name_like(at)
            || self.surname_follows(at, asked)
        {
            return None;
        }
        let same_start = |name: &str| name.chars().next() == low.chars().next();
        let is_other = lists::is_given(low);
        let mut is_doubtful = false;
        let mut candidates = Vec::new();
        for (name, people) in &self.by_first {
            if same_start(name) && is_near(low, name) && !differs_in_ending(low, name) {
                is_doubtful |= is_other && !lists::sound_alike(low, name);
                candidates.extend(people.iter().copied());
            }
        }
        (!candidates.is_empty()).then_some(Fits { candidates, length: 1, is_doubtful })
    }
}

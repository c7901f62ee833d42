//! People, as plain words name them: known ones by name, first name or a slip of it; unknown ones
//! where a name must stand.

use super::dates::Sense;
use super::lexicon::{is_common, is_word_too};
use super::spelling::is_near;
use super::words::{Break, Word};
use super::{Named, Said};
use std::collections::HashMap;
use std::ops::Range;

/// Where a text names somebody.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The words that name them.
    pub at: Range<usize>,
    /// Which of the people found.
    pub who: usize,
    /// Whether a word that asks for a name stands before it: `with`, `met`, `rang`.
    pub triggered: bool,
}

/// The people a text names, and where.
pub(super) fn find(
    words: &[Word<'_>],
    said: &Said<'_>,
    taken: &[Range<usize>],
) -> (Vec<Named>, Vec<Mention>) {
    let mut finder = Finder::new(words, said);
    let mut at = 0;
    while at < words.len() {
        if let Some(range) = taken.iter().find(|r| r.contains(&at)) {
            at = range.end;
            continue;
        }
        at = finder.step(at);
    }
    (finder.people, finder.mentions)
}

struct Finder<'a, 't> {
    words: &'a [Word<'t>],
    said: &'a Said<'a>,
    /// The words of each known name, with its person's place in `said`. A name with a hyphen stands
    /// there without it too.
    known: Vec<(usize, Vec<String>)>,
    by_first: HashMap<String, Vec<usize>>,
    by_last: HashMap<String, Vec<usize>>,
    people: Vec<Named>,
    mentions: Vec<Mention>,
}

impl<'a, 't> Finder<'a, 't> {
    fn new(words: &'a [Word<'t>], said: &'a Said<'a>) -> Self {
        let known = known_names(said);
        let (mut by_first, mut by_last): (HashMap<_, Vec<_>>, HashMap<_, Vec<_>>) =
            Default::default();
        for (i, (_, name)) in known.iter().enumerate() {
            if let (Some(first), Some(last)) = (name.first(), name.last()) {
                by_first.entry(first.clone()).or_default().push(i);
                by_last.entry(last.clone()).or_default().push(i);
            }
        }
        Self { words, said, known, by_first, by_last, people: Vec::new(), mentions: Vec::new() }
    }

    /// Looks at one word and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        let triggered = self.is_triggered(at);
        if let Some((who, length)) = self.known_at(at, triggered) {
            self.mention(at..at + length, who, triggered);
            return at + length;
        }
        let length = self.unknown_at(at, triggered);
        if length == 0 {
            return at + 1;
        }
        let who = self.new_person(at, length);
        self.mention(at..at + length, who, triggered);
        at + length
    }

    fn mention(&mut self, at: Range<usize>, who: usize, triggered: bool) {
        self.mentions.push(Mention { at, who, triggered });
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
                && !is_common(&w.low)
                && super::kinds::at(self.words, at).is_none()
                && super::dates::at(self.words, at, self.said.today, Sense::Past).is_none()
        })
    }

    /// Whether the words before ask for a name.
    fn is_triggered(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let earlier = before.checked_sub(1).map_or("", |i| self.low(i));
        let listed = self.mentions.last().is_some_and(|m| {
            m.triggered && (m.at.end == at || (m.at.end == before && self.low(before) == "and"))
        });
        let asks = match self.low(before) {
            "met" | "saw" | "rang" | "phoned" | "emailed" | "texted" | "messaged"
            | "whatsapped" | "called" | "visited" | "mr" | "mrs" | "ms" | "dr" => true,
            "with" => before == 0 || self.is_sitting(before - 1),
            "to" => matches!(
                earlier,
                "spoke"
                    | "talked"
                    | "chatted"
                    | "spoken"
                    | "speaking"
                    | "talking"
                    | "wrote"
                    | "me"
                    | "email"
                    | "letter"
                    | "call"
                    | "text"
                    | "message"
                    | "chat"
            ),
            "into" => matches!(earlier, "bumped" | "ran"),
            _ => false,
        };
        asks || listed
    }

    /// Whether a conversation is named at or just before word `at`: then `with` names a person.
    fn is_sitting(&self, at: usize) -> bool {
        let sits = |i: usize| {
            super::kinds::at(self.words, i).is_some()
                || matches!(
                    self.low(i),
                    "up" | "down"
                        | "sat"
                        | "spoke"
                        | "chat"
                        | "meeting"
                        | "time"
                        | "session"
                        | "hour"
                        | "minutes"
                        | "mins"
                        | "met"
                        | "talked"
                        | "touch"
                        | "spent"
                )
        };
        let from = at.saturating_sub(2);
        (from..=at).any(sits) || super::durations::at(self.words, at).is_some()
    }

    /// Someone of the book, or somebody named before in this text.
    fn known_at(&mut self, at: usize, triggered: bool) -> Option<(usize, usize)> {
        let (candidates, length) = self
            .full_name(at, triggered)
            .or_else(|| self.first_name(at, triggered))
            .or_else(|| self.slip(at, triggered))?;
        Some((self.person(&candidates, at, length), length))
    }

    /// First name and surname, either of them with a slip.
    fn full_name(&self, at: usize, triggered: bool) -> Option<(Vec<usize>, usize)> {
        let word = self.words.get(at).filter(|w| w.ends == Break::None)?;
        let exact = self.by_first.get(&word.low).into_iter().flatten();
        let by_surname = self.by_last.get(self.low(at + 1)).into_iter().flatten();
        let loose = triggered || word.is_capital();
        let anyone = (loose && self.is_name_like(at) && self.is_name_like(at + 1))
            .then_some(0..self.known.len());
        let mut fits: Vec<(usize, usize, usize)> = exact
            .chain(by_surname)
            .copied()
            .chain(anyone.into_iter().flatten())
            .filter_map(|i| self.fit(i, at))
            .collect();
        let best = fits.iter().map(|&(_, slips, length)| (slips, usize::MAX - length)).min()?;
        fits.retain(|&(_, slips, length)| (slips, usize::MAX - length) == best);
        let mut candidates: Vec<usize> = fits.into_iter().map(|(i, ..)| i).collect();
        candidates.sort_unstable();
        candidates.dedup();
        Some((candidates, usize::MAX - best.1))
    }

    /// How a known name of two words or more fits the words from `at`: slips and length. A middle
    /// name may be left out.
    fn fit(&self, known: usize, at: usize) -> Option<(usize, usize, usize)> {
        let name = self.known.get(known).map(|(_, n)| n).filter(|n| n.len() >= 2)?;
        let whole = name.iter().enumerate().all(|(i, n)| self.near(at + i, n));
        let outer = || {
            self.near(at, name.first()?)
                .then_some(())
                .filter(|()| name.last().is_some_and(|l| self.near(at + 1, l)))
        };
        let (used, length): (Vec<&String>, usize) = if whole {
            (name.iter().collect(), name.len())
        } else {
            outer()?;
            (vec![name.first()?, name.last()?], 2)
        };
        let slips = used.iter().enumerate().filter(|(i, n)| self.low(at + i) != n.as_str()).count();
        Some((known, slips, length))
    }

    fn near(&self, at: usize, name: &str) -> bool {
        let joined = at == 0 || self.joins(at - 1) || self.mentions.is_empty();
        let low = self.low(at);
        low == name || (joined && !is_common(low) && is_near(low, name))
    }

    /// A first name alone, as long as no other surname follows.
    fn first_name(&self, at: usize, triggered: bool) -> Option<(Vec<usize>, usize)> {
        let word = self.words.get(at)?;
        let honorific = at > 0 && matches!(self.low(at - 1), "mr" | "mrs" | "ms" | "dr");
        let names = if honorific { &self.by_last } else { &self.by_first };
        let local = self.local(&word.low);
        let candidates = names.get(&word.low).cloned().unwrap_or_default();
        if (candidates.is_empty() && local.is_none())
            || !(triggered || word.is_capital() || !is_word_too(&word.low))
            || (is_common(&word.low) && !triggered)
            || (!honorific && self.surname_follows(at, triggered))
        {
            return None;
        }
        let initial = self.low(at + 1);
        let capital_initial = self.words.get(at + 1).is_some_and(Word::is_capital);
        let with_initial: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|_| {
                initial.chars().count() == 1
                    && (!matches!(initial, "a" | "i") || capital_initial)
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
            return Some((with_initial, 2));
        }
        Some((candidates, 1))
    }

    /// Somebody already named in this text, by their first name.
    fn local(&self, low: &str) -> Option<usize> {
        let mut named = self
            .people
            .iter()
            .enumerate()
            .filter(|(_, p)| name_words(&p.name).first().is_some_and(|first| first == low));
        let first = named.next()?.0;
        named.next().is_none().then_some(first)
    }

    fn surname_follows(&self, at: usize, triggered: bool) -> bool {
        let capital = |i: usize| self.words.get(i).is_some_and(Word::is_capital);
        self.joins(at)
            && self.is_name_like(at + 1)
            && (capital(at + 1) || (triggered && !capital(at) && !is_word_too(self.low(at + 1))))
            && !self.by_first.contains_key(self.low(at + 1))
    }

    /// A first name with one slip, where a name must stand. A difference in a last vowel is another
    /// name (Paul, Paula; Maria, Mario).
    fn slip(&self, at: usize, triggered: bool) -> Option<(Vec<usize>, usize)> {
        let word = self.words.get(at)?;
        let low = word.low.as_str();
        if !(triggered || (word.is_capital() && at > 0))
            || low.chars().count() < 4
            || !self.is_name_like(at)
            || self.surname_follows(at, triggered)
        {
            return None;
        }
        let same_start = |name: &str| name.chars().next() == low.chars().next();
        let candidates: Vec<usize> = self
            .by_first
            .iter()
            .filter(|(name, _)| {
                same_start(name) && is_near(low, name) && !differs_in_ending(low, name)
            })
            .flat_map(|(_, people)| people.iter().copied())
            .collect();
        (!candidates.is_empty()).then_some((candidates, 1))
    }

    /// How many words from `at` are the name of somebody unknown.
    fn unknown_at(&self, at: usize, triggered: bool) -> usize {
        let capital = |i: usize| self.words.get(i).is_some_and(Word::is_capital);
        if !self.is_name_like(at) {
            return 0;
        }
        let capitals =
            self.run(at, 4, &|i| capital(i) || (is_particle(self.low(i)) && capital(i + 1)));
        let opens = at == 0 || !self.joins(at - 1);
        let followed = self.says_something(at + capitals);
        if capitals > 0 && (triggered || followed || (opens && capitals >= 2)) {
            return capitals;
        }
        let pair = self.run(at, 2, &|_| true);
        if opens && pair == 2 && (followed_by_call(self.low(at + 2)) || self.says_something(at + 2))
        {
            return pair;
        }
        if !triggered || capital(at) {
            return 0;
        }
        let comma = at > 0 && !self.joins(at - 1);
        let listed = !self.joins(at) || self.low(at + 1) == "and";
        if comma && !listed {
            0
        } else {
            self.run(at, 2, &|i| i == at || !matches!(self.low(i), "will" | "may" | "hope"))
        }
    }

    fn run(&self, at: usize, longest: usize, also: &dyn Fn(usize) -> bool) -> usize {
        let mut length = 0;
        while length < longest && self.is_name_like(at + length) && also(at + length) {
            length += 1;
            if !self.joins(at + length - 1) {
                break;
            }
        }
        length
    }

    /// Whether a verb that people are subjects of stands at `at`.
    fn says_something(&self, at: usize) -> bool {
        self.joins(at.saturating_sub(1))
            && matches!(
                self.low(at),
                "needs"
                    | "is"
                    | "wants"
                    | "promised"
                    | "will"
                    | "gave"
                    | "introduced"
                    | "referred"
                    | "recommended"
                    | "said"
                    | "offered"
                    | "agreed"
                    | "has"
                    | "was"
                    | "told"
                    | "sent"
                    | "passed"
                    | "asked"
                    | "helped"
                    | "would"
                    | "could"
            )
    }

    fn person(&mut self, candidates: &[usize], at: usize, length: usize) -> usize {
        if let Some(local) = self.local(self.low(at)).filter(|_| length == 1) {
            return local;
        }
        let mut places: Vec<usize> =
            candidates.iter().filter_map(|&i| Some(self.known.get(i)?.0)).collect();
        places.sort_unstable();
        places.dedup();
        let known: Vec<_> = places.iter().filter_map(|&i| self.said.people.get(i)).collect();
        let named = match known.as_slice() {
            [(id, name)] => Named { id: Some(*id), name: name.clone(), could_be: Vec::new() },
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

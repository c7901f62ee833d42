//! What somebody does for a living, said beside their name: `Lena Fox, web designer, looks for joiners`.

use super::lexicon::{is_common, is_doing};
use super::names::Mention;
use super::reading::Reading;
use super::words::{Break, Word};
use super::{Part, brackets, dates, durations, kinds};
use crate::matching::{Kind, terms};
use std::ops::Range;

/// The longest trade, words.
const LONGEST: usize = 4;

/// How words end that say what somebody is.
const ENDINGS: [&str; 16] = [
    "er", "or", "ist", "ian", "ant", "ent", "ect", "man", "woman", "smith", "wright", "lord",
    "coach", "chef", "vet", "nurse",
];

/// The trades that a note tells of, once for each person.
pub(super) fn parts(reading: &Reading<'_>) -> Vec<Part> {
    let mut told: Vec<usize> = Vec::new();
    let mut parts = Vec::new();
    for (nth, mention) in reading.mentions.iter().enumerate() {
        let said = beside(reading, mention).or_else(|| said_of(reading, nth));
        let Some(at) = said.filter(|_| !is_listed(reading, nth)) else {
            continue;
        };
        if !told.contains(&mention.who) {
            told.push(mention.who);
            parts.push(Part::Trade { who: mention.who, what: reading.raw(at) });
        }
    }
    parts
}

/// `Maya Lind and Ivo Petran, landlord`: nobody can tell whose it is.
fn is_listed(reading: &Reading<'_>, nth: usize) -> bool {
    let (Some(one), Some(before)) =
        (reading.mentions.get(nth), nth.checked_sub(1).and_then(|i| reading.mentions.get(i)))
    else {
        return false;
    };
    let behind = one.at.start - before.at.end;
    let joined = behind == 0 || behind == 1 && reading.low(before.at.end) == "and";
    joined && brackets::from(&reading.words, one.at.end).is_none()
}

/// What is said of whoever was named last: `he runs a farm shop`, `Ann Lee works as a bookkeeper`, `who is a roofer`, `owner of Stone Bakery`.
fn said_of(reading: &Reading<'_>, nth: usize) -> Option<Range<usize>> {
    let from = reading.mentions.get(nth)?.at.end;
    let until = reading.mentions.get(nth + 1).map_or(reading.words.len(), |next| next.at.start);
    let low = |i: usize| reading.low(i);
    let is_open = |i: usize| reading.is_encounter(i);
    // `Ann Lee is a bookkeeper`.
    let is_joined = reading.words.get(from.checked_sub(1)?)?.ends == Break::None;
    let is_subject = |&i: &usize| {
        // `Her brother who is a solicitor`: only right behind a name is `who` that one.
        let is_behind = i == from && (low(i) == "who" || low(i) == "owner" && low(i + 1) == "of");
        let names_them = is_joined && i + 1 == from && matches!(low(from), "is" | "works");
        (matches!(low(i), "he" | "she") || is_behind || names_them) && is_open(i)
    };
    let said = |subject: usize| {
        let verb = if low(subject) == "owner" { subject } else { subject + 1 };
        match low(verb) {
            "works" if low(verb + 1) == "as" => at(&reading.words, verb + 2),
            "is" => at(&reading.words, verb + 1),
            "owner" => business(reading, subject + 2).map(|of| subject..of.end),
            "runs" | "owns" => business(reading, verb + 1),
            "does" => service(reading, verb + 1),
            _ => None,
        }
        .filter(|words| words.clone().all(is_open) && words.end <= until)
    };
    (from - 1..until).filter(is_subject).find_map(said)
}

/// What somebody does, and for whom: `payroll for dentists`. What they do names the trade by itself, not
/// only with those it is done for.
fn service(reading: &Reading<'_>, at: usize) -> Option<Range<usize>> {
    let all = business(reading, at)?;
    let whom = all.clone().find(|&i| matches!(reading.low(i), "for" | "with"));
    let own = all.start..whom.unwrap_or(all.end);
    let plain = own.clone().all(|i| is_plain(&reading.words, i));
    (plain && is_trade(&reading.raw(own))).then_some(all)
}

/// A business that somebody has, up to the end of what is said of it, without its article.
fn business(reading: &Reading<'_>, at: usize) -> Option<Range<usize>> {
    let at = at + usize::from(matches!(reading.low(at), "a" | "an" | "the"));
    let words = &reading.words;
    let ends =
        |i: usize| i + 1 >= words.len() || words.get(i).is_some_and(|w| w.ends != Break::None);
    let last = (at..=at + LONGEST).find(|&i| ends(i) || goes_on(reading.low(i + 1)))?;
    let plain = (at..=last).all(|i| reading.words.get(i).is_some_and(Word::is_alphabetic));
    (plain && is_trade(&reading.raw(at..last + 1))).then_some(at..last + 1)
}

/// The words of a trade right behind a name and a comma.
fn beside(reading: &Reading<'_>, mention: &Mention) -> Option<Range<usize>> {
    let ends = reading.words.get(mention.at.end.checked_sub(1)?)?.ends;
    let trade = at(&reading.words, mention.at.end).filter(|_| ends == Break::Comma)?;
    let is_free = |i: usize| {
        reading.is_encounter(i)
            && !reading.mentions.iter().any(|m| m.at.contains(&i))
            && !reading.rooms.iter().any(|r| r.at.contains(&i))
            && dates::at(&reading.words, i, reading.today, dates::Sense::Past).is_none()
    };
    trade.clone().all(is_free).then_some(trade)
}

/// The words of a trade that stand at a word, without its article.
pub(super) fn at(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let low = |i: usize| words.get(i).map_or("", |word| word.low.as_str());
    let from = at + usize::from(matches!(low(at), "a" | "an" | "the"));
    let ends =
        |i: usize| i + 1 >= words.len() || words.get(i).is_some_and(|w| w.ends != Break::None);
    let last = (from..from + LONGEST).find(|&i| ends(i) || goes_on(low(i + 1)))?;
    let is_one = ENDINGS.iter().any(|ending| low(last).ends_with(ending));
    let plain = (from..=last).all(|i| is_plain(words, i));
    let raw = words.get(from..=last)?.iter().map(|word| word.raw).collect::<Vec<_>>().join(" ");
    (is_one && plain && is_trade(&raw)).then_some(from..last + 1)
}

/// `Florist who needs …`, `florist and she needs …`, `florist looks for …`.
fn goes_on(low: &str) -> bool {
    matches!(
        low,
        "who"
            | "and"
            | "she"
            | "he"
            | "they"
            | "from"
            | "in"
            | "at"
            | "needs"
            | "wants"
            | "looks"
            | "is"
            | "looking"
            | "promised"
            | "i"
    )
}

fn is_plain(words: &[Word<'_>], at: usize) -> bool {
    // A common word of talk is no trade.
    words
        .get(at)
        .is_some_and(|word| word.is_alphabetic() && !is_common(&word.low) && !is_doing(&word.low))
        && kinds::at(words, at).is_none()
        && durations::at(words, at).is_none()
}

fn is_trade(text: &str) -> bool {
    terms(text).iter().any(|term| matches!(term.kind, Kind::Trade | Kind::Sector))
}

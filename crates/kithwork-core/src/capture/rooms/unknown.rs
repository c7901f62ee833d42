//! Rooms new to the book: bodies that many people name alone, and whatever calls itself a room.

use super::super::dates::{self, Sense};
use super::super::lexicon::is_common;
use super::super::words::{Break, Word, is_in};
use super::super::{Said, counted, durations, kinds, names};
use crate::facts::ConversationKind;
use std::ops::Range;

/// The longest name of a room, words.
const LONGEST: usize = 5;

/// A room that begins at word `at`: its name as one would write it, and how many words name it.
pub(super) fn at(words: &[Word<'_>], at: usize, said: &Said<'_>) -> Option<(String, usize)> {
    if is_article(low(words, at)) {
        return None;
    }
    let of_a_room = noun(words, at).or_else(|| brand(words, at, said));
    let name_of_its_own = of_a_room.or_else(|| acronym(words, at)).or_else(|| attended(words, at));
    let name_of_its_own = name_of_its_own.or_else(|| called_by_its_meal(words, at, said));
    let named = name_of_its_own.or_else(|| occasion(words, at))?;
    let is_end = |&i: &usize| is_ending(low(words, i)) || is_group(words, i);
    let length = named + (at + named..words.len()).take_while(is_end).count();
    let named =
        named + (at + named..at + length).take_while(|&i| is_of_the_name(words, at, i)).count();
    let is_timed = || name_of_its_own.is_none() && is_timed(words, at, at + length, said);
    let is_giver = || is_brand(low(words, at)) && gives(words, at + length);
    // Initials alone that something came through are as well a firm's.
    let is_source = || of_a_room.is_some() && is_source(words, at);
    let is_occasion_of_it = is_brand(low(words, at)) && is_ending(low(words, at + named));
    let stands = is_led(words, at) || opens(words, at, at + length, said) || is_occasion_of_it;
    if !(stands || is_timed() || is_giver() || is_source()) {
        return None;
    }
    let of_the_name = words.get(at..at + named)?.iter().enumerate();
    let plain = |low: &str| name_of_its_own.is_none() || matches!(low, "of" | "in" | "and" | "for");
    let name =
        of_the_name.map(
            |(nth, word)| {
                if nth > 0 && plain(&word.low) { word.low.clone() } else { written(word) }
            },
        );
    Some((name.collect::<Vec<_>>().join(" "), length))
}

/// A word of a room's name as one would write it.
pub(super) fn written(word: &Word<'_>) -> String {
    let raw = word.raw;
    if raw.chars().any(char::is_uppercase) {
        return raw.to_owned();
    }
    if is_in(INITIALS, &word.low) {
        return raw.to_uppercase();
    }
    let mut letters = raw.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a word names a body that meets, wherever it stands.
pub(super) fn is_brand(low: &str) -> bool {
    is_in(BRANDS, low) || is_in(INITIALS, low)
}

/// What follows a room's name and is none of it.
pub(super) fn is_ending(low: &str) -> bool {
    matches!(
        low,
        "meeting"
            | "lunch"
            | "breakfast"
            | "event"
            | "drinks"
            | "social"
            | "evening"
            | "dinner"
            | "networking"
            | "lunches"
            | "breakfasts"
            | "meetings"
            | "events"
            | "evenings"
            | "dinners"
    )
}

/// `My BNI group`, but `Kendal Growth Group`.
fn is_group(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.raw == "group")
}

/// Whether a word tells one occasion of a body from another.
pub(super) fn is_occasion(low: &str) -> bool {
    matches!(low, "lunch" | "breakfast" | "drinks" | "social" | "evening" | "dinner")
}

/// Whether what follows a room's name belongs to it after all: there is many a `Chamber`, and whoever
/// writes `FSB Breakfast` with a capital calls it that.
fn is_of_the_name(words: &[Word<'_>], first: usize, at: usize) -> bool {
    let capital = words.get(at).is_some_and(Word::is_capital);
    is_occasion(low(words, at)) && joined(words, at) && (capital || low(words, first) == "chamber")
}

/// Whether the words from `at` to `end` open a note as a room does: a day follows, or words that say
/// whom one met there.
pub(super) fn opens(words: &[Word<'_>], at: usize, end: usize, said: &Said<'_>) -> bool {
    let first = at == 0 || words.get(at - 1).is_some_and(|w| w.ends == Break::Sentence);
    let dated = dates::at(words, end, said.today, Sense::Past).is_some();
    let timed = || durations::at(words, end).is_some();
    let company = || (end..words.len()).any(|i| is_company(low(words, i)));
    let speaks = matches!(low(words, end), "needs" | "is" | "wants" | "promised" | "said" | "rang");
    let told = dated || timed();
    let last = end == words.len();
    let stands = (first && (told || last || company()))
        || (is_listed(words, at) && told)
        || (is_behind_a_day(words, at, said) && (told || (last && is_brand(low(words, at)))));
    (!speaks && stands) || is_counted(words, at)
}

/// `Networking lunch at the Hall on Tuesday`: what begins a note and has its day or its length behind it.
fn is_timed(words: &[Word<'_>], at: usize, end: usize, said: &Said<'_>) -> bool {
    let ends = |i: usize| words.get(i).is_some_and(|w| w.ends == Break::Sentence);
    let article = usize::from(at > 0 && is_article(low(words, at - 1)));
    let first = at == article || ends(at - 1 - article);
    let until = (end..words.len()).find(|&i| ends(i)).map_or(words.len(), |i| i + 1);
    let timed = |i| {
        dates::at(words, i, said.today, Sense::Past).is_some() || durations::at(words, i).is_some()
    };
    first && (end..until).any(timed)
}

/// `…, Rotary lunch Wednesday`, `… and Rotary Wednesday`: the next of several.
fn is_listed(words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| words.get(i)) else { return false };
    before.ends != Break::None || matches!(before.low.as_str(), "and" | "then" | "plus" | "also")
}

/// `Monday Chamber 2 h`, `… 2 h Rotary Tuesday`: right behind a day or a length of time.
fn is_behind_a_day(words: &[Word<'_>], at: usize, said: &Said<'_>) -> bool {
    let ends = |from: usize, found: Option<usize>| found.is_some_and(|length| from + length == at);
    let mut near = (1..=3).filter_map(|back| at.checked_sub(back));
    near.any(|from| {
        let day = dates::at(words, from, said.today, Sense::Past).map(|(_, length)| length);
        ends(from, day) || ends(from, durations::at(words, from).map(|(_, length)| length))
    })
}

/// `Two Rotary lunches`: several are told of.
fn is_counted(words: &[Word<'_>], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| counted::at(words, before))
        .is_some_and(|counted| counted.at.contains(&at))
}

fn low<'w>(words: &'w [Word<'_>], at: usize) -> &'w str {
    words.get(at).map_or("", |w| w.low.as_str())
}

/// `BNI gave me`: what is said to have done something for the owner.
pub(super) fn gives(words: &[Word<'_>], end: usize) -> bool {
    matches!(low(words, end), "gave" | "passed" | "sent" | "referred" | "introduced")
        && joined(words, end)
}

/// `At`, `at the`, `went to the`, `with my BNI`: what leads to a place one was at.
pub(super) fn is_led(words: &[Word<'_>], at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |i| low(words, i));
    let skip = usize::from(is_article(back(1)));
    match back(1 + skip) {
        "at" | "attended" => true,
        "with" => {
            let is_ours = |i: usize| joined(words, i) && is_group(words, i);
            skip == 1 && (is_brand(low(words, at)) || (at + 1..at + LONGEST).any(is_ours))
        }
        "to" => matches!(back(2 + skip), "went" | "been" | "off" | "popped"),
        _ => false,
    }
}

/// `Through`, `thanks to the`, `a referral from`: what leads to where something came from.
pub(super) fn is_source(words: &[Word<'_>], at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |i| low(words, i));
    let skip = usize::from(is_article(back(1)));
    match back(1 + skip) {
        "through" | "via" => true,
        "to" => back(2 + skip) == "thanks",
        "from" | "off" => matches!(back(2 + skip), "referral" | "lead" | "introduction" | "intro"),
        _ => false,
    }
}

fn is_company(low: &str) -> bool {
    matches!(low, "met" | "talked" | "spoke" | "sat" | "chatted" | "bumped" | "with" | "saw")
}

fn is_article(low: &str) -> bool {
    matches!(low, "the" | "a" | "an" | "our" | "my")
}

/// `Leeds business expo`: words of a name, and a word for what it is.
fn noun(words: &[Word<'_>], at: usize) -> Option<usize> {
    for length in 1..LONGEST {
        let i = at + length - 1;
        words.get(i).filter(|w| length == 1 || joined(words, i) || w.low.is_empty())?;
        let is_body = || is_noun(low(words, i)) || is_called(words, at..i);
        if length > 1 && (is_body() || is_own_branch(words, at..i)) {
            let ends = i + 1;
            let club = matches!(low(words, ends), "club" | "group" | "network" | "circle");
            return Some(length + usize::from(club));
        }
        let inside = matches!(low(words, i), "business" | "of" | "women" | "social" | "first");
        let is_plain = is_common(low(words, i)) && !inside || kinds::at(words, i).is_some();
        // `Breakfast Circle`: everyday words are of a name where each bears its capital.
        let is_of_a_name =
            words.get(i).is_some_and(Word::is_capital) && is_name_of_its_own(words, at);
        if is_plain && !is_of_a_name || !is_wordy(words, i) {
            return None;
        }
    }
    None
}

/// `Riverside Lunch`, `Town Breakfast`, `Breakfast Circle`: what it is ends a name that is written with
/// capitals.
fn is_called(words: &[Word<'_>], name: Range<usize>) -> bool {
    let capital = |i: usize| words.get(i).is_some_and(Word::is_capital);
    let last = low(words, name.end);
    let is_body = is_in(BODIES, last) && !is_in(SPORTS, low(words, name.end - 1));
    (is_body && !is_place_of_two(words, name.start) || is_occasion(last))
        && name.clone().all(capital)
        && capital(name.end)
}

/// `At Harbour BNI`: the branch before the body.
fn is_own_branch(words: &[Word<'_>], name: Range<usize>) -> bool {
    let capital = |i: usize| words.get(i).is_some_and(Word::is_capital);
    let is_body = is_in(INITIALS, low(words, name.end)) || low(words, name.end) == "rotary";
    is_body && is_led(words, name.start) && name.clone().all(capital)
}

/// Whether what begins at a word stands where a name does: words lead to it, or it begins a note.
fn is_name_of_its_own(words: &[Word<'_>], at: usize) -> bool {
    // `Monday Chamber 2 h`: the day of a meeting, unless words lead to it.
    let opens = at == 0 || words.get(at - 1).is_some_and(|w| w.ends == Break::Sentence);
    is_led(words, at) || opens && dates::weekday_of(low(words, at)).is_none()
}

/// `Coffee with Tom at the Reform Club`: where two sat down, and no group that met.
fn is_place_of_two(words: &[Word<'_>], at: usize) -> bool {
    let parted = |i: usize| words.get(i).is_some_and(|w| w.ends == Break::Sentence);
    let from = (0..at).rev().find(|&i| parted(i)).map_or(0, |i| i + 1);
    let is_talk =
        |i: usize| kinds::at(words, i).is_some_and(|(kind, _)| kind != ConversationKind::Social);
    (from..at).any(is_talk) && !is_event_at(words, at)
}

fn joined(words: &[Word<'_>], at: usize) -> bool {
    at == 0 || words.get(at - 1).is_some_and(|w| w.ends == Break::None)
}

fn is_wordy(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|w| w.low.chars().all(|c| c.is_alphanumeric() || c == '-'))
}

/// `BNI`, `bni quayside`: a body that meets, and the words that tell its branch.
fn brand(words: &[Word<'_>], at: usize, said: &Said<'_>) -> Option<usize> {
    if low(words, at) == "women" && low(words, at + 1) == "in" && joined(words, at + 1) {
        return words.get(at + 2).filter(|w| w.is_capital()).map(|_| 3);
    }
    let first = words.get(at).filter(|w| is_brand(&w.low))?;
    let branch = |i: usize| {
        joined(words, i)
            && words.get(i).is_some_and(Word::is_alphabetic)
            && !is_common(low(words, i))
            && kinds::at(words, i).is_none()
            && dates::at(words, i, said.today, Sense::Past).is_none()
            && !is_known_name(low(words, i), said)
            && (first.is_capital() == words.get(i).is_some_and(Word::is_capital))
    };
    // `Chamber of Trade`, `Chamber of Commerce`.
    let is_of = joined(words, at + 1) && low(words, at + 1) == "of" && joined(words, at + 2);
    if is_of && matches!(low(words, at + 2), "trade" | "commerce") {
        return Some(3);
    }
    let more = (at + 1..at + 3).take_while(|&i| branch(i)).count();
    Some(1 + more)
}

/// Whether one word with a capital follows that tells another branch than the one known: `BNI Lancaster` in a book
/// with `BNI Kendal`. Two such words are somebody's name.
pub(super) fn is_of_another_branch(
    words: &[Word<'_>],
    known: Range<usize>,
    said: &Said<'_>,
) -> bool {
    let branch = brand(words, known.start, said).unwrap_or(0);
    branch == known.len() + 1 && words.get(known.end).is_some_and(Word::is_capital)
}

fn is_known_name(low: &str, said: &Said<'_>) -> bool {
    said.people
        .iter()
        .any(|(_, name)| name.split_whitespace().any(|word| word.to_lowercase() == low))
}

/// Capitals alone, such as `TNG`: initials of a body, where a day or a meeting follows.
fn acronym(words: &[Word<'_>], at: usize) -> Option<usize> {
    let word = words.get(at)?;
    let letters = word.raw.chars().count();
    let capitals = word.raw.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        && word.raw.chars().filter(char::is_ascii_uppercase).count() >= 2;
    (capitals && (2..=6).contains(&letters) && !is_in(NO_ROOMS, &word.low)).then_some(1)
}

/// `Evening at Harbour Guild 2 hours`, `breakfast at Early Birds`: what opens a note as an event does, with
/// nobody it was had with.
fn attended(words: &[Word<'_>], at: usize) -> Option<usize> {
    let length = capitals(words, at).take_while(|&i| !is_ending(low(words, i))).count();
    (length > 1 && is_event_at(words, at)).then_some(length)
}

/// `Early Birds breakfast, 90 mins`: what begins a note with capitals and is no name that people bear, before its
/// meal.
fn called_by_its_meal(words: &[Word<'_>], at: usize, said: &Said<'_>) -> Option<usize> {
    let begins = at == 0 || words.get(at - 1).is_some_and(|w| w.ends != Break::None);
    if !begins {
        return None;
    }
    let end = at + capitals(words, at).take_while(|&i| !is_known_name(low(words, i), said)).count();
    if end < at + 2 || !is_in(EVENTS, low(words, end)) || !joined(words, end) {
        return None;
    }
    let is_person = names::is_given(low(words, at)) || names::is_family(low(words, end - 1));
    // `Monday BNI breakfast`, `Great Rotary lunch`: the body is named behind.
    let is_body_behind = (at..end).any(|i| is_brand(low(words, i)));
    let is_day = dates::at(words, at, said.today, Sense::Past).is_some();
    let is_other = is_person || is_body_behind || is_day || is_in(NO_NAMES, low(words, at));
    (!is_other && !names_company(words, at)).then_some(end - at)
}

/// The words from `at` on that bear a capital each, as a name does.
fn capitals(words: &[Word<'_>], at: usize) -> impl Iterator<Item = usize> {
    (at..at + LONGEST).take_while(move |&i| {
        (i == at || joined(words, i))
            && words.get(i).is_some_and(Word::is_capital)
            && is_wordy(words, i)
    })
}

/// Whether the rest of the sentence says with whom it was.
fn names_company(words: &[Word<'_>], at: usize) -> bool {
    let rest = words.get(at..).unwrap_or_default();
    let until = rest.iter().position(|word| word.ends == Break::Sentence).unwrap_or(rest.len());
    rest.iter().take(until).any(|word| word.low == "with")
}

/// Whether a sentence begins with an event or a meal at what stands here, and names nobody it was had with.
fn is_event_at(words: &[Word<'_>], at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |i| low(words, i));
    let skip = usize::from(is_article(back(1)));
    let meeting = usize::from(back(2 + skip) == "meeting");
    let is_event = back(1 + skip) == "at" && is_in(EVENTS, back(2 + skip + meeting));
    let Some(event) = at.checked_sub(2 + skip + meeting).filter(|_| is_event) else { return false };
    let ends = |i: usize| words.get(i).is_some_and(|w| w.ends == Break::Sentence);
    let article = usize::from(event > 0 && is_article(low(words, event - 1)));
    let opens = event == article || ends(event - 1 - article);
    opens && !names_company(words, at)
}

/// `Evening networking event`, `a networking lunch`: one that bears no other name.
fn occasion(words: &[Word<'_>], at: usize) -> Option<usize> {
    let when = usize::from(matches!(
        low(words, at),
        "evening"
            | "morning"
            | "lunchtime"
            | "breakfast"
            | "lunch"
            | "business"
            | "local"
            | "online"
            | "speed"
    ));
    let is_networking =
        low(words, at + when) == "networking" && (when == 0 || joined(words, at + 1));
    let what = at + when + 1;
    let of_it = matches!(
        low(words, what),
        "event"
            | "meeting"
            | "evening"
            | "breakfast"
            | "lunch"
            | "drinks"
            | "session"
            | "morning"
            | "dinner"
    );
    let named = of_it && joined(words, what);
    // `A networking lunch with Tom` is one of two.
    let is_talk = low(words, what + usize::from(named)) == "with";
    (!is_talk && is_networking && (named || when == 1)).then_some(when + 1 + usize::from(named))
}

fn is_noun(low: &str) -> bool {
    is_in(NOUNS, low)
}

const NOUNS: &str = "\
    mixer expo chapter summit conference meetup meet-up forum exhibition roundtable networking symposium \
    convention showcase awards festival";

/// What begins a note before a meal and is no name of a body.
const NO_NAMES: &str = "after before great good lovely nice quick long short team christmas office company \
    annual our my the first last next another";

/// What one goes to where others meet.
const EVENTS: &str = "evening event networking breakfast lunch dinner brunch";

/// What bodies call themselves that meet, behind a name of their own.
const BODIES: &str = "circle club clubs network networkers chamber guild collective alliance society \
    association mastermind fellowship";

/// Clubs of these are places.
const SPORTS: &str = "golf tennis country sailing yacht rowing cricket rugby football squash bowls sports \
    social night working gym health fitness";

const BRANDS: &str = "rotary toastmasters athena probus soroptimists 4networking chamber";

const INITIALS: &str = "bni fsb wibn iod 4n bforb cim cipd tng";

/// Initials of everyday notes that are no rooms.
const NO_ROOMS: &str = "\
    hr it uk us usa eu vat pr ceo cfo cto coo md vp hmrc crm seo tv pm am ok nhs asap fyi pa pdf \
    re rsvp tbc eod roi b2b ai gp dm id";

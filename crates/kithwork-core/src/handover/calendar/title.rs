//! A title taken apart: what shows that it is time with people, and the names that are left.

use super::super::fold::fold;
use super::words::{ASIDES, FILLERS, PHONE, PRIVATE, Phrases, TOGETHER, VIDEO};
use std::collections::BTreeSet;

/// How a title says that people meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    Together,
    Phone,
    Video,
}

/// A title, read.
#[derive(Clone, Debug, Default)]
pub(super) struct Title {
    /// All its words, folded.
    pub(super) words: Vec<String>,
    /// The strongest sign that people meet.
    pub(super) cue: Option<Cue>,
    /// It names the owner.
    pub(super) names_owner: bool,
    /// What may be names, as written.
    pub(super) names: Vec<String>,
}

#[derive(Debug)]
struct Word {
    key: String,
    start: usize,
    end: usize,
    /// A colon, dash, slash, comma or bracket stands before it.
    breaks: bool,
    /// It stands in brackets, or after `@`.
    aside: bool,
}

impl Title {
    /// Reads a title; `owner` are the words of the owner's names.
    pub(super) fn read(title: &str, owner: &BTreeSet<&str>) -> Self {
        let words = split(title);
        let keys: Vec<&str> = words.iter().map(|word| word.key.as_str()).collect();
        let mut read =
            Self { words: keys.iter().map(|k| (*k).to_owned()).collect(), ..Self::default() };
        let mut run: Vec<&Word> = Vec::new();
        let mut at = 0;
        let mut is_aside = false;
        while at < words.len() {
            let word = &words[at];
            if word.breaks {
                read.end_run(title, &mut run);
                is_aside = false;
            }
            if let Some((cue, taken)) = cue_at(&keys[at..]) {
                read.cue = read.cue.max(Some(cue));
                read.end_run(title, &mut run);
                is_aside = false;
                at += taken;
                continue;
            }
            if owner.contains(word.key.as_str()) && run.is_empty() {
                read.names_owner = true;
            } else if ASIDES.has(&word.key) {
                read.end_run(title, &mut run);
                is_aside = true;
            } else if FILLERS.has(&word.key) && !is_initial(title, &words, at) {
                read.end_run(title, &mut run);
                is_aside = is_aside && !matches!(word.key.as_str(), "with" | "w" | "and");
            } else if !is_aside && !word.aside && has_letters(&word.key) {
                run.push(word);
            }
            at += 1;
        }
        read.end_run(title, &mut run);
        read
    }

    fn end_run(&mut self, title: &str, run: &mut Vec<&Word>) {
        let span = run.first().zip(run.last()).map(|(first, last)| first.start..last.end);
        if let Some(name) = span.and_then(|span| title.get(span)) {
            self.names.push(name.to_owned());
        }
        run.clear();
    }

    /// Its words, to look for phrases.
    pub(super) fn keys(&self) -> Vec<&str> {
        self.words.iter().map(String::as_str).collect()
    }

    /// What groups similar titles: their words.
    pub(super) fn key(&self) -> String {
        self.words.join(" ")
    }
}

/// `Coffee with A Church`: a capital A between `with` and a capitalised word is somebody's initial,
/// unless the word says that it is anybody.
fn is_initial(title: &str, words: &[Word], at: usize) -> bool {
    const ANYBODY: &[&str] = &[
        "friend",
        "friends",
        "client",
        "colleague",
        "contact",
        "customer",
        "mate",
        "prospect",
        "supplier",
        "partner",
        "lead",
        "team",
        "group",
    ];
    let raw = |word: &Word| title.get(word.start..word.end).unwrap_or_default().to_owned();
    let Some((word, next)) = words.get(at).zip(words.get(at + 1)) else { return false };
    let led = at
        .checked_sub(1)
        .and_then(|i| words.get(i))
        .is_some_and(|before| matches!(before.key.as_str(), "with" | "w" | "and"));
    led && raw(word) == "A"
        && !next.breaks
        && !ANYBODY.contains(&next.key.as_str())
        && raw(next).starts_with(char::is_uppercase)
        && raw(next).chars().any(char::is_lowercase)
}

fn has_letters(key: &str) -> bool {
    key.chars().any(char::is_alphabetic)
}

/// The cue at the front of the words, and how many it takes. A longer private phrase that begins with
/// it takes precedence: `check out` is no check-in.
fn cue_at(words: &[&str]) -> Option<(Cue, usize)> {
    let found: [(Cue, &Phrases); 3] =
        [(Cue::Video, &VIDEO), (Cue::Phone, &PHONE), (Cue::Together, &TOGETHER)];
    let best = found
        .iter()
        .filter_map(|(cue, list)| list.longest(words).map(|taken| (*cue, taken)))
        .max_by_key(|&(cue, taken)| (taken, cue))?;
    match PRIVATE.longest(words) {
        Some(private) if private > best.1 => None,
        _ => Some(best),
    }
}

/// Letters and digits are words; what stands between them may break.
fn split(title: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut breaks, mut depth, mut is_aside) = (false, 0_u32, false);
    let mut letters = title.char_indices().peekable();
    let mut blank_before = true;
    while let Some((start, letter)) = letters.next() {
        if letter.is_alphanumeric() {
            let mut end = start + letter.len_utf8();
            while let Some(&(at, next)) = letters.peek() {
                if !next.is_alphanumeric() && !matches!(next, '\'' | '\u{2019}' | '\u{301}') {
                    break;
                }
                end = at + next.len_utf8();
                letters.next();
            }
            let key = title.get(start..end).map(fold).unwrap_or_default();
            words.push(Word { key, start, end, breaks, aside: depth > 0 || is_aside });
            (breaks, blank_before) = (false, false);
            continue;
        }
        if let Some(key) = pictured(letter) {
            let (end, aside) = (start + letter.len_utf8(), depth > 0 || is_aside);
            words.push(Word { key: key.to_owned(), start, end, breaks: true, aside });
            (breaks, blank_before) = (true, false);
            continue;
        }
        let blank_after = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if letter == '@' {
            is_aside = true;
        } else if is_break(letter, blank_before || blank_after) {
            (breaks, is_aside) = (true, false);
        }
        blank_before = letter.is_whitespace();
    }
    words
}

/// Pictures that say how people meet.
fn pictured(letter: char) -> Option<&'static str> {
    match letter {
        '☕' | '🍵' | '🍺' | '🍻' | '🍷' | '🥂' | '🍽' | '🍴' | '🥐' | '🥪' => {
            Some("coffee")
        }
        '📞' | '☎' | '📱' => Some("call"),
        '🎥' | '📹' | '💻' | '🖥' => Some("video"),
        _ => None,
    }
}

/// A hyphen within a word joins, one beside a blank parts.
fn is_break(letter: char, beside_blank: bool) -> bool {
    match letter {
        ':' | '/' | '|' | ',' | ';' | '&' | '+' | '<' | '>' | '(' | ')' | '[' | ']' | '–' | '—'
        | '•' | '→' | '↔' | '=' | '~' | '*' | '"' | '\n' => true,
        '-' => beside_blank,
        _ => {
            !letter.is_ascii()
                && !letter.is_whitespace()
                && !letter.is_alphanumeric()
                && !matches!(letter, '\u{2019}' | '\u{200d}' | '\u{fe0f}')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(title: &str) -> (Option<Cue>, Vec<String>) {
        let title = Title::read(title, &BTreeSet::from(["me", "olive"]));
        (title.cue, title.names)
    }

    #[test]
    fn names_are_found_in_titles_as_people_write_them() {
        for (title, name) in [
            ("121 with Priya", "Priya"),
            ("1-2-1 Priya Shah", "Priya Shah"),
            ("1:1 Priya Shah / me", "Priya Shah"),
            ("One to one - Leon O'Connor", "Leon O'Connor"),
            ("Coffee with Priya Shah", "Priya Shah"),
            ("☕ Priya Shah", "Priya Shah"),
            ("Priya Shah / me - catch up", "Priya Shah"),
            ("Breakfast: Priya", "Priya"),
            ("Lunch w/ Priya @ Costa", "Priya"),
            ("Teams call – Priya Shah", "Priya Shah"),
            ("Catch-up Alan Walker-Smith", "Alan Walker-Smith"),
            ("Meet Priya Shah at the Ivy", "Priya Shah"),
            ("Priya Shah <> Olive", "Priya Shah"),
            ("call with PRIYA re pricing", "PRIYA"),
            ("Coffee at Costa with Priya", "Priya"),
            ("Priya Shah (Acme) coffee", "Priya Shah"),
            ("Priya x Olive: intro chat", "Priya"),
        ] {
            assert_eq!(names(title).1, [name], "{title}");
        }
        assert_eq!(names("Coffee with A Church").1, ["A Church"]);
        assert_eq!(names("Coffee with A Client").1, ["Client"]);
        assert_eq!(names("Coffee with Priya & Tom Hill").1, ["Priya", "Tom Hill"]);
        assert_eq!(names("Zoom Priya").0, Some(Cue::Video));
        assert_eq!(names("Teams call – Priya").0, Some(Cue::Video));
        assert_eq!(names("Ring Priya").0, Some(Cue::Phone));
        assert_eq!(names("Dentist").0, None);
    }
}

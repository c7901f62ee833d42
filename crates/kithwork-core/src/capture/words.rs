//! Words with their places in the text, contractions spelled out.

/// What follows a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Only space.
    None,
    /// A comma, a colon, a dash or a bracket.
    Comma,
    /// The end of a sentence or of a line.
    Sentence,
}

/// A bracket that follows a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    /// One opens before the next word.
    Opens,
    /// One closes behind this word.
    Closes,
}

/// Whether a word is one of a list of them, parted by spaces.
pub(super) fn is_in(list: &str, low: &str) -> bool {
    list.split_whitespace().any(|word| word == low)
}

/// One word. A contraction makes two of them with one place.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    /// As written, without the punctuation around it.
    pub raw: &'t str,
    /// Lower case, apostrophes and a possessive `'s` taken off.
    pub low: String,
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What follows it.
    pub ends: Break,
    /// The first bracket that follows it.
    pub bracket: Option<Bracket>,
}

impl Word<'_> {
    /// Whether it begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it tells whose something is: `Tom's`.
    pub(super) fn is_possessive(&self) -> bool {
        self.raw.ends_with("'s") || self.raw.ends_with("\u{2019}s")
    }

    /// Whether it is made of letters, hyphens and apostrophes only.
    pub(super) fn is_alphabetic(&self) -> bool {
        let mut letters = self.low.chars();
        letters.next().is_some_and(char::is_alphabetic)
            && letters.all(|c| c.is_alphabetic() || c == '-')
    }
}

/// What fills a pause when people dictate.
const FILLERS: [&str; 6] = ["um", "umm", "uh", "er", "erm", "hmm"];

/// Reads the words of something said: what only fills a pause is none. A capital makes a name of it.
pub(super) fn spoken(text: &str) -> Vec<Word<'_>> {
    let mut all = words(text);
    all.retain(|word| word.is_capital() || !FILLERS.contains(&word.low.as_str()));
    all
}

/// Reads the words of a text.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let plain = plain_words(text);
    let mut all = Vec::with_capacity(plain.len());
    let mut plain = plain.into_iter().peekable();
    while let Some(word) = plain.next() {
        let next = plain.peek().map_or("", |w| w.low.as_str());
        match expanded(&word, next) {
            Some((first, second)) => {
                let first = Word { low: first, ends: Break::None, bracket: None, ..word.clone() };
                all.push(first);
                all.push(Word { low: second.to_owned(), ..word });
            }
            None => all.push(word),
        }
    }
    all
}

fn plain_words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|&(_, c)| c);
        let within = (letter == ',' && is_thousands(text, at)) || is_until(text, at, letter);
        let separates = if within { None } else { separator(letter, next) };
        match (separates, start) {
            (None, None) => start = Some(at),
            (Some(_), Some(from)) => {
                push(&mut found, text, from, at);
                start = None;
            }
            _ => {}
        }
        if let (Some(ends), Some(last)) = (separates, found.last_mut()) {
            last.ends = last.ends.max(ends);
            last.bracket = last.bracket.or(bracket(letter));
        }
    }
    if let Some(from) = start {
        push(&mut found, text, from, text.len());
    }
    found
}

fn push<'t>(found: &mut Vec<Word<'t>>, text: &'t str, start: usize, end: usize) {
    let Some(raw) = text.get(start..end) else { return };
    let lower = raw.to_lowercase();
    let low = match lower.as_str() {
        "&" | "+" | "n" => "and".to_owned(),
        "@" => "at".to_owned(),
        "w/" => "with".to_owned(),
        "promissed" | "prommised" | "promisd" | "promiced" => "promised".to_owned(),
        "refered" | "reffered" | "refferred" | "referd" => "referred".to_owned(),
        "refferal" | "referal" | "refferral" => "referral".to_owned(),
        _ if lower.contains(['\'', '\u{2019}']) => {
            let lower = lower.replace('\u{2019}', "'");
            lower.strip_suffix("'s").unwrap_or(&lower).replace('\'', "")
        }
        _ => lower,
    };
    found.push(Word { raw, low, start, end, ends: Break::None, bracket: None });
}

fn bracket(letter: char) -> Option<Bracket> {
    match letter {
        '(' | '[' => Some(Bracket::Opens),
        ')' | ']' => Some(Bracket::Closes),
        _ => None,
    }
}

/// `1,500`: a comma between digits, three of them behind it.
fn is_thousands(text: &str, at: usize) -> bool {
    let digits = |s: &str| s.chars().take_while(char::is_ascii_digit).count();
    let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) else { return false };
    before.ends_with(|c: char| c.is_ascii_digit()) && digits(after) == 3
}

/// `7–9am`: a dash between digits.
fn is_until(text: &str, at: usize, letter: char) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + letter.len_utf8()..).and_then(|after| after.chars().next());
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    letter == '\u{2013}' && is_digit(before) && is_digit(after)
}

/// The break a letter makes, if it is none of a word.
fn separator(letter: char, next: Option<char>) -> Option<Break> {
    let inside = next.is_some_and(char::is_alphanumeric);
    match letter {
        '\n' | '\r' | ';' | '!' | '?' => Some(Break::Sentence),
        '.' if !inside => Some(Break::Sentence),
        ',' | '(' | ')' | '[' | ']' | '"' | '\u{2013}' | '\u{2014}' | '\u{201c}' | '\u{201d}' => {
            Some(Break::Comma)
        }
        ':' | '-' if !inside => Some(Break::Comma),
        c if c.is_whitespace() => Some(Break::None),
        _ => None,
    }
}

/// A contraction as two words, where it is one. Dictation drops apostrophes, so that `ill` and
/// `shell` count as contractions where a verb of doing follows.
fn expanded(word: &Word<'_>, next: &str) -> Option<(String, &'static str)> {
    let apostrophe = word.raw.contains(['\'', '\u{2019}']);
    let two = |first: &str, second| Some((first.to_owned(), second));
    match word.low.as_str() {
        "ive" => two("i", "have"),
        "youre" => two("you", "are"),
        "im" => two("i", "am"),
        "shes" => two("she", "is"),
        "hes" => two("he", "is"),
        "theyre" => two("they", "are"),
        "theyll" => two("they", "will"),
        "theyd" => two("they", "would"),
        "shed" if apostrophe || super::lexicon::is_doing(next) || next == "like" => {
            two("she", "would")
        }
        "hed" => two("he", "would"),
        "id" if apostrophe || super::lexicon::is_doing(next) => two("i", "would"),
        "ill" if apostrophe || super::lexicon::is_doing(next) => two("i", "will"),
        "hell" if apostrophe || super::lexicon::is_doing(next) => two("he", "will"),
        "shell" if apostrophe || super::lexicon::is_doing(next) => two("she", "will"),
        low if apostrophe && word.raw.to_lowercase().ends_with('s') && takes_is(low, next) => {
            two(low, "is")
        }
        _ => None,
    }
}

fn takes_is(low: &str, next: &str) -> bool {
    matches!(low, "he" | "she" | "who")
        || matches!(
            next,
            "looking"
                | "after"
                | "keen"
                | "struggling"
                | "hunting"
                | "searching"
                | "going"
                | "sending"
                | "seeking"
                | "trying"
                | "short"
        )
}

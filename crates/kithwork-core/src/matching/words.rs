//! A text as words: small letters, no accents, singular.

use std::collections::HashSet;
use std::sync::LazyLock;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is compared.
    pub stem: String,
    /// Whether it was written in capitals alone: `IT` is not `it`.
    pub capitals: bool,
    /// Whether it opens a clause: the text, or what follows a comma and the like.
    pub opens: bool,
}

/// The words of a text, in order. `R&D` and `B&B` are one word each, `&` elsewhere parts words; an
/// apostrophe belongs to its word.
pub(super) fn words(text: &str) -> Vec<Word> {
    let apart = |c: char| !(c.is_alphanumeric() || matches!(c, '&' | '\'' | '’'));
    let clauses = text.split([',', ';', ':', '.', '!', '?', '(', ')', '/', '|', '–', '—', '\n']);
    let mut all = Vec::new();
    for clause in clauses {
        let first = all.len();
        all.extend(clause.split(apart).flat_map(joined).filter_map(word));
        if let Some(word) = all.get_mut(first) {
            word.opens = true;
        }
    }
    all
}

/// A text before and after its first `for`: what is done, and for whom.
pub(super) fn for_whom(text: &str) -> (&str, &str) {
    text.split_once(" for ").unwrap_or((text, ""))
}

/// A piece between blanks, taken apart at `&` unless single letters stand around it.
fn joined(piece: &str) -> Vec<&str> {
    let parts: Vec<&str> = piece.split('&').collect();
    if parts.len() > 1 && parts.iter().all(|part| part.chars().count() == 1) {
        return vec![piece];
    }
    parts
}

fn word(piece: &str) -> Option<Word> {
    let bare = piece.trim_matches(['\'', '’', '&']);
    let bare = ["'s", "’s", "'S", "’S"].iter().find_map(|s| bare.strip_suffix(s)).unwrap_or(bare);
    let folded: String = bare
        .chars()
        .filter(|c| !matches!(c, '\'' | '’'))
        .flat_map(char::to_lowercase)
        .flat_map(plain)
        .collect();
    let capitals = bare.chars().any(char::is_uppercase) && !bare.chars().any(char::is_lowercase);
    (!folded.is_empty()).then(|| Word { stem: singular(folded), capitals, opens: false })
}

/// A small letter without its accent.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ß' => "ss",
        'ś' | 'š' | 'ş' => "s",
        'ť' | 'ţ' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        // A combining accent, written apart from its letter.
        '\u{300}'..='\u{36f}' => "",
        other => return OneOr::One(Some(other)),
    };
    OneOr::More(plain.chars())
}

/// One letter, or those of a short text.
enum OneOr {
    One(Option<char>),
    More(std::str::Chars<'static>),
}

impl Iterator for OneOr {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Self::One(letter) => letter.take(),
            Self::More(letters) => letters.next(),
        }
    }
}

/// Words whose ending is no plural, or that mean another thing in the plural.
const KEPT: [&str; 17] = [
    "wills",
    "news",
    "arts",
    "goods",
    "always",
    "glasses",
    "lens",
    "gas",
    "books",
    "sales",
    "kitchens",
    "bathrooms",
    "its",
    "his",
    "this",
    "bus",
    "us",
];

/// The singular of an English word by its ending (Harman 1991, *How effective is suffixing?*, JASIS
/// 42(1) 7, the "S" stemmer).
fn singular(mut word: String) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if word.len() < 4 || !word.ends_with('s') || KEPT.contains(&word.as_str()) {
        return word;
    }
    let cut = if ends(&["ies"]) && !ends(&["eies", "aies"]) {
        3
    } else if ends(&["sses", "shes", "ches", "xes"]) {
        2
    } else {
        usize::from(!ends(&["us", "ss", "is"]))
    };
    word.truncate(word.len() - cut);
    if cut == 3 {
        word.push('y');
    }
    word
}

/// Whether a word says nothing about what somebody does or needs.
pub(super) fn is_filler(stem: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| FILLERS.split(' ').collect());
    stem.chars().count() < 2 || SET.contains(stem)
}

/// In the singular.
const FILLERS: &str = "\
    about advice after all also always am an and another any anybody anyone are around as at \
    back based be been best better between big both bring building business but by can \
    client company contact could current customer day director do doe doing each etc every \
    everyone find finding firm for founder from further get getting give go good great group \
    growing guy had has have he head help helping her here him his hope hoping how if in \
    independent industry interested into introduction is it its job keep keeping kind know \
    large like limited little local look looking lot ltd make making manager many may me \
    meet meeting member more most much must my need needing network networking new next no \
    not of off on one only or organisation other our out over own owner partner people \
    person plc possible provide provider providing quality referral run running see seeking \
    self senior service she should small so some somebody someone something soon specialise \
    specialising specialist staff still such support take team than that the their them then \
    there they thing this through time to too two uk up us use useful very want wanting was \
    way we week well were what when where which who whom whose will with within without work \
    working would year you your";

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.stem).collect()
    }

    #[test]
    fn words_lose_their_capitals_their_accents_and_their_plural() {
        assert_eq!(stems("Cafés & bakeries"), ["cafe", "bakery"]);
        assert_eq!(stems("King's Lynn, Kraków"), ["king", "lynn", "krakow"]);
        assert_eq!(stems("e-commerce businesses"), ["e", "commerce", "business"]);
        assert_eq!(stems("R&D; B&B; Tennant&Lisle"), ["r&d", "b&b", "tennant", "lisle"]);
        assert_eq!(stems("churches, boxes, gas, wills"), ["church", "box", "gas", "wills"]);
        assert!(stems(" … '' & — ").is_empty());
    }

    #[test]
    fn capitals_alone_are_noticed() {
        let capitals: Vec<bool> = words("IT support, it is").iter().map(|w| w.capitals).collect();
        assert_eq!(capitals, [true, false, false, false]);
    }

    #[test]
    fn fillers_are_written_as_they_are_compared() {
        assert!(is_filler("somebody") && is_filler("a") && !is_filler("plumber"));
        assert!(FILLERS.split(' ').all(|filler| singular(filler.to_owned()) == filler));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,60}") {
            for word in words(&text) {
                assert!(!word.stem.is_empty());
                assert!(!singular(word.stem.clone()).is_empty());
            }
        }
    }
}

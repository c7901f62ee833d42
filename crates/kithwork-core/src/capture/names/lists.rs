//! Names that many people bear. A spelling that is somebody's name is no slip of the finger for
//! another's.

use std::collections::HashSet;
use std::sync::LazyLock;

type Names = LazyLock<HashSet<&'static str>>;

static GIVEN: Names = LazyLock::new(|| include_str!("given.txt").split_whitespace().collect());
static FAMILY: Names = LazyLock::new(|| include_str!("family.txt").split_whitespace().collect());

/// Whether many people bear it as their first name.
pub(in crate::capture) fn is_given(low: &str) -> bool {
    GIVEN.contains(low)
}

/// Whether many people bear it as their surname.
pub(in crate::capture) fn is_family(low: &str) -> bool {
    FAMILY.contains(low)
}

/// Whether two spellings are said alike: `Sara` and `Sarah`, `Ann` and `Anne`, `Jon` and `John`.
/// Whoever dictates a first name alone can't tell them apart.
pub(super) fn sound_alike(a: &str, b: &str) -> bool {
    sound(a) == sound(b)
}

/// Whether two names have the same consonants in the same order, three at least: what is heard of a name
/// that was never seen written (`Gurprit` for `Gurpreet`, `McCloud` for `McLeod`).
pub(super) fn same_bones(a: &str, b: &str) -> bool {
    let (one, other) = (bones(a), bones(b));
    one == other && one.chars().count() >= 3
}

fn bones(low: &str) -> String {
    let plain = low.strip_prefix("mac").map_or(low.to_owned(), |rest| format!("mc{rest}"));
    let heard = sound(&plain);
    let vowel = |c: &char| "aeiouw".contains(*c);
    let mut out = String::with_capacity(heard.len());
    for letter in heard.chars().filter(|letter| !vowel(letter)) {
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    let first = heard.chars().next().filter(vowel);
    first.into_iter().chain(out.chars()).collect()
}

fn sound(low: &str) -> String {
    let plain = low.replace("ph", "v").replace("ck", "k").replace('h', "");
    let mut out = String::with_capacity(plain.len());
    for letter in plain.chars() {
        let letter = match letter {
            'c' | 'q' => 'k',
            'y' => 'i',
            'f' => 'v',
            'z' => 's',
            other => other,
        };
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out.trim_end_matches('e').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_sound_are_told_from_other_names() {
        for (a, b) in [("sara", "sarah"), ("ann", "anne"), ("jon", "john"), ("steven", "stephen")] {
            assert!(sound_alike(a, b), "{a} {b}");
        }
        for (a, b) in [("jean", "joan"), ("paul", "paula"), ("marie", "maria"), ("eric", "erica")] {
            assert!(!sound_alike(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_name_heard_and_never_seen_keeps_its_bones() {
        for (a, b) in [
            ("gurprit", "gurpreet"),
            ("mccloud", "mcleod"),
            ("burn", "byrne"),
            ("macleod", "mcleod"),
        ] {
            assert!(same_bones(a, b), "{a} {b}");
        }
        for (a, b) in
            [("james", "jones"), ("ellison", "ellis"), ("wade", "wood"), ("orton", "arton")]
        {
            assert!(!same_bones(a, b), "{a} {b}");
        }
    }
}

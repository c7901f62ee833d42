//! What looks like somebody's name, and what is one.

use super::super::names::{is_full, name_key};
use super::sight::Sight;
use super::words::{NO_NAMES, PRIVATE, ROOMISH, ROOMS};

/// `priya.shah@acme.example` as `Priya Shah`.
pub(super) fn name_of_address(email: &str) -> String {
    let local = email.split('@').next().unwrap_or(email);
    let words = local.split(['.', '_', '-', '+']).filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    words.map(capital).collect::<Vec<String>>().join(" ")
}

/// Nothing but names stands in the title.
pub(super) fn is_only_a_name(sight: &Sight<'_>) -> bool {
    let named: usize = sight.title.names.iter().map(|name| name_key(name).split(' ').count()).sum();
    named == sight.title.words.len()
}

/// One to three words with capitals (or a title without any), none of them of rooms or of business.
pub(super) fn looks_like_a_name(name: &str) -> bool {
    let key = name_key(name);
    let words: Vec<&str> = key.split(' ').collect();
    let is_word = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    (1..=3).contains(&words.len())
        && words.iter().any(is_word)
        && words.iter().all(|word| word.chars().all(char::is_alphabetic))
        && !ROOMS.stands_in(&words)
        && !ROOMISH.stands_in(&words)
        && !NO_NAMES.stands_in(&words)
        && !(words.len() == 1 && PRIVATE.stands_in(&words))
        && name.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

/// Two or three capitalised words.
pub(super) fn looks_like_a_full_name(name: &str) -> bool {
    let key = name_key(name);
    let words: Vec<&str> = key.split(' ').collect();
    let capitals =
        name.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    looks_like_a_name(name) && is_full(&key) && words.len() > 1 && capitals
}

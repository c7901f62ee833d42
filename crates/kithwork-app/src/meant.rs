//! The owner's words for a thing, compared as people compare them.

/// Letters in lower case, words parted by one space.
pub(crate) fn folded(words: &str) -> String {
    words.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Which of some things is meant by its words, or, where that is enough, by their beginning.
pub(crate) enum Meant<'a, T> {
    /// This one.
    One(&'a T),
    /// None of them.
    New,
}

impl<'a, T> Meant<'a, T> {
    /// The thing with these words; `near` allows the beginning of one only thing's words.
    pub(crate) fn of(all: &'a [T], said: &str, near: bool, words: impl Fn(&T) -> &str) -> Self {
        let said = folded(said);
        if let Some(one) = all.iter().find(|one| folded(words(one)) == said) {
            return Self::One(one);
        }
        let begins = |one: &&T| near && !said.is_empty() && folded(words(one)).starts_with(&said);
        let mut begun = all.iter().filter(begins);
        match (begun.next(), begun.next()) {
            (Some(one), None) => Self::One(one),
            _ => Self::New,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_meant_by_its_words_and_by_their_beginning_where_that_is_asked_for() {
        let all = ["A talk for bakers", "A talk", "The guide"];
        let at = |said: &str, near| match Meant::of(&all, said, near, |one| one) {
            Meant::One(one) => Some(*one),
            Meant::New => None,
        };
        assert_eq!(at("a  TALK", true), Some("A talk"), "whole words win");
        assert_eq!(at("the g", true), Some("The guide"));
        assert_eq!(at("the g", false), None);
        assert_eq!(at("A t", true), None, "two begin so");
        assert_eq!(at("", true), None);
    }
}

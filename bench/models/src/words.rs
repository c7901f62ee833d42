//! The words of the command line.

use crate::error::{Error, Result};
use std::path::PathBuf;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Words {
    /// Whatever is made up is made from it.
    pub(crate) seed: u64,
    /// The best of so many runs counts, ≥ 1.
    pub(crate) runs: u32,
    /// The page that the part is put into; else it is printed.
    pub(crate) page: Option<PathBuf>,
}

impl Words {
    /// Reads them: `[--seed S] [--runs N] [PAGE]`.
    pub(crate) fn read(words: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut asked = Self { seed: 1, runs: 5, page: None };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--seed" => asked.seed = number(&word, words.next())?,
                "--runs" => asked.runs = number(&word, words.next())?,
                other if other.starts_with("--") => return Err(Error::Word(word)),
                _ => asked.page = Some(PathBuf::from(word)),
            }
        }
        asked.runs = asked.runs.max(1);
        Ok(asked)
    }
}

fn number<N: std::str::FromStr>(after: &str, word: Option<String>) -> Result<N> {
    word.and_then(|word| word.parse().ok()).ok_or_else(|| Error::Word(after.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Words> {
        Words::read(words.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn words_are_read_and_others_refused() {
        let page = Some(PathBuf::from("page.md"));
        assert_eq!(read("").unwrap(), Words { seed: 1, runs: 5, page: None });
        assert_eq!(read("--seed 7 page.md --runs 0").unwrap(), Words { seed: 7, runs: 1, page });
        for odd in ["--seed", "--seed x", "--models"] {
            assert!(read(odd).is_err(), "{odd}");
        }
    }
}

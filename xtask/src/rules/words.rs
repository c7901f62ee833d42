//! Giving is not a debt: no text of ours says so. Row 62 of the mission names the four words that
//! never stand in a page, a document or a message; a user's own names and notes are theirs.

use super::lines;
use crate::tree::File;

/// Where the words may stand, and why. An entry that no longer holds one is itself a broken rule.
const MAY: [(&str, &str); 7] = [
    ("crates/kithwork-app/src/error.rs", "its test names the words that no message may hold"),
    ("crates/kithwork/tests/it/faces.rs", "names the words that no output may hold"),
    (
        "crates/kithwork-core/src/capture/verbs.rs",
        "what users write is read, and never written back",
    ),
    ("crates/kithwork-core/src/capture/dictated.txt", "notes as users dictate them"),
    ("crates/kithwork-core/src/capture/spoken.txt", "notes as users dictate them"),
    ("crates/kithwork-core/src/plan/tests.rs", "names the words that no plan may hold"),
    ("crates/kithwork-web/src/tests/says.rs", "names the words that no page may hold"),
];

/// Kinds of files with text of ours.
const KINDS: [&str; 11] =
    ["rs", "md", "html", "svg", "js", "css", "csv", "ics", "vcf", "txt", "toml"];

/// Lines that hold one of the words.
pub(super) fn broken(files: &[File]) -> Vec<String> {
    let ours = files.iter().filter(|f| f.has_extension(&KINDS));
    let said = ours
        .filter(|f| may(f).is_none())
        .flat_map(|f| lines(f, "speaks of giving as a debt", speaks_of_debt).collect::<Vec<_>>());
    said.chain(needless(files)).collect()
}

/// The reason why a file may hold the words.
fn may(file: &File) -> Option<&'static str> {
    MAY.iter().find(|(path, _)| *path == file.path).map(|(_, why)| *why)
}

/// Exceptions that nothing needs any more.
fn needless(files: &[File]) -> Vec<String> {
    let clean =
        |path: &str| files.iter().any(|f| f.path == path && !f.text.lines().any(speaks_of_debt));
    MAY.iter()
        .filter(|(path, _)| clean(path))
        .map(|(path, _)| format!("{path}: needs no exception from the words any more"))
        .collect()
}

/// Whether a line holds one of the four, as a whole word.
fn speaks_of_debt(line: &str) -> bool {
    let endings = ["e", "es", "ed", "ing"];
    line.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let word = word.to_lowercase();
        word.strip_prefix("ow").is_some_and(|ending| endings.contains(&ending))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::file;
    use super::{broken, speaks_of_debt};

    #[test]
    fn the_four_words_are_found_whole_and_nothing_else_is() {
        for ending in ["e", "es", "ed", "ing"] {
            assert!(speaks_of_debt(&format!("She OW{ending} you a coffee.")), "{ending}");
        }
        assert!(!speaks_of_debt("Owen flowed, allowed and showed; Bowes lowers the power."));
    }

    #[test]
    fn a_page_that_speaks_of_debt_is_named_with_its_line() {
        let page = file(
            "crates/kithwork-web/templates/help.html",
            &["<p>\nThey o", "we you.</p>"].concat(),
        );
        assert_eq!(broken(&[page]).len(), 1);
    }
}

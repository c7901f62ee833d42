//! What every file keeps: a telling name, a size that one reads in one go, no path of somebody's
//! machine.

use super::lines;
use crate::tree::File;

/// More lines than this in one source file is more than one noun.
const LONGEST: usize = 500;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 8] =
    ["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"];

/// The files that break a rule of this page.
pub(super) fn broken(files: &[File]) -> Vec<String> {
    files
        .iter()
        .flat_map(|f| [empty_name(f), too_long(f)].into_iter().flatten().chain(machine_paths(f)))
        .collect()
}

/// Whether the file, or a folder or crate it lies in, is named after nothing.
fn empty_name(file: &File) -> Option<String> {
    let names = file.path.split('/').map(|part| part.split('.').next().unwrap_or(part));
    let said = names
        .flat_map(|name| name.split(['-', '_']))
        .find(|word| EMPTY_NAMES.contains(&word.to_lowercase().as_str()))?;
    Some(format!("{}: “{said}” says nothing about what is inside", file.path))
}

fn too_long(file: &File) -> Option<String> {
    let long = file.text.lines().count();
    (file.has_extension(&["rs", "html", "css", "js", "sql"]) && long > LONGEST)
        .then(|| format!("{}: {long} lines; {LONGEST} are the most", file.path))
}

/// Lines with an absolute path that exists on one machine only.
fn machine_paths(file: &File) -> Vec<String> {
    lines(file, "an absolute path of one machine", names_a_machine_path).collect()
}

/// Whether a line names one: it begins a word, so that addresses and relative paths do not count.
fn names_a_machine_path(line: &str) -> bool {
    let roots = ["work/", "root/", "farm/", "tmp/", "home/"].map(|folder| format!("/{folder}"));
    roots.iter().any(|root| {
        line.match_indices(root.as_str()).any(|(at, _)| {
            let before = line.get(..at).and_then(|b| b.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric() && !"._-}~".contains(c))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::file;
    use super::{LONGEST, broken, names_a_machine_path};

    #[test]
    fn a_name_that_says_nothing_is_found_at_every_level() {
        for path in ["crates/kithwork-util/src/lib.rs", "xtask/src/helpers.rs", "a/test_common.rs"]
        {
            assert_eq!(broken(&[file(path, "")]).len(), 1, "{path}");
        }
        assert!(broken(&[file("crates/kithwork-core/src/person.rs", "")]).is_empty());
    }

    #[test]
    fn a_source_file_may_be_as_long_as_the_rule_says_and_no_longer() {
        assert!(broken(&[file("a.rs", &"\n".repeat(LONGEST))]).is_empty());
        assert_eq!(broken(&[file("a.rs", &"\n".repeat(LONGEST + 1))]).len(), 1);
        assert!(broken(&[file("a.csv", &"\n".repeat(LONGEST + 1))]).is_empty());
    }

    #[test]
    fn a_path_of_one_machine_is_told_from_an_address() {
        assert!(names_a_machine_path(&["see /", "work/main"].concat()));
        assert!(names_a_machine_path(&["\"/", "tmp/book\""].concat()));
        assert!(!names_a_machine_path("https://example.com/work/main"));
        assert!(!names_a_machine_path("target/tmp/book"));
    }
}

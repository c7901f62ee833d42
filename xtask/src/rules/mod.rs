//! The rules of the house, checked by a machine instead of by memory. `cargo test -p xtask` runs
//! each as a test; `cargo xtask rules` lists everything that breaks one.

mod apostrophes;
mod deps;
mod files;
mod links;
mod mission;
mod purity;
mod words;

use crate::error::{Error, Result};
use crate::tree::{self, File};
use crate::{say, step};

/// Checks them all and lists what breaks them.
pub(crate) fn run() -> Result<()> {
    let broken = broken()?;
    for line in &broken {
        say::line(line);
    }
    if broken.is_empty() { Ok(()) } else { Err(Error::Rules(broken.len())) }
}

/// One line for each thing that breaks a rule.
fn broken() -> Result<Vec<String>> {
    let files = tree::files()?;
    let metadata = cargo_metadata::MetadataCommand::new()
        .current_dir(tree::root())
        .cargo_path(step::cargo().get_program())
        .no_deps()
        .exec()?;
    let mut broken = deps::broken(&metadata.packages);
    let rules = [
        files::broken,
        purity::broken,
        words::broken,
        apostrophes::broken,
        links::broken,
        mission::broken,
    ];
    for rule in rules {
        broken.extend(rule(&files));
    }
    Ok(broken)
}

/// One line for each line of a file that a test picks out.
fn lines<'f>(
    file: &'f File,
    says: &'f str,
    picks: impl Fn(&str) -> bool + 'f,
) -> impl Iterator<Item = String> + 'f {
    file.text
        .lines()
        .enumerate()
        .filter(move |(_, line)| picks(line))
        .map(move |(at, _)| format!("{}:{}: {says}", file.path, at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file that is only of this test.
    pub(super) fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn the_project_keeps_the_rules_of_its_house() {
        assert_eq!(broken().unwrap(), Vec::<String>::new());
    }
}

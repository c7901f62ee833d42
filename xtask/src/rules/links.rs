//! What the documents and the code name exists: model pages, and the commands of the README.

use crate::tree::File;

/// Names that lead nowhere.
pub(super) fn broken(files: &[File]) -> Vec<String> {
    let mut broken = missing_documents(files);
    broken.extend(missing_commands(files));
    broken
}

/// Pages below `docs/` that the code or another page names and that are not there.
fn missing_documents(files: &[File]) -> Vec<String> {
    // The rules' own files speak of pages that do not exist.
    let texts = files.iter().filter(|f| !f.path.starts_with("xtask/src/rules/"));
    let named = texts
        .filter(|f| f.has_extension(&["rs", "md"]))
        .flat_map(|f| pages(&f.text).map(move |page| (f.path.as_str(), page)));
    named
        .filter(|(_, page)| !files.iter().any(|f| f.path == *page))
        .map(|(by, page)| format!("{by} names {page}, which does not exist"))
        .collect()
}

/// Every `docs/….md` in a text.
fn pages(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| c.is_whitespace() || "`()[]<>\"',;|".contains(c))
        .map(|word| word.split('#').next().unwrap_or(word).trim_end_matches(['.', ':']))
        .filter(|word| word.starts_with("docs/"))
        .filter(|word| std::path::Path::new(word).extension().is_some_and(|e| e == "md"))
        .filter(|word| !word.contains('*'))
        .map(str::to_owned)
}

/// Commands that README's code blocks give and that nothing carries out.
fn missing_commands(files: &[File]) -> Vec<String> {
    let Some(readme) = files.iter().find(|f| f.path == "README.md") else {
        return vec!["README.md is missing".to_owned()];
    };
    commands(&readme.text)
        .filter(|(_, place)| !files.iter().any(|f| place.contains(&f.path)))
        .map(|(line, place)| format!("README.md: `{line}` needs {}", place.join(" or ")))
        .collect()
}

/// Each command of a code block, with the files of which one carries it out.
fn commands(text: &str) -> impl Iterator<Item = (&str, [String; 2])> {
    let lines = text.split("```").skip(1).step_by(2).flat_map(str::lines);
    lines.filter_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let place = match words.as_slice() {
            ["cargo", "xtask", task, ..] => place("xtask/src", task),
            ["cargo", "run", "--release", "--", verb, ..] | ["kithwork", verb, ..] => {
                place("crates/kithwork/src/cli", verb)
            }
            _ => return None,
        };
        Some((line, place))
    })
}

/// The two places where a verb may live.
fn place(folder: &str, verb: &str) -> [String; 2] {
    let verb = verb.replace('-', "_");
    [format!("{folder}/{verb}.rs"), format!("{folder}/{verb}/mod.rs")]
}

#[cfg(test)]
mod tests {
    use super::super::tests::file;
    use super::broken;

    #[test]
    fn a_command_of_the_readme_that_nothing_carries_out_is_found() {
        let readme = file("README.md", "```\ncargo xtask test\nkithwork fly\n```");
        let said = broken(&[readme, file("xtask/src/test.rs", "")]);
        assert_eq!(said.len(), 1);
        assert!(said.iter().all(|line| line.contains("kithwork fly")));
    }

    #[test]
    fn a_page_that_is_named_exists() {
        let readme = file("README.md", "");
        let model = file(
            "crates/kithwork-core/src/models/readiness.rs",
            "//! See docs/models/readiness.md.",
        );
        assert_eq!(broken(&[readme, model]).len(), 1);
    }
}

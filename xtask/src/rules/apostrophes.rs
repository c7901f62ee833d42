//! What users read has curly apostrophes: `don’t`, `the week’s plan`. A straight one beside a curly one looks
//! like a slip.

use super::lines;
use crate::tree::File;

/// Where a straight one may stand, and why.
const MAY: [&str; 5] = [
    // What users type is read with either.
    "crates/kithwork-core/src/capture/",
    "crates/kithwork-core/src/pitch/ask.rs",
    "crates/kithwork-core/src/pitch/does.rs",
    // A file that users edit in any editor.
    "crates/kithwork-core/src/params/file.rs",
    // Examples to type.
    "crates/kithwork/src/cli/",
];

/// Lines of ours with a straight apostrophe within a word.
pub(super) fn broken(files: &[File]) -> Vec<String> {
    let ours = files.iter().filter(|file| is_ours(file)).map(untested);
    let says = "has a straight apostrophe: users read ’";
    ours.flat_map(|file| lines(&file, says, is_straight).collect::<Vec<_>>()).collect()
}

/// Templates, and what the crates are made of.
fn is_ours(file: &File) -> bool {
    let is_test = file.path.contains("/tests/") || file.path.ends_with("tests.rs");
    let is_source = file.path.starts_with("crates/") && file.path.contains("/src/");
    let may = MAY.iter().any(|path| file.path.starts_with(path));
    !is_test && !may && (is_source && file.has_extension(&["rs"]) || file.has_extension(&["html"]))
}

/// The file without its own tests, which quote whatever they like: their lines are empty, so that those after
/// them keep their numbers.
fn untested(file: &File) -> File {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let (mut kept, mut within) = (String::with_capacity(file.text.len()), None);
    for line in file.text.lines() {
        match within {
            Some(at) if indent(line) == at && line.ends_with(['}', ';']) => within = None,
            Some(_) => {}
            None if line.trim() == "#[cfg(test)]" => within = Some(indent(line)),
            None => kept.push_str(line),
        }
        kept.push('\n');
    }
    File { path: file.path.clone(), text: kept }
}

/// Whether a line that is no comment has one between letters, or behind what is put into a sentence. A byte
/// such as `b'x'` has none.
fn is_straight(line: &str) -> bool {
    let letters: Vec<char> = line.chars().collect();
    let is_within = |around: &[char]| match around {
        [before, '\'', after, next] => {
            (before.is_ascii_alphabetic() || *before == '}')
                && after.is_ascii_lowercase()
                && *next != '\''
        }
        _ => false,
    };
    !line.trim_start().starts_with("//") && letters.windows(4).any(is_within)
}

#[cfg(test)]
mod tests {
    use super::super::tests::file;
    use super::{broken, is_straight};

    #[test]
    fn a_straight_apostrophe_is_found_and_code_is_left_alone() {
        for line in ["\"it can't be read\"", "<p>{{ name }}'s page</p>", "    the week's plan \\"] {
            assert!(is_straight(line), "{line}");
        }
        for line in
            ["// it can't", "fn a<'a>(b: &'a str)", "b'x' => b'\\n'", "'}' => 'a'", "“it can’t”"]
        {
            assert!(!is_straight(line), "{line}");
        }
    }

    #[test]
    fn it_is_named_with_its_file_and_line_and_tests_may_quote() {
        let text = "fn a() {}\nconst B: &str = \"don't\";\n#[cfg(test)]\nmod tests { \"can't\" }\n";
        let one = broken(&[file("crates/kithwork-core/src/plan/says.rs", text)]);
        assert_eq!(one.len(), 1, "{one:?}");
        assert!(one[0].starts_with("crates/kithwork-core/src/plan/says.rs:2:"), "{one:?}");
        assert!(broken(&[file("crates/kithwork-core/src/capture/dates.rs", text)]).is_empty());
    }

    #[test]
    fn what_follows_the_tests_is_looked_at_too() {
        let text = "#[cfg(test)]\nmod tests;\n#[cfg(test)]\nmod more {\n    \"can't\";\n}\nconst B: &str = \"don't\";\n";
        let one = broken(&[file("crates/kithwork-core/src/plan/says.rs", text)]);
        assert_eq!(one.len(), 1, "{one:?}");
        assert!(one[0].starts_with("crates/kithwork-core/src/plan/says.rs:7:"), "{one:?}");
    }
}

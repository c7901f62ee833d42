//! Pure crates take time, chance and files as arguments.

use super::lines;
use crate::tree::File;

/// The folders of the pure crates.
const PURE: [&str; 3] =
    ["crates/kithwork-core/src/", "crates/kithwork-formats/src/", "crates/kithwork-dav/src/"];

/// What reaches outside. The clock and the environment are clippy's disallowed methods too; these
/// are named here because a pure crate has no exception to ask for.
const OUTSIDE: [&str; 11] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "now_v7",
    "async fn",
];

/// Lines of the pure crates' own code, tests left out, that reach outside.
pub(super) fn broken(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|f| f.is_rust() && !f.path.ends_with("tests.rs") && !f.path.contains("/tests/"))
        .filter(|f| PURE.iter().any(|folder| f.path.starts_with(folder)))
        .flat_map(reaching_outside)
        .collect()
}

/// The lines of one file, up to its tests.
fn reaching_outside(file: &File) -> Vec<String> {
    let begins = |line: &str| line.starts_with("#[cfg(test)]") || line.starts_with("#![cfg(test)]");
    let tests = file.text.lines().position(|line| begins(line.trim_start()));
    lines(file, "a pure crate may not reach outside", |line| {
        let code = line.trim_start();
        !code.starts_with("//") && OUTSIDE.iter().any(|outside| code.contains(outside))
    })
    .filter(|said| tests.is_none_or(|from| line_of(said) <= from))
    .collect()
}

/// The number in `path:number: …`.
fn line_of(said: &str) -> usize {
    said.split(':').nth(1).and_then(|n| n.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::tests::file;
    use super::broken;

    #[test]
    fn a_pure_crate_that_opens_a_file_is_found_and_its_tests_are_not() {
        let code =
            "fn f() {\n    std::fs::read(p);\n}\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}";
        let said = broken(&[file("crates/kithwork-core/src/person.rs", code)]);
        assert_eq!(
            said,
            ["crates/kithwork-core/src/person.rs:2: a pure crate may not reach outside"]
        );
        assert!(broken(&[file("crates/kithwork-store/src/sqlite.rs", code)]).is_empty());
    }
}

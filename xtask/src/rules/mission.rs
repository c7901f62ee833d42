//! `docs/mission.md`: one line for each row of the mission, and a test behind each that is done.

use crate::tree::File;

/// Rows of the mission.
const ROWS: usize = 73;

/// The page.
const PAGE: &str = "docs/mission.md";

/// What its table is headed by.
const HEADER: &str = "| row | state (done/open) | where in the code | which test |";

/// Rows that are missing, doubled, in no known state, or done without a test.
pub(super) fn broken(files: &[File]) -> Vec<String> {
    let Some(page) = files.iter().find(|f| f.path == PAGE) else {
        return vec![format!("{PAGE} is missing")];
    };
    let has_header = page.text.lines().any(|line| line == HEADER);
    let rows: Vec<Row<'_>> = page.text.lines().filter_map(Row::of).collect();
    let mut broken: Vec<String> = (1..=ROWS)
        .filter(|number| rows.iter().filter(|row| row.number == *number).count() != 1)
        .map(|number| format!("{PAGE}: row {number} must stand there once"))
        .collect();
    broken.extend((!has_header).then(|| format!("{PAGE}: the table is headed by {HEADER}")));
    broken.extend(rows.iter().filter_map(|row| row.wrong(files)));
    broken
}

/// One line of the table: `| row | state | where in the code | which test |`.
struct Row<'t> {
    number: usize,
    state: &'t str,
    code: &'t str,
    test: &'t str,
}

impl<'t> Row<'t> {
    /// Reads one line; lines that begin with no number are no rows.
    fn of(line: &'t str) -> Option<Self> {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        let [number, state, code, test] = cells.as_slice() else { return None };
        Some(Self { number: number.parse().ok()?, state, code, test })
    }

    /// What is wrong with it.
    fn wrong(&self, files: &[File]) -> Option<String> {
        let says = |what: &str| Some(format!("{PAGE}: row {} {what}", self.number));
        match self.state {
            "done" if !self.code_exists(files) => says("names code that does not exist"),
            "done" if !self.test_exists(files) => says("is done without a test that exists"),
            "open" | "done" => None,
            other => says(&format!("is in no known state: {other}")),
        }
    }

    /// Whether every path between backticks is a file or folder.
    fn code_exists(&self, files: &[File]) -> bool {
        let mut paths = quoted(self.code).peekable();
        paths.peek().is_some()
            && paths
                .all(|p| files.iter().any(|f| f.path == p || f.path.starts_with(&format!("{p}/"))))
    }

    /// Whether each `path::name` between backticks is a test in that file.
    fn test_exists(&self, files: &[File]) -> bool {
        let mut tests = quoted(self.test).peekable();
        tests.peek().is_some() && tests.all(|test| is_test(files, test))
    }
}

/// What stands between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// Whether a file holds a test of that name that is run.
fn is_test(files: &[File], test: &str) -> bool {
    let Some((path, name)) = test.split_once("::") else { return false };
    let Some(file) = files.iter().find(|f| f.path == path) else { return false };
    let lines: Vec<&str> = file.text.lines().map(str::trim).collect();
    let begins = format!("fn {name}(");
    lines.iter().enumerate().any(|(at, line)| {
        let attributes = lines.iter().take(at).rev().take_while(|l| l.starts_with('#'));
        line.trim_start_matches("async ").starts_with(&begins)
            && attributes.clone().any(|l| l.contains("test]") || l.contains("test("))
            && !attributes.clone().any(|l| l.starts_with("#[ignore"))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::file;
    use super::{HEADER, Row, broken, is_test};

    #[test]
    fn a_row_is_done_only_with_a_test_that_exists_and_runs() {
        let tests = file(
            "e2e/tests/mission/row_05.rs",
            "#[test]\nfn a_room_gives_nothing() {}\n#[test]\n#[ignore]\nfn sleeps() {}",
        );
        let code = file("crates/kithwork-core/src/facts/referral.rs", "");
        let files = [tests, code];
        let wrong = |test: &str| {
            let line = format!("| 5 | done | `crates/kithwork-core/src/facts` | `{test}` |");
            Row::of(&line).unwrap().wrong(&files).is_some()
        };
        assert!(!wrong("e2e/tests/mission/row_05.rs::a_room_gives_nothing"));
        assert!(wrong("e2e/tests/mission/row_05.rs::sleeps"));
        assert!(wrong("e2e/tests/mission/row_05.rs::another"));
        assert!(Row::of("| 5 | nearly | `a` | `b` |").unwrap().wrong(&files).is_some());
    }

    #[test]
    fn the_table_has_its_header() {
        let says = |text: &str| broken(&[file("docs/mission.md", text)]).join("\n");
        assert!(!says(HEADER).contains("is headed by"));
        assert!(says("| row | state | where in the code | which test |").contains("is headed by"));
        assert!(Row::of(HEADER).is_none(), "it is no row");
    }

    #[test]
    fn a_function_that_is_no_test_is_no_test() {
        assert!(!is_test(&[file("a.rs", "fn plain() {}")], "a.rs::plain"));
    }
}

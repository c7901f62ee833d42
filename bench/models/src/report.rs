//! The part of `docs/benchmarks.md` that a run writes.

use crate::error::{Error, Result};
use crate::peers::version;
use crate::row::{Peer, Row};
use crate::words::Words;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Where the part begins; it ends where the next heading of its rank stands.
const HEADING: &str = "## The models beside their libraries";
/// The libraries, in the order in which they are named.
const LIBRARIES: [&str; 4] = ["lifetimes", "lifelines", "networkx", "highspy"];

/// The whole part.
pub(crate) fn part(words: &Words, rows: &[Row], missing: Option<&str>) -> String {
    let mut text = format!("{HEADING}\n\n{}\n\n", opening(words));
    text.push_str("| work | size | Kithwork | peer | peer's time | ratio | answers |\n");
    text.push_str("|---|---|---:|---|---:|---:|---|\n");
    for row in rows {
        let _infallible = writeln!(text, "{}", line(row));
    }
    if let Some(missing) = missing {
        let _infallible = write!(text, "\nThe libraries were not to be had: {missing}.\n");
    }
    text.push('\n');
    text.push_str(&losses(rows));
    text.push_str(NOTES);
    text
}

/// How the comparison is made.
fn opening(words: &Words) -> String {
    let named: Vec<String> =
        LIBRARIES.iter().map(|library| format!("{library} {}", version(library))).collect();
    let at = commit().map_or_else(String::new, |commit| format!(" at commit {commit}"));
    format!(
        "Written by `cargo xtask bench --models --seed {} --runs {}`{at}: our models and the libraries that people use for\n\
         them, one after the other on the same data, the best of so many runs. Both are timed in a process that is warm, with the data in\n\
         memory, without reading or starting up. {}; all versions\n\
         are in `bench/models/peers/requirements.txt`. A ratio below 1 means faster than the peer.",
        words.seed,
        words.runs,
        named.join(", "),
    )
}

/// The commit that is measured, where it can be told.
fn commit() -> Option<String> {
    let folder = env!("CARGO_MANIFEST_DIR");
    let words = ["-C", folder, "rev-parse", "--short", "HEAD"];
    let output = Command::new("git").args(words).output().ok().filter(|o| o.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned()).filter(|name| !name.is_empty())
}

fn line(row: &Row) -> String {
    let Row { work, size, ours, peer } = row;
    let ratio = row.ratio().map_or_else(String::new, shown_ratio);
    let (name, took, said) = peer.as_ref().map_or_else(Default::default, |peer| {
        (peer.name, shown(peer.took), peer.answers.said.clone())
    });
    format!("| {work} | {size} | {} | {name} | {took} | {ratio} | {said} |", shown(*ours))
}

/// Where a peer is faster, and where answers differ or ours is worth less.
fn losses(rows: &[Row]) -> String {
    let named = |row: &Row| format!("{} ({})", row.work, row.size);
    let said = |holds: &dyn Fn(&Row, &Peer) -> bool| {
        let lost = rows.iter().filter(|row| row.peer.as_ref().is_some_and(|peer| holds(row, peer)));
        let rows: Vec<String> = lost.map(named).collect();
        if rows.is_empty() { "nowhere".to_owned() } else { rows.join("; ") }
    };
    format!(
        "Where we lose: slower than the peer: {}. Another answer, or one worth less: {}.\n",
        said(&|row, _| row.ratio().is_some_and(|ratio| ratio > 1.0)),
        said(&|_, peer| !peer.answers.agree),
    )
}

/// What has to be known to read the table.
const NOTES: &str = "
How to read it. A fit is searched with nothing believed before, as `lifetimes` does without a penalty; the two values of ln L are
ours and the peer's, each by its own formula. “Within 2e-6” is the largest difference of any value, relative where values are above
1. One call of ours gives somebody's constraint and both effective sizes, so its time stands in both rows; `networkx` is asked for
each in the way that is its fastest, and for effective sizes by strength one by one, since all at once it gives others. It has no
limit of steps for its shortest way, so within three steps it looks at every path; the product only ever asks for three. The problems
of a week are those that the plan of a made-up book comes down to, each solved by itself; HiGHS is timed from the finished model
on, with no gap allowed and at most thirty seconds for each. Our search is exact up to 200 000 nodes and keeps the best found
after that: where it says “not proven best”, it stopped there.
";

/// A ratio with as many digits as tell something.
fn shown_ratio(ratio: f64) -> String {
    if ratio < 0.01 { format!("{ratio:.4}") } else { format!("{ratio:.2}") }
}

/// A time in the unit in which one reads it.
fn shown(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds >= 1.0 {
        format!("{seconds:.2} s")
    } else if seconds >= 1e-3 {
        format!("{:.2} ms", seconds * 1e3)
    } else {
        format!("{:.1} µs", seconds * 1e6)
    }
}

/// Puts the part into a page, or prints it where there is none.
pub(crate) fn put(page: Option<&Path>, part: &str) -> Result<()> {
    let Some(path) = page else { return Ok(std::io::stdout().write_all(part.as_bytes())?) };
    let file = |source| Error::File { path: path.to_path_buf(), source };
    let before = std::fs::read_to_string(path).map_err(file)?;
    std::fs::write(path, into_page(&before, part)).map_err(file)
}

/// The page with this part in the place of its old one; a new one comes before all other parts.
fn into_page(page: &str, part: &str) -> String {
    let from = |at: usize| page.get(at..).unwrap_or_default();
    let next_heading = |at: usize| from(at).find("\n## ").map_or(page.len(), |next| at + next + 1);
    let begins = page.find(HEADING).unwrap_or_else(|| next_heading(0));
    let ends = if from(begins).starts_with(HEADING) { next_heading(begins) } else { begins };
    let before = page.get(..begins).unwrap_or_default().trim_end();
    let after = from(ends);
    let gap = if after.is_empty() { "" } else { "\n" };
    format!("{before}\n\n{part}{gap}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::Answers;

    const PART: &str = "## The models beside their libraries\n\nnew\n";

    #[test]
    fn a_run_replaces_its_own_part_and_nothing_else() {
        let page = "# Benchmarks\n\ntimes\n\n## The week's plan\n\nkept\n";
        let written = into_page(page, PART);
        assert_eq!(
            written,
            format!("# Benchmarks\n\ntimes\n\n{PART}\n## The week's plan\n\nkept\n")
        );
        assert_eq!(into_page(&written.replace("new", "old"), PART), written);
        assert_eq!(into_page("# Benchmarks\n", PART), format!("# Benchmarks\n\n{PART}"));
        let last = into_page("# Benchmarks\n", PART);
        assert_eq!(into_page(&last, PART), last);
    }

    fn row(micros: u64, agree: bool) -> Row {
        let answers = Answers { said: "values within 1e-9".to_owned(), agree };
        let peer = Peer::new("networkx", 0.002, answers);
        Row::new("rank", "9 people", Duration::from_micros(micros), Some(peer))
    }

    #[test]
    fn the_part_shows_ratios_and_says_where_we_lose() {
        let words = Words { seed: 4, runs: 2, page: None };
        let won = part(&words, &[row(500, true)], None);
        let shown =
            "| rank | 9 people | 500.0 µs | networkx | 2.00 ms | 0.25 | values within 1e-9 |";
        assert!(won.contains(shown), "{won}");
        assert!(won.contains(
            "slower than the peer: nowhere. Another answer, or one worth less: nowhere."
        ));
        assert!(won.contains("--seed 4 --runs 2`"));
        let lost = part(&words, &[row(3_000, false)], None);
        assert!(lost.contains(
            "slower than the peer: rank (9 people). Another answer, or one worth less: rank"
        ));
    }

    #[test]
    fn without_the_libraries_the_part_says_so() {
        let alone = Row::new("rank", "9 people", Duration::from_secs(2), None);
        let words = Words { seed: 1, runs: 5, page: None };
        let part = part(&words, &[alone], Some("no pip"));
        assert!(part.contains("| rank | 9 people | 2.00 s |  |  |  |  |"), "{part}");
        assert!(part.contains("were not to be had: no pip."));
    }
}

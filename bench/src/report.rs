//! The page that a run writes.

use crate::error::{Error, Result};
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

/// One measured row.
#[derive(Debug)]
pub(crate) struct Row {
    /// What was done.
    pub(crate) work: String,
    /// On how much.
    pub(crate) size: String,
    /// How long it took.
    pub(crate) took: Duration,
    /// Who did the same beside it, and how long that took.
    pub(crate) peer: Option<(&'static str, Duration)>,
    /// What it aims at.
    pub(crate) aim: &'static str,
}

impl Row {
    /// Work that took so long, beside nobody and with nothing to aim at.
    pub(crate) fn new(work: &str, size: &str, took: Duration) -> Self {
        Self { work: work.to_owned(), size: size.to_owned(), took, peer: None, aim: "" }
    }

    /// The same beside somebody who did it too, where they could be run.
    #[must_use]
    pub(crate) fn beside(self, peer: Option<(&'static str, Duration)>) -> Self {
        Self { peer, ..self }
    }

    /// The same with what it aims at.
    #[must_use]
    pub(crate) fn aiming_at(self, aim: &'static str) -> Self {
        Self { aim, ..self }
    }

    /// A line of the table.
    fn line(&self) -> String {
        let (name, time, ratio) =
            self.peer.map_or((String::new(), String::new(), String::new()), |(name, time)| {
                let ratio = self.took.as_secs_f64() / time.as_secs_f64().max(f64::MIN_POSITIVE);
                (name.to_owned(), shown(time), format!("{ratio:.2}"))
            });
        let Self { work, size, took, aim, .. } = self;
        format!("| {work} | {size} | {} | {name} | {time} | {ratio} | {aim} |", shown(*took))
    }
}

/// A time in the unit in which one reads it.
fn shown(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds >= 1.0 { format!("{seconds:.2} s") } else { format!("{:.2} ms", seconds * 1000.0) }
}

/// The whole page.
pub(crate) fn page(rows: &[Row], remarks: &[String]) -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut page = format!(
        "# Benchmarks\n\nWritten by `cargo xtask bench`, which generates ten years of a networker's \
         history and measures the release\nbuild beside a named peer in the same run; read the \
         ratios, not the times. A ratio below 1 means faster than the\npeer. This run: {cores} cores, \
         {}.\n\n\
         | work | size | Kithwork | peer | peer's time | ratio | aim |\n|---|---|---:|---|---:|---:|---|\n",
        load()
    );
    for row in rows {
        let _infallible = writeln!(page, "{}", row.line());
    }
    for remark in remarks {
        let _infallible = write!(page, "\n{remark}\n");
    }
    page
}

/// How busy the machine was in the last minute, where it tells.
fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").ok();
    let minute = told.as_deref().and_then(|text| text.split(' ').next());
    minute.map_or_else(
        || "how busy is not known".to_owned(),
        |load| format!("on average {load} programs at work in the last minute"),
    )
}

/// Writes the page; the parts under headings of their own that follow it are another task's.
pub(crate) fn write(path: &Path, page: &str) -> Result<()> {
    let before = std::fs::read_to_string(path).unwrap_or_default();
    let file = |source| Error::File { path: path.to_path_buf(), source };
    std::fs::write(path, beside(page, &before)).map_err(file)
}

/// The page with what stood after it before.
fn beside(page: &str, before: &str) -> String {
    let others = before.find("\n## ").and_then(|at| before.get(at..)).unwrap_or_default();
    format!("{page}{others}")
}

#[cfg(test)]
mod tests {
    use super::{Row, beside, page};
    use std::time::Duration;

    #[test]
    fn other_tasks_parts_stay() {
        let before = "# Benchmarks\n\nold\n\n## The week's plan\n\nkept\n";
        assert_eq!(
            beside("# Benchmarks\n\nnew\n", before),
            "# Benchmarks\n\nnew\n\n## The week's plan\n\nkept\n"
        );
        assert_eq!(beside("new\n", ""), "new\n");
    }

    #[test]
    fn a_row_beside_a_peer_shows_the_ratio() {
        let row = Row::new("reading", "10 cards", Duration::from_millis(5))
            .beside(Some(("vobject", Duration::from_millis(50))));
        assert!(
            page(&[row], &[])
                .contains("| reading | 10 cards | 5.00 ms | vobject | 50.00 ms | 0.10 |")
        );
    }
}

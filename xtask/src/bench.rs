//! `cargo xtask bench`: builds for speed, measures, and writes `docs/benchmarks.md`.

use crate::error::Result;
use crate::{step, tree};
use std::process::Command;

/// Measures at 1 000 and 10 000 people; `--full` also at 50 000.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let packages = ["build", "--release", "--package", "kithwork", "--package", "bench"];
    step::run("building for speed", step::cargo().args(packages))?;
    let root = tree::root();
    let mut bench = Command::new(root.join("target").join("release").join("bench"));
    bench.arg(root.join("docs").join("benchmarks.md")).args(words);
    step::run("measuring", &mut bench)
}

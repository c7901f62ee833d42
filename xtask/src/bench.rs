//! `cargo xtask bench`: builds for speed, measures, and writes `docs/benchmarks.md`.

use crate::error::Result;
use crate::{step, tree};
use std::process::Command;

/// Measures at 1 000 and 10 000 people; `--full` also at 50 000. With `--models` nothing but the models beside
/// their libraries, for which `--seed S` and `--runs N` choose other data and more runs.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let (models, program): (Vec<&str>, Vec<&str>) = words
        .iter()
        .map(String::as_str)
        .filter(|&word| word != "--models")
        .partition(|&word| word != "--full");
    if !words.iter().any(|word| word == "--models") {
        measure(&["kithwork", "bench"], "bench", &program)?;
    }
    measure(&["bench-models"], "bench-models", &models)
}

/// Builds these packages for speed and lets the program write its part of the page.
fn measure(packages: &[&str], program: &str, words: &[&str]) -> Result<()> {
    let named = packages.iter().flat_map(|package| ["--package", package]);
    step::run("building for speed", step::cargo().args(["build", "--release"]).args(named))?;
    let root = tree::root();
    let mut bench = Command::new(root.join("target").join("release").join(program));
    bench.arg(root.join("docs").join("benchmarks.md")).args(words);
    step::run("measuring", &mut bench)
}

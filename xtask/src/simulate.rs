//! `cargo xtask simulate`: tries the plan against simpler ways, and writes that part of
//! `docs/benchmarks.md`.

use crate::error::Result;
use crate::{step, tree};
use std::process::Command;

/// Twenty worlds of each family; `--worlds N`, `--seed S` and `--family NAME` choose others.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let packages = ["build", "--release", "--package", "simulate"];
    step::run("building for speed", step::cargo().args(packages))?;
    let root = tree::root();
    let mut simulate = Command::new(root.join("target").join("release").join("simulate"));
    // A single family is looked at, not published.
    if !words.iter().any(|word| word == "--family") {
        simulate.arg(root.join("docs").join("benchmarks.md"));
    }
    step::run("living through the worlds", simulate.args(words))
}

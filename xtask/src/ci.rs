//! `cargo xtask ci`: what the project asks of every change.

use crate::error::Result;
use crate::{rules, say, step, test};

/// Format, lints, documentation, rules, tests: the cheap ones first.
pub(crate) fn run() -> Result<()> {
    step::run("checking the format", step::cargo().args(["fmt", "--all", "--check"]))?;
    say::line("\n== checking the rules of the house");
    rules::run()?;
    step::run(
        "linting",
        step::cargo()
            .args(["clippy", "--workspace", "--all-targets", "--quiet", "--"])
            .args(["-D", "warnings"]),
    )?;
    step::run(
        "building the documentation",
        step::cargo()
            .args(["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    test::with_everything()
}

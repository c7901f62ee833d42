//! `cargo xtask test`: everything the tests need, then the tests.

use crate::error::Result;
use crate::say;
use crate::step;

/// Runs every test of the workspace. `--encryption` adds the encrypted book's, which build
/// `SQLCipher` and OpenSSL and so take minutes; other words go to `cargo test`.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let (encryption, rest): (Vec<_>, Vec<_>) = words.iter().partition(|w| *w == "--encryption");
    // The whole workspace, so that both steps share one set of features and nothing is built twice.
    let mut program = step::cargo();
    program.args(["build", "--workspace", "--bins"]);
    let mut tests = step::cargo();
    tests.args(["test", "--workspace", "--no-fail-fast"]);
    if !encryption.is_empty() {
        program.args(["--features", "kithwork/encryption"]);
        tests.args(["--features", "kithwork/encryption"]);
    }
    step::run("building the program", &mut program)?;
    step::run("running the tests", tests.args(rest))?;
    say::line("\nall tests passed");
    Ok(())
}

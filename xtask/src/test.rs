//! `cargo xtask test`: everything the tests need, then the tests.

use crate::error::Result;
use crate::postgres::{self, Server};
use crate::say;
use crate::step;

/// Names the PostgreSQL database that the store's tests use.
const POSTGRES: &str = "KITHWORK_TEST_POSTGRES";

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
    let server = database();
    if let Some(server) = &server {
        tests.env(POSTGRES, server.url());
    }
    step::run("running the tests", tests.args(rest))?;
    say::line("\nall tests passed");
    Ok(())
}

/// A database of this run's own, unless the environment names one already; without any, the tests
/// that need one say that they are skipped.
fn database() -> Option<Server> {
    if std::env::var_os(POSTGRES).is_some() {
        return None;
    }
    match postgres::start() {
        Ok(server) => Some(server),
        Err(error) => {
            say::line(&format!("\n== without PostgreSQL: {error}"));
            None
        }
    }
}

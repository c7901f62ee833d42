//! `cargo xtask test`: everything the tests need, then the tests.

use crate::error::{Error, Result};
use crate::postgres::{self, Server};
use crate::{browser, say, step};

/// What the store's tests read: the address of a PostgreSQL that they may fill.
const POSTGRES: &str = "KITHWORK_TEST_POSTGRES";
/// The word that adds the tests of the encrypted book.
const ENCRYPTION: &str = "--encryption";

/// Runs every test of the workspace. `--encryption` adds the encrypted book's, which build
/// `SQLCipher` and OpenSSL and so take minutes; other words go to `cargo test`.
///
/// Where no PostgreSQL or no browser can be had, the tests that need one are skipped, and the last lines
/// say so.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let mut skipped = Vec::new();
    match database() {
        Ok(server) => all(words, server.as_ref())?,
        Err(error) => {
            say::line(&format!("\n== without PostgreSQL: {error}"));
            all(words, None)?;
            skipped.push(format!("those of PostgreSQL, skipped: {error}"));
        }
    }
    // Words choose among the tests of Rust.
    if words.iter().all(|word| word == ENCRYPTION)
        && let Some(lacks) = browser::test()?
    {
        skipped.push(format!("those in a browser, skipped: {lacks}"));
    }
    say::line("\nall tests passed");
    for what in skipped {
        say::line(&format!("but {what}"));
    }
    Ok(())
}

/// Runs every test; without a PostgreSQL or a browser that is an error.
pub(crate) fn with_everything() -> Result<()> {
    all(&[], database().map_err(Error::Postgres)?.as_ref())?;
    if let Some(lacks) = browser::test()? {
        return Err(Error::Browser(lacks));
    }
    say::line("\nall tests passed");
    Ok(())
}

/// Runs the tests, which builds the program first.
fn all(words: &[String], server: Option<&Server>) -> Result<()> {
    let (encryption, rest): (Vec<_>, Vec<_>) = words.iter().partition(|w| *w == ENCRYPTION);
    let mut tests = step::cargo();
    // The whole workspace in one command: a build of its own for the program would have other features
    // than the tests have, and build most crates twice.
    tests.args(["test", "--workspace", "--no-fail-fast"]);
    if !encryption.is_empty() {
        tests.args(["--features", "kithwork/encryption"]);
    }
    if let Some(server) = server {
        tests.env(POSTGRES, server.url());
    }
    step::run("building the program and running the tests", tests.args(rest))
}

/// A database of this run's own, unless the environment names one already.
fn database() -> std::io::Result<Option<Server>> {
    if std::env::var_os(POSTGRES).is_some() {
        say::line(&format!("\n== using the PostgreSQL that {POSTGRES} names"));
        return Ok(None);
    }
    say::line("\n== starting a PostgreSQL for the tests, in a folder of its own");
    postgres::start().map(Some)
}

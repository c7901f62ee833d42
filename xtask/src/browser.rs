//! The end-to-end tests in a real browser: Debian's Chromium, led by Node's own test runner.

use crate::error::Result;
use crate::{say, step, tree};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian puts the browser, unless `CHROMIUM` names another.
const CHROMIUM: &str = "/usr/bin/chromium";

/// Runs the tests of `e2e/browser`, over the program that the build has left. Where the machine has no
/// Node or no Chromium they are not run; answers with what is lacking.
pub(crate) fn test() -> Result<Option<&'static str>> {
    if let Some(lacks) = lacks() {
        say::line(&format!("\n== without a browser: {lacks}"));
        return Ok(Some(lacks));
    }
    let folder = tree::root().join("e2e");
    install(&folder)?;
    step::run(
        "running the tests in a browser",
        Command::new("node").args(["--test", "browser/"]).current_dir(&folder),
    )?;
    Ok(None)
}

/// What a machine lacks to run them.
fn lacks() -> Option<&'static str> {
    let runs = |program: &str| Command::new(program).arg("--version").output().is_ok();
    let chromium = std::env::var_os("CHROMIUM").map_or_else(|| CHROMIUM.into(), PathBuf::from);
    if !runs("node") || !runs("npm") {
        return Some("there is no Node with npm");
    }
    (!chromium.exists()).then_some("there is no Chromium; CHROMIUM may name one")
}

/// Installs what the tests stand on, unless this very list of it is there already.
fn install(folder: &Path) -> Result<()> {
    let wanted = std::fs::read(folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules").join(".installed");
    if std::fs::read(&installed).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    let quiet = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    step::run(
        "installing what leads the browser",
        Command::new("npm").args(quiet).current_dir(folder),
    )?;
    std::fs::write(installed, wanted)?;
    Ok(())
}

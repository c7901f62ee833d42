//! One command of a task, said before it runs.

use crate::error::{Error, Result};
use crate::say;
use std::process::{Command, Stdio};

/// Says what it is about to do, runs the command without a keyboard and waits for it.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<()> {
    say::line(&format!("\n== {what}"));
    let program = command.get_program().to_string_lossy().into_owned();
    let status =
        command.stdin(Stdio::null()).status().map_err(|source| Error::Start { program, source })?;
    if status.success() { Ok(()) } else { Err(Error::Failed(what.to_owned())) }
}

/// `cargo`, the one that runs this task, in the workspace's root. What it told this program about itself
/// stays here: build scripts look at such variables, and would build their crates again, and all that
/// stand on them, at every turn from `cargo` to `cargo xtask`.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(crate::tree::root());
    for (name, _) in std::env::vars_os() {
        let is_ours =
            |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
        if name.to_str().is_some_and(is_ours) {
            cargo.env_remove(name);
        }
    }
    cargo
}

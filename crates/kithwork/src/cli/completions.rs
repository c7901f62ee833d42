//! `completions SHELL`

use super::Cli;
use crate::screen;
use crate::session::Ended;
use clap::CommandFactory;
use clap_complete::Shell;
use kithwork_app::{Code, Error, Result};

/// Print the completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  kithwork completions bash > ~/.local/share/bash-completion/completions/kithwork")]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> Result<Ended> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "kithwork", &mut script);
        let script = String::from_utf8(script)
            .map_err(|cause| Error::new(Code::Internal).caused_by(cause))?;
        screen::print(&script)?;
        Ok(Ended::Done)
    }
}

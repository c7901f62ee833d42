//! `man`

use super::Cli;
use crate::screen;
use crate::session::Ended;
use clap::CommandFactory;
use kithwork_app::{Code, Error, Result};

/// Print the manual page, in roff
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  kithwork man | man -l -")]
pub(crate) struct Man {}

impl Man {
    pub(super) fn run(self) -> Result<Ended> {
        let Self {} = self;
        let mut page = Vec::new();
        clap_mangen::Man::new(Cli::command()).render(&mut page).map_err(Error::writing)?;
        let page =
            String::from_utf8(page).map_err(|cause| Error::new(Code::Internal).caused_by(cause))?;
        screen::print(&page)?;
        Ok(Ended::Done)
    }
}

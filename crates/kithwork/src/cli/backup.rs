//! `backup FILE`

use crate::screen;
use crate::session::{Ended, Session};
use kithwork_app::{Result, backup};
use std::path::PathBuf;

/// Write a consistent copy of the book, even while it is in use
#[derive(Debug, clap::Args)]
pub(crate) struct Backup {
    /// A new file
    file: PathBuf,
}

impl Backup {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        backup::to_file(&*book.store, &book.ctx, &self.file).await?;
        screen::print(&format!("Copied to {}.\n", self.file.display()))?;
        Ok(Ended::Done)
    }
}

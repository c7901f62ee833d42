//! `export DIR`

use crate::screen;
use crate::session::{Ended, Session};
use kithwork_app::{Result, export};
use std::path::PathBuf;

/// Write the whole book in open formats, which import again
#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// A new or empty folder, or one that holds an earlier export
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Export {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        let written = export::to_folder(&*book.store, &book.ctx, &self.folder).await?;
        screen::print(&format!("Written to {}:\n", self.folder.display()))?;
        for name in written {
            screen::print(&format!("  {name}\n"))?;
        }
        Ok(Ended::Done)
    }
}

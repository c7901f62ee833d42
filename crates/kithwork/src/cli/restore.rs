//! `restore FILE`

use crate::screen;
use crate::session::{Ended, Session};
use crate::wire;
use kithwork_app::Result;
use std::path::PathBuf;

/// Put a backup in the place of the book; what was there is kept beside it
#[derive(Debug, clap::Args)]
pub(crate) struct Restore {
    /// A file that `backup` wrote
    file: PathBuf,
}

impl Restore {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let kept = wire::restore(&session.place, &self.file).await?;
        screen::print("The book is what it was when that backup was made.\n")?;
        if let Some(kept) = kept {
            screen::print(&format!("What was there before is kept as {}.\n", kept.display()))?;
        }
        Ok(Ended::Done)
    }
}

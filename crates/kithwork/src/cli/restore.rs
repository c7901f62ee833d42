//! `restore FILE`

use crate::screen;
use crate::session::{Ended, Session};
use crate::wire;
use kithwork_app::{Ctx, Result};
use kithwork_core::id::BookId;
use kithwork_store::RESTORE;
use std::path::PathBuf;

/// Put a backup in the place of the book, even while it is served; what was there
/// is kept beside it
#[derive(Debug, clap::Args)]
pub(crate) struct Restore {
    /// A file that `backup` wrote
    file: PathBuf,
}

impl Restore {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        // The books of a file are known once it is open; the change is the same in each of them.
        let nobody = BookId(uuid::Uuid::nil());
        let change = Ctx::owner(nobody, session.now).change(RESTORE, None, Vec::new());
        let kept = wire::restore(&session.place, &self.file, &change).await?;
        screen::print("The book is what it was when that backup was made.\n")?;
        if let Some(kept) = kept {
            screen::print(&format!("What was there before is kept as {}.\n", kept.display()))?;
        }
        Ok(Ended::Done)
    }
}

//! `erase WHO`

use crate::draw::counted;
use crate::screen;
use crate::session::{Ended, Session};
use kithwork_app::{Result, erase};

/// Erase a person for good; what business was worth stays counted
#[derive(Debug, clap::Args)]
#[command(after_help = "This can’t be taken back. Earlier backups and exports still hold them.")]
pub(crate) struct Erase {
    /// Their whole name, or their id
    who: String,
}

impl Erase {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        let person = erase::whom(&*book.store, &book.ctx, &self.who).await?;
        let erased = erase::person(&*book.store, &book.ctx, person.id).await?;
        screen::print(&format!(
            "Erased: {} of the book and what {} said of them.\n\
             Backups and exports made before still hold them.\n",
            counted(erased.rows, "entry", "entries"),
            counted(erased.changes, "past change", "past changes"),
        ))?;
        Ok(Ended::Done)
    }
}

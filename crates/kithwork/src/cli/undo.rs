//! `undo`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::{Result, undo};

/// Take back the last change
#[derive(Debug, clap::Args)]
pub(crate) struct Undo {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Undo {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let document = undo::last(&*book.store, &book.ctx).await?;
        session.screen.show(&document, || {
            format!("Taken back: the {} of {}.\n", document.was, draw::day(document.on))
        })?;
        Ok(Ended::Done)
    }
}

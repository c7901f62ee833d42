//! `tables`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::{Result, company};

/// Propose tables of three to five people who can help each other
///
/// Of people you have sat down with: every two fit better than is usual in your book, and no two
/// compete.
#[derive(Debug, clap::Args)]
pub(crate) struct Tables {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Tables {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let proposed = company::propose(&*book.store, &book.ctx).await?;
        let screen = session.screen;
        screen.show(&proposed, || draw::tables(&proposed, screen))?;
        Ok(Ended::Done)
    }
}

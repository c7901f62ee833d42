//! `questions`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::{Result, question};

/// Show what an import could not know; at most seven, the most decisive first
#[derive(Debug, clap::Args)]
pub(crate) struct Questions {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Questions {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let document = question::open(&*book.store, &book.ctx).await?;
        session.screen.show(&document, || draw::questions(&document))?;
        Ok(Ended::Done)
    }
}

//! `prepare WHO`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::{Result, person, prepare};

/// Print the sheet to prepare a one-to-one with
#[derive(Debug, clap::Args)]
pub(crate) struct Prepare {
    /// A name, its beginning, or an id
    who: String,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Prepare {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let found = person::find(&*book.store, &book.ctx, &self.who).await?;
        let sheet = prepare::sheet(&*book.store, &book.ctx, found.id).await?;
        let screen = session.screen;
        screen.show(&sheet, || draw::sheet(&sheet, screen))?;
        Ok(Ended::Done)
    }
}

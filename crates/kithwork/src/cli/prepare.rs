//! `prepare WHO`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::{Result, conversation, person, prepare};

/// Print the sheet to prepare a one-to-one with
#[derive(Debug, clap::Args)]
pub(crate) struct Prepare {
    /// A name, its beginning, or an id
    who: String,
    /// Say what it is for, in one sentence, before printing it; empty forgets it
    #[arg(long, value_name = "SENTENCE")]
    objective: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Prepare {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let found = person::find(&*book.store, &book.ctx, &self.who).await?;
        if let Some(objective) = &self.objective {
            conversation::aim(&*book.store, &book.ctx, found.id, objective).await?;
        }
        let sheet = prepare::sheet(&*book.store, &book.ctx, found.id).await?;
        let screen = session.screen;
        screen.show(&sheet, || draw::sheet(&sheet, screen))?;
        Ok(Ended::Done)
    }
}

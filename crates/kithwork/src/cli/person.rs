//! `person WHO`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::PersonJson;
use kithwork_app::{Result, person};

/// Show one person: where they stand and why, what has been, what comes next
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork person \"Priya Shah\"
  kithwork person priya")]
pub(crate) struct Person {
    /// A name, its beginning, or an id
    who: String,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Person {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let found = person::find(&*book.store, &book.ctx, &self.who).await?;
        let params = book.params().await?;
        let shown = person::show(&*book.store, &book.ctx, found.id, &params).await?;
        let screen = session.screen;
        screen.show(&PersonJson::from(&shown), || draw::person(&shown, screen))?;
        Ok(Ended::Done)
    }
}

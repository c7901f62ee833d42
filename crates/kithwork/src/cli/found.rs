//! `found`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::FoundJson;
use kithwork_app::{Result, first_hour};

/// What was found in what you brought, to check against what you remember
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork found
  kithwork group \"Project Steering Group\" --is-none
  kithwork group \"Riverside Breakfast\" --is-also \"Riverside Network\"

“kithwork questions” asks what only you know.")]
pub(crate) struct Found {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Found {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let found = first_hour::found(&*book.store, &book.ctx).await?;
        let document = FoundJson::from(&found);
        session.screen.show(&document, || draw::found(&document, session.screen))?;
        Ok(Ended::Done)
    }
}

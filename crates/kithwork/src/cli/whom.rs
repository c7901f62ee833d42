//! `whom`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::WhomJson;
use kithwork_app::{Result, whom};

/// List whom to sit down with first: those you can help most
///
/// What you can help with is read from your own words: your minutes, your profile, the problems
/// people should think of you for, and what you helped with before.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork whom
  kithwork whom --limit 3")]
pub(crate) struct Whom {
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Whom {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let candidates = whom::first(&*book.store, &book.ctx).await?;
        let document = WhomJson::of(&candidates, self.limit);
        session.screen.show(&document, || draw::whom(&document))?;
        Ok(Ended::Done)
    }
}

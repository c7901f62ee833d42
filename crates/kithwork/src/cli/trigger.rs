//! `trigger ["WORDS"]`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::{Result, trigger};

/// List or add the problems people should think of you for
///
/// “When somebody says this, think of me”: three are enough, in the plain words of whoever has the
/// problem. Try them on people with “kithwork playback WHO yes --trigger 1”.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork trigger
  kithwork trigger \"our best people keep leaving\"
  kithwork trigger --drop 2")]
pub(crate) struct Trigger {
    /// What somebody says just before they need you
    words: Option<String>,
    /// Give one up: its number, its id, or some of its words
    #[arg(long, value_name = "WHICH", conflicts_with = "words")]
    drop: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Trigger {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        if let Some(words) = &self.words {
            trigger::add(&*book.store, &book.ctx, words).await?;
        }
        if let Some(which) = &self.drop {
            trigger::give_up(&*book.store, &book.ctx, which).await?;
        }
        let triggers = trigger::list(&*book.store, &book.ctx).await?;
        session.screen.show(&triggers, || draw::triggers(&triggers, session.screen))?;
        Ok(Ended::Done)
    }
}

//! `levels [LEVEL NAME]`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::LevelsJson;
use kithwork_app::{Result, level};

/// List what the levels are called, or give one a name of your own
///
/// A level rests on what happened between you; a name changes no figure.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork levels
  kithwork levels 4 \"Inner circle\"
  kithwork levels 4 \"\"

An empty name brings the plain one back.")]
pub(crate) struct Levels {
    /// The level, 0 to 5
    #[arg(requires = "name", value_parser = clap::value_parser!(u8).range(0..=5))]
    level: Option<u8>,
    /// What you call it
    name: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Levels {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let levels = match (self.level, &self.name) {
            (Some(level), Some(name)) => {
                level::rename(&*book.store, &book.ctx, level, name).await?
            }
            _ => level::names(&*book.store, &book.ctx).await?,
        };
        let document = LevelsJson { levels };
        session.screen.show(&document, || draw::levels(&document))?;
        Ok(Ended::Done)
    }
}

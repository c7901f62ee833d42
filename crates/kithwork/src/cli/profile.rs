//! `profile`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::ProfileJson;
use kithwork_app::{Result, profile};

/// Say how you help, what you excel at and how you differ
///
/// Each in at most 25 words, so that others can pass it on. Without anything to say it prints the
/// card that you can give people, what it lacks, and how many could say it back.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork profile
  kithwork profile --helps \"We get the invoices of small firms paid\"
  kithwork profile --excels-at \"nine days on average\" --differs-by \"no lawyers\"

An empty text takes a part away.")]
pub(crate) struct Profile {
    /// How you help, and whom
    #[arg(long, value_name = "TEXT")]
    helps: Option<String>,
    /// What you do better than most in your field
    #[arg(long, value_name = "TEXT")]
    excels_at: Option<String>,
    /// Why you, and not somebody else in your field
    #[arg(long, value_name = "TEXT")]
    differs_by: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Profile {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let told = profile::Told {
            helps: self.helps,
            excels_at: self.excels_at,
            differs_by: self.differs_by,
        };
        profile::tell(&*book.store, &book.ctx, told).await?;
        let profile = profile::of(&*book.store, &book.ctx).await?;
        let screen = session.screen;
        screen.show(&ProfileJson::from(&profile), || draw::profile(&profile, screen))?;
        Ok(Ended::Done)
    }
}

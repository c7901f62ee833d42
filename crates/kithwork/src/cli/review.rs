//! `review`

use crate::draw;
use crate::session::{Ended, Session};
use jiff::civil::Date;
use kithwork_app::json::ReviewJson;
use kithwork_app::{Result, review};

/// Show where the hours went, what came back, and what stands out
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork review
  kithwork review --as-of 2026-03-31
  kithwork review --json | jq .totals")]
pub(crate) struct Review {
    /// Look at the book as it stood on a date, such as 2026-03-31 [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    as_of: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Review {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let review = review::at(&*book.store, &book.ctx, self.as_of).await?;
        let screen = session.screen;
        screen.show(&ReviewJson::from(&*review), || draw::review(&review, screen))?;
        Ok(Ended::Done)
    }
}

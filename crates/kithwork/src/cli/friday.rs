//! `friday`

use crate::draw;
use crate::session::{Ended, Session};
use jiff::civil::Date;
use kithwork_app::{Result, plan};

/// Close the week: what happened, what is left over, one thanks
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork friday
  kithwork friday --on 2026-11-20")]
pub(crate) struct Friday {
    /// A day of the week to close, such as 2026-11-20 [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    on: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Friday {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let close = plan::close(&*book.store, &book.ctx, self.on).await?;
        let screen = session.screen;
        screen.show(&close, || draw::close(&close, screen))?;
        Ok(Ended::Done)
    }
}

//! `note "TEXT"`

use crate::draw;
use crate::session::{Ended, Session};
use jiff::civil::Date;
use kithwork_app::{Result, note, settings};

/// Keep a note in plain words: who, what was said, what was promised
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork note \"coffee with Sarah Jones 45m, she needs a bookkeeper\"
  kithwork note \"promised Tom Ellis the printer's number by Friday\"
  kithwork note \"121 with Priya\" --on 2026-11-12")]
pub(crate) struct Note {
    /// What happened, as you would say it
    text: String,
    /// The day on which you say it [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    on: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Note {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let settings = settings::of(&*book.store, &book.ctx).await?;
        let said_on = self.on.unwrap_or_else(|| book.ctx.today(&settings));
        let document = note::take(&*book.store, &book.ctx, &self.text, self.on).await?;
        session.screen.show(&document, || draw::note(&document, said_on))?;
        Ok(Ended::Done)
    }
}

//! `pitch [keep|gave]`

use crate::draw;
use crate::session::{Ended, Session};
use clap::Subcommand;
use jiff::civil::Date;
use kithwork_app::json::{GaveJson, PitchJson};
use kithwork_app::{Result, pitch};

/// Prepare your minute: which focus is due, and who has heard what
///
/// No focus is proposed that the last six meetings have heard.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork pitch
  kithwork pitch keep \"slow payers\" \"We get invoices paid in nine days. A baker…\"
  kithwork pitch gave \"slow payers\" \"Thursday Chapter\" --on 2026-11-12 --prepared yes")]
pub(crate) struct Pitch {
    #[command(subcommand)]
    deed: Option<Deed>,
    /// Print one JSON document
    #[arg(long, global = true)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Keep a version of your minute, or give it new words
    Keep {
        /// What you call it: its focus
        version: String,
        /// Its words
        #[arg(default_value = "")]
        text: String,
    },
    /// Note which version you gave at a meeting
    Gave {
        /// The version's name
        version: String,
        /// The group's name, or the beginning of it
        group: String,
        /// When [default: today]
        #[arg(long, value_name = "DATE", value_parser = super::day::day)]
        on: Option<Date>,
        /// Had you prepared it
        #[arg(long, value_name = "yes|no", value_parser = super::yes::yes)]
        prepared: Option<bool>,
        /// Did you change it just before
        #[arg(long, value_name = "yes|no", value_parser = super::yes::yes)]
        changed: Option<bool>,
    },
}

impl Pitch {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        match self.deed {
            None => {
                let rotation = pitch::prepare(store, ctx).await?;
                screen.show(&rotation, || draw::rotation(&rotation, screen))?;
            }
            Some(Deed::Keep { version, text }) => {
                let kept = pitch::keep(store, ctx, &version, &text).await?;
                screen.show(&PitchJson::from(&kept), || draw::pitch(&kept))?;
            }
            Some(Deed::Gave { version, group, on, prepared, changed }) => {
                let given = pitch::Given { version, room: group, on, prepared, changed };
                let kept = pitch::gave(store, ctx, given).await?;
                screen.show(&GaveJson::from(&kept), || draw::gave(&kept))?;
            }
        }
        Ok(Ended::Done)
    }
}

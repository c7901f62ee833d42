//! `could-refer WHO`

use crate::draw;
use crate::session::{Ended, Session};
use jiff::civil::Date;
use kithwork_app::json::ObservedJson;
use kithwork_app::{Result, person, rating};

/// Keep how far somebody could refer you, and what is missing
///
/// Each part is 0 to 4, more is better. Leave out what you don't know. After half a year it counts
/// as unknown again.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork could-refer \"Priya Shah\" --trust 4 --understanding 3 --access 2
  kithwork could-refer tom --i-would-refer 4 --on 2026-11-12
  kithwork people --could-refer")]
pub(crate) struct CouldRefer {
    /// A name, its beginning, or an id
    who: String,
    /// How far do they trust you: 4 fully, 0 not yet
    #[arg(long, value_name = "0-4", value_parser = clap::value_parser!(u8).range(0..=4))]
    trust: Option<u8>,
    /// How well do they understand what you do: 4 as you would say it, 0 not at all
    #[arg(long, value_name = "0-4", value_parser = clap::value_parser!(u8).range(0..=4))]
    understanding: Option<u8>,
    /// How often do they meet people you could work for: 4 all the time, 0 never
    #[arg(long, value_name = "0-4", value_parser = clap::value_parser!(u8).range(0..=4))]
    access: Option<u8>,
    /// Would you refer them: 4 gladly, 0 no
    #[arg(long, value_name = "0-4", value_parser = clap::value_parser!(u8).range(0..=4))]
    i_would_refer: Option<u8>,
    /// When you thought so [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    on: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl CouldRefer {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let found = person::find(&*book.store, &book.ctx, &self.who).await?;
        let observed = rating::Observed {
            trust: self.trust,
            understanding: self.understanding,
            access: self.access,
            i_would_refer: self.i_would_refer,
            on: self.on,
        };
        let kept = rating::keep(&*book.store, &book.ctx, found.id, observed).await?;
        session.screen.show(&ObservedJson::from(&kept), || draw::observed(&kept))?;
        Ok(Ended::Done)
    }
}

//! `start`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::StartJson;
use kithwork_app::{Result, start};
use kithwork_core::facts::Hindrance;

/// Begin: say what keeps you from networking, and get a first week made for that
///
/// Five answers, five first weeks. The steps are ticked off as the book shows that they are done.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork start
  kithwork start little-back
  kithwork start embarrassed")]
pub(crate) struct Start {
    /// What keeps you
    #[arg(value_name = "ANSWER", value_parser = answer)]
    because: Option<Hindrance>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Start {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        if self.because.is_some() {
            start::answer(&*book.store, &book.ctx, self.because).await?;
        }
        let week = start::first_week(&*book.store, &book.ctx).await?;
        let screen = session.screen;
        screen.show(&StartJson::from(week.as_ref()), || draw::start(week.as_ref(), screen))?;
        Ok(Ended::Done)
    }
}

fn answer(said: &str) -> std::result::Result<Hindrance, String> {
    let spelt = |one: Hindrance| one.name().replace('_', "-");
    let told = said.trim().to_lowercase().replace('_', "-");
    Hindrance::ALL
        .into_iter()
        .find(|one| spelt(*one) == told)
        .ok_or_else(|| format!("write one of {}", Hindrance::ALL.map(spelt).join(", ")))
}

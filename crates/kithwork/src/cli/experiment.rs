//! `experiment [CODE]`

use crate::draw;
use crate::session::{Ended, Session};
use clap::builder::PossibleValuesParser;
use jiff::civil::Date;
use kithwork_app::Result;
use kithwork_app::experiment::{self, Said};
use kithwork_app::json::{ExperimentJson, ExperimentsJson};
use kithwork_core::review::CODES;

/// Change one thing for a while, and see what that changes
///
/// Without a name it lists what is running and what could be tried. An experiment is measured by one of
/// the review's possible reasons; it stops when the review no longer sees that, or on its last day.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork experiment
  kithwork experiment no-one-to-ones
  kithwork experiment no-one-to-ones --doing \"Ask one person a week for a coffee\"
  kithwork experiment weak-introduction --from 2026-11-02 --until 2026-12-18
  kithwork experiment no-one-to-ones --stop
  kithwork undo")]
pub(crate) struct ExperimentVerb {
    /// What it is to change, by the name that the review's --json gives it
    #[arg(value_name = "REASON", value_parser = PossibleValuesParser::new(CODES), hide_possible_values = true)]
    code: Option<String>,
    /// What you will do differently [default: what the review suggests]
    #[arg(long, value_name = "WORDS", requires = "code")]
    doing: Option<String>,
    /// Its first day [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day, requires = "code")]
    from: Option<Date>,
    /// Its last day [default: six weeks after the first]
    #[arg(long, value_name = "DATE", value_parser = super::day::day, requires = "code")]
    until: Option<Date>,
    /// Stop it
    #[arg(long, requires = "code", conflicts_with_all = ["doing", "from", "until"])]
    stop: bool,
    /// List as of that date, not today
    #[arg(long, value_name = "DATE", value_parser = super::day::day, conflicts_with = "code")]
    as_of: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl ExperimentVerb {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        let Some(code) = self.code else {
            let all = experiment::list(store, ctx, self.as_of).await?;
            screen.show(&ExperimentsJson::from(&all), || draw::experiments(&all, screen))?;
            return Ok(Ended::Done);
        };
        let kept = if self.stop {
            experiment::stop(store, ctx, &code).await?
        } else {
            let said = Said { code, what: self.doing, from: self.from, until: self.until };
            experiment::begin(store, ctx, said).await?
        };
        screen.show(&ExperimentJson::from(&kept), || draw::experiment(&kept))?;
        Ok(Ended::Done)
    }
}

//! `plan`

use crate::draw;
use crate::session::{Ended, Session};
use jiff::civil::Date;
use kithwork_app::json::PlanJson;
use kithwork_app::{Result, plan};
use kithwork_core::rounding::minutes_of;

/// Show whom to see this week, what to bring, and why
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork plan
  kithwork plan --hours 6
  kithwork plan --week 2026-11-23 --json")]
pub(crate) struct Plan {
    /// A day of the week to plan, such as 2026-11-23 [default: this week]
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    week: Option<Date>,
    /// Hours for networking in that week, such as 6 or 4.5
    #[arg(long, value_name = "H", value_parser = minutes, allow_negative_numbers = true)]
    hours: Option<u32>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Plan {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let plan = plan::week(&*book.store, &book.ctx, self.week, self.hours).await?;
        let screen = session.screen;
        screen.show(&PlanJson::from(&*plan), || draw::plan(&plan, screen))?;
        Ok(Ended::Done)
    }
}

/// Hours as whole minutes.
fn minutes(hours: &str) -> std::result::Result<u32, String> {
    let wrong = || "write the hours as a number from 0 to 168, such as 6 or 4.5".to_owned();
    let hours: f64 = hours.trim().parse().map_err(|_e: std::num::ParseFloatError| wrong())?;
    if !(0.0..=168.0).contains(&hours) {
        return Err(wrong());
    }
    Ok(minutes_of(hours))
}

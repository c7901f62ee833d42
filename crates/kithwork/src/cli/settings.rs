//! `settings`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::SettingsJson;
use kithwork_app::{Amend, Result, settings};

/// Show what the book knows of you, and put it right
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork settings
  kithwork settings --hourly-rate 60 --currency GBP --hours-per-week 6
  kithwork settings --monthly-need 3000 --target logistics --target manufacturers
  kithwork settings --name \"Jo Marsh\" --email jo@example.com")]
pub(crate) struct Settings {
    /// What an hour of yours is worth, such as 60 or 62.50
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    hourly_rate: Option<String>,
    /// The currency of the book, such as GBP
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// How many hours a week you have for networking
    #[arg(long, value_name = "HOURS", value_parser = hours, allow_negative_numbers = true)]
    hours_per_week: Option<u32>,
    /// What you need to earn in a month, such as 3000
    #[arg(long, value_name = "AMOUNT")]
    monthly_need: Option<String>,
    /// What meetings may cost in a week at most, such as 40; the plan leaves out what would cost more
    #[arg(long, value_name = "AMOUNT")]
    weekly_spend: Option<String>,
    /// Whom you want to meet, such as "logistics"; may be given several times
    #[arg(long, value_name = "WORDS")]
    target: Vec<String>,
    /// How many words a minute you speak, such as 140; 0 forgets it
    #[arg(long, value_name = "WORDS")]
    words_per_minute: Option<u32>,
    /// Lock a prepared minute so many hours before its meeting; 0 locks none
    #[arg(long, value_name = "HOURS")]
    lock_hours: Option<u32>,
    /// Language and country, by which dates and numbers are written, such as en-GB or en-US
    #[arg(long, value_name = "TAG")]
    locale: Option<String>,
    /// What matters most to you about a group: ethos, fit, cost, or alike for none of them
    #[arg(long, value_name = "PART", value_parser = ["ethos", "fit", "cost", "alike"])]
    matters: Option<String>,
    /// Your name as calendars and sheets write it; may be given several times
    #[arg(long, value_name = "NAME")]
    name: Vec<String>,
    /// Your e-mail address; may be given several times
    #[arg(long, value_name = "ADDRESS")]
    email: Vec<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Settings {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let told = settings::Told {
            hourly_rate: self.hourly_rate.into(),
            currency: self.currency.into(),
            hours_per_week: self.hours_per_week.into(),
            monthly_need: self.monthly_need.into(),
            weekly_spend: self.weekly_spend.into(),
            targets: replaced(self.target),
            words_per_minute: self.words_per_minute.into(),
            lock_hours: self.lock_hours.into(),
            locale: self.locale.into(),
            matters_most: matters(self.matters),
            names: replaced(self.name),
            emails: replaced(self.email),
        };
        let settings = settings::tell(&*book.store, &book.ctx, told).await?;
        session.screen.show(&SettingsJson::from(&settings), || draw::settings(&settings))?;
        Ok(Ended::Done)
    }
}

/// Where all parts count alike none matters most.
fn matters(said: Option<String>) -> Amend<String> {
    match said {
        Some(part) if part == "alike" => Amend::Forget,
        said => said.into(),
    }
}

/// A list replaces the one before once something is named.
fn replaced(named: Vec<String>) -> Amend<Vec<String>> {
    Some(named).filter(|named| !named.is_empty()).into()
}

/// Whole hours of a week.
fn hours(said: &str) -> std::result::Result<u32, String> {
    let hours: Option<u32> = said.trim().parse().ok();
    hours
        .filter(|hours| *hours <= 168)
        .ok_or("write whole hours from 0 to 168, such as 6".to_owned())
}

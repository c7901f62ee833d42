//! `channel NAME`

use crate::draw;
use crate::session::{Ended, Session};
use jiff::civil::Date;
use kithwork_app::json::ChannelToldJson;
use kithwork_app::{Code, Error, Result, business, channel};
use kithwork_core::id::FactId;
use kithwork_core::money::Amount;
use uuid::Uuid;

/// Keep what another way of finding clients took and brought
///
/// It is set beside networking in the review. What you tell of one month adds up.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork channel \"cold calling\" --minutes 240 --sales 0
  kithwork channel \"Google Ads\" --on 2026-10-31 --minutes 120 --cost 150 --leads 2
  kithwork channel \"Google Ads\" --instead-of ID --minutes 90 --cost 150")]
pub(crate) struct Channel {
    /// What it is called
    name: String,
    /// A day of the month; without it, today
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    on: Option<Date>,
    /// Time it took
    #[arg(long)]
    minutes: Option<u32>,
    /// What it cost, such as 150 or \"EUR 150\"
    #[arg(long, value_name = "AMOUNT")]
    cost: Option<String>,
    /// Leads that came
    #[arg(long)]
    leads: Option<u32>,
    /// Sales that came; 0 where there were none, else nothing can be compared
    #[arg(long)]
    sales: Option<u32>,
    /// What those sales were worth
    #[arg(long, value_name = "AMOUNT")]
    value: Option<String>,
    /// An entry that this puts right, by the id that --json gave it
    #[arg(long, value_name = "ID")]
    instead_of: Option<Uuid>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Channel {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let told = channel::Told {
            channel: self.name,
            on: self.on,
            minutes: self.minutes,
            cost: amount("cost", self.cost)?,
            leads: self.leads,
            sales: self.sales,
            value: amount("value", self.value)?,
        };
        let book = session.open().await?;
        let (store, ctx) = (&*book.store, &book.ctx);
        let kept = match self.instead_of {
            Some(id) => channel::put_right(store, ctx, FactId(id), told).await?,
            None => channel::tell(store, ctx, told).await?,
        };
        session.screen.show(&ChannelToldJson::from(&kept), || draw::channel(&kept))?;
        Ok(Ended::Done)
    }
}

fn amount(field: &'static str, text: Option<String>) -> Result<Option<Amount>> {
    let bad = |cause| {
        let invalid = Error::new(Code::ValueInvalid).field(field, "is no amount such as 150");
        invalid.caused_by(cause)
    };
    text.map(|text| business::worth(&text).map_err(bad)).transpose()
}

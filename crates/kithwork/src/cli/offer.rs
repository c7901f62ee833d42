//! `offer ID` and `offers`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::{DoneJson, OffersJson};
use kithwork_app::{Result, offer};
use kithwork_core::id::FactId;
use uuid::Uuid;

/// Say that an offer is taken up or withdrawn, or put it into other words
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork offers
  kithwork offer 0193c0de-0000-7000-8000-000000000001 --closed
  kithwork offer 0193c0de-0000-7000-8000-000000000001 --what \"a desk on Fridays\"")]
#[command(group = clap::ArgGroup::new("deed").required(true).args(["closed", "what"]))]
pub(crate) struct OfferVerb {
    /// The offer's id: “kithwork offers” shows it
    id: Uuid,
    /// It is taken up or withdrawn
    #[arg(long)]
    closed: bool,
    /// What they offer, in other words
    #[arg(long, value_name = "WORDS")]
    what: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl OfferVerb {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        let (store, ctx, id) = (&*book.store, &book.ctx, FactId(self.id));
        let change = match &self.what {
            Some(what) => offer::edit(store, ctx, id, what).await?,
            None => offer::close(store, ctx, id).await?,
        };
        let change = change.map(|change| change.id);
        session.screen.show(&DoneJson { change }, || "Kept.\n".to_owned())?;
        Ok(Ended::Done)
    }
}

/// Show what people offer, and who might want it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork offers
  kithwork offers --json")]
pub(crate) struct Offers {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Offers {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let document = OffersJson { offers: offer::open(&*book.store, &book.ctx).await? };
        session.screen.show(&document, || draw::offers(&document.offers))?;
        Ok(Ended::Done)
    }
}

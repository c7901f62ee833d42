//! `need ID` and `needs`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::{DoneJson, NeedsJson};
use kithwork_app::{Result, need};
use kithwork_core::id::FactId;
use uuid::Uuid;

/// Say that a need is met, or put it into other words
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork needs
  kithwork need 0193c0de-0000-7000-8000-000000000001 --met
  kithwork need 0193c0de-0000-7000-8000-000000000001 --what \"a plumber on Sundays\"")]
#[command(group = clap::ArgGroup::new("deed").required(true).args(["met", "what"]))]
pub(crate) struct NeedVerb {
    /// The need's id: “kithwork needs” shows it
    id: Uuid,
    /// It is met
    #[arg(long)]
    met: bool,
    /// What they need, in other words
    #[arg(long, value_name = "WORDS")]
    what: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl NeedVerb {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        let (store, ctx, id) = (&*book.store, &book.ctx, FactId(self.id));
        let change = match &self.what {
            Some(what) => need::edit(store, ctx, id, what).await?,
            None => need::met(store, ctx, id).await?,
        };
        let change = change.map(|change| change.id);
        session.screen.show(&DoneJson { change }, || "Kept.\n".to_owned())?;
        Ok(Ended::Done)
    }
}

/// Show what people need, and who could meet it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork needs
  kithwork needs --json")]
pub(crate) struct Needs {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Needs {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let document = NeedsJson { needs: need::open(&*book.store, &book.ctx).await? };
        session.screen.show(&document, || draw::needs(&document.needs))?;
        Ok(Ended::Done)
    }
}

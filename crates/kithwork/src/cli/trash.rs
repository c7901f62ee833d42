//! `delete ID`, `trash` and `put-back ID`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::{DoneJson, EmptiedJson, TrashJson};
use kithwork_app::{Result, trash};
use kithwork_core::facts::PitchChange;
use kithwork_core::id::{ChangeId, FactId};
use uuid::Uuid;

/// Move an entry to the trash
///
/// Its id stands in “kithwork person WHO --json”. What a calendar tells of is taken out there.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork delete 0193c0de-0000-7000-8000-000000000001
  kithwork trash
  kithwork undo")]
pub(crate) struct Delete {
    /// The entry's id
    id: Uuid,
    /// Why you give up a minute that is locked
    #[arg(long, value_name = "REASON", value_parser = super::pitch::why)]
    because: Option<PitchChange>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Delete {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        let (store, ctx, id) = (&*book.store, &book.ctx, FactId(self.id));
        let change = trash::delete_because(store, ctx, id, self.because).await?;
        session.screen.show(&DoneJson { change: Some(change.id) }, || {
            format!("In the trash. “kithwork put-back {}” puts it back.\n", change.id)
        })?;
        Ok(Ended::Done)
    }
}

/// Show what you deleted, or empty the trash for good
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork trash
  kithwork trash --empty

Emptied, it can’t be put back. Earlier backups and exports still hold it.")]
pub(crate) struct Trash {
    /// Take all of it out of the book for good
    #[arg(long)]
    empty: bool,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Trash {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        if self.empty {
            let emptied = trash::empty(&*book.store, &book.ctx).await?;
            session.screen.show(&EmptiedJson::from(emptied), || draw::emptied(emptied))?;
        } else {
            let document = TrashJson::from(trash::list(&*book.store, &book.ctx, u32::MAX).await?);
            session.screen.show(&document, || draw::trash(&document))?;
        }
        Ok(Ended::Done)
    }
}

/// Put something back that you deleted
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork trash
  kithwork put-back 0193c0de-0000-7000-8000-000000000002")]
pub(crate) struct PutBack {
    /// The id that “kithwork trash” shows beside it
    id: Uuid,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl PutBack {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        let document = trash::put_back(&*book.store, &book.ctx, ChangeId(self.id)).await?;
        session.screen.show(&document, || "It is back.\n".to_owned())?;
        Ok(Ended::Done)
    }
}

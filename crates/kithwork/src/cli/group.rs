//! `group GROUP`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::book::Memory;
use kithwork_app::json::GroupJson;
use kithwork_app::{Result, review, room};

/// Look at one group: what became of whom you met there, and whether to stay
///
/// What you spent there before is left out on purpose: it is gone either way.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork group \"Thursday Chapter\"
  kithwork group chamber --json

“kithwork rate” keeps what you think of it.")]
pub(crate) struct Group {
    /// Its name, or the beginning of it
    group: String,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Group {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx) = (&*book.store, &book.ctx);
        let id = room::known(store, ctx, &self.group).await?;
        let sheet = room::sheet(store, ctx, &Memory::default(), id).await?;
        let review = review::at(store, ctx, None).await?;
        let document = GroupJson::of(&sheet, &review, None);
        session.screen.show(&document, || draw::group(&document, session.screen))?;
        Ok(Ended::Done)
    }
}

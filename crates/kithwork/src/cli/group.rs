//! `group GROUP`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::{DoneJson, GroupJson};
use kithwork_app::{Result, review, room};

/// Look at one group: what became of whom you met there, and whether to stay
///
/// What you spent there before is left out on purpose: it is gone either way.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork group \"Thursday Chapter\"
  kithwork group chamber --json
  kithwork group \"Project Steering Group\" --is-none
  kithwork group \"Thursday Chapter\" --left
  kithwork group \"Thursday Chapter\" --stay
  kithwork group \"Riverside Breakfast\" --is-also \"Riverside Network\"

“kithwork rate” keeps what you think of it.")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct Group {
    /// Its name, or the beginning of it
    #[arg(value_name = "GROUP")]
    name: String,
    /// It is none: the calendar was misread
    #[arg(long, conflicts_with = "is_also")]
    is_none: bool,
    /// It is this group by a second name
    #[arg(long, value_name = "GROUP")]
    is_also: Option<String>,
    /// You leave it today: its later meetings stand nowhere any more
    #[arg(long, conflicts_with_all = ["is_none", "is_also"])]
    left: bool,
    /// You decide today to stay
    #[arg(long, conflicts_with_all = ["is_none", "is_also", "left"])]
    stay: bool,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Group {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx) = (&*book.store, &book.ctx);
        let mut id = room::known(store, ctx, &self.name).await?;
        if self.is_none {
            let change = room::not_a_group(store, ctx, id).await?;
            let done = DoneJson { change: Some(change.id) };
            let says =
                || "It is no group any more, and stays none. “kithwork undo” takes it back.\n";
            session.screen.show(&done, || says().to_owned())?;
            return Ok(Ended::Done);
        }
        if let Some(other) = &self.is_also {
            let keep = room::known(store, ctx, other).await?;
            room::same_group(store, ctx, keep, id).await?;
            id = keep;
        }
        let change = match (self.left, self.stay) {
            (true, _) => room::leave(store, ctx, id).await?,
            (_, true) => room::stay(store, ctx, id).await?,
            _ => None,
        };
        let sheet = room::sheet(store, ctx, id).await?;
        let review = review::at(store, ctx, None).await?;
        let document = GroupJson::of(&sheet, &review, change);
        session.screen.show(&document, || draw::group(&document, session.screen))?;
        Ok(Ended::Done)
    }
}

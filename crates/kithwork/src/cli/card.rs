//! `card [give]`

use crate::draw;
use crate::screen::print;
use crate::session::{Ended, Session};
use clap::Subcommand;
use kithwork_app::json::DoneJson;
use kithwork_app::{Result, person, share_card};

/// Print “how to help me”: your card to hand out, and to whom it could go
///
/// It is offered for everybody you sat down with in the last fourteen days. What they write back is kept
/// with “kithwork playback”.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork card
  kithwork card --vcard > me.vcf
  kithwork card --for \"Priya Shah\"
  kithwork card give \"Priya Shah\"
  kithwork playback \"Priya Shah\" yes --words \"gets rid of slow payers\"")]
pub(crate) struct Card {
    #[command(subcommand)]
    deed: Option<Deed>,
    /// Print it as a vCard
    #[arg(long, conflicts_with = "whom")]
    vcard: bool,
    /// Print the words to give it to somebody with, asking for theirs
    #[arg(long = "for", value_name = "WHO")]
    whom: Option<String>,
    /// Print one JSON document
    #[arg(long, global = true)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Note that somebody was given it
    Give {
        /// A name, its beginning, or an id
        who: String,
    },
}

impl Card {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        if let Some(Deed::Give { who }) = self.deed {
            let found = person::find(store, ctx, &who).await?;
            let change = share_card::give(store, ctx, found.id).await?;
            let said = || format!("Kept: {} has your card.\n", found.name);
            screen.show(&DoneJson { change: Some(change.id) }, said)?;
        } else if self.vcard {
            let card = share_card::card(store, ctx).await?;
            print(&String::from_utf8_lossy(&card.vcard()))?;
        } else if let Some(who) = self.whom {
            let found = person::find(store, ctx, &who).await?;
            let card = share_card::card(store, ctx).await?;
            let letter = share_card::letter(store, ctx, &card, found.id).await?;
            print(&format!("{}\n", letter.text))?;
        } else {
            let shown = share_card::shown(store, ctx).await?;
            screen.show(&shown, || draw::card(&shown, screen))?;
        }
        Ok(Ended::Done)
    }
}

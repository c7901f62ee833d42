//! `list NAME` and `lists`

use super::fitting::Fitting;
use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::{DoneJson, ListsJson};
use kithwork_app::people_list::{self, Correction};
use kithwork_app::{Code, Error, Result};

/// Keep a list of people under a name: whoever fits is in it
///
/// The same name with other options means other people from now on.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork list \"Accountants going quiet\" --sector accountancy --state cooling
  kithwork people --list \"Accountants going quiet\"
  kithwork list \"Accountants going quiet\" --rename \"Quiet accountants\"
  kithwork list \"Quiet accountants\" --remove
  kithwork undo")]
pub(crate) struct List {
    /// The list's name
    name: String,
    /// Words that are said of them
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    #[command(flatten)]
    fitting: Fitting,
    /// Give the list another name
    #[arg(long, value_name = "NAME", conflicts_with = "remove")]
    rename: Option<String>,
    /// Take the list away; the people in it stay
    #[arg(long)]
    remove: bool,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl List {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx) = (&*book.store, &book.ctx);
        let filter = self.fitting.filter(self.words, store, ctx).await?;
        let kept = if self.remove || self.rename.is_some() {
            if !filter.is_empty() {
                let problem = "can’t be said together with --rename or --remove";
                return Err(Error::new(Code::ValueInvalid).field("filter", problem));
            }
            match self.rename {
                Some(name) => {
                    let correction = Correction { name: Some(name), filter: None };
                    people_list::edit(store, ctx, &self.name, correction).await?
                }
                None => people_list::remove(store, ctx, &self.name).await?,
            }
        } else {
            people_list::keep(store, ctx, &self.name, filter).await?
        };
        let says = if self.remove { "The list is gone" } else { "The list is kept" };
        session
            .screen
            .show(&DoneJson { change: kept.change }, || draw::kept(says, &kept.list.name))?;
        Ok(Ended::Done)
    }
}

/// Show the lists of people that you keep
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork lists
  kithwork lists --json")]
pub(crate) struct Lists {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Lists {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let document = ListsJson::from(people_list::all(&*book.store, &book.ctx).await?);
        session.screen.show(&document, || draw::lists(&document))?;
        Ok(Ended::Done)
    }
}

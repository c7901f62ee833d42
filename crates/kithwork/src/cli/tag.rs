//! `tag NAME WHO…` and `tags`

use super::fitting::Fitting;
use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::bulk::{self, Deed};
use kithwork_app::json::{BulkJson, TagsJson};
use kithwork_app::person::{self, Order};
use kithwork_app::{Result, tag};

/// Put a word of your own on people, so that you find them again
///
/// Name them, or say who they are with the options of “kithwork people”. A tag that nobody bears any
/// more is gone.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork tag Bakers \"Priya Shah\" \"Tom Ellis\"
  kithwork tag Bakers --sector baking
  kithwork tag Bakers \"Tom Ellis\" --off
  kithwork tag Bakers --rename \"Bakers and millers\"
  kithwork people --tag Bakers")]
pub(crate) struct TagVerb {
    /// The tag
    name: String,
    /// Names, their beginnings, or ids
    who: Vec<String>,
    #[command(flatten)]
    fitting: Fitting,
    /// Take it off them
    #[arg(long)]
    off: bool,
    /// Give the tag another name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["off", "who"])]
    rename: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl TagVerb {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx) = (&*book.store, &book.ctx);
        let done = if let Some(name) = &self.rename {
            let renamed = tag::rename(store, ctx, &self.name, name).await?;
            bulk::Done { change: renamed.change, people: renamed.tag.people.len() }
        } else {
            let filter = self.fitting.filter(None, store, ctx).await?;
            let mut people = bulk::named(store, ctx, &self.who).await?;
            if !filter.is_empty() {
                let roll = person::roll(store, ctx).await?;
                let fitting = roll.fitting(store, ctx, &filter, Order::Name).await?;
                people.extend(fitting.into_iter().map(|(one, _)| one.person.id));
            }
            let deed = if self.off {
                Deed::Untag(self.name.clone())
            } else {
                Deed::Tag(self.name.clone())
            };
            bulk::act(store, ctx, &people, deed).await?
        };
        session.screen.show(&BulkJson::from(done), || draw::tagged(&self.name, self.off, done))?;
        Ok(Ended::Done)
    }
}

/// Show your tags, and how many people bear each
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork tags
  kithwork tags --json")]
pub(crate) struct Tags {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Tags {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let document = TagsJson::from(&*tag::all(&*book.store, &book.ctx).await?);
        session.screen.show(&document, || draw::tags(&document))?;
        Ok(Ended::Done)
    }
}

//! `people [QUERY]`

use crate::draw;
use crate::session::{Ended, Session};
use kithwork_app::json::PeopleJson;
use kithwork_app::{Result, person};
use kithwork_core::id::PersonId;
use kithwork_store::PeopleQuery;
use uuid::Uuid;

/// List people, or find them by whatever is known of them
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork people
  kithwork people bookkeeper --limit 5
  kithwork people leeds --json")]
pub(crate) struct People {
    /// Words to find in names, organisations, what people do and notes
    query: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
    /// Go on after this person: the `next` of the page before
    #[arg(long, value_name = "ID")]
    after: Option<Uuid>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl People {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let text = self.query.filter(|query| !query.trim().is_empty());
        let query = PeopleQuery {
            with_set_aside: text.is_some(),
            text,
            limit: self.limit,
            after: self.after.map(PersonId),
        };
        let params = book.params().await?;
        let (found, next) = person::page(&*book.store, &book.ctx, &query, &params).await?;
        session.screen.show(&PeopleJson::of(&found, next), || draw::people(&found, next))?;
        Ok(Ended::Done)
    }
}

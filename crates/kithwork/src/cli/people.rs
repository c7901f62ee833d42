//! `people [QUERY]`

use super::fitting::Fitting;
use crate::draw;
use crate::session::{Ended, Session};
use clap::ValueEnum;
use kithwork_app::json::PeopleJson;
use kithwork_app::person::{self, Found, Order};
use kithwork_app::{Result, people_list};
use kithwork_core::facts::PeopleFilter;
use kithwork_core::id::PersonId;
use kithwork_store::PeopleQuery;
use uuid::Uuid;

/// List people, or find them by whatever is known of them
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork people
  kithwork people bookkeeper --limit 5
  kithwork people leeds --json
  kithwork people --level 3 --state cooling --order seen
  kithwork people --room \"Thursday Chapter\" --not-sat-down
  kithwork people --list \"Accountants going quiet\"")]
pub(crate) struct People {
    /// Words to find in names, organisations, what people do and notes
    query: Option<String>,
    #[command(flatten)]
    fitting: Fitting,
    /// Those of a list that you keep
    #[arg(long, value_name = "LIST", conflicts_with = "query")]
    list: Option<String>,
    /// In which order [default: by name; with words, those whom they fit best first]
    #[arg(long, value_name = "ORDER")]
    order: Option<By>,
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

/// In which order people are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    /// By name
    Name,
    /// Those seen last first
    Seen,
    /// The highest level first
    Level,
}

impl From<By> for Order {
    fn from(by: By) -> Self {
        match by {
            By::Name => Self::Name,
            By::Seen => Self::Seen,
            By::Level => Self::Level,
        }
    }
}

impl People {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let text = self.query.filter(|query| !query.trim().is_empty());
        let filter = match &self.list {
            Some(which) => people_list::find(&*book.store, &book.ctx, which).await?.filter,
            None => self.fitting.filter(text, &*book.store, &book.ctx).await?,
        };
        let page = (self.limit, self.after.map(PersonId));
        let order = self.order.map_or(Order::Name, Order::from);
        let (found, next) = if filter.is_only_words() && order == Order::Name {
            searched(&book, filter, page).await?
        } else {
            fitting(&book, &filter, order, page).await?
        };
        session.screen.show(&PeopleJson::of(&found, next), || draw::people(&found, next))?;
        Ok(Ended::Done)
    }
}

type Page = (Option<u32>, Option<PersonId>);

/// Words, or nothing, are looked for page by page: a first screen must not wait for the whole book.
async fn searched(
    book: &crate::session::Open,
    filter: PeopleFilter,
    (limit, after): Page,
) -> Result<(Vec<Found>, Option<PersonId>)> {
    let with_set_aside = filter.words.is_some();
    let query = PeopleQuery { with_set_aside, text: filter.words, limit, after };
    let params = book.params().await?;
    person::page(&*book.store, &book.ctx, &query, &params).await
}

async fn fitting(
    book: &crate::session::Open,
    filter: &PeopleFilter,
    order: Order,
    (limit, after): Page,
) -> Result<(Vec<Found>, Option<PersonId>)> {
    let roll = person::roll(&*book.store, &book.ctx).await?;
    roll.page(&*book.store, &book.ctx, filter, order, (limit, after)).await
}

//! `calendar add | fetch | drop`, `calendars`

use super::import::bar;
use crate::draw;
use crate::fetch::Network;
use crate::session::{Ended, Session};
use kithwork_app::calendar::{self, Reach};
use kithwork_app::import::Progress;
use kithwork_app::json::{CalendarJson, CalendarsJson, ImportJson};
use kithwork_app::{Code, Error, Result};
use std::io::Read;

/// Read your calendar from its private link
#[derive(Debug, clap::Args)]
pub(crate) struct CalendarVerb {
    #[command(subcommand)]
    verb: Calendar,
}

#[derive(Debug, clap::Subcommand)]
enum Calendar {
    Add(Add),
    Fetch(Fetch),
    Drop(Drop),
}

/// Keep a calendar's private link; nothing is fetched yet
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork calendar add https://calendar.google.com/calendar/ical/…/basic.ics
  kithwork calendar add - --name Work < link.txt

Written as “-” the link is read from standard input, so that no history of
commands keeps it. It is never shown whole again.")]
struct Add {
    /// The link, https:// or webcal://
    #[arg(value_name = "LINK")]
    address: String,
    /// What to call it [default: its host]
    #[arg(long)]
    name: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Read a calendar from its link now, or all of them
#[derive(Debug, clap::Args)]
struct Fetch {
    /// Which, by its name [default: all]
    calendar: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Forget a calendar's link; what was read from it stays
#[derive(Debug, clap::Args)]
struct Drop {
    /// Which, by its name
    calendar: String,
}

/// List the calendars that are read from a link
#[derive(Debug, clap::Args)]
pub(crate) struct Calendars {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl CalendarVerb {
    pub(super) fn wants_json(&self) -> bool {
        match &self.verb {
            Calendar::Add(verb) => verb.json,
            Calendar::Fetch(verb) => verb.json,
            Calendar::Drop(_) => false,
        }
    }

    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        match self.verb {
            Calendar::Add(verb) => verb.run(session).await,
            Calendar::Fetch(verb) => verb.run(session).await,
            Calendar::Drop(verb) => verb.run(session).await,
        }
    }
}

impl Add {
    async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let address = if self.address == "-" { piped()? } else { self.address };
        let link = calendar::add(&*book.store, &book.ctx, &address, self.name.as_deref()).await?;
        let document = CalendarJson::from(&link);
        session.screen.show(&document, || draw::calendar_added(&document))?;
        Ok(Ended::Done)
    }
}

fn piped() -> Result<String> {
    let mut said = String::new();
    std::io::stdin().take(1 << 16).read_to_string(&mut said).map_err(Error::reading)?;
    Ok(said)
}

impl Fetch {
    async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx) = (&*book.store, &book.ctx);
        let links = match &self.calendar {
            Some(which) => vec![calendar::meant(store, ctx, which).await?],
            None => calendar::links(store, ctx).await?,
        };
        if links.is_empty() {
            let hint = "keep a calendar’s link first: “kithwork calendar add LINK”";
            return Err(Error::new(Code::NothingToRead).hint(hint));
        }
        let mut all = ImportJson::default();
        for link in &links {
            let bar = bar(session.screen.draws_progress && !self.json);
            let progress = |step: Progress| super::import::came(&bar, step);
            let with = (&Network as &dyn calendar::Fetch, Reach::Own);
            let read = calendar::read(store, ctx, link, with, &progress).await;
            bar.finish_and_clear();
            if let Some(read) = read? {
                all.files.extend(read.files);
                (all.questions, all.change) = (read.questions, read.change.or(all.change));
            }
        }
        let screen = session.screen;
        screen.show(&all, || {
            if all.files.is_empty() {
                return "Nothing has changed since it was last read.\n".to_owned();
            }
            draw::import(&all, false)
        })?;
        Ok(Ended::Done)
    }
}

impl Drop {
    async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let link = calendar::meant(&*book.store, &book.ctx, &self.calendar).await?;
        calendar::drop(&*book.store, &book.ctx, link.id).await?;
        crate::screen::print(&format!(
            "The link of {} is forgotten. What was read from it stays in the book.\n",
            link.name
        ))?;
        Ok(Ended::Done)
    }
}

impl Calendars {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let links = calendar::links(&*book.store, &book.ctx).await?;
        let document = CalendarsJson::from(links.as_slice());
        session.screen.show(&document, || draw::calendars(&document))?;
        Ok(Ended::Done)
    }
}

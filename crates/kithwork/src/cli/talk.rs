//! `talk WHAT` and `talks`

use crate::draw;
use crate::session::{Ended, Session};
use jiff::civil::Date;
use kithwork_app::Result;
use kithwork_app::json::TalksJson;
use kithwork_app::presentation::{self, Told};

/// Prepare a talk: whom does each of its points help
///
/// Each point is linked to what those who listen need; a point that answers nothing is flagged.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork talk \"Getting paid\" --on 2026-12-03 --listener \"Priya Shah\" --listener tom
  kithwork talk \"Getting paid\" --point \"Nine days, not ninety\" --point \"Our history\"
  kithwork talk \"Getting paid\" --link 1=priya
  kithwork talk \"Getting paid\" --heard \"1=tom=a cheaper card machine\"
  kithwork talk \"Getting paid\" --drop 2")]
pub(crate) struct TalkVerb {
    /// What it is called, the beginning of it, or its id
    what: String,
    /// When you give it
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    on: Option<Date>,
    /// Somebody who listens; may be given several times
    #[arg(long = "listener", value_name = "WHO")]
    listeners: Vec<String>,
    /// Somebody who does not; may be given several times
    #[arg(long, value_name = "WHO")]
    without: Vec<String>,
    /// A point to add; may be given several times
    #[arg(long = "point", value_name = "TEXT")]
    points: Vec<String>,
    /// A point to take out, by its number
    #[arg(long, value_name = "NUMBER")]
    drop: Vec<usize>,
    /// A point answers what somebody needs: its number and who, such as 1=priya
    #[arg(long = "link", value_name = "NUMBER=WHO", value_parser = link)]
    links: Vec<(usize, String)>,
    /// A point answers a need that is not in the book yet: its number, whose, and what
    #[arg(long, value_name = "NUMBER=WHO=NEED", value_parser = heard)]
    heard: Vec<(usize, String, String)>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl TalkVerb {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        let told = Told {
            what: self.what,
            on: self.on,
            listeners: self.listeners,
            without: self.without,
            points: self.points,
            drop: self.drop,
        };
        let mut kept = presentation::keep(store, ctx, told).await?;
        for (point, who) in &self.links {
            let id = kept.map.id.to_string();
            kept = presentation::link_to(store, ctx, &id, *point, who).await?;
        }
        for (point, who, need) in &self.heard {
            let id = kept.map.id.to_string();
            kept = presentation::link_heard(store, ctx, &id, *point, (who, need)).await?;
        }
        screen.show(&kept, || draw::audience(&kept.map, screen))?;
        Ok(Ended::Done)
    }
}

fn link(said: &str) -> std::result::Result<(usize, String), String> {
    let wrong = || "write the point’s number and who, such as 1=priya".to_owned();
    let (number, who) = said.split_once('=').ok_or_else(wrong)?;
    Ok((number.trim().parse().map_err(|_no_number| wrong())?, who.trim().to_owned()))
}

fn heard(said: &str) -> std::result::Result<(usize, String, String), String> {
    let wrong = || "write the point’s number, who and what, such as \"1=tom=a plumber\"".to_owned();
    let (number, rest) = said.split_once('=').ok_or_else(wrong)?;
    let (who, need) = rest.split_once('=').ok_or_else(wrong)?;
    let number = number.trim().parse().map_err(|_no_number| wrong())?;
    Ok((number, who.trim().to_owned(), need.trim().to_owned()))
}

/// Show your talks, and whom each of their points helps
#[derive(Debug, clap::Args)]
pub(crate) struct Talks {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Talks {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let talks = presentation::list(&*book.store, &book.ctx).await?;
        let screen = session.screen;
        let drawn = || match talks.as_slice() {
            [] => "No talk is written down yet.\n".to_owned(),
            talks => talks.iter().map(|talk| draw::audience(talk, screen)).collect(),
        };
        screen.show(&TalksJson { talks: &talks }, drawn)?;
        Ok(Ended::Done)
    }
}

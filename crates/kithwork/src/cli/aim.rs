//! `aim WORDS` and `aims`

use crate::draw;
use crate::session::{Ended, Session};
use clap::ValueEnum;
use jiff::civil::Date;
use kithwork_app::Result;
use kithwork_app::aim::{self, End, Said};
use kithwork_app::json::{AimJson, AimsJson};
use kithwork_core::facts::AimKind;

/// Say what success is for you, when you will look at it, and who matters to it
///
/// The same words mean the same aim: say them again to add people, a day, or that it is done.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork aim \"Three referrals from accountants\" --review-on 2027-03-31
  kithwork aim \"Three referrals from accountants\" --for \"Priya Shah\"
  kithwork aim \"Write the property guide together\" --kind collaborators
  kithwork aim \"People of many trades\" --as-varied-as 5
  kithwork aim \"I want to help\" --kind help --for \"Ana Reyes\"
  kithwork aim \"Three referrals from accountants\" --reached
  kithwork undo

“kithwork aims” shows what has come of them so far.")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct AimVerb {
    /// The aim in your words, or its id
    #[arg(value_name = "WORDS")]
    what: String,
    /// What success is measured by [default: referrals]
    #[arg(long)]
    kind: Option<Kind>,
    /// As varied as so many equal lines of business, such as 5: your aim is variety
    #[arg(long, value_name = "N")]
    as_varied_as: Option<u32>,
    /// When you will look at it, such as 2027-03-31
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    review_on: Option<Date>,
    /// Somebody who matters to it; may be given several times
    #[arg(long = "for", value_name = "WHO")]
    people: Vec<String>,
    /// Somebody who does not any more; may be given several times
    #[arg(long = "not-for", value_name = "WHO")]
    without: Vec<String>,
    /// It is reached
    #[arg(long, conflicts_with_all = ["given_up", "close"])]
    reached: bool,
    /// It is given up
    #[arg(long, conflicts_with = "close")]
    given_up: bool,
    /// It is reached or given up, whichever it was
    #[arg(long)]
    close: bool,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

/// What success is measured by.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// Business won
    Revenue,
    /// Referrals received
    Referrals,
    /// People to work with
    Collaborators,
    /// What you learn
    Learning,
    /// To be among people
    Belonging,
    /// To know people of many lines of business
    Variety,
    /// No end of your own: you want to help them
    Help,
}

impl From<Kind> for AimKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Revenue => Self::Revenue,
            Kind::Referrals => Self::Referrals,
            Kind::Collaborators => Self::Collaborators,
            Kind::Learning => Self::Learning,
            Kind::Belonging => Self::Belonging,
            Kind::Variety => Self::Variety,
            Kind::Help => Self::Help,
        }
    }
}

impl AimVerb {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let said = Said {
            what: self.what,
            kind: self.kind.map(AimKind::from),
            as_varied_as: self.as_varied_as,
            review_on: self.review_on.into(),
            people: self.people,
            without: self.without,
            closes: match () {
                () if self.reached => Some(End::Reached),
                () if self.given_up => Some(End::GivenUp),
                () => self.close.then_some(End::Closed),
            },
        };
        let stated = aim::state(&*book.store, &book.ctx, said).await?;
        session.screen.show(&AimJson::from(&stated), || draw::stated(&stated))?;
        Ok(Ended::Done)
    }
}

/// Show your aims, what has come of them so far, and whom none of them is for
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork aims
  kithwork aims --as-of 2026-09-30
  kithwork aims --json")]
pub(crate) struct Aims {
    /// As they stood at that date, not today
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    as_of: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Aims {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let aims = aim::list(&*book.store, &book.ctx, self.as_of).await?;
        let screen = session.screen;
        screen.show(&AimsJson::from(&aims), || draw::aims(&aims, screen))?;
        Ok(Ended::Done)
    }
}

//! `gave KIND WHO` and `received KIND WHO`

use crate::draw;
use crate::session::{Ended, Session};
use clap::ValueEnum;
use jiff::civil::Date;
use kithwork_app::json::HelpKeptJson;
use kithwork_app::{Result, help};
use kithwork_core::facts::{Direction, HelpKind};

/// What both verbs take.
#[derive(Debug, clap::Args)]
struct Act {
    /// What was shared
    kind: Kind,
    /// A name, its beginning, or an id
    who: String,
    /// What it was about
    #[arg(long, value_name = "WORDS")]
    about: Option<String>,
    /// The day, such as 2026-11-16 [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    on: Option<Date>,
    /// It had been asked for
    #[arg(long, overrides_with = "unasked")]
    asked: bool,
    /// Nobody had asked for it
    #[arg(long, overrides_with = "asked")]
    unasked: bool,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// What people share.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// Expertise
    Advice,
    /// What one went through
    Experience,
    /// A thought to try
    Idea,
    /// A hand, an ear, an hour
    Support,
    /// A contact: two people made known to each other
    Introduction,
    /// A contact: somebody who may buy
    Referral,
    /// An article, a template, a tool
    Resource,
    /// A good word in public
    Testimonial,
    /// A seat somewhere
    Invitation,
}

impl From<Kind> for HelpKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Advice => Self::Advice,
            Kind::Experience => Self::Experience,
            Kind::Idea => Self::Idea,
            Kind::Support => Self::Support,
            Kind::Introduction => Self::Introduction,
            Kind::Referral => Self::Referral,
            Kind::Resource => Self::Resource,
            Kind::Testimonial => Self::Testimonial,
            Kind::Invitation => Self::Invitation,
        }
    }
}

/// Write down help that you gave somebody
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork gave advice \"Priya Shah\" --about \"her lease\"
  kithwork gave introduction \"Tom Ellis\" --on 2026-11-12
  kithwork gave idea Priya
  kithwork undo

“kithwork review” shows help both ways; nothing is set off against anything.")]
pub(crate) struct Gave {
    #[command(flatten)]
    act: Act,
}

/// Write down help that somebody gave you
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork received support \"Priya Shah\" --about \"the tender\" --asked
  kithwork received testimonial \"Tom Ellis\" --unasked
  kithwork undo")]
pub(crate) struct Received {
    #[command(flatten)]
    act: Act,
}

impl Gave {
    pub(super) fn wants_json(&self) -> bool {
        self.act.json
    }

    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        self.act.keep(session, Direction::Given).await
    }
}

impl Received {
    pub(super) fn wants_json(&self) -> bool {
        self.act.json
    }

    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        self.act.keep(session, Direction::Received).await
    }
}

impl Act {
    async fn keep(self, session: &Session, direction: Direction) -> Result<Ended> {
        let book = session.open().await?;
        let said = help::Said {
            direction,
            kind: self.kind.into(),
            who: self.who,
            about: self.about,
            on: self.on,
            asked: (self.asked || self.unasked).then_some(self.asked),
        };
        let kept = help::keep(&*book.store, &book.ctx, said).await?;
        session.screen.show(&HelpKeptJson::from(&kept), || draw::helped(&kept))?;
        Ok(Ended::Done)
    }
}

//! `project WORDS` and `projects`

use crate::draw;
use crate::session::{Ended, Session};
use clap::ValueEnum;
use jiff::civil::Date;
use kithwork_app::Result;
use kithwork_app::json::{ProjectKeptJson, ProjectsJson};
use kithwork_app::project::{self, Said};
use kithwork_core::facts::ProjectKind;

/// Write down what you make together with somebody
///
/// The same words mean the same project: say them again to add people, or that it is finished. What was
/// finished together shows that you are collaborators.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork project \"A talk for bakers\" --with \"Priya Shah\" --kind event
  kithwork project \"A talk for bakers\" --with \"Tom Ellis\"
  kithwork project \"A talk for bakers\" --ended 2026-11-12 --outcome \"forty came\"
  kithwork undo")]
pub(crate) struct ProjectVerb {
    /// The project in your words, or its id
    #[arg(value_name = "WORDS")]
    what: String,
    /// Somebody who is in it; may be given several times
    #[arg(long = "with", value_name = "WHO")]
    people: Vec<String>,
    /// Somebody who is not in it any more; may be given several times
    #[arg(long = "without", value_name = "WHO")]
    without: Vec<String>,
    /// What comes of it [default: other]
    #[arg(long)]
    kind: Option<Kind>,
    /// When it began [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    begun: Option<Date>,
    /// When it was finished
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    ended: Option<Date>,
    /// What came of it
    #[arg(long, value_name = "WORDS")]
    outcome: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

/// What people make together.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// An event
    Event,
    /// A pitch for work
    Pitch,
    /// A product or a service
    Product,
    /// Something written
    Article,
    /// A client served together
    Client,
    /// Anything else
    Other,
}

impl From<Kind> for ProjectKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Event => Self::Event,
            Kind::Pitch => Self::Pitch,
            Kind::Product => Self::Product,
            Kind::Article => Self::Article,
            Kind::Client => Self::Client,
            Kind::Other => Self::Other,
        }
    }
}

impl ProjectVerb {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let said = Said {
            what: self.what,
            kind: self.kind.map(ProjectKind::from),
            people: self.people,
            without: self.without,
            begun_on: self.begun,
            ended_on: self.ended,
            outcome: self.outcome,
        };
        let kept = project::keep(&*book.store, &book.ctx, said).await?;
        session.screen.show(&ProjectKeptJson::from(&kept), || draw::project(&kept))?;
        Ok(Ended::Done)
    }
}

/// Show what you make together with others
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork projects
  kithwork projects --json")]
pub(crate) struct Projects {
    /// As they stood at that date, not today
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    as_of: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Projects {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let projects = project::list(&*book.store, &book.ctx, self.as_of).await?;
        let document = ProjectsJson { projects };
        session.screen.show(&document, || draw::projects(&document.projects))?;
        Ok(Ended::Done)
    }
}

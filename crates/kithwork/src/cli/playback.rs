//! `playback WHO RESULT`

use crate::draw;
use crate::session::{Ended, Session};
use clap::ValueEnum;
use jiff::civil::Date;
use kithwork_app::json::PlaybackJson;
use kithwork_app::{Result, person, playback};
use kithwork_core::facts::Explained;

/// Keep whether somebody could say what you do when you asked
///
/// Ask them later what they remember, or what they would tell a friend you do. After half a year
/// the answer counts as unknown again.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork playback \"Priya Shah\" yes --words \"gets rid of slow payers\"
  kithwork playback tom partly --on 2026-11-12
  kithwork playback tom no --trigger 2

“kithwork trigger” lists the problems people should think of you for; --trigger
says that you asked about one of them.")]
pub(crate) struct Playback {
    /// A name, its beginning, or an id
    who: String,
    /// Could they say it
    result: Answer,
    /// What they said, in their words
    #[arg(long, value_name = "TEXT")]
    words: Option<String>,
    /// The problem you asked about: its number, its id, or some of its words
    #[arg(long, value_name = "WHICH")]
    trigger: Option<String>,
    /// When you asked [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    on: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

/// Could they say it.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Answer {
    /// They could
    Yes,
    /// In part
    Partly,
    /// Not yet
    No,
}

impl From<Answer> for Explained {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => Self::Yes,
            Answer::Partly => Self::Partly,
            Answer::No => Self::No,
        }
    }
}

impl Playback {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let found = person::find(&*book.store, &book.ctx, &self.who).await?;
        let asked = playback::Asked {
            explained: self.result.into(),
            words: self.words,
            trigger: self.trigger,
            on: self.on,
        };
        let kept = playback::keep(&*book.store, &book.ctx, found.id, asked).await?;
        session.screen.show(&PlaybackJson::from(&kept), || draw::playback(&kept))?;
        Ok(Ended::Done)
    }
}

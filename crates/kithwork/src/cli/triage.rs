//! `triage [deepen|light|let-go WHO…]`

use crate::draw;
use crate::session::{Ended, Session};
use clap::ValueEnum;
use jiff::civil::Date;
use kithwork_app::json::{TriageJson, TriagedJson};
use kithwork_app::{Result, triage};
use kithwork_core::facts::Care;

/// Decide whom to deepen, keep light or let go, many at once
///
/// Without a word it lists those whom you met and never followed up, and about whom you have not
/// decided yet.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork triage
  kithwork triage deepen \"Priya Shah\" \"Tom Ellis\"
  kithwork triage let-go \"Ana Reyes\" \"Ben Cole\" \"Cora Dunn\"
  kithwork undo

Your word outlives every later import. Whoever is let go stays in the book.")]
pub(crate) struct Triage {
    /// What to do about them
    #[arg(requires = "who")]
    word: Option<Word>,
    /// Names, their beginnings, or ids
    who: Vec<String>,
    /// List those who wait at that date, not today
    #[arg(long, value_name = "DATE", value_parser = super::day::day, conflicts_with = "word")]
    as_of: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

/// What to do about somebody.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Word {
    /// The plan prefers them
    Deepen,
    /// As it is: nobody proposes to sit down with them
    Light,
    /// No plan proposes them; they can still be found
    LetGo,
}

impl From<Word> for Care {
    fn from(word: Word) -> Self {
        match word {
            Word::Deepen => Self::Deepen,
            Word::Light => Self::Light,
            Word::LetGo => Self::LetGo,
        }
    }
}

impl Triage {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let screen = session.screen;
        if let Some(word) = self.word {
            let triaged =
                triage::decide_named(&*book.store, &book.ctx, word.into(), &self.who).await?;
            screen.show(&TriagedJson::from(&triaged), || draw::triaged(&triaged))?;
        } else {
            let people = triage::waiting(&*book.store, &book.ctx, self.as_of).await?;
            let document = TriageJson::from(people);
            screen.show(&document, || draw::triage(&document, screen))?;
        }
        Ok(Ended::Done)
    }
}

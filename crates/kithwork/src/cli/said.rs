//! `said [WHO "WORDS"]`

use crate::draw;
use crate::session::{Ended, Session};
use clap::ValueEnum;
use jiff::civil::Date;
use kithwork_app::json::{MentionJson, QuotesJson, SaidJson};
use kithwork_app::{Result, person, said};
use kithwork_core::facts::MentionKind;

/// Keep or list what people say about you, and whether you may quote it
///
/// Without a name it lists everything, a timeline for each person. The same words again change
/// only what they were said for and whether they may be quoted.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork said
  kithwork said \"Priya Shah\" \"the calmest person in a crisis\" --as referring
  kithwork said \"Priya Shah\" \"the calmest person in a crisis\" --may-quote
  kithwork said --quotes

--quotes prints only the words of those who said that you may quote them.")]
pub(crate) struct Said {
    /// A name, its beginning, or an id
    #[arg(requires = "words")]
    who: Option<String>,
    /// Their words
    words: Option<String>,
    /// They said that you may quote them; --may-quote=no that you may not
    #[arg(
        long,
        value_name = "yes|no",
        value_parser = super::yes::yes,
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "yes",
        requires = "words"
    )]
    may_quote: Option<bool>,
    /// What they were said for
    #[arg(long = "as", value_name = "WHAT FOR", requires = "words")]
    kind: Option<For>,
    /// When [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day, requires = "words")]
    on: Option<Date>,
    /// Print what may be quoted, and nothing else
    #[arg(long, conflicts_with = "who")]
    quotes: bool,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

/// What words were said for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum For {
    /// Written or said to be passed on
    Testimonial,
    /// The words they use when they refer you
    Referring,
    /// They vouched for you to somebody
    Vouching,
}

impl From<For> for MentionKind {
    fn from(said: For) -> Self {
        match said {
            For::Testimonial => Self::Testimonial,
            For::Referring => Self::Referring,
            For::Vouching => Self::Vouching,
        }
    }
}

impl Said {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        if let (Some(who), Some(words)) = (self.who, self.words) {
            let found = person::find(store, ctx, &who).await?;
            let kind = self.kind.map(MentionKind::from);
            let words = said::Words { words, kind, may_quote: self.may_quote, on: self.on };
            let kept = said::keep(store, ctx, found.id, words).await?;
            screen.show(&MentionJson::from(&kept), || draw::mention(&kept))?;
        } else if self.quotes {
            let quotes = QuotesJson { quotes: said::quotes(store, ctx).await? };
            screen.show(&quotes, || draw::quotes(&quotes))?;
        } else {
            let said = SaidJson { said: said::timelines(store, ctx).await? };
            screen.show(&said, || draw::said(&said, screen))?;
        }
        Ok(Ended::Done)
    }
}

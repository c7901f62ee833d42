//! `introductions [propose|asked|said|made|worked|thanked|drop]`

use crate::draw;
use crate::session::{Ended, Open, Session};
use clap::Subcommand;
use kithwork_app::json::DoneJson;
use kithwork_app::proposal::{self, Proposed, Step};
use kithwork_app::{Code, Error, Result, person};
use kithwork_core::id::FactId;
use uuid::Uuid;

/// Bring people together: whom you could, who was asked, who said yes
///
/// Nobody is introduced before both have said yes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork introductions
  kithwork introductions propose \"Ada Abbot\" \"Ben Birch\" --why-a \"he builds websites\"
  kithwork introductions asked ID ada
  kithwork introductions said ID ada yes
  kithwork introductions made ID
  kithwork introductions worked ID \"she has a website\"
  kithwork introductions thanked ID")]
pub(crate) struct Introductions {
    #[command(subcommand)]
    deed: Option<Deed>,
    /// Print one JSON document
    #[arg(long, global = true)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Two people you want to bring together
    Propose {
        /// One of them
        one: String,
        /// The other
        other: String,
        /// Why the first would want to meet the other
        #[arg(long, value_name = "TEXT", default_value = "")]
        why_a: String,
        /// Why the other would want to meet the first
        #[arg(long, value_name = "TEXT", default_value = "")]
        why_b: String,
    },
    /// You asked one of them
    Asked {
        /// The introduction's id
        id: Uuid,
        /// Whom you asked
        who: String,
    },
    /// One of them answered
    Said {
        /// The introduction's id
        id: Uuid,
        /// Who answered
        who: String,
        /// What they said
        #[arg(value_name = "yes|no", value_parser = super::yes::yes, action = clap::ArgAction::Set)]
        yes: bool,
    },
    /// You introduced them
    Made {
        /// The introduction's id
        id: Uuid,
    },
    /// What came of it
    Worked {
        /// The introduction's id
        id: Uuid,
        /// In your words
        outcome: String,
    },
    /// You thanked both and told them what came of it
    Thanked {
        /// The introduction's id
        id: Uuid,
    },
    /// You gave it up
    Drop {
        /// The introduction's id
        id: Uuid,
    },
}

impl Introductions {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        let Some(deed) = self.deed else {
            let all = proposal::list(store, ctx).await?;
            screen.show(&all, || draw::introductions(&all, screen))?;
            return Ok(Ended::Done);
        };
        let change = match deed {
            Deed::Propose { one, other, why_a, why_b } => {
                let (one, other) = (
                    person::find(store, ctx, &one).await?,
                    person::find(store, ctx, &other).await?,
                );
                let proposed = Proposed { people: [one.id, other.id], why_a, why_b };
                Some(proposal::propose(store, ctx, proposed).await?)
            }
            deed => {
                let (id, step) = step(&book, deed).await?;
                proposal::step(store, ctx, id, step).await?
            }
        };
        let document = DoneJson { change: change.map(|change| change.id) };
        screen.show(&document, || "Kept.\n".to_owned())?;
        Ok(Ended::Done)
    }
}

async fn step(book: &Open, deed: Deed) -> Result<(FactId, Step)> {
    let whom = async |who: &str| person::find(&*book.store, &book.ctx, who).await;
    Ok(match deed {
        Deed::Asked { id, who } => (FactId(id), Step::Asked { person: whom(&who).await?.id }),
        Deed::Said { id, who, yes } => {
            (FactId(id), Step::Said { person: whom(&who).await?.id, yes })
        }
        Deed::Made { id } => (FactId(id), Step::Made),
        Deed::Worked { id, outcome } => (FactId(id), Step::Worked { outcome }),
        Deed::Thanked { id } => (FactId(id), Step::Thanked),
        Deed::Drop { id } => (FactId(id), Step::Dropped),
        Deed::Propose { .. } => return Err(Error::new(Code::Internal)),
    })
}

//! `answer ID CHOICE`

use crate::session::{Ended, Session};
use kithwork_app::{Result, question};
use kithwork_core::id::FactId;
use serde_json::json;
use uuid::Uuid;

/// Answer a question
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork questions
  kithwork answer 0193a5c2-5f1e-7c3a-9d6e-0242ac120002 2
  kithwork answer 0193a5c2-5f1e-7c3a-9d6e-0242ac120002 \"time with people\"")]
pub(crate) struct Answer {
    /// The question's id, as `questions` shows it
    #[arg(value_parser = id)]
    id: Uuid,
    /// One of its choices, in words or by its number
    choice: String,
    /// The name of someone new, where the note doesn’t tell it
    #[arg(long)]
    name: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Answer {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let id = FactId(self.id);
        let change =
            question::answer(&*book.store, &book.ctx, id, &self.choice, self.name.as_deref())
                .await?;
        let left = question::open(&*book.store, &book.ctx).await?;
        let waiting = left.questions.len() as u64 + left.more;
        let document = json!({"change": change.id, "questions": waiting});
        session.screen.show(&document, || match waiting {
            0 => "Thank you. No questions are left.\n".to_owned(),
            1 => "Thank you. One question is left.\n".to_owned(),
            n => format!("Thank you. {n} questions are left.\n"),
        })?;
        Ok(Ended::Done)
    }
}

/// A question's id.
fn id(said: &str) -> std::result::Result<Uuid, String> {
    match said.trim().parse() {
        Ok(id) => Ok(id),
        // The parser's own words speak of characters; what helps is where ids are shown.
        Err(_) => Err("it is no question’s id; “kithwork questions” shows them".to_owned()),
    }
}

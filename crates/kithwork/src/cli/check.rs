//! `check`

use crate::session::{Ended, Session};
use kithwork_app::{Result, check};
use serde_json::json;

/// Verify the book: the file itself, the chain of changes, and that all that is referred to is there
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Check {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        let problems = check::book(&*book.store, &book.ctx).await?;
        let listed: Vec<_> =
            problems.iter().map(|p| json!({"place": p.place, "what": p.what})).collect();
        session.screen.show(&json!({"sound": problems.is_empty(), "problems": listed}), || {
            let lines = problems.iter().map(|p| format!("  {}: {}\n", p.place, p.what));
            match problems.len() {
                0 => "The book is sound.\n".to_owned(),
                n => format!("{n} things are wrong:\n{}", lines.collect::<String>()),
            }
        })?;
        Ok(if problems.is_empty() { Ended::Done } else { Ended::CouldNot })
    }
}

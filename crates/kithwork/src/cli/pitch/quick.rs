//! `pitch quick`

use crate::draw;
use crate::screen::{Screen, tell};
use crate::session::Open;
use kithwork_app::json::{PitchJson, QuickJson};
use kithwork_app::{Error, Result, pitch};
use kithwork_core::pitch::Prompt;
use std::io::{BufRead, stdin};

/// What is not given is asked for, one line each; an empty line leaves it out.
#[derive(Debug, clap::Args)]
pub(super) struct Quick {
    /// What you call it [default: after the day]
    #[arg(long, value_name = "VERSION")]
    name: Option<String>,
    /// How you help, and whom
    #[arg(long, value_name = "TEXT")]
    helps: Option<String>,
    /// One client: what was wrong before
    #[arg(long, value_name = "TEXT")]
    before: Option<String>,
    /// And what is different now
    #[arg(long, value_name = "TEXT")]
    after: Option<String>,
    /// Whom you would like to meet
    #[arg(long, value_name = "TEXT")]
    ask: Option<String>,
}

impl Quick {
    pub(super) async fn run(self, book: &Open, screen: Screen) -> Result<()> {
        let (store, ctx) = (&*book.store, &book.ctx);
        let [helps, before, after, ask] = pitch::prompts(store, ctx).await?;
        let quick = pitch::Quick {
            version: self.name,
            helps: answer(self.helps, &helps)?,
            before: answer(self.before, &before)?,
            after: answer(self.after, &after)?,
            ask: answer(self.ask, &ask)?,
        };
        let (pitch, rehearsal) = pitch::make(store, ctx, quick).await?;
        let document = QuickJson { pitch: PitchJson::from(&pitch), rehearsal };
        screen.show(&document, || draw::quick(&pitch, &document.rehearsal))
    }
}

/// What was given, else one line of what is typed.
fn answer(given: Option<String>, prompt: &Prompt) -> Result<String> {
    if let Some(given) = given {
        return Ok(given);
    }
    let known = prompt.known.as_ref().map(|known| format!(" [{known}]")).unwrap_or_default();
    tell(&format!("{}{known}\n> ", prompt.asks));
    let mut line = String::new();
    stdin().lock().read_line(&mut line).map_err(Error::reading)?;
    Ok(line.trim().to_owned())
}

//! `token new` and `token drop`, `tokens`

use crate::config;
use crate::draw;
use crate::session::{Ended, Session};
use clap::Subcommand;
use kithwork_app::Result;
use kithwork_app::access::token::{self, New, Scope};
use kithwork_app::json::{TokenMadeJson, TokensJson};

/// Let a program read or write the book over the network
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork token new \"Backup script\" --scope read --days 90
  kithwork token drop \"Backup script\"")]
pub(crate) struct TokenVerb {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Make a token and print it, this once
    New {
        /// What uses it
        name: String,
        /// What it may do: read, write (all but erasing, settings and who may come in), all
        #[arg(long, value_parser = scope)]
        scope: Scope,
        /// It ends after so many days; without this, it holds until it is dropped
        #[arg(long, value_name = "N")]
        days: Option<u32>,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Take a token away: the next request with it is refused
    Drop {
        /// Its name or id
        which: String,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
}

impl TokenVerb {
    pub(super) fn wants_json(&self) -> bool {
        match self.deed {
            Deed::New { json, .. } | Deed::Drop { json, .. } => json,
        }
    }

    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx) = (&*book.store, &book.ctx);
        match self.deed {
            Deed::New { name, scope, days, .. } => {
                let new = New { name, scope, days };
                let (made, secret) = token::make(store, ctx, &new, &config::chance()).await?;
                let document = TokenMadeJson::of(&made, &secret);
                // A line of its own, for a script to read; it is shown this once.
                session.screen.show(&document, || format!("{}\n", secret.text()))?;
            }
            Deed::Drop { which, .. } => {
                let meant = token::named_so(store, ctx, &which).await?;
                token::drop(store, ctx, meant.id).await?;
                let left = token::list(store, ctx).await?;
                session.screen.show(&TokensJson::of(&left), || {
                    format!("Dropped: {} lets nobody in any more.\n", meant.name)
                })?;
            }
        }
        Ok(Ended::Done)
    }
}

/// List the tokens that programs come in with
#[derive(Debug, clap::Args)]
pub(crate) struct Tokens {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Tokens {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let all = token::list(&*book.store, &book.ctx).await?;
        session.screen.show(&TokensJson::of(&all), || draw::tokens(&all))?;
        Ok(Ended::Done)
    }
}

fn scope(said: &str) -> std::result::Result<Scope, String> {
    let scope = Scope::ALL.into_iter().find(|scope| scope.name() == said.trim());
    scope.ok_or_else(|| "write read, write or all".to_owned())
}

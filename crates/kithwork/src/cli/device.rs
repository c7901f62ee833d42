//! `devices`, `device name` and `device unpair`

use crate::draw;
use crate::session::{Ended, Session};
use clap::Subcommand;
use kithwork_app::Result;
use kithwork_app::access::device;
use kithwork_app::json::DevicesJson;

/// Name or unpair a phone or another browser
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork device name \"My phone\" \"Old phone\"
  kithwork device unpair \"Old phone\"")]
pub(crate) struct DeviceVerb {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Call a device otherwise
    Name {
        /// Its name or id
        which: String,
        /// Its new name
        name: String,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Shut a device out with its next request
    Unpair {
        /// Its name or id
        which: String,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
}

impl DeviceVerb {
    pub(super) fn wants_json(&self) -> bool {
        match self.deed {
            Deed::Name { json, .. } | Deed::Unpair { json, .. } => json,
        }
    }

    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx) = (&*book.store, &book.ctx);
        match self.deed {
            Deed::Name { which, name, .. } => {
                let meant = device::named_so(store, ctx, &which).await?;
                device::rename(store, ctx, meant.id, &name).await?;
            }
            Deed::Unpair { which, .. } => {
                let meant = device::named_so(store, ctx, &which).await?;
                device::unpair(store, ctx, meant.id).await?;
            }
        }
        show(session, &device::list(store, ctx).await?)
    }
}

/// List the devices that may come in from elsewhere
#[derive(Debug, clap::Args)]
pub(crate) struct Devices {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Devices {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        show(session, &device::list(&*book.store, &book.ctx).await?)
    }
}

fn show(session: &Session, all: &[device::Device]) -> Result<Ended> {
    session.screen.show(&DevicesJson::of(all, None), || draw::devices(all))?;
    Ok(Ended::Done)
}

//! `demo`

use super::serve;
use crate::session::{Ended, Session};
use crate::wire::{self, Place};
use crate::{demo, draw, screen};
use kithwork_app::{Error, Result, import, plan, review};
use std::net::SocketAddr;
use std::path::Path;

/// Show the program on a sample book, which is thrown away at the end
#[derive(Debug, clap::Args)]
pub(crate) struct Demo {
    /// The address to listen on; port 0 takes any that is free
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
}

impl Demo {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        serve::refuse_others(self.listen)?;
        let folder = tempfile::tempdir().map_err(Error::writing)?;
        // Ctrl-C ends the demo while the sample is still being read, too.
        let ended = tokio::select! {
            ended = self.show(session, folder.path()) => ended,
            () = serve::stopped() => Ok(Ended::Done),
        };
        folder.close().map_err(Error::writing)?;
        ended
    }

    async fn show(&self, session: &Session, folder: &Path) -> Result<Ended> {
        let store = wire::open(&Place::File(folder.join("sample.kithwork"))).await?;
        let book = session.owner_of(store).await?;
        let files = demo::files(session.now);
        import::files(&*book.store, &book.ctx, files, false, &|_step| {}).await?;
        let screen = session.screen;
        let review = review::at(&*book.store, &book.ctx, None).await?;
        screen::print(&draw::review(&review, screen))?;
        let plan = plan::week(&*book.store, &book.ctx, None, None).await?;
        screen::print(&format!("\n{}", draw::plan(&plan, screen)))?;
        let listener = serve::listener(self.listen).await?;
        let address = listener.local_addr().map_err(Error::writing)?;
        screen::print(&format!(
            "\nThe sample book is at http://{address}/ until you press Ctrl-C.\n"
        ))?;
        serve::serve(session, book, listener, None).await
    }
}

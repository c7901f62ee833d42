//! `serve`, and what happens without a verb.

use crate::config;
use crate::screen;
use crate::session::{Ended, Open, Session};
use kithwork_app::{Code, Error, Result};
use kithwork_web::{Hosts, Web};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Where the pages are if nobody says otherwise.
const USUAL: &str = "127.0.0.1:7348";

/// Serve the pages and the programs' interface on this machine
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    /// The address to listen on; port 0 takes any that is free
    #[arg(long, value_name = "ADDR", default_value = USUAL)]
    listen: SocketAddr,
    #[arg(skip)]
    in_the_browser: bool,
}

impl Serve {
    /// What happens without a verb: the pages open in the browser.
    pub(super) fn in_the_browser() -> Self {
        // Any free port, so that a second program does no harm.
        Self { listen: SocketAddr::from(([127, 0, 0, 1], 0)), in_the_browser: true }
    }

    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        refuse_others(self.listen)?;
        let book = session.open().await?;
        let listener = listener(self.listen).await?;
        let address = listener.local_addr().map_err(Error::writing)?;
        screen::print(&format!("Kithwork is at http://{address}/ until you press Ctrl-C.\n"))?;
        if self.in_the_browser && open::that(format!("http://{address}/")).is_err() {
            screen::tell("No browser could be opened: go there yourself.\n");
        }
        serve(session, book, listener).await
    }
}

/// Only this machine is served until there are accounts.
pub(super) fn refuse_others(listen: SocketAddr) -> Result<()> {
    if listen.ip().is_loopback() {
        return Ok(());
    }
    let hint = "other machines could reach it, and there are no accounts yet to keep strangers \
                out: listen on 127.0.0.1";
    Err(Error::new(Code::AddressRefused).hint(hint))
}

/// Listens at an address.
pub(super) async fn listener(listen: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(listen).await.map_err(|cause| {
        let hint = "it may be in use: choose another port with “--listen 127.0.0.1:0”";
        Error::new(Code::AddressRefused).hint(hint).caused_by(cause)
    })
}

/// Serves a book until Ctrl-C, or until the machine asks it to stop.
pub(super) async fn serve(session: &Session, book: Open, listener: TcpListener) -> Result<Ended> {
    let address = listener.local_addr().map_err(Error::writing)?;
    let hosts = Hosts::of(address).unwrap_or_else(|| Hosts::loopback(address.port()));
    let clock: kithwork_web::Clock = if session.now_is_given {
        let now = session.now;
        Arc::new(move || now)
    } else {
        Arc::new(config::now)
    };
    let web = Web::new(book.store, book.ctx.tenant, clock, hosts).assuming(book.ctx.params);
    kithwork_web::serve(listener, web, stopped())
        .await
        .map_err(|cause| Error::new(Code::AddressRefused).caused_by(cause))?;
    Ok(Ended::Done)
}

/// Ends at Ctrl-C or SIGTERM.
pub(super) async fn stopped() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

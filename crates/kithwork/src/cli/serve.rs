//! `serve`, and what happens without a verb.

use crate::config;
use crate::fetch::Network;
use crate::phones::Phones;
use crate::screen;
use crate::session::{Ended, Open, Session};
use kithwork_app::access::device;
use kithwork_app::{Code, Error, Result};
use kithwork_web::{Hosts, Opener, Web};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Where the pages are if nobody says otherwise.
const USUAL: &str = "127.0.0.1:7348";
/// Where phones come in if nobody says otherwise: all of the machine's addresses.
const PHONES: &str = "0.0.0.0:7349";

/// Serve the pages and the programs' interface, on this machine and to paired phones
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork serve
  kithwork serve --phone
  kithwork serve --phone=192.168.1.5:7349

Phones and programs in the same network come in over HTTPS, once they are paired
or show a token. This machine needs neither.")]
pub(crate) struct Serve {
    /// The address to listen on; port 0 takes any that is free. One that others can reach is served as
    /// with --phone
    #[arg(long, value_name = "ADDR", default_value = USUAL)]
    listen: SocketAddr,
    /// Let phones in the same network in, over HTTPS, at this address or at all of the machine's
    #[arg(
        long,
        value_name = "ADDR",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = PHONES
    )]
    phone: Option<SocketAddr>,
    #[arg(skip)]
    in_the_browser: bool,
}

impl Serve {
    /// What happens without a verb: the pages open in the browser.
    pub(super) fn in_the_browser() -> Self {
        // Any free port, so that a second program does no harm.
        let listen = SocketAddr::from(([127, 0, 0, 1], 0));
        Self { listen, phone: None, in_the_browser: true }
    }

    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let (here, phones_at) = self.places()?;
        let book = session.open().await?;
        let phones = match phones_at {
            Some(at) => Some(phones(session, at).await?),
            None if self.in_the_browser => phones_as_before(session, &book).await?,
            None => None,
        };
        let listener = listener(here).await?;
        let address = listener.local_addr().map_err(Error::writing)?;
        let here = format!("Kithwork is at http://{address}/ until you press Ctrl-C.\n");
        let there = phones.as_ref().map(Phones::says).unwrap_or_default();
        screen::print(&format!("{here}{there}"))?;
        if self.in_the_browser && open::that(format!("http://{address}/")).is_err() {
            screen::tell("No browser could be opened: go there yourself.\n");
        }
        serve(session, book, listener, phones).await
    }

    /// Where this machine is served, and where phones are.
    fn places(&self) -> Result<(SocketAddr, Option<SocketAddr>)> {
        if self.listen.ip().is_loopback() {
            return Ok((self.listen, self.phone));
        }
        if self.phone.is_some() {
            let hint = "“--listen” is for this machine then, such as 127.0.0.1:7348";
            return Err(Error::new(Code::AddressRefused).hint(hint));
        }
        let here = USUAL.parse().map_err(|cause: std::net::AddrParseError| {
            Error::new(Code::Internal).caused_by(cause)
        })?;
        Ok((here, Some(self.listen)))
    }
}

/// Opens the way in for phones.
async fn phones(session: &Session, at: SocketAddr) -> Result<Phones> {
    let file = session.place.beside(".phone-ca")?;
    Phones::open(listener(at).await?, &file)
}

/// Whoever has paired a phone finds it let in again, without asking for it: the way in stays shut where
/// that can't be.
async fn phones_as_before(session: &Session, book: &Open) -> Result<Option<Phones>> {
    if device::list(&*book.store, &book.ctx).await?.is_empty() {
        return Ok(None);
    }
    match phones(session, usual_phones()?).await {
        Ok(phones) => Ok(Some(phones)),
        Err(error) => {
            let hint = error.hint.unwrap_or_default();
            screen::tell(&format!("Phones can’t come in just now: {hint}\n"));
            Ok(None)
        }
    }
}

/// Listens at an address.
pub(super) async fn listener(listen: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(listen).await.map_err(|cause| {
        let hint = format!("{listen} may be in use: choose another port, or 0 for any");
        Error::new(Code::AddressRefused).hint(hint).caused_by(cause)
    })
}

/// Serves a book until Ctrl-C, or until the machine asks it to stop.
pub(super) async fn serve(
    session: &Session,
    book: Open,
    listener: TcpListener,
    phones: Option<Phones>,
) -> Result<Ended> {
    let address = listener.local_addr().map_err(Error::writing)?;
    let hosts = Hosts::of(address).unwrap_or_else(|| Hosts::loopback(address.port()));
    let clock: kithwork_web::Clock = if session.now_is_given {
        let now = session.now;
        Arc::new(move || now)
    } else {
        Arc::new(config::now)
    };
    let web = Web::new(book.store, book.ctx.tenant, clock, hosts)
        .assuming(book.ctx.params)
        .fetching(Arc::new(Network))
        .drawing(config::chance())
        .opening(opener(session));
    let phones = phones.map(|phones| phones.serve(&web));
    kithwork_web::serve(listener, web, stopped())
        .await
        .map_err(|cause| Error::new(Code::AddressRefused).caused_by(cause))?;
    if let Some(phones) = phones {
        phones.await.map_err(|cause| Error::new(Code::Internal).caused_by(cause))?;
    }
    Ok(Ended::Done)
}

/// Opens the way in for phones from a page, as `--phone` does at the start.
fn opener(session: &Session) -> Opener {
    let session = session.clone();
    Arc::new(move |web: Web| {
        let session = session.clone();
        Box::pin(async move {
            // It ends with the server; nobody waits for it.
            let _ending = phones(&session, usual_phones()?).await?.serve(&web);
            Ok(())
        })
    })
}

fn usual_phones() -> Result<SocketAddr> {
    PHONES
        .parse()
        .map_err(|cause: std::net::AddrParseError| Error::new(Code::Internal).caused_by(cause))
}

/// Refuses an address that others can reach.
pub(super) fn refuse_others(listen: SocketAddr) -> Result<()> {
    if listen.ip().is_loopback() {
        return Ok(());
    }
    let hint = "other machines could reach it: the demo listens on 127.0.0.1";
    Err(Error::new(Code::AddressRefused).hint(hint))
}

/// Ends at Ctrl-C or SIGTERM.
pub(crate) async fn stopped() {
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

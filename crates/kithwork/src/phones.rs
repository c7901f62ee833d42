//! The way in for phones: a listener in the machine's own network, and the certificate it shows.

use crate::certificate::{Authority, Leaf};
use crate::cli::stopped;
use crate::config;
use crate::network;
use kithwork_app::{Error, Result};
use kithwork_web::{Door, Lan, TlsConfig, Web};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// So often it is looked whether the machine has moved or the certificate has aged.
const BETWEEN_LOOKS: Duration = Duration::from_secs(30);

/// A way in for phones that is open.
pub(crate) struct Phones {
    listener: TcpListener,
    tls: Arc<TlsConfig>,
    door: Door,
    keeper: Keeper,
}

/// What keeps the certificate and the addresses true while phones are served.
struct Keeper {
    listening: SocketAddr,
    authority: Authority,
    leaf: Leaf,
    lan: Lan,
}

impl Phones {
    /// Opens it on this listener; the authority lies in this file.
    ///
    /// # Errors
    /// Where no certificate can be made, read or kept.
    pub(crate) fn open(listener: TcpListener, file: &Path) -> Result<Self> {
        let listening = listener.local_addr().map_err(Error::writing)?;
        let reached = network::reached(listening);
        let addresses = ips(&reached);
        let now = config::now();
        let authority = Authority::at(file, &addresses, now)?;
        let leaf = Leaf::of(&authority, &addresses, now)?;
        let (lan, tls) = (Lan::of(reached), leaf.tls()?);
        let door = Door::new(lan.clone(), authority.der.clone(), authority.pem.clone());
        Ok(Self { listener, tls, door, keeper: Keeper { listening, authority, leaf, lan } })
    }

    /// Where phones come in, in a line for a person.
    pub(crate) fn says(&self) -> String {
        match self.keeper.lan.first() {
            Some(at) => format!(
                "Phones come in at https://{at}/: pair them on the page “Use on my phone”.\n"
            ),
            None => "Phones come in as soon as this computer is in a network.\n".to_owned(),
        }
    }

    /// Serves phones from now on, beside these pages, until the machine is asked to stop.
    pub(crate) fn serve(self, web: &Web) -> JoinHandle<()> {
        let Self { listener, tls, door, keeper } = self;
        let web = web.clone().with_door(door);
        tokio::spawn(async move {
            tokio::select! {
                served = kithwork_web::serve_phones(listener, tls, web, stopped()) => {
                    if let Err(cause) = served {
                        tracing::error!(%cause, "phones can’t come in any more");
                    }
                }
                () = keeper.keep() => {}
            }
        })
    }
}

impl Keeper {
    /// Keeps looking, until it is dropped.
    async fn keep(self) {
        loop {
            tokio::time::sleep(BETWEEN_LOOKS).await;
            let reached = network::reached(self.listening);
            match self.leaf.renew(&self.authority, &ips(&reached), config::now()) {
                Ok(true) => self.lan.moved_to(reached),
                Ok(false) => {}
                Err(error) => {
                    tracing::warn!(code = error.code.slug(), "no new certificate could be made");
                }
            }
        }
    }
}

fn ips(addresses: &[SocketAddr]) -> Vec<IpAddr> {
    addresses.iter().map(SocketAddr::ip).collect()
}

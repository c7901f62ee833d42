//! Serving phones: HTTPS in the machine's own network, to whoever came in.

use crate::hosts::Hosts;
use crate::router::router;
use crate::serve::ServeError;
use crate::web::Web;
use axum::serve::Listener;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
pub use tokio_rustls::rustls::ServerConfig as TlsConfig;
use tokio_rustls::server::TlsStream;

/// So many greetings go on at once; more wait their turn.
const GREETINGS: usize = 64;
/// Whoever has not greeted by then is let go.
const PATIENCE: Duration = Duration::from_secs(10);
/// After the machine could take no connection, such as for want of files.
const PAUSE: Duration = Duration::from_secs(1);

/// Serves phones until `shutdown` is done, then finishes the answers that are under way. The addresses
/// that are served are those of the door of `web`.
///
/// # Errors
/// [`ServeError::NoDoor`]; [`ServeError::Network`].
pub async fn serve_phones(
    listener: TcpListener,
    tls: Arc<TlsConfig>,
    web: Web,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let lan = web.door().map(|door| door.lan.clone()).ok_or(ServeError::NoDoor)?;
    let app = router(web.at(Hosts::lan(lan)));
    let listener = TlsListener::on(listener, tls)?;
    axum::serve(listener, app).with_graceful_shutdown(shutdown).await?;
    Ok(())
}

/// Connections that have greeted. Each greets beside the others, so that one that says nothing holds
/// nobody up.
struct TlsListener {
    address: SocketAddr,
    greeted: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    /// Ends with the listener.
    _door: JoinSet<()>,
}

impl TlsListener {
    fn on(listener: TcpListener, tls: Arc<TlsConfig>) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let (to, greeted) = mpsc::channel(GREETINGS);
        let mut door = JoinSet::new();
        door.spawn(greet(listener, TlsAcceptor::from(tls), to));
        Ok(Self { address, greeted, _door: door })
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.greeted.recv().await {
            Some(greeted) => greeted,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

async fn greet(
    listener: TcpListener,
    tls: TlsAcceptor,
    to: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let places = Arc::new(Semaphore::new(GREETINGS));
    let mut greetings = JoinSet::new();
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        while greetings.try_join_next().is_some() {}
        let (stream, from) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(cause) => {
                tracing::warn!(%cause, "a connection could not be taken");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let (tls, to) = (tls.clone(), to.clone());
        greetings.spawn(async move {
            match tokio::time::timeout(PATIENCE, tls.accept(stream)).await {
                Ok(Ok(stream)) => drop(to.send((stream, from)).await),
                // A phone that does not trust the certificate yet hangs up in the middle.
                Ok(Err(cause)) => tracing::debug!(%cause, "a greeting failed"),
                Err(_) => tracing::debug!("a greeting took too long"),
            }
            drop(place);
        });
    }
}

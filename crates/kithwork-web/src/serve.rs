//! Serving on a listener of this machine.

use crate::hosts::Hosts;
use crate::router::router;
use crate::web::Web;
use std::future::Future;
use thiserror::Error;
use tokio::net::TcpListener;

/// Why nothing is served.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ServeError {
    /// Other machines could reach the address, and there are no accounts to keep them out.
    #[error("only addresses of this machine are served, such as 127.0.0.1")]
    NotLoopback,
    /// Nothing says where phones come in.
    #[error("no way in for phones was opened")]
    NoDoor,
    /// The network failed.
    #[error("the network failed")]
    Network(#[from] std::io::Error),
}

/// Serves until `shutdown` is done, then finishes the answers that are under way. The addresses that
/// are served are those of the listener, whatever `web` was made with.
///
/// # Errors
/// [`ServeError::NotLoopback`] where other machines could reach the listener;
/// [`ServeError::Network`].
pub async fn serve(
    listener: TcpListener,
    web: Web,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let hosts = Hosts::of(listener.local_addr()?).ok_or(ServeError::NotLoopback)?;
    let app = router(web.at(hosts));
    axum::serve(listener, app).with_graceful_shutdown(shutdown).await?;
    Ok(())
}

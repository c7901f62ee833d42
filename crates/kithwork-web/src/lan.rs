//! The machine's addresses in its own network, which change with the network.

use std::net::SocketAddr;
use std::sync::{Arc, PoisonError, RwLock};

/// Where phones reach this machine. Clones share what is known: whoever serves tells it anew when the
/// machine moves to another network.
#[derive(Clone, Debug, Default)]
pub struct Lan(Arc<RwLock<Vec<SocketAddr>>>);

impl Lan {
    /// These addresses, the one to show first.
    pub fn of(addresses: Vec<SocketAddr>) -> Self {
        Self(Arc::new(RwLock::new(addresses)))
    }

    /// From now on these.
    pub fn moved_to(&self, addresses: Vec<SocketAddr>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = addresses;
    }

    /// The address to show; none while the machine is in no network.
    pub fn first(&self) -> Option<SocketAddr> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).first().copied()
    }

    /// Whether this authority is one of them, as a browser writes it in `Host`: without the port of
    /// `https`.
    pub(crate) fn allow(&self, authority: &str) -> bool {
        let is_ours = |address: &SocketAddr| {
            let is_usual = address.port() == 443 && address.ip().to_string() == authority;
            is_usual || address.to_string() == authority
        };
        self.0.read().unwrap_or_else(PoisonError::into_inner).iter().any(is_ours)
    }
}

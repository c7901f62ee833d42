//! The way in for phones: where it is, and by what a phone knows that it is the right one.

use crate::lan::Lan;
use crate::web::Web;
use kithwork_app::{Result, access};
use std::pin::Pin;
use std::sync::Arc;

/// Opens the way in while the pages are served, and serves it from then on: tells the door to the pages
/// it is given.
pub type Opener =
    Arc<dyn Fn(Web) -> Pin<Box<dyn Future<Output = Result<()>> + Send>> + Send + Sync>;

/// The way in for phones.
#[derive(Clone, Debug)]
pub struct Door {
    pub(crate) lan: Lan,
    /// The certificate of the program's own authority, which phones are told to trust, as DER and PEM.
    pub(crate) der: Vec<u8>,
    pub(crate) pem: String,
    /// Its SHA-256, as people compare it.
    pub(crate) fingerprint: String,
}

impl Door {
    /// A way in at these addresses, under an authority whose certificate this is, as DER and as PEM.
    pub fn new(lan: Lan, der: Vec<u8>, pem: String) -> Self {
        let fingerprint = access::fingerprint(&der);
        Self { lan, der, pem, fingerprint }
    }

    /// The address of a page there; none while the machine is in no network.
    pub(crate) fn address(&self, path: &str) -> Option<String> {
        self.lan.first().map(|at| format!("https://{at}{path}"))
    }
}

//! Without a connection: notes can still be written.

use crate::frame::{Frame, Place};
use askama::Template;

/// Without a connection.
#[derive(Debug, Template)]
#[template(path = "offline.html")]
pub(crate) struct Offline {
    frame: Frame,
}

impl Offline {
    /// The page, which holds nobody: it is kept on the device.
    pub(crate) fn new() -> Self {
        Self { frame: Frame::new("No connection", Place::Nowhere) }
    }
}

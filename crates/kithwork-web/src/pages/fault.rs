//! What went wrong, as a page with a way on.

use crate::frame::{Frame, Place};
use askama::Template;

/// What went wrong, as a page with a way on.
#[derive(Debug, Template)]
#[template(path = "fault.html")]
pub(crate) struct FaultPage {
    frame: Frame,
    title: String,
    hint: String,
}

impl FaultPage {
    /// What happened and what to do about it, each a plain sentence.
    pub(crate) fn new(title: &str, hint: &str) -> Self {
        Self {
            frame: Frame::new(title, Place::Nowhere),
            title: title.to_owned(),
            hint: hint.to_owned(),
        }
    }
}

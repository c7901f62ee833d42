//! How far a long import is.

use crate::frame::{Frame, Place};
use crate::imports::Stage;
use crate::say;
use askama::Template;

/// How far a long import is. The page asks again by itself, with a script or without.
#[derive(Debug, Template)]
#[template(path = "progress.html")]
pub(crate) struct ProgressPage {
    frame: Frame,
    says: String,
    /// Per cent of the way.
    share: usize,
}

crate::visit::framed!(ProgressPage);

impl ProgressPage {
    /// The page at a stage.
    pub(crate) fn of(stage: &Stage) -> Self {
        let (says, share) = match stage {
            Stage::Reading { files: 0, .. } => ("Looking what there is".to_owned(), 2),
            Stage::Reading { read, files } => {
                let files_read = say::counted(*files as u64, "file", "files");
                let read_so_far = say::number(*read as u64);
                // Reading is most of the way, and joining and writing the rest (judgement).
                (format!("{read_so_far} of {files_read} read"), 5 + read * 60 / (*files).max(1))
            }
            Stage::Joining => ("Finding out what belongs together".to_owned(), 70),
            Stage::Writing => ("Writing it down".to_owned(), 90),
            Stage::Over(_) | Stage::Failed(..) => ("Done".to_owned(), 100),
        };
        Self { frame: Frame::new("Reading your files", Place::More), says, share }
    }
}

//! `subject-report WHO FILE`

use crate::screen;
use crate::session::{Ended, Session};
use kithwork_app::{Code, Error, Result, person, subject_report};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Write all that is held about one person, as a page and as JSON
#[derive(Debug, clap::Args)]
pub(crate) struct SubjectReport {
    /// A name, its beginning, or an id
    who: String,
    /// A new file for the page, such as report.html; the JSON is written beside it
    file: PathBuf,
}

impl SubjectReport {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open_existing().await?;
        let person = person::find(&*book.store, &book.ctx, &self.who).await?;
        let report = subject_report::on(&*book.store, &book.ctx, person.id).await?;
        let (page, document) = (self.file.with_extension("html"), self.file.with_extension("json"));
        for path in [&page, &document] {
            if path.try_exists().map_err(Error::writing)? {
                return Err(Error::new(Code::FileExists).hint("choose another name"));
            }
        }
        write(&page, &report.html)?;
        write(&document, &report.json)?;
        let (page, document) = (page.display(), document.display());
        screen::print(&format!("Written to {page} and {document}.\n"))?;
        Ok(Ended::Done)
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    let mut file = File::create_new(path).map_err(Error::writing)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(Error::writing)
}

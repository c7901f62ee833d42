//! `import PATH…`

use crate::draw;
use crate::session::{Ended, Session};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kithwork_app::Result;
use kithwork_app::import::{self, Input, Progress};
use std::path::PathBuf;
use std::time::Duration;

/// Read files, folders and zip files: sheets, contacts, calendars
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork import people.csv meetings.csv
  kithwork import ~/handover --dry-run
  kithwork import export.zip --json")]
pub(crate) struct Import {
    /// Files, folders and zip files
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Show what would happen and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Import {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let inputs = self.paths.into_iter().map(Input::Path).collect();
        let bar = bar(session.screen.draws_progress && !self.json);
        let progress = |step: Progress| came(&bar, step);
        let done = import::files(&*book.store, &book.ctx, inputs, self.dry_run, &progress).await;
        bar.finish_and_clear();
        let document = done?;
        session.screen.show(&document, || draw::import(&document, self.dry_run))?;
        let refused = document.files.iter().any(kithwork_app::json::FileJson::is_refused);
        Ok(if refused { Ended::CouldNot } else { Ended::Done })
    }
}

/// Shows how far an import is.
pub(super) fn came(bar: &ProgressBar, to: Progress) {
    match to {
        Progress::Found { files } => bar.set_length(u64::try_from(files).unwrap_or(u64::MAX)),
        Progress::Read { .. } => bar.inc(1),
        Progress::Joining => bar.set_message("finding what belongs together"),
        Progress::Writing => bar.set_message("writing"),
    }
}

pub(super) fn bar(visible: bool) -> ProgressBar {
    if !visible {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} files  {msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

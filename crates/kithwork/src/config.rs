//! The surroundings: environment, clock and terminal. The only place that reads them.

use directories::ProjectDirs;
use jiff::Timestamp;
use kithwork_app::{Code, Error, Result};
use std::env;
use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdout};
use std::path::PathBuf;

/// What the program finds around it.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// `$KITHWORK_BOOK`.
    pub(crate) book: Option<OsString>,
    /// The moment at which it was started.
    pub(crate) now: Timestamp,
    /// Whether progress may be drawn.
    pub(crate) draws_progress: bool,
    /// Whether colour is welcome (<https://no-color.org>).
    pub(crate) colour: bool,
    /// What to log: `$KITHWORK_LOG`, in the spelling of tracing's filters.
    pub(crate) log: Option<String>,
}

impl Config {
    /// Reads the surroundings.
    pub(crate) fn read() -> Self {
        let on_terminal = stdout().is_terminal();
        let no_colour = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            book: env::var_os("KITHWORK_BOOK").filter(|value| !value.is_empty()),
            now: now(),
            draws_progress: stderr().is_terminal(),
            colour: on_terminal && !no_colour,
            log: env::var_os("KITHWORK_LOG").and_then(|value| value.into_string().ok()),
        }
    }
}

/// What an encrypted book is opened with: `$KITHWORK_PASSPHRASE`.
pub(crate) fn passphrase() -> Option<String> {
    let said = env::var_os("KITHWORK_PASSPHRASE").and_then(|value| value.into_string().ok());
    said.filter(|passphrase| !passphrase.is_empty())
}

/// The clock.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// Where the book lies if nobody says otherwise: in the platform's folder for data.
pub(crate) fn usual_book() -> Result<PathBuf> {
    let folders = ProjectDirs::from("", "", "kithwork").ok_or_else(|| {
        Error::new(Code::BookUnavailable).hint("say where the book is with “--book FILE”")
    })?;
    Ok(folders.data_dir().join("book.kithwork"))
}

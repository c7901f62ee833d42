//! The surroundings: environment, clock and terminal. The only place that reads them.

use directories::ProjectDirs;
use jiff::Timestamp;
use kithwork_app::access::Chance;
use kithwork_app::{Code, Error, Result};
use kithwork_core::params::Params;
use std::env;
use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the program finds around it.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// `$KITHWORK_BOOK`.
    pub(crate) book: Option<OsString>,
    /// The moment at which it was started.
    pub(crate) now: Timestamp,
    /// The file of parameters: `$KITHWORK_PARAMS`, else `params.toml` in the platform's folder for
    /// settings; none where that is not there.
    pub(crate) params: Option<PathBuf>,
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
            params: params_file(),
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

/// The parameters that the owner wrote down, or the defaults.
///
/// # Errors
/// Where the file can't be read, or holds something that is no parameter.
pub(crate) fn params(file: Option<&Path>) -> Result<Params> {
    let Some(file) = file else { return Ok(Params::default()) };
    let text = std::fs::read_to_string(file).map_err(|cause| {
        let hint = format!("“{}” can’t be read", file.display());
        Error::new(Code::FileUnreadable).hint(hint).caused_by(cause)
    })?;
    kithwork_app::params::read(&text).map_err(|error| {
        let told = error.hint.clone().unwrap_or_default();
        error.hint(format!("{}: {told}", file.display()))
    })
}

fn params_file() -> Option<PathBuf> {
    let said = env::var_os("KITHWORK_PARAMS").filter(|value| !value.is_empty());
    said.map(PathBuf::from).or_else(|| usual_params().filter(|file| file.exists()))
}

/// Where the file of parameters lies if nobody says otherwise.
pub(crate) fn usual_params() -> Option<PathBuf> {
    let folders = ProjectDirs::from("", "", "kithwork")?;
    Some(folders.config_dir().join("params.toml"))
}

/// Where secrets come from: the system's own source of chance.
pub(crate) fn chance() -> Chance {
    Arc::new(|| {
        let mut drawn = [0; 32];
        getrandom::fill(&mut drawn).map_err(|cause| Error::new(Code::Internal).caused_by(cause))?;
        Ok(drawn)
    })
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

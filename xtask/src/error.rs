//! What can stop a task.

use std::path::PathBuf;

/// What a task returns.
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// Why a task stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// No such task.
    #[error("no task is called {0}; `cargo xtask help` lists them")]
    UnknownTask(String),
    /// A program could not be started.
    #[error("could not start {program}")]
    Start {
        /// Its name.
        program: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A step ended badly; it has said why itself.
    #[error("{0} failed")]
    Failed(String),
    /// A file or folder could not be read.
    #[error("could not read {path}")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// `cargo metadata` failed.
    #[error("could not read the workspace's manifests")]
    Metadata(#[from] cargo_metadata::Error),
    /// The store's tests need a PostgreSQL, and none could be started.
    #[error("could not start a PostgreSQL for the tests")]
    Postgres(#[source] std::io::Error),
    /// Continuous integration tries the pages in a browser, and there is none.
    #[error("could not try the pages in a browser: {0}")]
    Browser(&'static str),
    /// A file of the run could not be read or written, or a program not started.
    #[error("a file of this run could not be read or written")]
    File(#[from] std::io::Error),
    /// The program was started and never said where it serves.
    #[error("the program did not begin to serve")]
    NotServing,
    /// The rules of the house are broken.
    #[error("{0} of the house's rules broken, listed above")]
    Rules(usize),
}

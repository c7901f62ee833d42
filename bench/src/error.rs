//! What can stop a benchmark.

use std::path::PathBuf;

/// What each step returns.
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// Why it stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// A file could not be written or read.
    #[error("could not use {path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A program could not be run.
    #[error("could not run {program}: {source}")]
    Program {
        /// Which.
        program: String,
        /// Why.
        source: std::io::Error,
    },
    /// A program ended badly.
    #[error("{program} ended badly: {said}")]
    Ended {
        /// Which.
        program: String,
        /// What it said.
        said: String,
    },
    /// The program under test is not built.
    #[error("build the program first: cargo build --release --package kithwork")]
    NotBuilt,
    /// The store failed.
    #[error("the store failed: {0}")]
    Store(#[from] kithwork_store::StoreError),
    /// What a user would be told.
    #[error("refused: {0}")]
    Refused(#[from] kithwork_app::Error),
    /// A day that cannot be told as a time.
    #[error("no such time: {0}")]
    Time(jiff::Error),
    /// A page, ours or a peer's, was not answered as it should.
    #[error("a server did not answer: {0}")]
    Page(String),
    /// The run itself.
    #[error("could not start: {0}")]
    Start(#[from] std::io::Error),
}

//! What can stop a comparison.

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
        /// The end of what it said.
        said: String,
    },
    /// What a peer answered is not what was asked for, or what we ask can't be told.
    #[error("could not read the answer: {0}")]
    Answer(#[from] serde_json::Error),
    /// A word of the command line is unknown.
    #[error("not a word of this command, or no number after it: {0}")]
    Word(String),
    /// The parameters of a model were not found.
    #[error("no fit: {0}")]
    Unfit(#[from] kithwork_core::models::fitted::Unfit),
    /// The run itself.
    #[error("could not start: {0}")]
    Start(#[from] std::io::Error),
}

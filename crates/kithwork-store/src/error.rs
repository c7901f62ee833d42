//! What can go wrong in a store. Driver types never leave this crate.

use kithwork_core::id::FactId;
use thiserror::Error;

/// A result of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// What can go wrong in a store.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no such book or fact.
    #[error("not found")]
    NotFound,
    /// A named constraint refuses the row.
    #[error("conflict with {constraint}")]
    Conflict {
        /// The constraint's name in the migration.
        constraint: String,
    },
    /// Rows have changed since they were read; nothing was written.
    #[error("{} rows have changed since they were read", .0.len())]
    Stale(Vec<FactId>),
    /// The book has moved on from the number that a change was made from; nothing was written.
    #[error("the book has moved on")]
    Moved,
    /// The file or its folder can't be written.
    #[error("the book can’t be written")]
    ReadOnly,
    /// No room is left on the disk.
    #[error("the disk is full")]
    Full,
    /// Another program holds the book.
    #[error("the book is in use by another program")]
    Busy,
    /// A file is there already, and none is written over.
    #[error("there is a file of that name already")]
    Exists,
    /// The file is no book, or one of a newer version.
    #[error("this is no book that this version can read: {0}")]
    Foreign(String),
    /// The database can't be reached.
    #[error("the database can’t be reached")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What is stored can't be understood.
    #[error("the book is damaged: {0}")]
    Corrupt(String),
    /// This database can't do that.
    #[error("not possible with this database: {0}")]
    Unsupported(&'static str),
}

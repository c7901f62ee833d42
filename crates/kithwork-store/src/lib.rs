//! Books in SQLite and PostgreSQL, behind one trait.
//!
//! The same SQL text serves both (docs/adr/0002): `sql/` is compiled once for each database, and
//! what truly differs stands in `sqlite.rs` and `postgres.rs`.

#![expect(clippy::duplicate_mod, reason = "`sql/` is compiled once for each database")]

mod cell;
mod chain;
mod directory;
mod error;
mod fault;
mod field;
mod kind;
mod links;
mod net;
mod open;
mod postgres;
mod redact;
mod sheet;
mod sqlite;
mod store;
mod table;
mod words;

pub use chain::RESTORE;
pub use directory::{Access, AccessKind, Account, Digest, Directory, Reach};
pub use error::{Result, StoreError};
#[cfg(feature = "encryption")]
pub use open::Passphrase;
pub use open::{
    FileOptions, open, open_file, open_file_with, replace, replace_with, restore, restore_with,
};
pub use store::{Erased, Keepsake, Past, PeopleQuery, PersonHit, Problem, Scope, Store};

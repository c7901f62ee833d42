//! Books in SQLite and PostgreSQL, behind one trait.
//!
//! The same SQL text serves both (docs/adr/0002): `sql/` is compiled once for each database, and
//! what truly differs stands in `sqlite.rs` and `postgres.rs`.

mod cell;
mod chain;
mod error;
mod fault;
mod field;
mod kind;
mod links;
mod net;
mod open;
mod postgres;
mod sheet;
mod sqlite;
mod store;
mod table;
mod words;

pub use error::{Result, StoreError};
pub use open::{open, open_file};
pub use store::{Erased, PeopleQuery, PersonHit, Problem, Scope, Store};

//! Books in SQLite and PostgreSQL, behind one trait.
//!
//! The same SQL text serves both (docs/adr/0002): `sql/` is compiled once for each database, and
//! what truly differs stands in `sqlite.rs` and `postgres.rs`.

mod error;
mod store;

pub use error::{Result, StoreError};
pub use store::{Erased, PeopleQuery, PersonHit, Problem, Scope, Store};

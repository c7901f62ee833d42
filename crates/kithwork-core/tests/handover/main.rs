//! The hand-over, seen from outside: batches of records in, rows out.

mod book;
mod people;
mod sheets;

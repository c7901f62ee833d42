//! The hand-over, seen from outside: batches of records in, rows out.

mod book;
mod calendar;
mod care;
mod odd;
mod order;
mod people;
mod regroup;
mod sheets;

//! The built program, run as users run it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::print_stderr, reason = "a test that can't run here says so")]

mod deeds;
mod encryption;
mod erase;
mod errors;
mod export;
mod faces;
mod hostile;
mod import;
mod kill;
mod note;
mod people;
mod personas;
mod places;
mod postgres;
mod question;
mod restore;
mod run;
mod serve;
mod served;
mod truth;
mod undo;

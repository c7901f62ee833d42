//! The built program, run as users run it.

mod erase;
mod errors;
mod export;
mod faces;
mod import;
mod kill;
mod note;
mod people;
mod personas;
mod question;
mod restore;
mod run;
mod truth;
mod undo;

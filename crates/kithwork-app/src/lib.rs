//! One function per thing a user does: it checks who asks and whether what they give is valid,
//! computes the edits and commits them as one [`Change`](kithwork_core::change::Change).
//!
//! Every face (command line, pages, programs) calls these and nothing below them; every document
//! they show to programs is made in [`json`].

pub mod access;
pub mod aim;
pub mod amend;
pub mod backup;
pub mod book;
pub mod books;
pub mod bulk;
pub mod business;
pub mod calendar;
pub mod change;
pub mod channel;
pub mod check;
pub mod company;
pub mod conversation;
pub mod ctx;
mod day;
mod deed;
mod derived;
pub mod erase;
pub mod error;
pub mod experiment;
pub mod export;
mod faults;
pub mod first_hour;
pub mod help;
pub mod import;
pub mod introduction;
pub mod json;
pub mod level;
mod line;
mod meant;
pub mod meeting;
pub mod need;
pub mod note;
pub mod offer;
pub mod params;
pub mod people_list;
pub mod person;
pub mod pitch;
pub mod plan;
pub mod playback;
pub mod prepare;
pub mod presentation;
pub mod profile;
pub mod project;
pub mod promise;
pub mod proposal;
pub mod question;
pub mod rating;
pub mod referral;
pub mod review;
pub mod room;
pub mod room_rating;
pub mod said;
pub mod settings;
pub mod share_card;
pub mod start;
pub mod subject_report;
pub mod tag;
pub mod trash;
pub mod triage;
pub mod trigger;
pub mod undo;
mod who;
pub mod whom;
mod word;

pub use amend::Amend;
pub use ctx::{Ctx, Rights};
pub use error::{Code, Error, FieldProblem, Later, Result};
pub use faults::Faults;

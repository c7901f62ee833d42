//! Time with people: suggested, asked for, agreed, happened.
//!
//! ```text
//! put_off ─▶ Suggested ─ask─▶ Asked ─agree─▶ Agreed ─happened─▶ Happened ◀─log
//!                ▲                                │
//!                └──────────── not_held ◀─────────┘
//! ```

mod agree;
mod aim;
mod ask;
mod draft;
mod log;
mod look;
mod not_held;
mod put_off;
mod row;

pub use agree::{Time, agree};
pub use aim::aim;
pub(crate) use aim::coming;
pub use ask::{Ask, ask};
pub(crate) use draft::ways;
pub use draft::{Draft, Invitation, Way, draft};
pub use log::{Log, close, happened, log};
pub use look::by_id;
pub use not_held::{not_held, of_a_calendar};
pub use put_off::put_off;
pub(crate) use row::is_told_elsewhere;

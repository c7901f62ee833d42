//! Meetings of rooms: what to know before one, what was heard there, how the owner looks back on it
//! (mission rows 60 and 72).

mod enter;
mod look;
mod not_there;
mod tell;

pub use enter::{New, enter};
pub use look::{agenda, evening, meant};
pub(crate) use look::{known, last, next};
pub use not_there::not_there;
pub use tell::{Kept, Minute, Told, tell};

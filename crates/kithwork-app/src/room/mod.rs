//! Rooms: all of them, one on a page, what the owner puts right about one.

mod edit;
mod look;
mod meant;
mod regroup;

pub use edit::{Correction, edit, leave, stay};
pub use look::{known, sheet};
pub(crate) use meant::is_meant;
pub use meant::{all, by_id, fitting};
pub use regroup::{not_a_group, same_group};

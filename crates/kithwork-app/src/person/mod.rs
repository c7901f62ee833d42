//! The people of a book: found, listed, shown, joined, parted and put right.

mod aside;
mod edit;
mod find;
mod merge;
pub(crate) mod moment;
pub(crate) mod own;
mod roll;
mod show;

pub use aside::set_aside;
pub use edit::{Correction, edit};
pub use find::{Found, find, list, page};
pub use merge::{merge, unmerge};
pub(crate) use roll::read as read_roll;
pub use roll::{Listed, Order, Roll, everyone as roll, sector};
pub use show::{Evidence, Moment, Shown, Standing, show};

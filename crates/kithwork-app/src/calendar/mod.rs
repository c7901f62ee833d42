//! Calendars that are read from a private link: kept as a secret, fetched only when the owner says so,
//! read in like a file.

mod address;
mod fetch;
mod link;

pub use address::{Address, is_private};
pub use fetch::{Ask, Fault, Fetch, Fetched, HOPS, LONGEST, MOST, Reach};
pub use link::{Link, add, drop, known, links, meant, read};

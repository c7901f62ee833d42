//! The web of people: who knows whom, who helped whom, and what can be read from it.
//!
//! ```text
//! Book ─▶ Web (who is known to know whom, whose help went where) ─▶ circles, warmest way in
//!                                                             └──▶ structural holes, if enough is known
//! ```
//!
//! A book sees its owner's own ties; of ties among others it knows few. What is unknown is not absent:
//! measures that need ties among others are shown only where enough of them are known.

mod balance;
mod circles;
mod graph;
mod holes;
#[cfg(test)]
pub(crate) mod karate;
mod path;
mod rank;
mod rings;
#[cfg(test)]
mod tests;
mod told;
mod way_in;
mod web;

pub use balance::{Balance, KINDS, KindBalance, PersonBalance, Shared, WayBalance, balance};
pub use circles::{reciprocity, threes};
pub use graph::Graph;
pub use holes::{Position, position};
pub use path::{MOST_STEPS, Path, warmest};
pub use rank::{WALK_ON, page_rank, personal_rank};
pub use rings::{By, Dot, Spoke, rings};
pub use told::{CircleTold, GivingTold, PositionTold, giving_told};
pub use way_in::{WayIn, way_in};
pub use web::{Known, Web, introductions_among};

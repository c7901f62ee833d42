//! Who sits with whom: one-to-ones round a group, tables at an event, a few who can help each other.
//!
//! ```text
//! group ──round_robin / rota──▶ rounds of pairs, repeats last
//! event ──planes, then annealing──▶ rounds of tables, repeats fewest, rivals and friends apart
//! pool ──small──▶ three to five who can help each other
//! ```

mod planes;
mod rota;
mod round_robin;
mod small;
mod tables;
#[cfg(test)]
mod tests;

pub use planes::known_rounds;
pub use rota::rota;
pub use round_robin::{Round, round_robin};
pub use small::{SmallTable, small_table};
pub use tables::{Seating, Wishes, seat};

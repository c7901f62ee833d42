//! Who had a part in business won: each deal shared out, to the penny, along the chain behind it.
//!
//! ```text
//! Business ──chain──▶ Deal: room ▸ introducer ▸ … ▸ referrer ──ledger──▶ credit by source, by six rules
//! ```
//!
//! No rule is the right one, so all six stand side by side; the headline is the even one, and what a
//! source brought is said as a range: "£4–9k whichever way you count" (science.md §3.7).

mod chain;
mod ledger;
#[cfg(test)]
mod tests;
mod told;
mod words;

pub use chain::{Deal, Source, Touch, deals};
pub use ledger::{Credit, Origins, credits, erase, origins, roll_up};
pub use told::{CreditTold, credit_told};
pub use words::whichever_way;

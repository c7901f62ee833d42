//! Who can help whom: what people look for, set against what others do and whom they serve.
//!
//! ```text
//! text ──words──▶ words ──vocabulary──▶ terms (trade, line of business, place, word)
//! what everybody does and serves ──▶ Offers ──asking──▶ who meets a need, how well, in which words
//! the owner's own offers and needs ──▶ help first: whom to sit down with (row 65)
//! ```

mod company;
mod help_first;
mod introductions;
mod offers;
mod open_needs;
mod open_offers;
pub(crate) mod owner;
mod question;
#[cfg(test)]
mod sample;
mod says;
mod sought;
mod term;
#[cfg(test)]
mod tests;
mod vocabulary;
mod wants;
mod words;

pub use company::{Guest, Pair, Table, tables};
pub use help_first::{Help, HelpFirst, Helper, help_first};
pub use introductions::{Idea, Reason, introductions};
pub use offers::{Asking, Fit, Offer, Offers, Through};
pub use open_needs::{Helpers, OpenNeed, met_by, open_needs};
pub use open_offers::{OpenOffer, open_offers};
pub use question::shared;
pub use says::{they_help, told_who_helps, told_who_needs, you_help};
pub use sought::{plain, sought};
pub use term::{Kind, Term, place, terms, widened};

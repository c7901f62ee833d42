//! Somebody who was erased, so that no later file brings them back unasked.

use crate::id::FactId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Somebody erased, known by nothing but digests: each is keyed with the row's own salt, so that
/// nobody who reads the book can tell who it was, and two rows can't be compared
/// (science.md R6; design.md §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppression {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// What keys the digests.
    pub salt: String,
    /// Of addresses, numbers, profiles and the name: a letter for which it is, and hexadecimal
    /// digits.
    pub digests: Vec<String>,
    /// When they were erased.
    pub on: Date,
}

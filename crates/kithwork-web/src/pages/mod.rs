//! The pages: each a struct that a template draws, made from what it looks at.

pub(crate) mod empty;
pub(crate) mod entries;
pub(crate) mod fault;
pub(crate) mod groups;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod review;
pub(crate) mod this_week;

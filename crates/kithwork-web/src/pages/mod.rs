//! The pages: each a struct that a template draws, made from what it looks at.

pub(crate) mod aims;
pub(crate) mod aside;
pub(crate) mod ask;
pub(crate) mod business;
pub(crate) mod changes;
pub(crate) mod edit;
pub(crate) mod empty;
pub(crate) mod entries;
pub(crate) mod fault;
pub(crate) mod groups;
pub(crate) mod import;
pub(crate) mod merge;
pub(crate) mod more;
pub(crate) mod offline;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod prepare;
pub(crate) mod privacy;
pub(crate) mod questions;
pub(crate) mod review;
pub(crate) mod settings;
pub(crate) mod start;
pub(crate) mod this_week;

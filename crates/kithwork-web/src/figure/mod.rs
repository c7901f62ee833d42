//! The figures of a review as charts, the same on every page that shows them.

pub(crate) mod business;
pub(crate) mod flow;
pub(crate) mod hour;
pub(crate) mod steps;
pub(crate) mod time;

//! What a person reads: plain text of at most 80 columns.

mod aims;
mod change;
mod figures;
mod help;
mod network;
mod outlook;
mod person;
mod plan;
mod results;
mod review;
mod settings;
mod shape;
mod together;
mod triage;

pub(crate) use aims::{aims, experiment, experiments, stated};
pub(crate) use change::{import, note, questions};
pub(crate) use figures::{counted, day};
pub(crate) use person::{people, person, sheet};
pub(crate) use plan::plan;
pub(crate) use review::review;
pub(crate) use settings::settings;
pub(crate) use shape::add;
pub(crate) use together::{helped, project, projects};
pub(crate) use triage::{triage, triaged};

/// The columns that everything fits into.
const WIDTH: u16 = 80;

//! What a person reads: plain text of at most 80 columns.

mod about_me;
mod access;
mod aims;
mod change;
mod close;
mod company;
mod event;
mod figures;
mod giving;
mod group;
mod help;
mod levels;
mod lists;
mod network;
mod outlook;
mod person;
mod pitch;
mod plan;
mod profile;
mod rated_rooms;
mod results;
mod review;
mod settings;
mod shape;
mod start;
mod together;
mod triage;
mod whom;

pub(crate) use about_me::{mention, playback, quotes, said, triggers};
pub(crate) use access::{devices, tokens};
pub(crate) use aims::{aims, experiment, experiments, stated};
pub(crate) use change::{import, note, questions};
pub(crate) use close::close;
pub(crate) use company::{audience, halves, tables};
pub(crate) use event::{agenda, evening};
pub(crate) use figures::{counted, day};
pub(crate) use giving::{card, introductions};
pub(crate) use group::group;
pub(crate) use levels::levels;
pub(crate) use lists::{kept, lists, tagged, tags};
pub(crate) use person::{people, person, sheet};
pub(crate) use pitch::{chosen, desk, gave, pitch, quick, rehearsed};
pub(crate) use plan::plan;
pub(crate) use profile::profile;
pub(crate) use rated_rooms::{rated_rooms, room_rating};
pub(crate) use review::review;
pub(crate) use settings::settings;
pub(crate) use shape::add;
pub(crate) use start::start;
pub(crate) use together::{helped, project, projects};
pub(crate) use triage::{triage, triaged};
pub(crate) use whom::whom;

/// The columns that everything fits into.
const WIDTH: u16 = 80;

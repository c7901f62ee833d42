//! What the levels are called (row 15).

use super::{LABELS, SEED_NAMES};
use serde::Serialize;

/// A level and its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LevelName {
    /// 0 to 5.
    pub level: u8,
    /// What it is called everywhere: the owner's own name, else the plain one.
    pub name: String,
    /// The plain name.
    pub plain: &'static str,
    /// The name that practitioners give it.
    pub seed: &'static str,
}

impl LevelName {
    /// What its people are called together: among those at the foot of the ladder are some who were met.
    pub fn listed(&self) -> &str {
        if self.name == LABELS[0] { "Name, or met once" } else { &self.name }
    }
}

/// The names of all levels, the lowest first, where the owner gave some of their own.
pub fn level_names(own: &[String]) -> Vec<LevelName> {
    let levels = (0_u8..).zip(LABELS).zip(SEED_NAMES);
    levels
        .map(|((level, plain), seed)| {
            let name = level_name(own, level).to_owned();
            LevelName { level, name, plain, seed }
        })
        .collect()
}

/// The same among those who were met: none of them is a name only.
pub fn name_once_met(own: &[String], level: u8) -> &str {
    match level_name(own, level) {
        name if name == LABELS[0] => "Met once",
        name => name,
    }
}

/// What one level is called; a level beyond the last is the last.
pub fn level_name(own: &[String], level: u8) -> &str {
    let at = usize::from(level).min(LABELS.len() - 1);
    let named = own.get(at).map(|name| name.trim()).filter(|name| !name.is_empty());
    named.unwrap_or(LABELS[at])
}

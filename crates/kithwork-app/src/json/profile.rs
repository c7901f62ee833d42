//! The owner's profile.

use crate::profile::Profile;
use kithwork_core::review::{Recall, Triggers};
use serde::Serialize;

/// The owner's profile, and what it lacks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ProfileJson {
    pub name: Option<String>,
    pub helps: Option<String>,
    pub excels_at: Option<String>,
    pub differs_by: Option<String>,
    pub targets: Vec<String>,
    /// The parts that are not told yet.
    pub missing: Vec<MissingJson>,
    pub triggers: Triggers,
    /// How well others could say it.
    pub agreement: Recall,
}

/// A part that is not told yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct MissingJson {
    pub part: &'static str,
    pub asks: &'static str,
}

impl From<&Profile> for ProfileJson {
    fn from(profile: &Profile) -> Self {
        let missing = profile.missing().into_iter();
        Self {
            name: profile.name.clone(),
            helps: profile.helps.clone(),
            excels_at: profile.excels_at.clone(),
            differs_by: profile.differs_by.clone(),
            targets: profile.targets.clone(),
            missing: missing.map(|(part, asks)| MissingJson { part, asks }).collect(),
            triggers: profile.triggers.clone(),
            agreement: profile.recall.clone(),
        }
    }
}

//! How warm a relationship is: an added state that never takes a level away.

use super::contact::Contact;
use crate::params::Params;
use serde::{Deserialize, Serialize};

/// Warm, cooling or dormant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// In touch.
    Warm,
    /// Less often in touch than it used to be.
    Cooling,
    /// Quiet: probably a vague memory by now.
    Dormant,
}

/// The silence that is no longer usual: so many times the cadence of the level, or the person's own
/// median gap where that is longer; weeks.
pub(super) fn quiet_after_weeks(contact: &Contact, level: u8, params: &Params) -> f64 {
    let cadence = params.ladder.cadence_weeks.get(usize::from(level)).copied().flatten();
    let usual = cadence.unwrap_or(0.0).max(contact.median_gap_weeks.unwrap_or(0.0));
    params.alive.silence_factor * usual
}

impl State {
    /// The state of a contact at a level. Dormant needs a silence of twice the level's cadence or the
    /// person's own median gap besides, else someone seen on cadence would read as lost (§2.1 ii).
    pub fn of(contact: &Contact, level: u8, params: &Params) -> Self {
        let chance = contact.alive(&params.alive);
        if chance >= params.alive.warm_from {
            return Self::Warm;
        }
        let quiet_after = quiet_after_weeks(contact, level, params);
        let is_silent = contact.silence_weeks > quiet_after;
        if chance < params.alive.dormant_below && is_silent { Self::Dormant } else { Self::Cooling }
    }

    /// The plain word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Warm => "warm",
            Self::Cooling => "cooling",
            Self::Dormant => "dormant",
        }
    }
}

//! How warm a relationship is: an added state that never takes a level away.

use super::contact::Contact;
use crate::days::days_between;
use crate::params::Params;
use jiff::civil::Date;
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

/// Days for which somebody just met is new, and somebody seen is seen lately (judgement).
const LATELY_DAYS: i32 = 28;

/// When somebody was last seen and last in touch, by whatever was written down of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lately {
    /// The last meeting at which they were talked to.
    pub seen: Option<Date>,
    /// The last thing that happened with them, a message that may have had no answer included.
    pub touched: Option<Date>,
}

/// How warm it is, as screens say it. The chance counts conversations outside rooms alone, so that whoever
/// was met yesterday has an even one and whoever is seen every week a small one: of them it is said that they
/// are new or were seen lately, not that they cool. What is left goes by the chance, so that the words and the
/// numbers beside them run one way: cooling from 30 of 100 on, below it quiet, or nearly so where so long a
/// silence is usual between the two.
pub(super) fn in_words(
    contact: &Contact,
    state: State,
    lately: Lately,
    as_of: Date,
    params: &Params,
) -> &'static str {
    let is_late = |on: Option<Date>| on.is_some_and(|on| days_between(on, as_of) <= LATELY_DAYS);
    match state {
        State::Warm => "warm",
        _ if is_late(Some(contact.first)) => "new",
        _ if is_late(lately.seen) => "seen lately",
        _ if is_late(lately.touched) => "in touch lately",
        State::Dormant => "quiet",
        State::Cooling if contact.alive(&params.alive) < params.alive.dormant_below => {
            "nearly quiet"
        }
        State::Cooling => "cooling",
    }
}

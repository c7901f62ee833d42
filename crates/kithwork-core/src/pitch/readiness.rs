//! How far the minute for a coming meeting is prepared (rows 28 and 29).

use super::ask::{Ask, ask};
use super::rehearsal::{Length, rehearse};
use crate::facts::{Meeting, Pitch};
use serde::Serialize;

/// How far it is prepared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ready {
    /// No version is chosen.
    Nothing,
    /// A version is chosen.
    Chosen,
    /// The owner marked it as ready.
    Ready,
}

/// How far the minute for one meeting is prepared, and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// How far.
    pub ready: Ready,
    /// The version that is chosen.
    pub version: Option<String>,
    /// What must be there before it can be ready.
    pub lacks: Vec<Lack>,
    /// What would make it better and holds nothing up.
    pub hints: Vec<String>,
}

/// What a minute lacks before it is ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// No version is chosen.
    Version,
    /// It has no words.
    Words,
    /// It has no words for when a competitor is in the room.
    BesideCompetitor,
}

impl Lack {
    /// In plain words, as something to do.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Version => "choose a version",
            Self::Words => "write its words down",
            Self::BesideCompetitor => {
                "write how you say it with a competitor in the room, or say that none will be there"
            }
        }
    }
}

/// How far the minute for a meeting is prepared, at the owner's pace in words a minute.
pub fn readiness(meeting: &Meeting, pitches: &[Pitch], pace: Option<u32>) -> Readiness {
    let named = meeting.pitch.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let same = |p: &&Pitch| {
        named.is_some_and(|name| p.version.trim().to_lowercase() == name.to_lowercase())
    };
    let pitch = pitches.iter().find(same);
    let text = pitch.and_then(|p| p.text.as_deref());
    let ready = match (named, meeting.pitch_prepared) {
        (None, _) => Ready::Nothing,
        (Some(_), Some(true)) => Ready::Ready,
        (Some(_), _) => Ready::Chosen,
    };
    let lacks = [
        (named.is_none(), Lack::Version),
        (named.is_some() && text.is_none(), Lack::Words),
        (
            named.is_some() && pitch.is_none_or(|p| p.beside_competitor.is_none()),
            Lack::BesideCompetitor,
        ),
    ];
    Readiness {
        ready,
        version: named.map(str::to_owned),
        lacks: lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, lack)| lack).collect(),
        hints: text.map(|text| hints(text, pace)).unwrap_or_default(),
    }
}

fn hints(text: &str, pace: Option<u32>) -> Vec<String> {
    let told = rehearse(text, pace);
    let asked = ask(text);
    let too_long = (told.length == Length::Over).then_some(told.says);
    let asks = (!matches!(asked, Ask::Specific { .. })).then(|| asked.says());
    too_long.into_iter().chain(asks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{FactId, RoomId};
    use uuid::Uuid;

    fn meeting(version: Option<&str>) -> Meeting {
        let (id, room) = (FactId(Uuid::nil()), RoomId(Uuid::nil()));
        let meeting = Meeting::held(id, room, jiff::civil::date(2026, 11, 19));
        Meeting { pitch: version.map(str::to_owned), ..meeting }
    }

    fn pitch(text: Option<&str>, beside: Option<&str>) -> Pitch {
        Pitch {
            text: text.map(str::to_owned),
            beside_competitor: beside.map(str::to_owned),
            ..Pitch::named(FactId(Uuid::nil()), "Shops")
        }
    }

    #[test]
    fn nothing_is_ready_before_it_has_words_and_a_variant_beside_a_competitor() {
        let lacks = |version, pitch: Pitch| readiness(&meeting(version), &[pitch], None).lacks;
        assert_eq!(lacks(None, pitch(None, None)), [Lack::Version]);
        assert_eq!(lacks(Some("farms"), pitch(None, None)), [Lack::Words, Lack::BesideCompetitor]);
        assert_eq!(lacks(Some(" shops "), pitch(Some("x"), None)), [Lack::BesideCompetitor]);
        assert!(lacks(Some("shops"), pitch(Some("x"), Some("y"))).is_empty());
    }

    #[test]
    fn what_would_be_better_holds_nothing_up() {
        let long = "word ".repeat(200);
        let told = readiness(&meeting(Some("shops")), &[pitch(Some(&long), Some("y"))], None);
        assert!(told.lacks.is_empty());
        assert_eq!(told.hints.len(), 2, "{:?}", told.hints);
        assert_eq!(told.ready, Ready::Chosen);
    }
}

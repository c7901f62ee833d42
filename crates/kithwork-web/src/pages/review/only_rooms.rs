//! People seen only at meetings: a few of them, and the way to all (mission row 55).

use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use jiff::civil::Date;
use kithwork_core::review::LooseEnd;

/// People shown at once.
const SHOWN: usize = 12;

/// People seen only at meetings.
#[derive(Clone, Debug)]
pub(crate) struct OnlyRooms {
    /// The first of them: who, how often, and when last.
    pub people: Vec<Words>,
    /// The way to all of them, in words.
    pub all: String,
    /// The same, from a finding that names nobody.
    pub each: &'static str,
    /// Where all of them stand.
    pub to: String,
}

impl OnlyRooms {
    /// Those seen most often first; none where there is nobody.
    pub(super) fn of(sight: &Sight) -> Option<Self> {
        let ends = &sight.review.loose_ends.never_outside;
        (!ends.is_empty()).then(|| Self {
            people: ends.iter().take(SHOWN).map(|end| line(end, sight.today)).collect(),
            all: all(ends.len() as u64),
            each: if ends.len() == 1 { "how often you saw them" } else { "how often you saw each" },
            to: format!("/review/only-rooms?as_of={}", sight.review.as_of),
        })
    }
}

/// `All 41`; one is no crowd.
fn all(people: u64) -> String {
    match people {
        1 => "The one in full".to_owned(),
        2 => "Both".to_owned(),
        all => format!("All {}", say::number(all)),
    }
}

/// `Priya Shah: seven times, last on Thu 12 Nov`.
pub(crate) fn line(end: &LooseEnd, today: Date) -> Words {
    let who = Words::default().people([(end.person, end.name.as_str())]);
    let times = end.times.map(|n| format!(": {}", say::times(n)));
    let last = if end.times == Some(1) { "" } else { "last " };
    let last = end.on.map(|on| format!(", {last}on {}", say::day(on, today)));
    who.then([times, last].into_iter().flatten().collect::<String>())
}

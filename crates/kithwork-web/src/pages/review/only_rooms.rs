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
    /// How many were met too lately to stand there; empty where nobody was.
    pub recent: String,
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
            recent: recent(sight.review.loose_ends.too_recent),
            to: format!("/review/only-rooms?as_of={}", sight.review.as_of),
        })
    }
}

/// `34 more, first met in the last 45 days, may still be seen elsewhere and are left out.`
pub(crate) fn recent(people: u64) -> String {
    let (more, are) = match people {
        0 => return String::new(),
        1 => ("one more".to_owned(), "is"),
        all => (format!("{} more", say::number(all)), "are"),
    };
    let more = say::capital(&more);
    format!(
        "{more}, first met in the last 45 days, may still be seen elsewhere and {are} left out."
    )
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

//! Who was met, and nothing decided yet, to be decided about many at once (mission rows 7 and 56).

use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use kithwork_core::facts::Care;
use kithwork_core::id::PersonId;

/// People shown at once: as many as one decides about in a sitting. The others come up afterwards.
const SHOWN: usize = 25;

/// The list, and what may be done with it.
#[derive(Clone, Debug)]
pub(crate) struct Unheard {
    /// How many there are, in a sentence.
    pub says: String,
    pub people: Vec<Someone>,
    /// How many more there are than are shown.
    pub more: usize,
    /// How many there are.
    pub all: String,
    /// The words to choose from; none on a day in the past, where nothing can be decided.
    pub words: &'static [(Care, &'static str)],
}

/// Someone met and not followed up.
#[derive(Clone, Debug)]
pub(crate) struct Someone {
    pub id: PersonId,
    pub name: String,
    pub who: Words,
    pub last: String,
    pub next_step: String,
}

const WORDS: [(Care, &str); 3] =
    [(Care::Deepen, "Deepen"), (Care::Light, "Keep light"), (Care::LetGo, "Let go")];

impl Unheard {
    /// The list; none where nobody waits.
    pub(super) fn of(sight: &Sight) -> Option<Self> {
        let all = &sight.review.pull_back;
        if all.is_empty() {
            return None;
        }
        let people = all.iter().take(SHOWN).map(|one| Someone {
            id: one.person,
            name: say::shortened(&one.name),
            who: Words::default().people([(one.person, one.name.as_str())]),
            last: one.last.map(|on| say::day(on, sight.today)).unwrap_or_default(),
            next_step: say::capital(&one.next_step),
        });
        Some(Self {
            says: says(all.len() as u64),
            people: people.collect(),
            more: all.len().saturating_sub(SHOWN),
            all: say::number(all.len() as u64),
            words: if sight.is_live { &WORDS } else { &[] },
        })
    }
}

fn says(waiting: u64) -> String {
    let who = say::counted(waiting, "person", "people");
    format!("Outside meetings, nothing is written down between you and {who} since you met.")
}

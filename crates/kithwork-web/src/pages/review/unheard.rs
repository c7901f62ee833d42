//! Who was met, and nothing decided yet, to be decided about many at once (mission rows 7 and 56).

use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use kithwork_core::facts::Care;
use kithwork_core::id::PersonId;

/// People shown at once: as many as one decides about in a sitting. Those after them are folded away.
const SHOWN: usize = 25;
/// People on the page; the others are a link away.
const LISTED: usize = 100;

/// The list, and what may be done with it.
#[derive(Clone, Debug)]
pub(crate) struct Unheard {
    /// How many there are, in a sentence.
    pub says: String,
    pub people: Vec<Someone>,
    /// Those after them, folded away.
    pub others: Vec<Someone>,
    /// How many more there are than the page holds.
    pub more: usize,
    /// The words for all whom the page holds.
    pub everyone: String,
    /// How many there are.
    pub all: String,
    /// The words to choose from; none on a day in the past, where nothing can be decided.
    pub words: &'static [(Care, &'static str)],
}

/// Someone met and not followed up.
#[derive(Clone, Debug)]
pub(crate) struct Someone {
    pub id: PersonId,
    /// What their box is told apart by.
    pub key: String,
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
        let people = all.iter().take(LISTED).enumerate().map(|(at, one)| Someone {
            id: one.person,
            key: format!("who-{at}"),
            name: say::shortened(&one.name),
            who: Words::default().people([(one.person, one.name.as_str())]),
            last: one.last.map(|on| say::day(on, sight.today)).unwrap_or_default(),
            next_step: say::capital(&one.next_step),
        });
        let mut people: Vec<Someone> = people.collect();
        let listed = people.len();
        let others = people.split_off(listed.min(SHOWN));
        let others_folded = !others.is_empty();
        Some(Self {
            says: says(all.len() as u64),
            people,
            others,
            more: all.len().saturating_sub(LISTED),
            everyone: everyone(listed, others_folded),
            all: say::number(all.len() as u64),
            words: if sight.is_live { &WORDS } else { &[] },
        })
    }
}

/// `All 40 listed here, the folded ones too`; of one or two no number is needed.
fn everyone(listed: usize, has_folded: bool) -> String {
    match listed {
        1 => "The one listed here".to_owned(),
        2 => "Both listed here".to_owned(),
        all if has_folded => {
            format!("All {} listed here, the folded ones too", say::number(all as u64))
        }
        all => format!("All {} listed here", say::number(all as u64)),
    }
}

fn says(waiting: u64) -> String {
    let who = say::counted(waiting, "person", "people");
    format!("Outside meetings, nothing is written down between you and {who} since you met.")
}

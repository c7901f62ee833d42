//! The ladder: how deep a relationship is, from evidence alone (science.md §2.1).
//!
//! A rung is reached at the moment all its conditions held at once and stays as long as its evidence
//! stands; time takes none away, it only turns warm into cooling and dormant. Sitting in one room
//! every week never leads above level 1.

mod alive;
mod contact;
mod explains;
mod names;
mod next;
mod readiness;
mod rhythm;
mod rungs;
mod state;
mod story;
mod upkeep;

pub use alive::{Alive, alive};
pub(crate) use contact::took_place;
pub use contact::{Contact, contact};
pub use explains::{Explains, explains};
pub use names::{LevelName, level_name, level_names, name_once_met};
pub use next::{next_step, not_listened};
pub use readiness::{Missing, Readiness, UnderstoodBy, readiness};
pub use rhythm::rhythm;
pub use state::State;
pub(crate) use upkeep::Upkeep;

use crate::book::Book;
use crate::id::{FactId, PersonId};
use crate::params::Params;
use jiff::civil::Date;
use serde::Serialize;
use state::{Lately, in_words};
use std::borrow::Cow;
use story::Story;

/// Where a relationship stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// 0 to 5.
    pub level: u8,
    /// The level's plain name.
    pub label: &'static str,
    /// Warm, cooling or dormant; none where there never was a contact.
    pub state: Option<State>,
    /// The same as screens say it: `warm`, `new`, `seen lately`, `in touch lately`, `cooling`, `nearly quiet` or
    /// `quiet`.
    pub warmth: Option<&'static str>,
    /// Whether the two have talked, in a room or outside.
    pub has_talked: bool,
    /// The last one-to-one; none where there was none.
    pub sat_down: Option<Date>,
    /// What each rung reached so far rests on, lowest first.
    pub evidence: Vec<Rung>,
    /// The chance that the relationship lives, 0..=1; none where there never was a contact.
    pub p_alive: Option<f64>,
    /// Two-way contacts on different days, the first meeting included.
    pub contacts: u32,
    /// The last date on which something happened with them.
    pub last: Option<Date>,
    /// What would lead to the next rung, in plain words, without what has been done of it.
    pub next_step: &'static str,
}

/// A rung that was reached, and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rung {
    /// 1 to 5.
    pub level: u8,
    /// When it was reached; none where its evidence is undated.
    pub on: Option<Date>,
    /// The facts that reached it.
    pub facts: Vec<FactId>,
}

/// The plain names of the levels.
pub const LABELS: [&str; 6] = [
    "Name only",
    "Nodding acquaintance",
    "Getting to know",
    "Equally engaged",
    "Creative collaborator",
    "Champion",
];

/// The names that practitioners give the levels (Baker, row 15), for help pages; screens show the
/// plain ones.
pub const SEED_NAMES: [&str; 6] = [
    "card in a drawer",
    "sausage sharer",
    "explorer",
    "equally engaged",
    "creative collaborator",
    "beyond",
];

/// The lowest level of somebody who is more than a name: it takes a second time to be known by sight.
const TALKED_ONCE: &str = "Talked once";

impl Standing {
    /// The level, by the owner's own name for it, and how warm it is: `Getting to know, cooling`. Whoever stands
    /// on no rung is called by what there was between the two: `Sat down together in March 2026, quiet`.
    pub fn in_words(&self, own: &[String]) -> String {
        let has_own = own.first().is_some_and(|name| !name.trim().is_empty());
        let level: Cow<'_, str> = match (self.level, self.sat_down) {
            (0, Some(on)) if !has_own => {
                on.strftime("Sat down together in %B %Y").to_string().into()
            }
            (0, None) if self.has_talked && !has_own => TALKED_ONCE.into(),
            (level, _) => level_name(own, level).into(),
        };
        match self.warmth {
            Some(warmth) => format!("{level}, {warmth}"),
            None => level.into_owned(),
        }
    }
}

const NEXT_STEPS: [&str; 6] = [
    "Talk with them again, so that you know each other by sight.",
    "Sit down together one to one, and write down one thing they need or aim for.",
    "Help each other once in each direction, and ask them to say back what you do.",
    "Introduce people to each other, two each way within a year, and ask them for help once.",
    "Ask them to say back in their own words whom you serve, and thank them for what they pass on.",
    "Keep close: see them, help them, thank them.",
];

/// Where the relationship with a person stands at a date, from the book's facts up to it. Costs as
/// much as there are facts about that person.
pub fn climb(book: &Book, person: PersonId, as_of: Date, params: &Params) -> Standing {
    if let Some(at) = book.person_index(person) {
        return climb_at(book, at, as_of, params);
    }
    let unknown = Seen { contact: None, lately: Lately::default(), as_of };
    stand(Vec::new(), &unknown, &Story::default(), params)
}

/// The same, by the person's place in the book.
pub(crate) fn climb_at(book: &Book, at: usize, as_of: Date, params: &Params) -> Standing {
    Climber::new(book, as_of, params).climb(at).0
}

/// Looks at one person after another: what it reads of each lies where it read the one before.
pub(crate) struct Climber<'b> {
    book: &'b Book,
    as_of: Date,
    params: &'b Params,
    story: Story,
}

impl<'b> Climber<'b> {
    /// At a date.
    pub(crate) fn new(book: &'b Book, as_of: Date, params: &'b Params) -> Self {
        Self { book, as_of, params, story: Story::default() }
    }

    /// Where the relationship with the person at that place stands, and the contact it rests on.
    pub(crate) fn climb(&mut self, at: usize) -> (Standing, Option<Contact>) {
        self.story.read(self.book, at, self.as_of, &self.params.ladder);
        let rungs = rungs::reached(&self.story, &self.params.ladder);
        let contact = contact::contact_at(self.book, at, self.as_of);
        let meetings = self.book.meetings_at(at).map(|m| m.on).take_while(|&on| on <= self.as_of);
        let lately = Lately { seen: meetings.last(), touched: self.story.last() };
        let seen = Seen { contact: contact.as_ref(), lately, as_of: self.as_of };
        (stand(rungs, &seen, &self.story, self.params), contact)
    }
}

/// What was seen of somebody up to a date.
struct Seen<'c> {
    contact: Option<&'c Contact>,
    lately: Lately,
    as_of: Date,
}

fn stand(evidence: Vec<Rung>, seen: &Seen<'_>, story: &Story, params: &Params) -> Standing {
    let &Seen { contact, lately, as_of } = seen;
    let level = evidence.last().map_or(0, |rung| rung.level);
    let rung = usize::from(level).min(LABELS.len() - 1);
    let p_alive = contact.map(|c| c.alive(&params.alive));
    let state = contact.map(|c| State::of(c, level, params));
    Standing {
        level,
        label: LABELS[rung],
        state,
        warmth: contact.zip(state).map(|(c, state)| in_words(c, state, lately, as_of, params)),
        sat_down: story.sat_down,
        has_talked: lately.seen.is_some() || contact.is_some_and(|c| c.talk_days > 0),
        evidence,
        p_alive,
        contacts: contact.map_or(0, |c| c.days),
        last: story.last(),
        next_step: towards(level, story),
    }
}

/// What would lead to the next rung, without what has been done of it.
fn towards(level: u8, story: &Story) -> &'static str {
    let (talks, needs) = (story.one_to_ones.len(), story.needs.len());
    let has_check = !story.checks.is_empty();
    let has_helped = !story.given.is_empty() && !story.received.is_empty();
    match (level, talks, needs) {
        (1, 1.., 0) => "Write down one thing they need or aim for.",
        (1, 0, 1..) => "Sit down together one to one.",
        (2, 2.., _) if has_helped && !has_check => "Ask them to say back what you do.",
        (2, 2.., _) if has_check && !has_helped => "Help each other once in each direction.",
        (2, 0..=1, _) if has_check && has_helped => "Sit down together one to one again.",
        (2, 2.., _) if has_check && has_helped => {
            "Help each other again, once in each direction within a year."
        }
        (3, ..) if !story.asked.is_empty() => {
            "Introduce people to each other, two each way within a year, or make something together."
        }
        (4, ..) if !story.playbacks.is_empty() => {
            "Thank them for what they pass on, and tell them what came of it."
        }
        _ => NEXT_STEPS[usize::from(level).min(NEXT_STEPS.len() - 1)],
    }
}

#[cfg(test)]
mod tests;

//! The sheet to prepare a one-to-one with: their half and mine.

use crate::frame::{Frame, Place};
use crate::say;
use askama::Template;
use jiff::civil::Date;
use kithwork_app::prepare::{Half, Said, Sheet};
use kithwork_core::id::PersonId;
use kithwork_core::ladder::LABELS;

/// The sheet to prepare a one-to-one with.
#[derive(Debug, Template)]
#[template(path = "prepare.html")]
pub(crate) struct Prepare {
    frame: Frame,
    id: PersonId,
    name: String,
    do_not_contact: bool,
    at: String,
    /// What it is for, where that is said, and what its field holds.
    objective: Option<String>,
    held: String,
    /// What to know of them.
    theirs: Vec<(&'static str, Vec<String>)>,
    /// What is written down of the last one-to-one.
    last_time: Vec<Said>,
    /// How long each half is: theirs, mine.
    halves: Vec<Half>,
    /// What to bring, and what to say.
    mine: Vec<(&'static str, Vec<String>)>,
}

crate::visit::framed!(Prepare);

/// Our own words that begin a sentence, within one; a name that the owner gave stays as it is.
fn within(said: &str) -> String {
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl Prepare {
    /// The sheet of a person.
    pub(crate) fn of(id: PersonId, sheet: &Sheet, today: Date) -> Self {
        let last = sheet.last.map(|on| format!("last talked {}", say::day(on, today)));
        let met = sheet.met_at.as_ref().map(|at| format!("met at {at}"));
        let is_ours = sheet.level.as_deref().is_some_and(|label| LABELS.contains(&label));
        let level = sheet.stands.as_deref();
        let level = level.map(|said| if is_ours { within(said) } else { said.to_owned() });
        let at: Vec<String> =
            [sheet.organisation.clone(), level, met, last].into_iter().flatten().collect();
        let told = |parts: [(&'static str, &Vec<String>); 3]| {
            let told = parts.into_iter().filter(|(_, list)| !list.is_empty());
            told.map(|(title, list)| (title, list.iter().map(|t| say::capital(t)).collect()))
                .collect()
        };
        Self {
            frame: Frame::new("Prepare", Place::People),
            halves: sheet.halves.clone(),
            id,
            name: sheet.name.clone(),
            do_not_contact: sheet.do_not_contact,
            at: say::capital(&at.join(", ")),
            objective: sheet.objective.as_deref().map(say::capital),
            held: sheet.objective.clone().unwrap_or_default(),
            theirs: told([
                ("What they look for", &sheet.looking_for),
                ("What you know", &sheet.about_them),
                ("What to ask", &sheet.questions),
            ]),
            last_time: sheet.last_time.clone(),
            mine: told([
                ("What to bring", &sheet.bring),
                ("What you promised", &sheet.my_promises),
                ("Your aims they matter to", &sheet.goals),
            ]),
        }
    }
}

//! How the owner begins: what keeps them, and a first week made for that.

use crate::act::Act;
use crate::frame::{Frame, Place};
use crate::say;
use crate::words::Words;
use askama::Template;
use kithwork_core::facts::Hindrance;
use kithwork_core::start::{FirstWeek, Place as Where, Step, TRIAL, TRIAL_CODE};

/// How the owner begins.
#[derive(Debug, Template)]
#[template(path = "start.html")]
pub(crate) struct Start {
    frame: Frame,
    /// What the way is called and what it is for; none while nothing is answered.
    way: Option<(&'static str, &'static str)>,
    answers: Vec<Answer>,
    steps: Vec<Row>,
}

crate::visit::framed!(Start);

/// An answer that may be given.
#[derive(Debug)]
struct Answer {
    name: &'static str,
    says: &'static str,
    is_given: bool,
}

/// One step.
#[derive(Debug)]
struct Row {
    day: u8,
    what: Words,
    why: String,
    takes: String,
    is_done: bool,
    /// Where it is done, and what that is called; none where it is done away from here.
    place: Option<(String, &'static str)>,
    /// What is begun on the spot.
    begins: Option<Act>,
    /// Those it names, each asked for an hour.
    asks: Vec<Act>,
    is_trial: bool,
}

impl Start {
    /// The question, and the first week once it is answered.
    pub(crate) fn of(week: Option<&FirstWeek>) -> Self {
        let given = week.map(|week| week.because);
        let answer = |because: Hindrance| Answer {
            name: because.name(),
            says: because.says(),
            is_given: given == Some(because),
        };
        Self {
            frame: Frame::new("Begin", Place::More),
            way: week.map(|week| (week.title, week.says)),
            answers: Hindrance::ALL.map(answer).into(),
            steps: week.into_iter().flat_map(|week| &week.steps).map(row).collect(),
        }
    }
}

fn row(step: &Step) -> Row {
    Row {
        day: step.day,
        what: linked(step),
        why: step.why.clone(),
        takes: say::duration(u64::from(step.minutes)),
        is_done: step.is_done == Some(true),
        place: place(step),
        asks: asks(step),
        is_trial: step.place == Where::Trial,
        begins: (step.place == Where::Trial && step.is_done != Some(true)).then(|| {
            Act::does("Begin it today", "/experiments")
                .with("code", TRIAL_CODE)
                .with("what", TRIAL)
                .first()
        }),
    }
}

/// What to do, each name in it a link.
fn linked(step: &Step) -> Words {
    let (mut words, mut rest) = (Words::default(), step.what.as_str());
    for (id, name) in &step.people {
        let Some((before, after)) = rest.split_once(name.as_str()) else { continue };
        words = words.then(before).people([(*id, name.as_str())]);
        rest = after;
    }
    words.then(rest)
}

/// Asking exactly those whom a step of the week names.
fn asks(step: &Step) -> Vec<Act> {
    if step.place != Where::Week || step.is_done == Some(true) {
        return Vec::new();
    }
    let ask = |(id, name): &(_, String)| {
        Act::opens(format!("Ask {name}"), format!("/ask?kind=one_to_one&who={id}"))
    };
    step.people.iter().map(ask).collect()
}

fn place(step: &Step) -> Option<(String, &'static str)> {
    let (to, label) = match step.place {
        Where::Files => ("/import", "Read in files"),
        Where::Hours => ("/review", "Open the review"),
        Where::Week => ("/", "Open this week"),
        Where::Business => ("/business", "Open business"),
        Where::AboutMe => ("/settings", "Open About you"),
        Where::Aims => ("/aims", "Open your aims"),
        Where::Groups => ("/meetings", "Open meetings"),
        Where::Person => {
            let person = step.people.first().map(|(id, _)| id);
            return Some(match person {
                Some(person) => (format!("/people/{person}"), "Open their page"),
                None => ("/people".to_owned(), "Find somebody"),
            });
        }
        Where::Profile | Where::Pitch => ("/pitch", "Open your minute"),
        Where::Trial | Where::Note => return None,
    };
    Some((to.to_owned(), label))
}

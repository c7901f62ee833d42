//! One thing changed at a time: what an experiment was to change, and whether it did (row 46).

use super::findings::{self, Basis, State};
use super::reading::Reading;
use crate::book::Book;
use crate::facts::Aim;
use crate::id::FactId;
use crate::params::Params;
use jiff::civil::Date;
use serde::Serialize;

/// An aim that is to change one finding: begun when it was set, ended on its review date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Experiment {
    /// The aim.
    pub aim: FactId,
    /// What is done differently, in the owner's words.
    pub what: String,
    /// The finding it is measured by.
    pub code: String,
    /// By what that finding is measured now.
    #[serde(skip)]
    pub basis: Basis,
    /// When it began; none where that was not said.
    pub began: Option<Date>,
    /// When it ends at the latest; none where it is open-ended.
    pub ends: Option<Date>,
    /// Where the finding's line is drawn, in its own unit.
    pub threshold: f64,
    /// When it stops, in plain words.
    pub stops: String,
    /// The finding's measure when it began; none where it was measured by something else then.
    pub before: Option<f64>,
    /// The finding's measure now.
    pub now: Option<f64>,
    /// Where it stands.
    pub stands: Course,
    /// The same in plain words.
    pub says: String,
}

impl Experiment {
    /// Its measure then and now beside the line, `14% when it began, 20% now; the line is drawn at
    /// 50%`. None where nothing was measured.
    pub fn in_figures(&self) -> Option<String> {
        let measures = [(self.before, "when it began"), (self.now, "now")];
        beside_the_line((&self.code, self.basis), self.threshold, measures)
    }
}

/// Where an experiment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Course {
    /// It goes on.
    Running,
    /// Stop: the finding is no longer there.
    Reached,
    /// Stop: its time is over, and the finding is still there or can't be told.
    TimeIsUp,
}

/// The open experiments, in the order in which they began.
pub(super) fn each(reading: &Reading<'_>) -> Vec<Experiment> {
    let aims = reading.book.facts.aims.iter();
    let open = aims.filter(|a| a.is_open(reading.as_of));
    let mut all: Vec<Experiment> = open.filter_map(|aim| experiment(reading, aim)).collect();
    all.sort_by_key(|e| (e.began, e.aim));
    all
}

/// An experiment that was stopped, with its measure before and at its end.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PastExperiment {
    /// The aim.
    pub aim: FactId,
    /// What was done differently, in the owner's words.
    pub what: String,
    /// The finding it was measured by.
    pub code: String,
    /// By what that finding was measured when it was stopped.
    #[serde(skip)]
    pub basis: Basis,
    /// When it began; none where that was not said.
    pub began: Option<Date>,
    /// When it was stopped.
    pub ended: Date,
    /// Where the finding's line is drawn, in its own unit.
    pub threshold: f64,
    /// The finding's measure when it began; none where it was measured by something else then.
    pub before: Option<f64>,
    /// Its measure when it was stopped, of the time in which it ran.
    pub during: Option<f64>,
}

impl PastExperiment {
    /// Its measure before and during it beside the line. None where nothing was measured.
    pub fn in_figures(&self) -> Option<String> {
        let measures = [(self.before, "before"), (self.during, "while you tried it")];
        beside_the_line((&self.code, self.basis), self.threshold, measures)
    }
}

/// What was measured, each with its time, and where the line is drawn; none where nothing was measured.
fn beside_the_line(
    finding: (&str, Basis),
    threshold: f64,
    measures: [(Option<f64>, &str); 2],
) -> Option<String> {
    let said = |value| findings::measure_in_words(finding, value, threshold);
    let told = measures.map(|(value, when)| value.map(|value| format!("{} {when}", said(value))));
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty())
        .then(|| format!("{}; the line is drawn at {}", told.join(", "), said(threshold)))
}

/// The experiments that were stopped by a date, the latest first, at most so many.
pub fn past_experiments(
    book: &Book,
    as_of: Date,
    params: &Params,
    most: usize,
) -> Vec<PastExperiment> {
    let mut ended: Vec<(Date, &Aim, &str)> = book
        .facts
        .aims
        .iter()
        .filter_map(|aim| Some((aim.closed_on?, aim, aim.tries.as_deref()?)))
        .filter(|(ended, ..)| *ended <= as_of)
        .collect();
    ended.sort_by_key(|(ended, aim, _)| (std::cmp::Reverse(*ended), aim.id));
    let at =
        |on: Date, code: &str| findings::at(&Reading::new(book, on, params, params.alive), code);
    let past = ended.into_iter().take(most).filter_map(|(ended, aim, code)| {
        let last = at(ended, code)?;
        let first = aim.set_on.and_then(|on| at(on, code));
        Some(PastExperiment {
            aim: aim.id,
            what: aim.what.clone(),
            code: code.to_owned(),
            basis: last.basis,
            began: aim.set_on,
            ended,
            threshold: last.threshold,
            before: first.filter(|first| first.basis == last.basis).and_then(|f| f.measure),
            during: last.measure,
        })
    });
    past.collect()
}

fn experiment(reading: &Reading<'_>, aim: &Aim) -> Option<Experiment> {
    let code = aim.tries.as_deref()?;
    let now = findings::at(reading, code)?;
    let then = aim.set_on.map(|on| Reading::new(reading.book, on, reading.params, reading.thumb));
    let before = then.and_then(|then| findings::at(&then, code));
    let was_there = before.as_ref().is_none_or(|before| before.state != State::NotSeen);
    let stands = match aim.review_on {
        _ if was_there && now.state == State::NotSeen => Course::Reached,
        Some(ends) if ends <= reading.as_of => Course::TimeIsUp,
        Some(_) | None => Course::Running,
    };
    let says = match stands {
        _ if !was_there => {
            "It was not seen when you began, so there is little to change: choose what is."
        }
        Course::Reached => {
            "It did: what you set out to change is no longer seen. Keep it up, or choose the next thing."
        }
        Course::TimeIsUp => {
            "Its time is over and it is not changed yet: try something else, or give it another six weeks."
        }
        Course::Running if aim.review_on.is_none() => "It is running: when will you look at it?",
        Course::Running => "It is running.",
    };
    Some(Experiment {
        aim: aim.id,
        what: aim.what.clone(),
        code: code.to_owned(),
        basis: now.basis,
        began: aim.set_on,
        ends: aim.review_on,
        threshold: now.threshold,
        stops: stops(aim.review_on),
        before: before.filter(|before| before.basis == now.basis).and_then(|b| b.measure),
        now: now.measure,
        stands,
        says: says.to_owned(),
    })
}

/// The rule by which an experiment stops.
fn stops(ends: Option<Date>) -> String {
    let seen = "It stops when the review no longer sees what it is to change";
    match ends {
        Some(on) => format!("{seen}, and on {} at the latest.", on.strftime("%-d %B %Y")),
        None => format!("{seen}; it has no last day yet."),
    }
}

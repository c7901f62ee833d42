//! What success is for the owner, what shows of it so far, and what is tried.

use crate::act::Act;
use crate::frame::{Frame, Place};
use crate::pages::review::findings::title;
use crate::say;
use crate::seen::{Seen, Split};
use crate::sight::Sight;
use askama::Template;
use jiff::civil::Date;
use kithwork_core::facts::AimKind;
use kithwork_core::review::{AimReview, Experiment, Finding, PastExperiment, State};

/// What success is for the owner.
#[derive(Debug, Template)]
#[template(path = "aims.html")]
pub(crate) struct Aims {
    frame: Frame,
    open: Vec<Row>,
    tried: Vec<Tried>,
    offers: Vec<Offer>,
    past: Vec<Past>,
    /// How many are linked to none of the aims; empty where nobody is.
    unlinked: String,
    kinds: [(&'static str, &'static str); 7],
    today: Date,
}

crate::visit::framed!(Aims);

/// An open aim.
#[derive(Debug)]
struct Row {
    what: String,
    /// What success is measured by, and when it will be looked at.
    says: String,
    who: String,
    signs: Vec<(&'static str, String)>,
    /// Where one stands, where the aim itself is measured.
    stands: String,
    asks: String,
    /// Its id, by which it is meant.
    id: String,
    /// What its second form is told apart by.
    close: String,
    delete: Act,
    /// The day it will be looked at, as its form holds it.
    day: String,
    seen: Seen,
}

/// What could be tried.
#[derive(Debug)]
struct Offer {
    /// The finding, by its public code.
    code: &'static str,
    /// What to do.
    what: String,
    /// The finding that it answers, and its figures.
    because: String,
}

/// An experiment that was stopped.
#[derive(Debug)]
struct Past {
    what: String,
    /// From when to when, and its measure before and during it.
    says: String,
}

/// An experiment that is open.
#[derive(Debug)]
struct Tried {
    what: String,
    says: String,
    /// When it began and what it is measured by, with the figures of then and now.
    measure: String,
    stops: String,
    code: String,
}

/// The templates of success, as the form offers them.
pub(crate) const KINDS: [(&str, &str); 7] = [
    ("referrals", "People who pass work on to me"),
    ("revenue", "Business won"),
    ("collaborators", "People to work with"),
    ("learning", "What I learn"),
    ("belonging", "To be among people"),
    ("variety", "People of many lines of business"),
    ("help", "Nothing for me: I want to help them"),
];

/// How many of those in touch are linked to none of the aims, in a sentence; empty where nobody is.
fn unlinked(sight: &Sight) -> String {
    match sight.review.loose_ends.without_aim.len() as u64 {
        0 => String::new(),
        n => format!(
            "{} linked to none of these",
            say::capital(&say::counted(
                n,
                "person you are in touch with is",
                "people you are in touch with are"
            ))
        ),
    }
}

impl Aims {
    /// The page of a book.
    pub(crate) fn of(sight: &Sight) -> Self {
        let review = &sight.review;
        let seen = review.findings.iter().filter(|f| f.state == State::Seen);
        Self {
            frame: Frame::new("What success is for you", Place::More),
            open: review.aims.iter().map(|aim| row(aim, sight.today)).collect(),
            tried: review.experiments.iter().map(|one| tried(one, sight.today)).collect(),
            // While something is tried, nothing else is: else nobody could tell what did it.
            offers: if review.experiments.is_empty() {
                seen.filter(|f| !f.try_next.is_empty()).take(3).map(offer).collect()
            } else {
                Vec::new()
            },
            past: Vec::new(),
            unlinked: unlinked(sight),
            kinds: KINDS,
            today: sight.today,
        }
    }

    /// The same with what was tried before.
    pub(crate) fn having_tried(self, past: &[PastExperiment]) -> Self {
        let today = self.today;
        Self { past: past.iter().map(|one| gone(one, today)).collect(), ..self }
    }

    /// What the form of an open aim holds in the book.
    pub(crate) fn seen(&self, aim: &str) -> Seen {
        let row = self.open.iter().find(|row| row.id == aim);
        row.map(|row| row.seen.clone()).unwrap_or_default()
    }

    /// The same with both days of an aim, where both sides changed it.
    pub(crate) fn split(mut self, split: Split) -> Self {
        if let Some(row) = self.open.iter_mut().find(|row| row.id == split.form.text("aim")) {
            split.form.text("review_on").clone_into(&mut row.day);
            row.seen = split.seen;
        }
        self
    }
}

fn row(aim: &AimReview, today: Date) -> Row {
    let day = |on: Date| say::day(on, today);
    let measured = measured_by(aim.kind);
    let says = match aim.review_on {
        Some(on) => format!("{measured}; to be looked at on {}", day(on)),
        None => format!("{measured}; open-ended"),
    };
    let on = aim.review_on.map(|on| on.to_string()).unwrap_or_default();
    Row {
        what: aim.what.clone(),
        says,
        who: say::listed(&aim.who),
        signs: signs(aim),
        stands: aim.stands.clone(),
        asks: aim.asks.clone(),
        id: aim.aim.to_string(),
        close: format!("{} closes", aim.aim),
        delete: Act::deletes(aim.aim, "this aim"),
        seen: Seen::of([("review_on", on.clone())]),
        day: on,
    }
}

fn measured_by(kind: AimKind) -> &'static str {
    match kind {
        AimKind::Revenue => "Business won",
        AimKind::Referrals => "Referrals",
        AimKind::Collaborators => "People to work with",
        AimKind::Learning => "Learning",
        AimKind::Belonging => "Belonging",
        AimKind::Variety => "People of many lines of business",
        AimKind::Help => "Help for them",
    }
}

/// What comes before success, with its count since the aim was set and in as many days before. What
/// the book holds nothing of is unknown, not nought, and is left out.
pub(crate) fn signs(aim: &AimReview) -> Vec<(&'static str, String)> {
    let known = aim.progress.iter().filter_map(|sign| {
        let (count, before) = (sign.count?, sign.before?);
        Some((sign.sign, format!("{count}, and {before} in as many days before")))
    });
    known.collect()
}

fn offer(finding: &Finding) -> Offer {
    Offer {
        code: finding.code,
        what: finding.try_next.clone(),
        because: format!("{}. {}", title(finding.code), finding.says),
    }
}

fn gone(one: &PastExperiment, today: Date) -> Past {
    let ended = say::day(one.ended, today);
    let when = match one.began {
        Some(began) if began == one.ended => format!("On {ended}"),
        Some(began) => format!("{} to {ended}", say::day(began, today)),
        None => format!("Until {ended}"),
    };
    let figures = match one.in_figures() {
        Some(figures) => format!(": {figures}"),
        None => ": too little was written down to tell".to_owned(),
    };
    let says = format!("{when}, measured by “{}”{figures}.", title(&one.code));
    Past { what: one.what.clone(), says }
}

fn tried(experiment: &Experiment, today: Date) -> Tried {
    let began = experiment.began.map(|on| format!("Began {}. ", say::day(on, today)));
    let figures = experiment.in_figures().map(|figures| format!(": {figures}"));
    let title = title(&experiment.code);
    Tried {
        what: experiment.what.clone(),
        says: experiment.says.clone(),
        measure: format!(
            "{}Measured by “{title}”{}.",
            began.unwrap_or_default(),
            figures.unwrap_or_default()
        ),
        stops: experiment.stops.clone(),
        code: experiment.code.clone(),
    }
}

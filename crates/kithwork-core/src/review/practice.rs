//! One thing to practise this week: the weakest step that was measured, and no general advice (row 70).

use super::evenings::{self, Evenings};
use super::funnel::{self, Step};
use super::reading::Reading;
use super::recall::{self, Recall};
use super::words::{per_cent, per_cent_beside};
use super::{Finding, Funnel, findings};
use crate::book::Book;
use crate::models::wilson::{as_f64, wilson};
use crate::params::{FindingParams, Line, Params};
use jiff::civil::Date;
use serde::Serialize;

/// Under so many cases a step that no finding judges counts as not measured; judgement.
const LEAST: u64 = 5;

/// What to practise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Practice {
    /// The step: `follow-up`, `one-to-one`, `understanding`, `prepared-minute`, `objective`, `recall`,
    /// `need`.
    pub step: &'static str,
    /// How often it was taken.
    pub took: u64,
    /// Of how many.
    pub of: u64,
    /// The share that would be sound, 0..=1; the finding's own line.
    pub sound: f64,
    /// What to practise this week.
    pub task: &'static str,
    /// Why this and nothing else: the step with its figures, in plain words.
    pub says: String,
}

impl Practice {
    /// The one thing to practise at a date, without the rest of the review.
    pub fn of(book: &Book, as_of: Date, params: &Params) -> Option<Self> {
        let learned = params.learned(book, as_of);
        let reading = Reading::new(book, as_of, &learned, params.alive);
        let findings: Vec<Finding> =
            FINDINGS.iter().filter_map(|code| findings::at(&reading, code)).collect();
        let (recall, evenings) = (recall::count(&reading), evenings::all(&reading));
        task(&funnel::all(&reading), &findings, &recall, &evenings, &learned.findings)
    }

    fn new(weakest: &Measured) -> Self {
        let &Measured { step, name, took, of, cases, sound, task, .. } = weakest;
        let share = per_cent_beside(as_f64(took) / as_f64(of), sound);
        let line = per_cent(sound);
        let says = format!(
            "Your weakest step is {name}: {took} of {of} {cases} ({share}), where {line} would be sound."
        );
        Self { step, took, of, sound, task, says }
    }
}

/// The findings that measure a step.
const FINDINGS: [&str; 3] = ["not-followed-up", "weak-introduction", "no-objective"];

/// A step with what it takes to be sound, by which steps are compared.
struct Measured {
    step: &'static str,
    /// The step within a sentence.
    name: &'static str,
    took: u64,
    of: u64,
    /// What is counted and over which time, as the review has the same figure.
    cases: &'static str,
    /// Under so many it is not measured: the finding's own gate, so that no two places judge the same figure apart.
    least: u64,
    /// The share that is sound; judgement, the finding's own line.
    sound: f64,
    task: &'static str,
}

impl Measured {
    /// How far its likely best falls short of what is sound; above 0 it does.
    fn shortfall(&self) -> f64 {
        let high = wilson(self.took, self.of, 0.8).map_or(1.0, |(_, high)| high);
        self.sound - high
    }
}

/// The step that falls short most; none where all measured ones are sound.
pub(super) fn task(
    funnel: &Funnel,
    findings: &[Finding],
    recall: &Recall,
    evenings: &Evenings,
    params: &FindingParams,
) -> Option<Practice> {
    let looked_back = [of_recall(recall), of_evenings(evenings)];
    let steps = of_funnel(funnel, params)
        .into_iter()
        .chain(of_findings(findings, params))
        .chain(looked_back);
    let measured = steps.filter(|m| m.of >= m.least && m.shortfall() > 0.0);
    let weakest = measured.max_by(|a, b| a.shortfall().total_cmp(&b.shortfall()))?;
    Some(Practice::new(&weakest))
}

fn of_funnel(funnel: &Funnel, params: &FindingParams) -> [Measured; 2] {
    let of = |step, name, taken: Step, sound, task| Measured {
        step,
        name,
        took: taken.took,
        of: taken.of,
        cases: "people met over the whole book",
        least: params.not_followed_up.least,
        sound,
        task,
    };
    [
        of(
            "one-to-one",
            "sitting down with people within 45 days of meeting them",
            funnel.one_to_one,
            0.3,
            "Ask one person for a coffee aloud, in the room, with a day.",
        ),
        of(
            "understanding",
            "asking people within 90 days of meeting them whether they can say what you do",
            funnel.understood,
            0.3,
            "At the end of a one-to-one, ask: how would you tell a friend what I do?",
        ),
    ]
}

fn of_findings(findings: &[Finding], params: &FindingParams) -> impl Iterator<Item = Measured> {
    let of = |step, name, (code, cases), line: Line, task| {
        let finding = findings.iter().find(|f| f.code == code)?;
        let (took, of) = finding.numerator.zip(finding.denominator)?;
        let (least, sound) = (line.least, finding.threshold);
        Some(Measured { step, name, took, of, cases, least, sound, task })
    };
    let steps = [
        of(
            "follow-up",
            "following up within a week",
            (FINDINGS[0], "people met in the last year"),
            params.not_followed_up,
            "After each meeting this week, write two lines to one new person before you go to bed.",
        ),
        of(
            "prepared-minute",
            "preparing your minute",
            (FINDINGS[1], "meetings in the last year"),
            params.weak_introduction,
            "Say your minute twice aloud, with a clock, the evening before.",
        ),
        of(
            "objective",
            "having an objective for a one-to-one",
            (FINDINGS[2], "in the last year"),
            params.no_objective,
            "Before each one-to-one write one line: what would make it worthwhile for both?",
        ),
    ];
    steps.into_iter().flatten()
}

fn of_recall(recall: &Recall) -> Measured {
    Measured {
        step: "recall",
        name: "being remembered for what you do",
        took: recall.right,
        of: recall.asked,
        cases: "people asked in the last year",
        least: LEAST,
        sound: 0.5,
        task: "Tell one story of one client in three sentences, and ask for it back.",
    }
}

/// At a meeting one listens for what people look for (row 60): one need at every second begins to be a habit.
fn of_evenings(evenings: &Evenings) -> Measured {
    Measured {
        step: "need",
        name: "hearing at a meeting what somebody looks for",
        took: evenings.debriefed - evenings.without_need,
        of: evenings.debriefed,
        cases: "meetings in the last year",
        least: LEAST,
        sound: 0.5,
        task: "At the next meeting ask two people what they are looking for, and write one answer down before you leave.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The task of a funnel and evenings, nothing else being noted.
    fn of(funnel: &Funnel, evenings: &Evenings) -> Option<Practice> {
        task(funnel, &[], &Recall::default(), evenings, &FindingParams::default())
    }

    fn step(took: u64, of: u64) -> Step {
        Step { took, of, ..Step::default() }
    }

    /// The task of a funnel and of so many followed up, of so many.
    fn followed_up(took: u64, of: u64, funnel: &Funnel) -> Option<Practice> {
        let finding = Finding {
            code: FINDINGS[0],
            numerator: Some(took),
            denominator: Some(of),
            threshold: 0.5,
            ..Finding::default()
        };
        let (recall, evenings) = (Recall::default(), Evenings::default());
        task(funnel, &[finding], &recall, &evenings, &FindingParams::default())
    }

    #[test]
    fn the_weakest_measured_step_is_practised_and_an_unmeasured_one_is_not() {
        let funnel =
            Funnel { one_to_one: step(2, 40), understood: step(0, 3), ..Funnel::default() };
        let practice = followed_up(8, 40, &funnel).unwrap();
        assert_eq!((practice.step, practice.took, practice.of), ("follow-up", 8, 40));
        let says = "8 of 40 people met in the last year (20%), where 50%";
        assert!(practice.says.contains(says), "{}", practice.says);
        let practice = followed_up(35, 40, &funnel).unwrap();
        let says = "within 45 days of meeting them: 2 of 40 people met over the whole book (5%)";
        assert!(practice.says.contains(says), "{practice:?}");
        let sound = Funnel { one_to_one: step(20, 40), ..funnel };
        assert_eq!(followed_up(35, 40, &sound), None);
    }

    /// Row 70: what the finding calls too early is no weakest step.
    #[test]
    fn a_step_is_judged_from_as_many_people_as_its_finding_takes() {
        let at = |took, all| followed_up(took, all, &Funnel::default());
        assert_eq!(at(1, 8), None);
        assert_eq!(at(1, 10).unwrap().step, "follow-up");
    }

    #[test]
    fn evenings_without_a_need_are_a_measured_step_where_nobody_is_in_the_book() {
        let at = |debriefed, without_need| {
            let evenings = Evenings { debriefed, without_need, ..Evenings::default() };
            of(&Funnel::default(), &evenings)
        };
        let practice = at(6, 6).unwrap();
        assert_eq!((practice.step, practice.took, practice.of), ("need", 0, 6));
        assert!(
            practice.says.contains("0 of 6 meetings in the last year (0%), where 50%"),
            "{}",
            practice.says
        );
        assert_eq!((at(4, 4), at(6, 1)), (None, None), "too few, or sound");
    }
}

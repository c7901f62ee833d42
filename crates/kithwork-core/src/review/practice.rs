//! One thing to practise this week: the weakest step that was measured, and no general advice (row 70).

use super::funnel::Step;
use super::recall::Recall;
use super::{Finding, Funnel};
use crate::models::wilson::wilson;
use serde::Serialize;

/// Under so many cases a step counts as not measured; judgement.
const LEAST: u64 = 5;

/// What to practise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Practice {
    /// The step: `follow-up`, `one-to-one`, `understanding`, `prepared-minute`, `objective`, `recall`.
    pub step: &'static str,
    /// How often it was taken.
    pub took: u64,
    /// Of how many.
    pub of: u64,
    /// What to practise this week.
    pub task: &'static str,
}

/// A step with what it takes to be sound, by which steps are compared.
struct Measured {
    step: &'static str,
    took: u64,
    of: u64,
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
pub(super) fn task(funnel: &Funnel, findings: &[Finding], recall: &Recall) -> Option<Practice> {
    let steps = [
        Some(of_step(
            "follow-up",
            funnel.followed_up,
            0.5,
            "After each meeting this week, write two lines to one new person before you go to bed.",
        )),
        Some(of_step(
            "one-to-one",
            funnel.one_to_one,
            0.3,
            "Ask one person for a coffee aloud, in the room, with a day.",
        )),
        Some(of_step(
            "understanding",
            funnel.understood,
            0.3,
            "At the end of a one-to-one, ask: how would you tell a friend what I do?",
        )),
        of_finding(
            "prepared-minute",
            findings,
            "weak-introduction",
            "Say your minute twice aloud, with a clock, the evening before.",
        ),
        of_finding(
            "objective",
            findings,
            "no-objective",
            "Before each one-to-one write one line: what would make it worthwhile for both?",
        ),
        Some(Measured {
            step: "recall",
            took: recall.right,
            of: recall.asked,
            sound: 0.5,
            task: "Tell one story of one client in three sentences, and ask for it back.",
        }),
    ];
    let measured = steps.into_iter().flatten().filter(|m| m.of >= LEAST && m.shortfall() > 0.0);
    let weakest = measured.max_by(|a, b| a.shortfall().total_cmp(&b.shortfall()))?;
    Some(Practice { step: weakest.step, took: weakest.took, of: weakest.of, task: weakest.task })
}

fn of_step(step: &'static str, taken: Step, sound: f64, task: &'static str) -> Measured {
    Measured { step, took: taken.took, of: taken.of, sound, task }
}

fn of_finding(
    step: &'static str,
    findings: &[Finding],
    code: &str,
    task: &'static str,
) -> Option<Measured> {
    let finding = findings.iter().find(|f| f.code == code)?;
    let (took, of) = finding.numerator.zip(finding.denominator)?;
    Some(Measured { step, took, of, sound: finding.threshold, task })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(took: u64, of: u64) -> Step {
        Step { took, of, ..Step::default() }
    }

    #[test]
    fn the_weakest_measured_step_is_practised_and_an_unmeasured_one_is_not() {
        let funnel = Funnel {
            followed_up: step(8, 40),
            one_to_one: step(2, 40),
            understood: step(0, 3),
            ..Funnel::default()
        };
        let practice = task(&funnel, &[], &Recall::default()).unwrap();
        assert_eq!((practice.step, practice.took, practice.of), ("follow-up", 8, 40));
        let sound = Funnel { followed_up: step(35, 40), one_to_one: step(20, 40), ..funnel };
        assert_eq!(task(&sound, &[], &Recall::default()), None);
    }
}

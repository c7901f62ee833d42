//! Why the figures of evenings read as they do.

use super::{Figure, figure};
use crate::evening::PEOPLE_TO_HELP;
use crate::review::Review;
use crate::review::reading::Reading;
use crate::review::words::many;

pub(super) fn each(reading: &Reading<'_>, review: &Review) -> Vec<Figure> {
    let evenings = &review.evenings;
    let (goal, minute) = (&evenings.goal, &evenings.minute);
    let held = reading.meetings.iter();
    let held = held.filter(|m| evenings.facts.contains(&m.id)).map(|m| (Some(m.on), m.id));
    let held: Vec<_> = held.collect();
    let counted = figure(
        "/evenings",
        "count",
        "The period’s meetings that you looked back on, and the needs you noted of people you talked to \
         there, on their day.",
    )
    .count("looked back on", evenings.debriefed, "meetings")
    .count("without a need heard", evenings.without_need, "meetings")
    .count("needs heard", evenings.needs_heard, "needs")
    .dated(held.clone())
    .changes("Looking back on another meeting.");
    let says = format!(
        "{} of {} of which it is known. The usual goal counts as reached where needs of {PEOPLE_TO_HELP} \
         people were heard; a goal of your own as you say.",
        goal.met,
        many(goal.of, "evening", "evenings"),
    );
    let met = figure("/evenings/goal", "wilson-interval", says)
        .count("reached", goal.met, "meetings")
        .count("known", goal.of, "meetings")
        .count("not said yet", goal.open, "meetings")
        .judged("confidence of the interval", reading.params.findings.confidence, "share")
        .dated(held)
        .changes("Looking back on another meeting.");
    let given =
        figure("/evenings/minute", "count", "The minutes of the period, as you noted them.")
            .count("as prepared", minute.as_prepared, "meetings")
            .count("changed", minute.changed, "meetings")
            .count("left out", minute.skipped, "meetings")
            .changes("Another minute, given or not.");
    let mut figures = vec![counted, met, given];
    if let Some(nerves) = &evenings.nerves {
        let noted = nerves.each.iter().map(|at| (Some(at.on), at.meeting));
        let says = "What you noted yourself before and after, 1 calm to 5 very nervous.";
        let nerves = figure("/evenings/nerves", "count", says)
            .count("evenings", nerves.each.len() as u64, "meetings")
            .dated(noted)
            .changes("Noting it at another meeting.");
        figures.push(nerves);
    }
    figures
}

//! What happened to the people met, step by step.

use crate::chart::{IntervalPlot, IntervalRow, Scale};
use crate::say;
use kithwork_core::review::{Cohort, Funnel, Step};

/// The plot; none where nobody can be judged yet.
pub(crate) fn plot(funnel: &Funnel) -> Option<IntervalPlot> {
    let steps = [
        ("Heard from you within 7 days", funnel.followed_up),
        ("Sat down with you within 45 days", funnel.one_to_one),
        ("Asked what they know, within 90 days", funnel.understood),
    ];
    drawn(&steps, "What happened to the people you met, over the whole book")
}

/// The plot of the people met in one room, to the referral; none where nobody can be judged yet.
pub(crate) fn of_cohort(cohort: &Cohort) -> Option<IntervalPlot> {
    let steps = [
        ("Heard from you within 7 days", cohort.followed_up),
        ("Sat down with you within 45 days", cohort.one_to_one),
        ("Asked what they know, within 90 days", cohort.understood),
        ("Referred somebody to you within a year", cohort.referred),
    ];
    drawn(&steps, "What became of the people met there, over the whole book")
}

/// Who was met too lately for a step on the way to a referral, step by step; empty where nobody was.
pub(crate) fn too_lately([one_to_one, understood, referred]: [Step; 3]) -> String {
    let steps = [
        (one_to_one, "45 days", "one-to-one"),
        (understood, "90 days", "question of what they know"),
        (referred, "a year", "referral"),
    ];
    let recent = steps.into_iter().filter(|(step, ..)| step.too_recent > 0);
    let told = recent.map(|(step, time, name)| {
        let (n, all) = (step.too_recent, step.of + step.too_recent);
        let (were, are) = if n == 1 { ("was", "isn’t") } else { ("were", "aren’t") };
        let (n, all) = (say::number(n), say::number(all));
        format!(
            "{n} of the {all} {were} met less than {time} ago and {are} counted yet for the {name}."
        )
    });
    told.collect::<Vec<_>>().join(" ")
}

fn drawn(steps: &[(&str, Step)], title: &str) -> Option<IntervalPlot> {
    let rows: Vec<IntervalRow> = steps.iter().filter_map(|(label, s)| row(label, *s)).collect();
    let first = rows.first()?;
    let says = format!(
        "Over the whole book. {}: {}, very likely {} to {}.",
        first.label, first.said[1], first.said[0], first.said[2]
    );
    let scale = Scale::around([0.0, 1.0], 4);
    Some(IntervalPlot {
        id: "steps",
        says,
        title: title.to_owned(),
        subject: "Step",
        middle: "Share",
        ticks: scale.ticks().into_iter().map(say::percent).collect(),
        rows,
        scale,
    })
}

fn row(label: &str, step: Step) -> Option<IntervalRow> {
    let (low, high) = step.interval?;
    let share = share(step)?;
    Some(IntervalRow {
        label: format!("{label}: {} of {}", say::number(step.took), say::number(step.of)),
        range: (low, share, high),
        said: [low, share, high].map(say::percent),
    })
}

#[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
fn share(step: Step) -> Option<f64> {
    (step.of > 0).then(|| step.took as f64 / step.of as f64)
}

//! The part of `docs/benchmarks.md` that a run writes.

use crate::family::FAMILIES;
use crate::policy::Policy;
use crate::score::{Interval, Score, count, quantile};
use crate::{life::Outcome, world};
use std::fmt::Write;

/// Where the part begins; everything before it is another task's.
pub(crate) const HEADING: &str = "## The week's plan in made-up worlds";

/// What was run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// Worlds of each family.
    pub each: usize,
    pub seed: u64,
}

/// The whole part. `families` are the outcomes of each family's worlds, in the families' order.
pub(crate) fn part(
    run: Run,
    policies: &[Box<dyn Policy>],
    families: &[Vec<Vec<Outcome>>],
) -> String {
    let mut text = format!(
        "{HEADING}\n\nWritten by `cargo xtask simulate --worlds {} --seed {}`. Each world is lived \
         through once by each policy, with the\nsame people, moods, prospects and seasons: a year of \
         history, then {} weeks under the policy, four, six or eight hours\na week. Every policy reads \
         the same kind of book, written by the same forgetful hand; ours is `Plan::for_week` on that\n\
         book, followed line by line. The worlds don't work as the plan's model does \
         (`simulate/src/family.rs`, `law.rs`): they\nare inventions, not evidence about people. \
         Referrals are those to be expected from what each policy brought about,\nwith the luck of \
         single prospects taken out; 95 % intervals by drawing the worlds anew.\n",
        run.each,
        run.seed,
        world::WEEKS,
    );
    let all: Vec<Vec<Outcome>> = families.iter().flatten().cloned().collect();
    let places = |usual: bool| -> Vec<usize> {
        (1..policies.len()).filter(|&at| policies[at].is_usual() == usual).collect()
    };
    let (usual, thoughtful) = (places(true), places(false));
    text.push_str("\n### Beside what people do now\n\n");
    let _infallible = writeln!(text, "{}.\n", names(policies, &usual));
    compared(&mut text, policies, families, &Score { worlds: &all, others: &usual });
    text.push_str("\n### Beside what a thoughtful person could do without us\n\n");
    let _infallible = writeln!(text, "{}.\n", names(policies, &thoughtful));
    compared(&mut text, policies, families, &Score { worlds: &all, others: &thoughtful });
    text.push_str("\n### All of them\n\n");
    policy_table(&mut text, &Score { worlds: &all, others: &usual }, policies);
    text
}

/// Some policies by their names, as a sentence begins.
fn names(policies: &[Box<dyn Policy>], places: &[usize]) -> String {
    let names: Vec<&str> = places.iter().map(|&at| policies[at].name()).collect();
    let mut text = names.join("; ");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn compared(
    text: &mut String,
    policies: &[Box<dyn Policy>],
    families: &[Vec<Vec<Outcome>>],
    score: &Score<'_>,
) {
    overall(text, score, policies);
    by_family(text, policies, families, score.others);
}

fn overall(text: &mut String, score: &Score<'_>, policies: &[Box<dyn Policy>]) {
    let ratios = score.ratios();
    let lost = ratios.iter().filter(|r| **r < 1.0).count();
    let _infallible = writeln!(
        text,
        "Beside the best of them *in each world* (which nobody knows beforehand): {} times the referrals \
         an hour in the median\nworld, {:.2} in the worst tenth; behind in {lost} of {} worlds. Beside the \
         best of them in all worlds together ({}): {}.\n",
        shown(score.median_ratio()),
        quantile(&ratios, 0.1),
        ratios.len(),
        policies[score.best_other()].name(),
        shown(score.ratio()),
    );
}

fn by_family(
    text: &mut String,
    policies: &[Box<dyn Policy>],
    families: &[Vec<Vec<Outcome>>],
    others: &[usize],
) {
    text.push_str(
        "| worlds | what is peculiar | best of them | ours beside it | median world | worlds behind |\n\
         |---|---|---|---:|---:|---:|\n",
    );
    for (family, worlds) in FAMILIES.iter().zip(families).filter(|(_, worlds)| !worlds.is_empty()) {
        let score = Score { worlds, others };
        let ratios = score.ratios();
        let lost = ratios.iter().filter(|r| **r < 1.0).count();
        let _infallible = writeln!(
            text,
            "| {} | {} | {} | {} | {:.2} | {lost} of {} |",
            family.name,
            family.says,
            policies[score.best_other()].name(),
            shown(score.ratio()),
            quantile(&ratios, 0.5),
            ratios.len()
        );
    }
}

fn policy_table(text: &mut String, score: &Score<'_>, policies: &[Box<dyn Policy>]) {
    text.push_str(
        "| policy | referrals in 100 h | that came | business an hour | hours used | in rooms |\n\
         |---|---:|---:|---:|---:|---:|\n",
    );
    for (at, policy) in policies.iter().enumerate() {
        let minutes: f64 = score.worlds.iter().map(|w| w[at].minutes).sum();
        let hours = minutes / 60.0 / count(score.worlds.len()) / count(world::WEEKS);
        let _infallible = writeln!(
            text,
            "| {} | {} | {:.2} | {} | {hours:.1} a week | {:.0} % |",
            policy.name(),
            shown(score.referrals(at)),
            score.came(at),
            shown(score.business(at)),
            score.in_rooms(at) * 100.0
        );
    }
}

fn shown(interval: Interval) -> String {
    let Interval { low, middle, high } = interval;
    format!("{middle:.2} ({low:.2}–{high:.2})")
}

/// A page with this part in place of an older one.
pub(crate) fn into_page(page: &str, part: &str) -> String {
    let before = page.find(HEADING).map_or(page, |at| page.get(..at).unwrap_or(page));
    format!("{}\n\n{part}", before.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{HEADING, into_page};

    #[test]
    fn a_run_replaces_its_own_part_and_nothing_else() {
        let page = format!("# Benchmarks\n\ntimes\n\n{HEADING}\n\nold\n");
        let part = format!("{HEADING}\n\nnew\n");
        let written = into_page(&page, &part);
        assert_eq!(written, format!("# Benchmarks\n\ntimes\n\n{part}"));
        assert_eq!(into_page(&written, &part), written);
    }
}

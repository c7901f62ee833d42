//! How far the work in sight reaches, and on how few it hangs (mission rows 68 and 51).

use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use kithwork_core::review::{Finding, State};

/// One of the two.
#[derive(Clone, Debug)]
pub(super) struct Ahead {
    pub title: &'static str,
    pub says: String,
    /// What it comes to, with its interval; empty where that can't be told.
    pub range: String,
    /// What would decide it.
    pub missing: String,
    /// One thing to try, where it is seen.
    pub try_next: String,
    /// Whether it waits for what the owner needs in a month.
    pub asks_need: bool,
    pub why: Why,
}

/// What lies ahead: cover in months, and the share of the largest source.
pub(super) fn ahead(sight: &Sight) -> Vec<Ahead> {
    let all = [
        ("hand-to-mouth", "How far it reaches", months as fn(f64) -> String),
        ("few-sources", "On how few it hangs", say::percent),
    ];
    let find = |code: &str| sight.review.findings.iter().find(|finding| finding.code == code);
    let told =
        all.iter().filter_map(|(code, title, unit)| Some(of(find(code)?, title, *unit, sight)));
    told.collect()
}

fn of(finding: &Finding, title: &'static str, unit: fn(f64) -> String, sight: &Sight) -> Ahead {
    let figure = format!("finding-{}", finding.code);
    let why = match &finding.explanation {
        Some(explanation) => Why::of(explanation, &sight.shelf, sight.today, Some(&figure)),
        None => Why::entries(&finding.facts, &sight.shelf, sight.today, Some(&figure)),
    };
    let range = match (finding.measure, finding.low, finding.high) {
        (Some(at), Some(low), Some(high)) => {
            format!(
                "{}, likely {} to {}. The line is drawn at {}.",
                unit(at),
                unit(low),
                unit(high),
                unit(finding.threshold)
            )
        }
        _ => String::new(),
    };
    let is_told = finding.state != State::NotEnoughData;
    let missing = if is_told { "" } else { finding.also_missing() }.to_owned();
    let says = with_spread(finding, sight);
    let is_seen = finding.state == State::Seen;
    Ahead {
        title,
        says,
        range: say::capital(&range),
        missing,
        try_next: if is_seen { finding.try_next.clone() } else { String::new() },
        asks_need: finding.code == "hand-to-mouth" && sight.needs_a_month().is_none(),
        why,
    }
}

fn with_spread(finding: &Finding, sight: &Sight) -> String {
    match sight.review.sources.equal_sources.filter(|_| finding.code == "few-sources") {
        Some(equal) if equal < 1.05 => format!("{} All of it hangs on one.", finding.says),
        Some(equal) => {
            let equal = say::decimal((equal * 10.0).round() / 10.0);
            format!("{} That is as spread out as {equal} equal sources would be.", finding.says)
        }
        None => finding.says.clone(),
    }
}

fn months(value: f64) -> String {
    format!("{value:.1} months")
}

//! Possible reasons why little comes back: at most three shown, the others on request.

use super::only_rooms::OnlyRooms;
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use kithwork_core::review::{self, Basis, State};

/// Findings shown at once.
const AT_MOST: usize = 3;

/// Possible reasons, by whether they were seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    /// The first three that were seen.
    pub seen: Vec<Finding>,
    /// More that were seen.
    pub more: Vec<Finding>,
    /// Looked at and not seen.
    pub not_seen: Vec<Finding>,
    /// Can't be told yet, for one reason that holds for several: the reason, said once, and they.
    pub held: Option<(String, Vec<Finding>)>,
    /// Can't be told yet, each for a reason of its own.
    pub untold: Vec<Finding>,
}

/// One of them in words.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub title: String,
    pub says: String,
    pub try_next: String,
    /// `4 of 30: 13%, very likely 5 to 30%`, where something was measured.
    pub figures: Option<String>,
    /// What is missing to tell, where its sentence doesn't say so.
    pub missing: String,
    /// Where the people stand whom it speaks of, and what leads there.
    pub people: Option<(String, String)>,
    /// What speaks for it, against it and what is missing.
    pub evidence: Vec<(&'static str, String)>,
    pub why: Why,
}

impl Findings {
    /// The findings of the review, in its order.
    pub(super) fn of(sight: &Sight) -> Self {
        let of = |state| {
            let all = sight.review.findings.iter().filter(move |f| f.state == state);
            all.filter(|f| !is_asked(f, sight)).map(|f| finding(f, sight)).collect::<Vec<_>>()
        };
        let mut seen = of(State::Seen);
        let more = seen.split_off(seen.len().min(AT_MOST));
        let (held, untold) = alike(of(State::NotEnoughData));
        Self { seen, more, not_seen: of(State::NotSeen), held, untold }
    }

    /// How many can't be told yet.
    pub(super) fn count_untold(&self) -> usize {
        self.untold.len() + self.held.as_ref().map_or(0, |(_, held)| held.len())
    }
}

/// What repeats itself is asked above all the others; where it is no finding, that is enough.
fn is_asked(finding: &review::Finding, sight: &Sight) -> bool {
    let is_open = finding.state == State::NotEnoughData;
    finding.code == "same-again" && is_open && sight.review.again.is_some()
}

/// Those that miss the same as others, with what that is, and those with a reason of their own.
fn alike(untold: Vec<Finding>) -> (Option<(String, Vec<Finding>)>, Vec<Finding>) {
    let often = |why: &str| untold.iter().filter(|finding| finding.missing == why).count();
    let mut reasons = untold.iter().map(|finding| &finding.missing);
    let Some(why) = reasons.find(|why| !why.is_empty() && often(why) > 1).cloned() else {
        return (None, untold);
    };
    let (held, untold) = untold.into_iter().partition(|finding| finding.missing == why);
    (Some((why, held)), untold)
}

fn finding(finding: &review::Finding, sight: &Sight) -> Finding {
    let figure = format!("finding-{}", finding.code);
    Finding {
        title: title_of(finding),
        says: finding.says.clone(),
        try_next: finding.try_next.clone(),
        figures: finding.in_figures(),
        missing: finding.also_missing().to_owned(),
        people: people(finding, sight),
        evidence: evidence(finding),
        why: Why::entries(&finding.facts, &sight.shelf, sight.today, Some(&figure)),
    }
}

/// The people seen only at meetings stand in a list of their own.
fn people(finding: &review::Finding, sight: &Sight) -> Option<(String, String)> {
    let only = OnlyRooms::of(sight).filter(|_| finding.code == "only-in-rooms")?;
    Some((only.to, format!("{}, and {}", only.all, only.each)))
}

fn evidence(finding: &review::Finding) -> Vec<(&'static str, String)> {
    let evidence = &finding.evidence;
    let enough = "Nothing: it is enough to say this much.";
    let is_whole = evidence.missing.is_empty() && finding.state != State::NotEnoughData;
    let missing = if is_whole { enough } else { &evidence.missing };
    let parts = [
        ("For it", evidence.speaks_for.as_str()),
        ("Against it", &evidence.speaks_against),
        ("Missing", missing),
    ];
    let said = parts.into_iter().filter(|(_, says)| !says.is_empty());
    said.map(|(name, says)| (name, says.to_owned())).collect()
}

/// What a finding is called, by what it was measured.
pub(crate) fn title_of(finding: &review::Finding) -> String {
    match finding.basis {
        Basis::WhoIsThere => "A group with few people you want to meet".to_owned(),
        Basis::Usual | Basis::NoneYet => title(finding.code),
    }
}

/// What a finding is called by its code.
pub(crate) fn title(code: &str) -> String {
    phrase(code).map_or_else(|| say::capital(&code.replace('-', " ")), str::to_owned)
}

/// A finding's public code as a plain phrase (science.md §4).
fn phrase(code: &str) -> Option<&'static str> {
    Some(match code {
        "meeting-heavy" => "Much time in meetings, little with people",
        "not-followed-up" => "New people do not hear from you",
        "no-one-to-ones" => "Meetings do not lead to one-to-ones",
        "no-objective" => "One-to-ones without an objective",
        "one-off-meetings" => "One meeting, and no second",
        "not-understood" => "People who trust you may not know what you do",
        "not-trusted" => "People know what you do and do not yet trust it",
        "wrong-rooms" => "A group that brings less than the others",
        "wrong-people" => "One-to-ones with people you can hardly help",
        "sitting-with-friends" => "Mostly talking to people you know",
        "weak-introduction" => "Your minute could land better",
        "taking-not-giving" => "More received than given",
        "giving-not-understood" => "Much given, and few know how to help you",
        "promises-not-kept" => "Promises kept late or not yet",
        "falling-return" => "An hour brings less than it did",
        "costly-channel" => "One way of finding clients costs more than another",
        "over-stretched" => "More people than your hours can keep",
        "narrow-network" => "Most of your people come from one world",
        "few-sources" => "Most business won through people came through one",
        "hand-to-mouth" => "Little work in sight",
        "fatigue" => "It has been costing you more energy",
        "only-in-rooms" => "People you see only at meetings",
        "dormant-ties" => "Good people you have lost sight of",
        "same-again" => "The same finding, and the same plan, as last time",
        "not-measured" => "Many weeks without an entry",
        "neglected-advocates" => "People who sent you clients have not heard from you",
        _ => return None,
    })
}

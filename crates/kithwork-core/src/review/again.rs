//! The same review again: what was seen a quarter ago and is seen now, while the weeks stayed as they
//! were (row 46). No review is stored; both are worked out from the facts.

use super::findings::{self, Finding, State};
use super::reading::Reading;
use super::time::since;
use super::words::per_cent;
use crate::days::{days_after, days_before};
use crate::facts::{ConversationKind, Meeting};
use crate::id::{FactId, RoomId};
use crate::models::wilson::as_f64;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// From one review to the next; days, judgement.
const QUARTER: i32 = 91;

/// What repeats itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Again {
    /// The findings seen at both dates.
    pub codes: Vec<&'static str>,
    /// The earlier date.
    pub since: Date,
    /// How alike the weeks before both dates are, 0..=1: the cosine of the minutes given to each room
    /// and each kind of conversation.
    pub similarity: f64,
    /// Experiments that were to change one of them and are still open.
    pub meant: Vec<FactId>,
    /// What could be changed, for each finding that no experiment is running on: one at a time.
    pub offers: Vec<Offer>,
    /// What the owner has begun to try since, the oldest first: while it runs, nothing else is asked.
    pub trying: Vec<Trying>,
    /// It in plain words: a question rather than a reproach.
    pub says: String,
}

/// An experiment that is running.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trying {
    /// The aim.
    pub aim: FactId,
    /// What is done differently, in the owner's words.
    pub what: String,
    /// Since when; none where that was not said.
    pub since: Option<Date>,
}

/// One thing that could be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The finding, by its public code: an experiment is measured by it.
    pub code: &'static str,
    /// What it says now.
    pub says: String,
    /// What to try.
    #[serde(rename = "try")]
    pub try_next: String,
}

/// What repeats itself; none where nothing does, or where the weeks changed.
pub(super) fn of(reading: &Reading<'_>, findings: &[Finding]) -> Option<Again> {
    let now: Vec<&'static str> =
        findings.iter().filter(|f| f.state == State::Seen).map(|f| f.code).collect();
    if now.is_empty() {
        return None;
    }
    let since = days_before(reading.as_of, QUARTER);
    let similarity = similarity(reading, since)?;
    if similarity <= reading.params.findings.same_again.threshold {
        return None;
    }
    let before = Reading::new(reading.book, since, reading.params, reading.thumb);
    let codes: Vec<&'static str> =
        now.into_iter().filter(|code| findings::is_seen_at(&before, code)).collect();
    if codes.is_empty() {
        return None;
    }
    let meant = meant(reading, &codes, since);
    let trying = trying(reading, since);
    let says = says(&codes, similarity, !trying.is_empty());
    let offers = offers(reading, findings, &codes);
    Some(Again { codes, since, similarity, meant, offers, trying, says })
}

/// The experiments begun after a date whose time is not over. One that ran all along while nothing
/// changed answers nothing.
fn trying(reading: &Reading<'_>, after: Date) -> Vec<Trying> {
    let as_of = reading.as_of;
    let aims = reading.book.facts.aims.iter().filter(|a| a.is_open(as_of) && a.is_experiment());
    let begun = aims.filter(|a| a.set_on.is_none_or(|on| on > after));
    let running = begun.filter(|a| a.review_on.is_none_or(|ends| ends > as_of));
    let mut all: Vec<Trying> =
        running.map(|a| Trying { aim: a.id, what: a.what.clone(), since: a.set_on }).collect();
    all.sort_by_key(|one| (one.since, one.aim));
    all
}

/// What could be tried for each; what is being tried already needs no offer.
fn offers(reading: &Reading<'_>, findings: &[Finding], codes: &[&str]) -> Vec<Offer> {
    let tried = |code: &str| {
        let aims = reading.book.facts.aims.iter().filter(|a| a.is_open(reading.as_of));
        aims.filter_map(|a| a.tries.as_deref()).any(|tries| tries == code)
    };
    let same = findings.iter().filter(|f| codes.contains(&f.code) && !tried(f.code));
    same.map(Offer::of).collect()
}

impl Offer {
    fn of(finding: &Finding) -> Self {
        Self { code: finding.code, says: finding.says.clone(), try_next: finding.try_next.clone() }
    }
}

fn says(codes: &[&str], similarity: f64, is_tried: bool) -> String {
    let same = if codes.len() == 1 { "The same" } else { "The same things" };
    let next = if is_tried {
        "You are trying something since: give it its time."
    } else {
        "What will you do differently?"
    };
    format!(
        "{same} stood out three months ago, and your weeks look alike ({}). {next}",
        per_cent(similarity)
    )
}

fn meant(reading: &Reading<'_>, codes: &[&str], since: Date) -> Vec<FactId> {
    let aims = reading.book.facts.aims.iter();
    let open = aims.filter(|a| a.closed_on.is_none_or(|on| on > reading.as_of));
    open.filter(|a| a.set_on.is_some_and(|on| on <= since))
        .filter(|a| a.tries.as_deref().is_some_and(|code| codes.contains(&code)))
        .map(|a| a.id)
        .collect()
}

/// What an hour can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Room(RoomId),
    With(&'static str),
}

fn kind(kind: ConversationKind) -> &'static str {
    use ConversationKind as Kind;
    match kind {
        Kind::OneToOne | Kind::Video => "one-to-one",
        Kind::SmallGroup => "small group",
        Kind::Call => "call",
        Kind::Email | Kind::Message | Kind::Letter => "in writing",
        Kind::Social => "social",
    }
}

/// The cosine of both quarters' uses of time; none where one of them holds nothing.
fn similarity(reading: &Reading<'_>, since: Date) -> Option<f64> {
    let now = uses(reading, since, reading.as_of);
    let before = uses(reading, days_before(since, QUARTER), since);
    let dot: f64 = now.iter().map(|(to, x)| x * before.get(to).copied().unwrap_or(0.0)).sum();
    let size = |uses: &BTreeMap<Use, f64>| uses.values().map(|x| x * x).sum::<f64>().sqrt();
    let sizes = size(&now) * size(&before);
    (sizes > 0.0).then(|| (dot / sizes).clamp(0.0, 1.0))
}

/// Minutes by use, after one date and up to another.
fn uses(reading: &Reading<'_>, after: Date, until: Date) -> BTreeMap<Use, f64> {
    let mut uses: BTreeMap<Use, f64> = BTreeMap::new();
    let from = days_after(after, 1);
    let minutes = |meeting: &Meeting| as_f64(reading.meeting_minutes(meeting));
    for meeting in since(reading.meetings, |m| m.on, from).iter().take_while(|m| m.on <= until) {
        *uses.entry(Use::Room(meeting.room)).or_default() += minutes(meeting);
    }
    for talk in since(&reading.conversations, |c| c.on, from).iter().take_while(|c| c.on <= until) {
        *uses.entry(Use::With(kind(talk.kind))).or_default() += as_f64(talk.took().known());
    }
    uses
}

//! When each rung was first reached.

use super::Rung;
use super::story::{Dated, Story};
use crate::days::days_before;
use crate::params::LadderParams;
use jiff::civil::Date;

/// The rungs that were reached, lowest first. The highest one is the level.
pub(super) fn reached(story: &Story, params: &LadderParams) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = Vec::new();
    rungs.extend(first(story));
    rungs.extend(second(story, params));
    if let Some(third) = third(story, params) {
        let since = third.on.unwrap_or(Date::MIN);
        rungs.push(third);
        if let Some(fourth) = fourth(story, since, params) {
            let since = fourth.on.unwrap_or(Date::MIN);
            rungs.push(fourth);
            rungs.extend(fifth(story, since, params));
        }
    }
    without_those_passed_over(rungs)
}

/// A rung whose evidence came together only after a higher one's was never stood on: nobody was a nodding
/// acquaintance after they had been sat down with.
fn without_those_passed_over(rungs: Vec<Rung>) -> Vec<Rung> {
    let mut kept: Vec<Rung> = Vec::with_capacity(rungs.len());
    for rung in rungs.into_iter().rev() {
        // What is undated holds from the first.
        if kept.last().is_none_or(|higher| rung.on.is_none() || higher.on >= rung.on) {
            kept.push(rung);
        }
    }
    kept.reverse();
    kept
}

/// Two occasions on different days, one of them mutual.
fn first(story: &Story) -> Option<Rung> {
    let one = story.touches.first()?;
    let mutual = story.mutual.first()?;
    let two =
        story.touches.iter().find(|t| t.on > one.on || t.on == Date::MIN && t.fact != one.fact)?;
    let on = two.on.max(mutual.on);
    Some(rung(1, on, [*one, *two, *mutual]))
}

/// A one-to-one within a year, and a need or an aim of theirs written down.
fn second(story: &Story, params: &LadderParams) -> Option<Rung> {
    let need = story.needs.first()?;
    let before = within(&story.one_to_ones, need.on, params.year_days).next_back();
    let after = || story.one_to_ones.iter().find(|t| t.on >= need.on).copied();
    let talk = before.or_else(after)?;
    Some(rung(2, need.on.max(talk.on), [*need, talk]))
}

/// Two one-to-ones, help in both directions within a year, and an understanding check passed.
fn third(story: &Story, params: &LadderParams) -> Option<Rung> {
    let (one, two) = (story.one_to_ones.first()?, story.one_to_ones.get(1)?);
    let check = story.checks.first()?;
    let since = two.on.max(check.on);
    let (on, help) = first_moment(since, [&story.given, &story.received], |on| {
        let given = within(&story.given, on, params.year_days).next_back()?;
        let received = within(&story.received, on, params.year_days).next_back()?;
        Some(vec![given, received])
    })?;
    Some(rung(3, on, [*one, *two, *check].into_iter().chain(help)))
}

/// Help they gave when asked (they can be phoned), and something made together or two introductions
/// each way within a year, whichever came first.
fn fourth(story: &Story, since: Date, params: &LadderParams) -> Option<Rung> {
    let asked = story.asked.first()?;
    let since = since.max(asked.on);
    let joint = story.joint.first().map(|made| (since.max(made.on), vec![*made]));
    let exchange = introduced_each_way(story, since, params);
    let (on, evidence) = joint.into_iter().chain(exchange).min_by_key(|(on, _)| *on)?;
    Some(rung(4, on, std::iter::once(*asked).chain(evidence)))
}

fn introduced_each_way(
    story: &Story,
    since: Date,
    params: &LadderParams,
) -> Option<(Date, Vec<Dated>)> {
    first_moment(since, [&story.introduced, &story.introductions], |on| {
        let made = within(&story.introduced, on, params.year_days);
        let received = within(&story.introductions, on, params.year_days);
        let latest: Vec<Dated> = made.rev().take(2).chain(received.rev().take(2)).collect();
        (latest.len() == 4).then_some(latest)
    })
}

/// Two referrals or testimonials within two years that nobody asked for, and the owner played back
/// correctly.
fn fifth(story: &Story, since: Date, params: &LadderParams) -> Option<Rung> {
    let playback = story.playbacks.first()?;
    let lists = [&story.unprompted, &Vec::new()];
    let (on, advocacy) = first_moment(since.max(playback.on), lists, |on| {
        let unprompted = within(&story.unprompted, on, params.advocacy_days);
        let latest: Vec<Dated> = unprompted.rev().take(2).collect();
        (latest.len() == 2).then_some(latest)
    })?;
    Some(rung(5, on, std::iter::once(*playback).chain(advocacy)))
}

/// The first moment from `since` on at which `held` finds its evidence; only new evidence in one of
/// the lists can bring it about.
fn first_moment(
    since: Date,
    lists: [&Vec<Dated>; 2],
    held: impl Fn(Date) -> Option<Vec<Dated>>,
) -> Option<(Date, Vec<Dated>)> {
    let mut moments: Vec<Date> =
        lists.into_iter().flatten().map(|d| d.on).filter(|&on| on > since).collect();
    moments.push(since);
    moments.sort_unstable();
    moments.dedup();
    moments.into_iter().find_map(|on| Some((on, held(on)?)))
}

/// The evidence in the days that end on a date, in order; undated evidence is always in.
fn within(list: &[Dated], on: Date, days: i32) -> impl DoubleEndedIterator<Item = Dated> {
    let from = days_before(on, days);
    let is_in = move |d: &&Dated| d.on == Date::MIN || (from < d.on && d.on <= on);
    list.iter().filter(is_in).copied()
}

fn rung(level: u8, on: Date, evidence: impl IntoIterator<Item = Dated>) -> Rung {
    let mut evidence: Vec<Dated> = evidence.into_iter().collect();
    evidence.sort_unstable();
    evidence.dedup();
    Rung {
        level,
        on: (on > Date::MIN).then_some(on),
        facts: evidence.into_iter().map(|d| d.fact).collect(),
    }
}

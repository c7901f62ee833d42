//! Whom to see and whom to write to.

use super::circle::Acquaintance;
use super::draft::{Desk, Draft, Factor};
use super::length::TABLE_MINUTES;
use super::opening::TouchKind;
use super::value::{self, gain};
use super::{ItemKind, Status, call, help, opening, says, table, wish};
use crate::days::days_between;
use crate::facts::{Care, Conversation, ConversationKind};
use crate::id::PersonId;
use crate::ladder::State;
use crate::written::spelt;

/// Days within which somebody counts as just met.
const JUST_MET_DAYS: i32 = 14;
/// People for whom a shorter talk is considered too.
const MOST_SHORT: usize = 8;
/// Minutes of a written line.
const MESSAGE_MINUTES: u32 = 10;
/// Most follow-ups in one week's plan.
const MOST_FOLLOW_UPS: usize = 8;
/// Minutes of taking up an old thread.
const LETTER_MINUTES: u32 = 15;
/// Weeks between two tables.
const TABLE_WEEKS: i32 = 4;
/// Least budget in which a table is proposed, minutes.
const TABLE_BUDGET: u32 = 240;

/// Everything that could be asked of people this week, each kind already cut to what a week could
/// hold.
pub(super) fn all(desk: &Desk<'_>) -> Vec<Draft> {
    let mut ranked = ranked(desk);
    let most = usize::try_from(desk.week.budget / desk.usual.max(1)).unwrap_or(0) * 2 + 8;
    let mut drafts = follow_ups(desk);
    drafts.extend(wish::all(desk));
    drafts.extend(revive(desk));
    drafts.extend(help::all(desk));
    drafts.extend(call::all(desk));
    drafts.extend(a_table(desk, &ranked));
    ranked.truncate(most.min(48));
    drafts.extend(ranked.iter().take(MOST_SHORT).map(|&(place, _)| short(desk, place)));
    drafts.extend(ranked.into_iter().map(|(place, _)| one_to_one(desk, place, None)));
    drafts
}

/// Three quarters of the usual time, for what the usual length leaves over: a little less by the
/// minute, so that it never crowds out a whole one.
fn short(desk: &Desk<'_>, place: usize) -> Draft {
    let minutes = (desk.usual * 3 / 4 / 15 * 15).max(30);
    let part = 0.9 * f64::from(minutes) / f64::from(desk.usual.max(minutes));
    let draft = one_to_one(desk, place, Some(("a shorter talk", part)));
    lasting(desk, draft, minutes)
}

/// The same for so many minutes together, beside the way there.
fn lasting(desk: &Desk<'_>, mut draft: Draft, minutes: u32) -> Draft {
    let way = match draft.item.people.as_slice() {
        &[one] => desk.known(one).map_or(0, |one| desk.way_to(one)),
        _ => 0,
    };
    draft.item.together = Some(minutes);
    draft.item.minutes = minutes.saturating_add(way);
    draft
}

/// People to sit down with, by what that is worth: nobody who was seen lately, is being seen
/// already, or is to be kept light.
fn ranked(desk: &Desk<'_>) -> Vec<(usize, f64)> {
    let week = &desk.week;
    let open = |a: &&Acquaintance<'_>| {
        !(a.care == Some(Care::Light)
            || a.is_busy
            || a.is_resting(week) && !is_hour_due(desk, a)
            || is_lost_friend(a)
            || is_just_met(desk, a))
    };
    let mut ranked: Vec<(usize, f64)> =
        desk.circle.iter().filter(open).map(|a| (a.place, worth(desk, a))).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| by_age(desk, a.0, b.0)));
    ranked
}

/// Equal worth: who was met first, then the id, so that the same book gives the same plan.
fn by_age(desk: &Desk<'_>, a: usize, b: usize) -> std::cmp::Ordering {
    let key = |place: usize| (desk.circle[place].met, desk.circle[place].person.id);
    key(a).cmp(&key(b))
}

/// What sitting down with somebody is worth.
fn worth(desk: &Desk<'_>, one: &Acquaintance<'_>) -> f64 {
    let gain = gain(&desk.week, &desk.rates, one, value::ONE_TO_ONE);
    factors(desk, one).iter().fold(gain, |worth, (_, factor)| worth * factor)
}

/// More for whom one can help, who matters to an aim, and whom the owner wants to know better.
fn factors(desk: &Desk<'_>, one: &Acquaintance<'_>) -> [Factor; 3] {
    let params = &desk.week.params.plan;
    let can_help = !desk.matches.helpers(one.place).is_empty() || desk.matches.by_me(one.place);
    let help = match (&one.need, can_help) {
        (Some(_), true) => 1.0 + params.help_first,
        (Some(_), false) => 1.0 + params.help_first / 2.0,
        (None, _) => 1.0,
    };
    let matters = desk.week.book.facts.aims.iter().any(|aim| {
        aim.closed_on.is_none_or(|on| on > desk.week.sunday) && aim.people.contains(&one.person.id)
    });
    let aim = if matters { params.aim_link } else { 1.0 };
    let wish = if one.care == Some(Care::Deepen) { params.deepen } else { 1.0 };
    [
        ("a need you could help with", help),
        ("matters to an aim", aim),
        ("your wish to deepen", wish),
    ]
}

/// Time together that was asked for this week, as the plan would ask for it.
pub(super) fn asked_for(desk: &Desk<'_>, talk: &Conversation) -> Draft {
    let (draft, usual) = match talk.people.as_slice() {
        &[one] => match desk.known(one) {
            Some(one) if is_lost_friend(one) => return letter(desk, one),
            Some(one) => (one_to_one(desk, one.place, None), desk.usual),
            None => (desk.item(ItemKind::OneToOne, &talk.people, 0), desk.usual),
        },
        all => {
            let draft = desk.item(ItemKind::SmallGroup, all, 0);
            (draft.worth(desk, value::TABLE, Vec::new()), TABLE_MINUTES)
        }
    };
    lasting(desk, draft, talk.minutes.unwrap_or(usual))
}

fn one_to_one(desk: &Desk<'_>, place: usize, further: Option<Factor>) -> Draft {
    let one = &desk.circle[place];
    let factors = factors(desk, one).into_iter().chain(further).collect();
    let draft = desk.item(ItemKind::OneToOne, &[one.person.id], 0);
    let mut draft = lasting(desk, draft, desk.usual).worth(desk, value::ONE_TO_ONE, factors);
    draft.item.status = Status::Invite;
    draft.item.because = says::why(&desk.week, &desk.circle, &desk.matches, place);
    draft.item.bring = says::bring(&desk.circle, &desk.matches, place);
    draft.item.facts.extend(one.need_fact());
    draft
}

/// What comes next with each of those met in the last ninety days.
fn follow_ups(desk: &Desk<'_>) -> Vec<Draft> {
    let mut just_met: Vec<&Acquaintance<'_>> =
        desk.circle.iter().filter(|a| is_opening(desk, a)).collect();
    just_met.sort_by_key(|a| {
        (std::cmp::Reverse(a.need.is_some()), std::cmp::Reverse(a.met), a.person.id)
    });
    let mut drafts: Vec<Draft> =
        just_met.into_iter().filter_map(|one| follow_up(desk, one)).collect();
    drafts.truncate(MOST_FOLLOW_UPS);
    drafts
}

fn is_just_met(desk: &Desk<'_>, one: &Acquaintance<'_>) -> bool {
    let Some(met) = one.met else { return false };
    let days = days_between(met, desk.week.monday);
    days <= JUST_MET_DAYS && !one.is_busy && one.touched.is_none_or(|on| on <= met)
}

/// Within ninety days of the first meeting: just met, or in touch since, though not this week or last. A step whose
/// day lies in the week stands however lately they were in touch: their page names that day.
fn is_opening(desk: &Desk<'_>, one: &Acquaintance<'_>) -> bool {
    let Some(met) = one.met else { return false };
    is_just_met(desk, one)
        || (days_between(met, desk.week.monday) <= opening::DAYS
            && one.touched.is_some_and(|on| on > met)
            && one.care != Some(Care::Light)
            && !one.is_busy
            && (!desk.week.was_in_touch(one.touched) || step_of_week(desk, one).is_some()))
}

/// The step of the ninety days with somebody whose day lies in the week.
fn step_of_week(desk: &Desk<'_>, one: &Acquaintance<'_>) -> Option<TouchKind> {
    let week = &desk.week;
    let met = one.met.filter(|&met| days_between(met, week.sunday) <= opening::DAYS)?;
    let touches = opening::touches(week.book, one.person, met, week.sunday);
    let (_, step) = opening::due(&touches, met, week.sunday)?;
    week.holds(step.by).then_some(step.kind)
}

/// Whether the week should hold a step of the ninety days with somebody: its day lies in it, nothing is agreed, and
/// an hour together is not too soon after the last.
pub(super) fn is_step_due(desk: &Desk<'_>, one: &Acquaintance<'_>) -> bool {
    let is_open = one.care != Some(Care::Light) && !one.is_busy;
    let is_due =
        |step| step != TouchKind::SitDown || !one.is_resting(&desk.week) || one.together.is_none();
    is_open && step_of_week(desk, one).is_some_and(is_due)
}

/// Whether the hour together of the ninety days is due this week with somebody who was only written to: a letter is
/// no reason to wait with it.
fn is_hour_due(desk: &Desk<'_>, one: &Acquaintance<'_>) -> bool {
    one.together.is_none() && step_of_week(desk, one) == Some(TouchKind::SitDown)
}

/// The step of the ninety days that is due with somebody, in writing; an hour together is asked for
/// like any other.
fn follow_up(desk: &Desk<'_>, one: &Acquaintance<'_>) -> Option<Draft> {
    let (week, met) = (&desk.week, one.met?);
    let touches = opening::touches(week.book, one.person, met, week.sunday);
    let (at, due) = match opening::due(&touches, met, week.sunday) {
        Some(due) => due,
        None if is_just_met(desk, one) => (0, touches.first().filter(|line| !line.is_done)?),
        None => return None,
    };
    if due.kind == TouchKind::SitDown {
        return None;
    }
    // The second contact decides whether there is a third: it opens what a first talk began.
    let effect = if at == 0 { value::FOLLOW_UP } else { value::HELP };
    let draft = desk.item(ItemKind::Message, &[one.person.id], MESSAGE_MINUTES);
    let mut draft = draft.worth(desk, effect, Vec::new());
    draft.item.because = vec![says::opening_why(week, one, at)];
    draft.item.because.extend(says::need(&desk.circle, &desk.matches, one));
    let open = opening::with_new_days(touches.get(at..).unwrap_or_default().to_vec(), week.today);
    draft.item.bring = says::steps(&open, week);
    draft.item.facts.extend(due.because.filter(|&fact| fact != one.person.id.into()));
    Some(draft)
}

fn is_lost_friend(one: &Acquaintance<'_>) -> bool {
    one.standing.level >= 3
        && one.standing.state == Some(State::Dormant)
        && one.care != Some(Care::Light)
}

/// One strong tie gone quiet, a week: trust is still there (Levin, Walter & Murnighan 2011).
fn revive(desk: &Desk<'_>) -> Option<Draft> {
    let quiet = desk.circle.iter().filter(|a| is_lost_friend(a) && !a.is_busy);
    let one = quiet.filter(|a| !a.is_resting(&desk.week)).max_by(|a, b| {
        worth(desk, a).total_cmp(&worth(desk, b)).then_with(|| by_age(desk, b.place, a.place))
    })?;
    Some(letter(desk, one))
}

/// A line that takes up an old thread.
fn letter(desk: &Desk<'_>, one: &Acquaintance<'_>) -> Draft {
    let line = ("a line, not an hour", desk.week.params.plan.revive_chance);
    let factors = factors(desk, one).into_iter().chain([line]).collect();
    let draft = desk.item(ItemKind::Revive, &[one.person.id], LETTER_MINUTES);
    let mut draft = draft.worth(desk, value::ONE_TO_ONE, factors);
    (draft.item.status, draft.item.together) = (Status::Invite, Some(desk.usual));
    draft.item.because = says::why(&desk.week, &desk.circle, &desk.matches, one.place);
    let name = one.first_name();
    draft.item.bring = vec![
        format!("Whom can you help? Ask {name} what they are working on these days."),
        format!("Name one thing you remember of {name}, and offer {}.", spelt(desk.usual)),
    ];
    draft
}

/// A table of a few who can help each other, at most one in four weeks.
fn a_table(desk: &Desk<'_>, ranked: &[(usize, f64)]) -> Option<Draft> {
    let week = &desk.week;
    let lately = week.book.facts.conversations.iter().any(|c| {
        let days = days_between(c.on, week.monday);
        c.kind == ConversationKind::SmallGroup && (-28..TABLE_WEEKS * 7).contains(&days)
    });
    if lately || week.budget < TABLE_BUDGET {
        return None;
    }
    let pool: Vec<usize> = ranked
        .iter()
        .map(|&(place, _)| place)
        .filter(|&place| desk.circle[place].standing.level >= 2)
        .collect();
    let guests = table::best(&pool, &desk.matches)?;
    let people: Vec<PersonId> = guests.iter().map(|&place| desk.circle[place].person.id).collect();
    let draft = desk.item(ItemKind::SmallGroup, &people, 0);
    let mut draft = lasting(desk, draft, TABLE_MINUTES).worth(desk, value::TABLE, Vec::new());
    draft.item.status = Status::Invite;
    draft.item.because =
        vec!["They could help each other, and nobody competes with anybody.".to_owned()];
    draft.item.because.extend(says::at_table(&desk.circle, &desk.matches, &guests));
    draft.item.bring = vec!["Ask each of them to bring one thing they are looking for.".to_owned()];
    Some(draft)
}

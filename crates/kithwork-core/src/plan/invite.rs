//! Whom to see and whom to write to.

use super::circle::Acquaintance;
use super::draft::{Desk, Draft};
use super::value::{self, gain};
use super::{ItemKind, Status, says, table};
use crate::days::days_between;
use crate::facts::{Care, ConversationKind};
use crate::id::PersonId;
use crate::ladder::State;

/// Days within which somebody counts as just met.
const JUST_MET_DAYS: i32 = 14;
/// Minutes of a written line.
const MESSAGE_MINUTES: u32 = 10;
/// Minutes of taking up an old thread, or of bringing two people together in writing.
const LETTER_MINUTES: u32 = 15;
/// Minutes of a table of a few.
const TABLE_MINUTES: u32 = 90;
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
    drafts.extend(revive(desk));
    drafts.extend(introductions(desk));
    drafts.extend(a_table(desk, &ranked));
    ranked.truncate(most.min(48));
    drafts.extend(ranked.into_iter().map(|(place, value)| one_to_one(desk, place, value)));
    drafts
}

/// People to sit down with, by what that is worth: nobody who was seen on their rhythm, is being seen
/// already, or is to be kept light.
fn ranked(desk: &Desk<'_>) -> Vec<(usize, f64)> {
    let week = &desk.week;
    let open = |a: &&Acquaintance<'_>| {
        !(a.care == Some(Care::Light)
            || a.is_busy
            || a.is_within_cadence(week)
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

/// What sitting down with somebody is worth; more for whom one can help, who matters to an aim, and
/// whom the owner wants to know better.
fn worth(desk: &Desk<'_>, one: &Acquaintance<'_>) -> f64 {
    let params = &desk.week.params.plan;
    let help = match (&one.need, desk.matches.helpers(one.place).is_empty()) {
        (Some(_), false) => 1.0 + params.help_first,
        (Some(_), true) => 1.0 + params.help_first / 2.0,
        (None, _) => 1.0,
    };
    let matters = desk.week.book.facts.aims.iter().any(|aim| {
        aim.closed_on.is_none_or(|on| on > desk.week.sunday) && aim.people.contains(&one.person.id)
    });
    let aim = if matters { params.aim_link } else { 1.0 };
    let wish = if one.care == Some(Care::Deepen) { params.deepen } else { 1.0 };
    gain(&desk.week, &desk.rates, one, value::ONE_TO_ONE) * help * aim * wish
}

fn one_to_one(desk: &Desk<'_>, place: usize, value: f64) -> Draft {
    let one = &desk.circle[place];
    let mut draft = desk.item(ItemKind::OneToOne, &[one.person.id], desk.usual);
    draft.item.status = Status::Invite;
    draft.item.value = value;
    draft.item.because = says::why(&desk.week, &desk.circle, &desk.matches, place);
    draft.item.bring = says::bring(&desk.circle, &desk.matches, place);
    draft
        .item
        .facts
        .extend(one.need.iter().map(|(_, fact)| *fact).filter(|f| f.0 != one.person.id.0));
    draft
}

/// A line to each of those just met with whom nothing has followed.
fn follow_ups(desk: &Desk<'_>) -> Vec<Draft> {
    let mut just_met: Vec<&Acquaintance<'_>> =
        desk.circle.iter().filter(|a| is_just_met(desk, a)).collect();
    just_met.sort_by_key(|a| {
        (std::cmp::Reverse(a.need.is_some()), std::cmp::Reverse(a.met), a.person.id)
    });
    just_met.truncate(8);
    just_met.into_iter().map(|one| follow_up(desk, one)).collect()
}

fn is_just_met(desk: &Desk<'_>, one: &Acquaintance<'_>) -> bool {
    let Some(met) = one.met else { return false };
    let days = days_between(met, desk.week.monday);
    days <= JUST_MET_DAYS && !one.is_busy && one.touched.is_none_or(|on| on <= met)
}

fn follow_up(desk: &Desk<'_>, one: &Acquaintance<'_>) -> Draft {
    let mut draft = desk.item(ItemKind::Message, &[one.person.id], MESSAGE_MINUTES);
    // The second contact decides whether there is a third: it opens what a first talk began.
    draft.item.value = gain(&desk.week, &desk.rates, one, value::FOLLOW_UP);
    let place = one.room.and_then(|room| desk.week.book.room(room));
    let place = place.map_or_else(String::new, |room| format!(" at {}", room.name));
    let when =
        one.met.map_or_else(String::new, |on| format!(" {}", says::ago(on, desk.week.monday)));
    draft.item.because = vec![format!("You met{place}{when}; nothing has followed yet.")];
    draft.item.because.extend(says::need(&desk.circle, &desk.matches, one));
    draft.item.bring = says::opening(&desk.week, one);
    draft
}

fn is_lost_friend(one: &Acquaintance<'_>) -> bool {
    one.standing.level >= 3
        && one.standing.state == Some(State::Dormant)
        && one.care != Some(Care::Light)
}

/// One strong tie gone quiet, a week: trust is still there (Levin, Walter & Murnighan 2011).
fn revive(desk: &Desk<'_>) -> Option<Draft> {
    let quiet = desk.circle.iter().filter(|a| is_lost_friend(a) && !a.is_busy);
    let one = quiet.filter(|a| !a.is_within_cadence(&desk.week)).max_by(|a, b| {
        worth(desk, a).total_cmp(&worth(desk, b)).then_with(|| by_age(desk, b.place, a.place))
    })?;
    let mut draft = desk.item(ItemKind::Revive, &[one.person.id], LETTER_MINUTES);
    draft.item.status = Status::Invite;
    draft.item.value = worth(desk, one) * desk.week.params.plan.revive_chance;
    draft.item.because = says::why(&desk.week, &desk.circle, &desk.matches, one.place);
    let name = one.first_name();
    draft.item.bring = vec![
        format!("Whom can you help? Ask {name} what they are working on these days."),
        format!("Name one thing you remember of {name}, and offer an hour."),
    ];
    Some(draft)
}

/// People of whom one could help the other, where neither is about to be seen anyway.
fn introductions(desk: &Desk<'_>) -> Vec<Draft> {
    let seen_anyway = |place: usize| {
        let one = &desk.circle[place];
        !one.is_busy && !one.is_within_cadence(&desk.week)
    };
    let pairs = desk.matches.pairs(&desk.circle);
    let mut drafts: Vec<Draft> = Vec::new();
    for (needs, helps, _) in pairs.into_iter().filter(|&(a, _, _)| !seen_anyway(a)) {
        let draft = introduction(desk, needs, helps);
        if drafts.iter().all(|d| d.takes.iter().all(|who| !draft.takes.contains(who))) {
            drafts.push(draft);
        }
        if drafts.len() == 2 {
            break;
        }
    }
    drafts
}

fn introduction(desk: &Desk<'_>, needs: usize, helps: usize) -> Draft {
    let (one, other) = (&desk.circle[needs], &desk.circle[helps]);
    let people = [one.person.id, other.person.id];
    let mut draft = desk.item(ItemKind::Introduction, &people, LETTER_MINUTES);
    draft.item.value =
        [one, other].iter().map(|a| gain(&desk.week, &desk.rates, a, value::HELP)).sum();
    draft.item.because = says::need(&desk.circle, &desk.matches, one).into_iter().collect();
    draft.item.bring = vec![format!(
        "Ask {} and {} first whether they would like to meet; introduce them when both say yes.",
        one.first_name(),
        other.first_name()
    )];
    draft
        .item
        .facts
        .extend(one.need.iter().map(|(_, fact)| *fact).filter(|f| f.0 != one.person.id.0));
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
    let guests = table::best(&pool, &desk.circle, &desk.matches)?;
    let people: Vec<PersonId> = guests.iter().map(|&place| desk.circle[place].person.id).collect();
    let mut draft = desk.item(ItemKind::SmallGroup, &people, TABLE_MINUTES);
    draft.item.status = Status::Invite;
    draft.item.value = guests
        .iter()
        .map(|&place| gain(week, &desk.rates, &desk.circle[place], value::TABLE))
        .sum();
    draft.item.because =
        vec!["They could help each other, and nobody competes with anybody.".to_owned()];
    draft.item.because.extend(
        guests
            .iter()
            .filter_map(|&place| says::need(&desk.circle, &desk.matches, &desk.circle[place])),
    );
    draft.item.bring = vec!["Ask each of them to bring one thing they are looking for.".to_owned()];
    Some(draft)
}

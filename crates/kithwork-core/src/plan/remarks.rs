//! What the plan could not do, and why, in plain words.

use super::balance::{self, Settled};
use super::draft::{Desk, Draft};
use super::meetings::Occasion;
use super::opening::is_unheard;
use super::says::{long, number};
use super::settle::who_has;
use super::spending::Spending;
use super::{Item, ItemKind, invite};
use crate::facts::{Conversation, Locale, Stage};
use crate::ladder::{Climber, Upkeep};
use crate::money::Money;
use crate::review::words::many;
use crate::rounding::whole;
use crate::written;
use jiff::ToSpan;

/// All that remarks speak of.
pub(super) struct Said<'a> {
    pub desk: &'a Desk<'a>,
    pub occasions: &'a [Occasion],
    pub settled: &'a Settled,
    /// Meetings left out for what they cost.
    pub spending: &'a Spending,
    /// Names asked, with the room each could take the place of.
    pub swaps: Vec<(String, String)>,
    /// Promises for which there was no room.
    pub left_over: Vec<Draft>,
    /// Minutes that stood before anything was planned.
    pub agreed: u32,
    /// Minutes that time with people has taken this week already, and those they were asked for.
    pub spent: u32,
    /// What was asked for this week is worth.
    pub worth: f64,
    /// What the aim of half the time with people costs.
    pub half_costs: f64,
}

/// Every remark, the most pressing first.
pub(super) fn all(said: &Said<'_>, items: &[Item]) -> Vec<String> {
    let remarks = [
        too_much(said),
        promises(said),
        steps(said, items),
        crowded_out(said),
        too_dear(said),
        parity(said, items),
        given_up(said),
        cost_of_half(said, items),
        clash(items),
        over_stretched(said, items),
    ];
    let nobody = nobody(said, items);
    remarks.into_iter().flatten().chain(stay(said)).chain(nobody).collect()
}

fn too_much(said: &Said<'_>) -> Option<String> {
    let budget = said.desk.week.budget;
    (said.agreed > budget).then(|| {
        format!(
            "What is agreed already takes {}, more than there is: {}.",
            long(said.agreed),
            said.desk.week.hours_there_are()
        )
    })
}

fn promises(said: &Said<'_>) -> Option<String> {
    let names: Vec<&str> =
        said.left_over.iter().flat_map(|d| &d.item.names).map(String::as_str).collect();
    (!names.is_empty()).then(|| {
        let whom = some(&names);
        format!(
            "Your promises to {whom} don’t fit into this week. A line to say when, or that you can’t, is kept too."
        )
    })
}

/// Steps of the first ninety days that are due, with those for whom the hours leave nothing.
fn steps(said: &Said<'_>, items: &[Item]) -> Option<String> {
    let is_planned = |id| items.iter().any(|item| item.people.contains(&id));
    let left = said.desk.circle.iter().filter(|one| !is_planned(one.person.id));
    let due = left.filter(|one| invite::is_step_due(said.desk, one));
    let names: Vec<&str> = due.map(|one| one.person.name.as_str()).collect();
    (!names.is_empty()).then(|| {
        format!(
            "No time is left in this week’s plan for the step of the first ninety days that is due with {}: what it is stands on each one’s page.",
            some(&names)
        )
    })
}

/// The first five names, and how many more.
fn some(names: &[&str]) -> String {
    match names.split_at_checked(5) {
        Some((most, more)) if !more.is_empty() => {
            format!("{} and {} more", most.join(", "), more.len())
        }
        _ => names.join(", "),
    }
}

fn crowded_out(said: &Said<'_>) -> Option<String> {
    let out: Vec<&Occasion> =
        said.settled.unplanned.iter().filter_map(|&i| said.occasions.get(i)).collect();
    let names: Vec<&str> = out.iter().map(|o| o.name.as_str()).collect();
    let all: u32 = said.occasions.iter().map(|o| o.minutes).sum();
    (!out.is_empty()).then(|| {
        format!(
            "Your rooms take {} this week with the way there, and {}. Not planned: {}. Nothing has been cancelled.",
            long(all),
            said.desk.week.hours_there_are(),
            names.join(", ")
        )
    })
}

/// Meetings that would have cost more than the owner wants to spend.
fn too_dear(said: &Said<'_>) -> Option<String> {
    let out = &said.spending.left_out;
    let names: Vec<&str> = out.iter().map(|o| o.name.as_str()).collect();
    let currency = said.desk.week.book.currency();
    let money = |minor| Money { currency, minor }.told();
    (!out.is_empty()).then(|| {
        format!(
            "This week’s meetings would cost {}, and you want to spend {} at most. Not planned: {}. Nothing has been cancelled.",
            money(said.spending.all),
            money(said.spending.most),
            names.join(", ")
        )
    })
}

/// Where time with people stays below one half: what the swaps bring, and what would still be needed. Meetings
/// that the plan has no hours for are held all the same: they count.
fn parity(said: &Said<'_>, items: &[Item]) -> Option<String> {
    let unplanned = said.settled.unplanned.iter().filter_map(|&i| said.occasions.get(i));
    let unplanned: u32 = unplanned.map(|o| o.minutes).fold(0, u32::saturating_add);
    if said.settled.is_even && unplanned == 0 {
        return None;
    }
    let rooms = |i: &&Item| matches!(i.kind, ItemKind::Meeting | ItemKind::PreparePitch);
    let planned: u32 = items.iter().filter(rooms).map(|i| i.minutes).sum();
    let with_people = items.iter().filter(|i| !rooms(i)).map(|i| i.minutes).sum::<u32>();
    let with_people = with_people.saturating_add(said.spent);
    let (share, more) = balance::reach(planned.saturating_add(unplanned), with_people);
    let share = written::share_beside(Locale::EnGb, share, 0.5);
    let going = if unplanned > 0 { "if you go to all the others, " } else { "" };
    (more > 0).then(|| {
        format!(
            "{}: {going}time with people is {share} of the week. That alone does not reach one half; {} more with people a week{} would. Coffee after a meeting counts.",
            swaps_so_far(said),
            long(more),
            slots(said.occasions, more)
        )
    })
}

/// Which swaps there are this week: made, and proposed or asked for.
fn swaps_so_far(said: &Said<'_>) -> String {
    let count = |n: usize| number(u32::try_from(n).unwrap_or(u32::MAX));
    let swaps = |n: usize| match n {
        1 => "One swap is".to_owned(),
        n => format!("{} swaps are", count(n)),
    };
    match (said.desk.week.swaps_made(), said.swaps.len()) {
        (0, 0) if said.occasions.iter().all(|o| o.is_over) => {
            "This week’s meetings are over".to_owned()
        }
        (0, 0) if said.settled.is_even => "No swap is proposed".to_owned(),
        (0, 0) => "No meeting can be swapped this week".to_owned(),
        (0, proposed) => format!("{} proposed", swaps(proposed)),
        (made, 0) => format!("{} made", swaps(made)),
        (made, proposed) => {
            format!("{} made and {} proposed", swaps(made), count(proposed).to_lowercase())
        }
    }
}

/// Meetings to miss for a conversation of a week to come: nothing of this week tells of it.
fn given_up(said: &Said<'_>) -> Option<String> {
    let week = &said.desk.week;
    let of = |talk: &Conversation| {
        let meeting = talk.instead_of.filter(|&meeting| talk.takes_the_place_of(meeting))?;
        let room = &week.book.room(meeting.room)?.name;
        let people = talk.people.iter().filter_map(|&id| week.book.person(id));
        let names: Vec<String> = people.map(|person| person.name.clone()).collect();
        let may_be_over = |o: &Occasion| o.meeting() == meeting && o.may_be_over;
        let is_ahead = meeting.on >= week.today && !said.occasions.iter().any(may_be_over);
        is_ahead.then(|| {
            format!(
                "{} said yes for {}, in the place of {room} on {}: that is the one meeting to miss.",
                who_has(&names),
                week.weekday(talk.on),
                week.weekday(meeting.on)
            )
        })
    };
    let talks = week.replacing().into_iter();
    let later = talks.filter(|c| c.stage == Stage::Agreed && !week.holds(c.on));
    let said: Vec<String> = later.filter_map(of).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What the aim of half the time with people costs, where that is a tenth of the week's worth.
fn cost_of_half(said: &Said<'_>, items: &[Item]) -> Option<String> {
    let with_it = said.worth + items.iter().map(|i| i.value).sum::<f64>();
    let without = with_it + said.half_costs;
    let [free, worth] = [without, with_it].map(|referrals| format!("{referrals:.2}"));
    let basis = if said.desk.rates.is_informed(&said.desk.week.params.plan) {
        "by your own numbers"
    } else {
        "as a rule of thumb"
    };
    (said.half_costs > 0.1 * without && free != worth).then(|| {
        format!(
            "Keeping half of the time with people costs something this week: {basis} {free} referrals without that aim, {worth} with it. You can change it."
        )
    })
}

/// Two things that stand at one time.
fn clash(items: &[Item]) -> Option<String> {
    let name = |item: &Item| match (&item.room, item.names.as_slice()) {
        (Some(room), _) => room.clone(),
        (None, names) => names.join(" and "),
    };
    let ends =
        |item: &Item| item.start.map(|at| at.saturating_add(i64::from(item.minutes).minutes()));
    let timed: Vec<&Item> = items.iter().filter(|i| i.start.is_some()).collect();
    let pair = timed.iter().enumerate().find_map(|(at, one)| {
        let other = timed[at + 1..]
            .iter()
            .find(|other| one.start < ends(other) && other.start < ends(one))?;
        Some((one, other))
    });
    pair.map(|(one, other)| {
        format!("{} and {} are at the same time: move one of them.", name(one), name(other))
    })
}

/// A list that takes more hours than there are.
fn over_stretched(said: &Said<'_>, items: &[Item]) -> Option<String> {
    let week = &said.desk.week;
    // As the review reckons them, so that both name the same people.
    let learned = week.params.learned(week.book, week.today);
    let mut climber = Climber::new(week.book, week.today, &learned);
    let known = said.desk.circle.iter().filter(|one| one.standing.level >= 2);
    let people = known.map(|one| {
        let (standing, _) = climber.climb(one.at);
        (one.person, standing.level, standing.state)
    });
    let upkeep = Upkeep::of(week.book, people, week.today, &week.params.ladder);
    let people = upkeep.people.len();
    let in_rooms: u32 =
        items.iter().filter(|i| i.kind == ItemKind::Meeting).map(|i| i.minutes).sum();
    let left = week.budget.saturating_sub(in_rooms);
    let over = upkeep.minutes > week.params.findings.over_stretched.threshold * f64::from(left);
    (people > 0 && over).then(|| {
        let rooms = if in_rooms > 0 { "beside this week’s rooms " } else { "" };
        format!(
            "Staying in touch with {} takes {} a week; {rooms}{}. Choose whom to keep close and let the others be.",
            many(people as u64, "person", "people"),
            long(u32::try_from(whole(upkeep.minutes)).unwrap_or(u32::MAX)),
            week.hours(left),
        )
    })
}

/// So many minutes in lengths of a meeting of this week.
fn slots(occasions: &[Occasion], more: u32) -> String {
    let all: u32 = occasions.iter().map(|o| o.minutes).fold(0, u32::saturating_add);
    lengths(more, all / u32::try_from(occasions.len()).unwrap_or(u32::MAX).max(1))
}

/// So many minutes in meetings of so many each; a few minutes are no meeting's length.
fn lengths(more: u32, each: u32) -> String {
    if each == 0 || more < each / 2 {
        return String::new();
    }
    let whole = more / each;
    let meetings = match whole {
        0 | 1 => "one more meeting".to_owned(),
        n => format!("{} more meetings", number(n).to_lowercase()),
    };
    match (whole, more % each) {
        (0, _) => format!(", less than the length of {meetings},"),
        (_, 0) => format!(", the length of {meetings},"),
        _ => format!(", longer than {meetings},"),
    }
}

fn stay(said: &Said<'_>) -> Vec<String> {
    let stay = |(who_has, room): &(String, String)| {
        format!(
            "Go to {room} as usual until {who_has} said yes; its time is counted with the invitation."
        )
    };
    said.swaps.iter().map(stay).collect()
}

/// Hours for which there is nobody to suggest.
fn nobody(said: &Said<'_>, items: &[Item]) -> Option<String> {
    let (budget, usual) = (said.desk.week.budget, said.desk.usual);
    let planned = items.iter().map(|i| i.minutes).fold(0, u32::saturating_add);
    let left = budget.saturating_sub(planned).saturating_sub(said.spent);
    if left < usual {
        return None;
    }
    Some(if said.desk.circle.is_empty() {
        "Nobody to suggest yet: note whom you talk to, or bring your contacts and your calendar."
            .to_owned()
    } else {
        let are = if left == 60 { "is" } else { "are" };
        let week = &said.desk.week;
        let mut circle = said.desk.circle.iter();
        let next = if circle.any(|one| is_unheard(week.book, one.person, week.today)) {
            "a line to those you have just met comes before meeting somebody new"
        } else {
            "time to meet somebody new"
        };
        format!("{} {are} left, and nobody else is due for an hour now: {next}.", long(left))
    })
}

#[cfg(test)]
mod tests {
    use super::lengths;

    #[test]
    fn so_many_minutes_are_told_in_meetings_as_they_are_and_a_few_are_no_meetings_length() {
        let said = [(5, 105), (40, 60), (50, 60), (60, 60), (90, 60), (200, 100), (30, 0)];
        let told = said.map(|(more, each)| lengths(more, each));
        assert_eq!(
            told.each_ref().map(String::as_str),
            [
                "",
                ", less than the length of one more meeting,",
                ", less than the length of one more meeting,",
                ", the length of one more meeting,",
                ", longer than one more meeting,",
                ", the length of two more meetings,",
                "",
            ]
        );
    }
}

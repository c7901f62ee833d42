//! What the plan could not do, and why, in plain words.

use super::balance::{self, Settled};
use super::draft::{Desk, Draft};
use super::meetings::Occasion;
use super::says::{long, number};
use super::{Item, ItemKind};

/// All that remarks speak of.
pub(super) struct Said<'a> {
    pub desk: &'a Desk<'a>,
    pub occasions: &'a [Occasion],
    pub settled: &'a Settled,
    /// Names asked, with the room each could take the place of.
    pub swaps: Vec<(String, String)>,
    /// Promises for which there was no room.
    pub left_over: Vec<Draft>,
    /// Minutes that stood before anything was planned.
    pub agreed: u32,
}

/// Every remark, the most pressing first.
pub(super) fn all(said: &Said<'_>, items: &[Item]) -> Vec<String> {
    let remarks = [too_much(said), promises(said), crowded_out(said), parity(said, items)];
    let nobody = nobody(said, items);
    remarks.into_iter().flatten().chain(stay(said)).chain(nobody).collect()
}

fn too_much(said: &Said<'_>) -> Option<String> {
    let budget = said.desk.week.budget;
    (said.agreed > budget).then(|| {
        format!(
            "What is agreed already takes {}, more than the {} you have.",
            long(said.agreed),
            long(budget)
        )
    })
}

fn promises(said: &Said<'_>) -> Option<String> {
    let names: Vec<&str> =
        said.left_over.iter().flat_map(|d| &d.item.names).map(String::as_str).collect();
    let most = names.get(..5).unwrap_or(&names).join(", ");
    let and_more =
        if names.len() > 5 { format!(" and {} more", names.len() - 5) } else { String::new() };
    (!names.is_empty()).then(|| {
        format!(
            "Your promises to {most}{and_more} don't fit into this week. A line to say when, or that you can't, is kept too."
        )
    })
}

fn crowded_out(said: &Said<'_>) -> Option<String> {
    let out: Vec<&Occasion> =
        said.settled.unplanned.iter().filter_map(|&i| said.occasions.get(i)).collect();
    let names: Vec<&str> = out.iter().map(|o| o.name.as_str()).collect();
    let all: u32 = said.occasions.iter().map(|o| o.minutes).sum();
    (!out.is_empty()).then(|| {
        format!(
            "Your rooms meet for {} this week, and you have {}. Not planned: {}. Nothing has been cancelled.",
            long(all),
            long(said.desk.week.budget),
            names.join(", ")
        )
    })
}

/// Where time with people stays below one half: what the swaps bring, and what would still be needed.
fn parity(said: &Said<'_>, items: &[Item]) -> Option<String> {
    if said.settled.is_even {
        return None;
    }
    let rooms = |i: &&Item| matches!(i.kind, ItemKind::Meeting | ItemKind::PreparePitch);
    let in_rooms = items.iter().filter(rooms).map(|i| i.minutes).sum();
    let with_people = items.iter().filter(|i| !rooms(i)).map(|i| i.minutes).sum();
    let (share, more) = balance::reach(in_rooms, with_people);
    let percent = (share * 100.0).round();
    let opening = match said.swaps.len() {
        0 => "No meeting can be swapped this week".to_owned(),
        1 => "One swap is proposed".to_owned(),
        n => format!("{} swaps are proposed", number(u32::try_from(n).unwrap_or(2))),
    };
    (more > 0).then(|| {
        format!(
            "{opening}: time with people is {percent} % of the week. That alone does not reach one half; {} more with people a week{} would. Coffee after a meeting counts.",
            long(more),
            slots(said.occasions, more)
        )
    })
}

/// So many minutes in lengths of a meeting of this week.
fn slots(occasions: &[Occasion], more: u32) -> String {
    let all: u32 = occasions.iter().map(|o| o.minutes).fold(0, u32::saturating_add);
    let each = all / u32::try_from(occasions.len()).unwrap_or(u32::MAX).max(1);
    match more.div_ceil(each.max(1)) {
        _ if each == 0 => String::new(),
        1 => ", the length of one more meeting,".to_owned(),
        n => format!(", the length of {} more meetings,", number(n).to_lowercase()),
    }
}

fn stay(said: &Said<'_>) -> Vec<String> {
    let stay = |(name, room): &(String, String)| {
        format!(
            "Go to {room} as usual until {name} has said yes; its time is counted with the invitation."
        )
    };
    said.swaps.iter().map(stay).collect()
}

/// Hours for which there is nobody to suggest.
fn nobody(said: &Said<'_>, items: &[Item]) -> Option<String> {
    let (budget, usual) = (said.desk.week.budget, said.desk.usual);
    let planned = items.iter().map(|i| i.minutes).fold(0, u32::saturating_add);
    let left = budget.saturating_sub(planned);
    if left < usual {
        return None;
    }
    Some(if said.desk.circle.is_empty() {
        "Nobody to suggest yet: note whom you talk to, or bring your contacts and your calendar."
            .to_owned()
    } else {
        format!(
            "{} are left. Everybody else you know was seen lately: time to meet somebody new.",
            long(left)
        )
    })
}

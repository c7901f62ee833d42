//! How time is shared between rooms and people.

use crate::chart::ShareBar;
use crate::say;
use kithwork_core::review::Depth;

/// The bar; none where no time is known.
pub(crate) fn bar(depth: &Depth) -> Option<ShareBar> {
    let share = depth.value?;
    let (rooms, people) = (depth.time.meeting_minutes, depth.time.people_minutes);
    let with_people = say::percent_beside(share, depth.aim);
    let in_rooms = say::percent_beside(1.0 - share, 1.0 - depth.aim);
    let reached = if depth.is_reached() == Some(true) {
        format!("the aim of {} is reached", aim(depth))
    } else {
        format!("the aim is at least {}", aim(depth))
    };
    Some(ShareBar {
        id: "time",
        says: format!(
            "Of {} in {} weeks, {with_people} went to people outside meetings; {reached}.{}",
            say::duration(rooms + people),
            depth.weeks,
            lately(depth),
        ),
        title: "Time with people".to_owned(),
        share,
        aim: depth.aim,
        rest_label: format!("in meetings {in_rooms}"),
        share_label: format!("with people {with_people}"),
        aim_label: format!("aim: {}", aim(depth)),
        rows: vec![
            ["In meetings".to_owned(), say::duration(rooms), in_rooms],
            ["With people".to_owned(), say::duration(people), with_people],
        ],
    })
}

/// What it was in the latest weeks: they tell first that something has changed.
fn lately(depth: &Depth) -> String {
    let of = depth.lately;
    let share = |value| say::percent_beside(value, depth.aim);
    let said = |value| {
        format!(
            " In the last {} it was {}.",
            say::counted(u64::from(of.weeks), "week", "weeks"),
            share(value)
        )
    };
    of.value.map_or_else(String::new, said)
}

fn aim(depth: &Depth) -> String {
    if (depth.aim - 0.5).abs() < 1e-9 { "half".to_owned() } else { say::percent(depth.aim) }
}

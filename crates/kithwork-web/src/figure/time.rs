//! How time is shared between rooms and people.

use crate::chart::ShareBar;
use crate::say;
use kithwork_core::review::Depth;

/// The aim: at least as long with people as in rooms (mission row 2).
const AIM: f64 = 0.5;

/// The bar; none where no time is known.
pub(crate) fn bar(depth: &Depth) -> Option<ShareBar> {
    let share = depth.value?;
    let (rooms, people) = (depth.time.meeting_minutes, depth.time.people_minutes);
    let (with_people, in_rooms) = (say::percent(share), say::percent(1.0 - share));
    let reached =
        if share >= AIM { "the aim of one half is reached" } else { "the aim is at least half" };
    Some(ShareBar {
        id: "time",
        says: format!(
            "Of {} in {} weeks, {with_people} went to people outside meetings; {reached}.",
            say::hours(rooms + people),
            depth.weeks,
        ),
        title: "Time with people".to_owned(),
        share,
        aim: AIM,
        rest_label: format!("in meetings {in_rooms}"),
        share_label: format!("with people {with_people}"),
        aim_label: "aim: half".to_owned(),
        rows: vec![
            ["In meetings".to_owned(), say::hours(rooms), in_rooms],
            ["With people".to_owned(), say::hours(people), with_people],
        ],
    })
}

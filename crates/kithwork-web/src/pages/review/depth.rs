//! How deep the network is: people by level.

use crate::chart::{Bar, Bars};
use crate::say;
use kithwork_core::review::Levels;

/// The first level at which two people know each other.
const KNOWN: usize = 2;

/// People by level; none where there is nobody.
pub(super) fn chart(levels: &Levels) -> Option<Bars> {
    let everyone: u64 = levels.people.iter().sum();
    if everyone == 0 {
        return None;
    }
    let rows = levels.names.iter().zip(levels.people.iter().zip(&levels.warm));
    let rows = rows.map(|(level, (&people, &warm))| Bar {
        label: level.listed().to_owned(),
        value: f64::from(u32::try_from(people).unwrap_or(u32::MAX)),
        said: match warm {
            0 => say::number(people),
            _ => format!("{}, {} warm", say::number(people), say::number(warm)),
        },
    });
    Some(Bars {
        id: "depth".to_owned(),
        says: says(levels, everyone),
        title: "People by how well you know each other".to_owned(),
        subject: "Level",
        measure: "People",
        rows: rows.collect(),
    })
}

fn says(levels: &Levels, everyone: u64) -> String {
    let known: u64 = levels.people.iter().skip(KNOWN).sum();
    let warm: u64 = levels.warm.iter().skip(KNOWN).sum();
    let of = format!("{} of {}", say::number(known), say::counted(everyone, "person", "people"));
    match known {
        0 => format!("Of {} you know nobody beyond nodding yet.", say::number(everyone)),
        _ => format!("You know {of} beyond nodding, and {} of these are warm.", say::number(warm)),
    }
}

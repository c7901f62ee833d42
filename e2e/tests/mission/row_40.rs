//! Row 40: the wrong kind of events, by who is there.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, finding};

fn wrong_rooms(people: usize, of_logistics: usize) -> Result<serde_json::Value> {
    let met = (0..people).map(|n| {
        let sector = if n < of_logistics { "logistics" } else { "yoga" };
        format!("{},2026-09-10,Friday Mixer,{sector}", person(n))
    });
    let talked = (0..people).map(person).collect::<Vec<_>>().join("; ");
    let meeting = [format!("2026-09-10,Friday Mixer,90,{talked}")];
    let owner = Owner::with(&[
        ("people", sheet("name,met_on,met_at,sector", met)),
        ("meetings", sheet("date,group,minutes,talked_to", meeting)),
    ])?;
    owner.json(&["settings", "--target", "logistics"])?;
    Ok(finding(&owner.review("2026-11-15")?, "wrong-rooms")?.clone())
}

#[test]
fn none_of_forty_is_seen_and_none_of_three_is_not() -> Result {
    let seen = wrong_rooms(40, 0)?;
    assert_eq!(seen["state"], "seen", "{seen}");
    assert_eq!((&seen["numerator"], &seen["denominator"]), (&0.into(), &40.into()));
    assert_eq!(wrong_rooms(3, 0)?["state"], "not-enough-data");
    assert_eq!(wrong_rooms(40, 20)?["state"], "not-seen");
    Ok(())
}

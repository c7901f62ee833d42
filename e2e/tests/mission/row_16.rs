//! Row 16: sitting in the room every week is not networking.

use crate::sheet::{sheet, weekly};
use e2e::{Owner, Result};
use jiff::civil::date;

#[test]
fn a_year_of_sitting_in_one_room_moves_nobody_past_the_first_rung() -> Result {
    let year = weekly(date(2025, 11, 6), 52)
        .map(|day| format!("{day},Thursday Table,90,Ada Abbot; Ben Birch"));
    let owner = Owner::with(&[("meetings", sheet("date,group,minutes,talked_to", year))])?;
    let people = owner.json(&["people"])?;
    let people = people["people"].as_array().ok_or("no list of people")?;
    assert_eq!(people.len(), 2);
    assert!(people.iter().all(|person| person["level"] == 1), "{people:?}");
    Ok(())
}

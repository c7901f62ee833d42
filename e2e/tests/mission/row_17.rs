//! Row 17: who reached the objective of a one-to-one? Most have none.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result, finding};
use jiff::civil::date;

#[test]
fn the_share_of_one_to_ones_with_an_objective_is_said() -> Result {
    let days = weekly(date(2026, 6, 5), 20);
    let rows = days.enumerate().map(|(n, day)| match n {
        0 => format!("{day},one_to_one,{},60,Learn whom she serves,yes", person(n)),
        1 => format!("{day},one_to_one,{},60,Ask about printers,", person(n)),
        _ => format!("{day},one_to_one,{},60,,", person(n)),
    });
    let columns = "date,kind,people,minutes,objective,objective_met";
    let owner = Owner::with(&[("interactions", sheet(columns, rows))])?;

    let review = owner.review("2026-11-15")?;
    let finding = finding(&review, "no-objective")?;
    assert_eq!(finding["state"], "seen", "{finding}");
    assert_eq!((&finding["numerator"], &finding["denominator"]), (&2.into(), &20.into()));
    Ok(())
}

#[test]
fn a_one_to_one_without_an_objective_or_an_outcome_is_saved_all_the_same() -> Result {
    let rows = ["2026-11-06,one_to_one,Ada Abbot,60,,".to_owned()];
    let columns = "date,kind,people,minutes,objective,objective_met";
    let owner = Owner::with(&[("interactions", sheet(columns, rows))])?;
    let review = owner.review("2026-11-15")?;
    assert_eq!(review["totals"]["one_to_ones"], 1);
    assert_ne!(finding(&review, "no-objective")?["state"], "seen");
    Ok(())
}

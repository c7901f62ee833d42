//! Row 17: who reached the objective of a one-to-one? Most have none.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result, finding};
use jiff::civil::date;
use serde_json::json;

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

#[test]
fn a_one_to_one_closed_without_an_outcome_stays_open() -> Result {
    let rows = [
        "2026-10-02,one_to_one,Ada Abbot,60,Learn whom she serves,yes",
        "2026-10-09,one_to_one,Ben Birch,60,Ask about printers,",
        "2026-10-16,one_to_one,Cora Cole,60,Meet her partner,no",
        "2026-10-23,one_to_one,Dev Drake,60,,",
    ];
    let columns = "date,kind,people,minutes,objective,objective_met";
    let owner = Owner::with(&[("interactions", sheet(columns, rows.map(str::to_owned)))])?;

    let objectives = &owner.review("2026-11-15")?["objectives"];
    let told = json!({ "one_to_ones": 4, "with_objective": 3, "met": 1, "open": 1 });
    assert_eq!(*objectives, told);
    let text = owner.text(&["review", "--as-of", "2026-11-15"])?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("3 had an objective; 1 reached it, 1 is still open"), "{text}");
    Ok(())
}

#[test]
fn objectives_that_were_never_recorded_are_unknown_and_not_nought() -> Result {
    let rows = ["2026-11-06,one_to_one,Ada Abbot,60".to_owned()];
    let owner = Owner::with(&[("interactions", sheet("date,kind,people,minutes", rows))])?;
    assert!(owner.review("2026-11-15")?["objectives"].is_null());
    Ok(())
}

//! Row 8: are new contacts taken in? Who was met three days ago is not yet a failure.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};

#[test]
fn a_contact_met_three_days_ago_is_no_failure() -> Result {
    let long_ago = (0..12).map(|n| format!("{},2026-06-04,Thursday Table", person(n)));
    let lately = (12..17).map(|n| format!("{},2026-11-12,Thursday Table", person(n)));
    let followed = (0..3).map(|n| format!("2026-06-08,one_to_one,{},60", person(n)));
    let owner = Owner::with(&[
        ("people", sheet("name,met_on,met_at", long_ago.chain(lately))),
        ("interactions", sheet("date,kind,people,minutes", followed)),
    ])?;

    let funnel = &owner.review("2026-11-15")?["funnel"];
    for step in ["followed_up", "one_to_one"] {
        assert_eq!(funnel[step]["took"], 3, "{step}: {funnel}");
        assert_eq!(funnel[step]["of"], 12, "{step}: {funnel}");
        assert_eq!(funnel[step]["too_recent"], 5, "{step}: {funnel}");
    }
    let cohort = &funnel["cohorts"][0];
    assert_eq!((&cohort["name"], &cohort["met"]), (&"Thursday Table".into(), &17.into()));
    assert_eq!(cohort["followed_up"]["of"], 12, "{cohort}");
    // Wilson 95 % of 3 in 12.
    let interval = &funnel["followed_up"]["interval"];
    assert!(e2e::is_about(&interval[0], 0.0889, 0.0005), "{interval}");
    assert!(e2e::is_about(&interval[1], 0.5323, 0.0005), "{interval}");
    Ok(())
}

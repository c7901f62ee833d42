//! Row 8: are new contacts taken in? Who was met three days ago is not yet a failure.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};

#[test]
fn a_contact_met_three_days_ago_is_no_failure() -> Result {
    let long_ago = (0..12).map(|n| format!("{},2026-06-04,Thursday Table", person(n)));
    let lately = (12..17).map(|n| format!("{},2026-11-12,Thursday Table", person(n)));
    let followed = (0..3).map(|n| format!("2026-06-08,one_to_one,{},60", person(n)));
    let wrote = format!("2026-06-05,email,{},5", person(0));
    let owner = Owner::with(&[
        ("people", sheet("name,met_on,met_at", long_ago.chain(lately))),
        ("interactions", sheet("date,kind,people,minutes", followed.chain([wrote]))),
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

#[test]
fn where_no_small_things_are_noted_following_up_is_unknown_and_not_nought() -> Result {
    let met = (0..40).map(|n| format!("{},2026-06-04,Thursday Table", person(n)));
    let meetings = (0..40).map(|n| format!("2026-06-04,Thursday Table,90,{}", person(n)));
    let owner = Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("meetings", sheet("date,group,minutes,talked_to", meetings)),
    ])?;
    let review = owner.review("2026-11-15")?;
    assert_eq!(review["funnel"]["followed_up"]["of"], 0, "{}", review["funnel"]);
    assert_eq!(review["funnel"]["one_to_one"]["of"], 40, "a diary tells of one-to-ones");
    assert_ne!(review["practice"]["step"], "follow-up", "{}", review["practice"]);
    let said = owner.text(&["review", "--as-of", "2026-11-15"])?;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("nothing is written down between you and 40 people"), "{said}");
    Ok(())
}

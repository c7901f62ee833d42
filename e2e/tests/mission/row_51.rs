//! Row 51: work comes from a few close sources; who they are, and a warning where it is one.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, finding};
use serde_json::Value;

/// Nine deals, so many of them from Ada Abbot and each other one from somebody else.
fn review(from_ada: usize) -> Result<Value> {
    let business = (0..9).map(|deal| {
        let giver = if deal < from_ada { person(0) } else { person(deal) };
        format!("2025-0{}-15,Client {deal},referral,{giver},1000,GBP", deal + 1)
    });
    let referrals = (0..9).map(|deal| {
        let giver = if deal < from_ada { person(0) } else { person(deal) };
        format!(
            "2025-0{}-01,received,{giver},me,Client {deal},won,1000,GBP,2025-0{}-15",
            deal + 1,
            deal + 1
        )
    });
    let met = (0..9).map(|n| format!("{},2024-06-06,Thursday Table", person(n)));
    let seen = (0..9).map(|n| format!("2024-07-0{},one_to_one,{},60", n + 1, person(n)));
    let columns = "date,direction,from,to,prospect,status,value,currency,closed_on";
    Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("interactions", sheet("date,kind,people,minutes", seen)),
        ("referrals", sheet(columns, referrals)),
        ("business", sheet("won_on,client,source_kind,source,value,currency", business)),
    ])?
    .review("2026-11-15")
}

#[test]
fn work_that_hangs_on_one_person_is_seen_and_the_person_is_named() -> Result {
    let review = review(9)?;
    let few = finding(&review, "few-sources")?;
    assert_eq!(few["state"], "seen", "{few}");
    assert_eq!((&few["numerator"], &few["denominator"]), (&9.into(), &9.into()));
    assert!(few["says"].as_str().is_some_and(|says| says.contains("Ada Abbot")), "{few}");
    let source = &review["sources"]["people"][0];
    assert_eq!((&source["name"], &source["deals"]), (&"Ada Abbot".into(), &9.into()));
    assert!(few["try"].as_str().is_some_and(|try_next| try_next.contains("Thank")));
    Ok(())
}

#[test]
fn work_from_many_people_is_no_reason_to_worry() -> Result {
    let review = review(1)?;
    assert_eq!(finding(&review, "few-sources")?["state"], "not-seen");
    Ok(())
}

//! Rows 68 and 69: work in sight against what is needed; selling apart from being recommended.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, finding};

fn owner(last: &str) -> Result<Owner> {
    let met = [format!("{},2025-01-10,Friday Mixer", person(0))];
    let talks = [format!("2025-01-20,one_to_one,{},60", person(0))];
    let before =
        (1..=4).map(|n| format!("2026-0{n}-05,received,{},me,Client {n},lost,1000,GBP", person(0)));
    let last = [format!("2026-10-25,received,{},me,Client 9,{last},1000,GBP", person(0))];
    let columns = "date,direction,from,to,prospect,status,value,currency";
    Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
        ("referrals", sheet(columns, before.chain(last))),
    ])
}

#[test]
fn less_than_two_months_in_sight_is_seen_once_the_need_is_known() -> Result {
    let owner = owner("met")?;
    let unknown = owner.review("2026-11-15")?;
    assert_eq!(finding(&unknown, "hand-to-mouth")?["state"], "not-enough-data");
    owner.json(&["settings", "--monthly-need", "3000", "--currency", "GBP"])?;
    let review = owner.review("2026-11-15")?;
    let found = finding(&review, "hand-to-mouth")?;
    assert_eq!((&found["state"], &found["numerator"]), (&"seen".into(), &1.into()), "{found}");
    assert!(found["measure"].as_f64().is_some_and(|months| months < 2.0), "{found}");
    Ok(())
}

#[test]
fn winning_a_deal_changes_the_pipeline_and_not_the_advocates() -> Result {
    let (met, won) = (owner("met")?.review("2026-11-15")?, owner("won")?.review("2026-11-15")?);
    assert_eq!((&met["pipeline"]["open"], &won["pipeline"]["open"]), (&1.into(), &0.into()));
    assert_eq!(met["advocates"]["people"], won["advocates"]["people"]);
    assert_eq!(won["advocates"]["people"], 1);
    Ok(())
}

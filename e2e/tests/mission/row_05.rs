//! Row 5: a room feeds the network and never gives a referral; its giver is always a person.

use crate::sheet::sheet;
use e2e::{Owner, Result};

const REFERRALS: &str = "date,direction,from,to,prospect,status,value,currency,closed_on";

fn rooms_and_people() -> [(&'static str, String); 2] {
    let room = "Thursday Table,breakfast,weekly".to_owned();
    let person = "Ada Abbot,2026-01-08,Thursday Table".to_owned();
    [
        ("groups", sheet("name,kind,cadence", [room])),
        ("people", sheet("name,met_on,met_at", [person])),
    ]
}

#[test]
fn a_referral_that_no_person_gave_is_refused_and_said_where() -> Result {
    let owner = Owner::new()?;
    let nobody = "2026-03-02,received,,me,Birch Ltd,open,,,".to_owned();
    let room = "2026-03-03,received,Thursday Table,me,Cole Ltd,open,,,".to_owned();
    let ada = "2026-03-04,received,Ada Abbot,me,Drake Ltd,open,,,".to_owned();
    let mut sheets = rooms_and_people().to_vec();
    sheets.push(("referrals", sheet(REFERRALS, [nobody, room, ada])));

    let document = owner.hand_over("first", &sheets)?;
    let files = document["files"].as_array().into_iter().flatten();
    let refused: Vec<_> = files
        .filter(|file| file["kind"] == "sheet:referrals")
        .flat_map(|file| file["refused"].as_array().into_iter().flatten())
        .map(|refused| refused["line"].as_u64())
        .collect();
    assert_eq!(refused, [Some(2), Some(3)], "{document}");
    assert_eq!(owner.review("2026-04-01")?["totals"]["referrals_received"], 1);
    Ok(())
}

#[test]
fn value_still_rolls_up_to_the_room_where_the_giver_was_met() -> Result {
    let mut sheets = rooms_and_people().to_vec();
    let ada = "2026-03-04,received,Ada Abbot,me,Drake Ltd,won,1200,GBP,2026-04-01".to_owned();
    sheets.push(("referrals", sheet(REFERRALS, [ada])));
    let won = "2026-04-01,Drake Ltd,referral,Ada Abbot,1200,GBP".to_owned();
    sheets.push(("business", sheet("won_on,client,source_kind,source,value,currency", [won])));

    let review = Owner::with(&sheets)?.review("2026-05-01")?;
    let origin = &review["business_by_origin"][0];
    assert_eq!(origin["kind"], "room", "{review}");
    assert_eq!(origin["name"], "Thursday Table");
    assert_eq!(origin["minor"], 120_000);
    Ok(())
}

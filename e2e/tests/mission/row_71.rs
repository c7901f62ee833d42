//! Row 71: choose events with this ethos: ratings of ethos, fit and cost, weighed as the owner likes.

use e2e::{Owner, Result};
use serde_json::Value;

const NOW: &str = "2026-11-16T09:00:00Z";

/// One room of givers that is dear, one cheap one with the right people who sell.
fn owner() -> Result<Owner> {
    let groups =
        "name,left_on\nGivers' Breakfast,\nSellers' Lunch,\nOld Club,2025-01-01\nNew Hub,\n";
    let owner = Owner::with(&[("groups", groups.to_owned())])?;
    owner.json_at(NOW, &["rate", "givers", "--ethos", "4", "--fit", "2", "--cost", "0"])?;
    let words = ["rate", "sellers", "--ethos", "1", "--fit", "4", "--cost", "3", "--note", "Loud."];
    owner.json_at(NOW, &words)?;
    Ok(owner)
}

fn names(ranked: &Value) -> Vec<&str> {
    ranked.as_array().into_iter().flatten().filter_map(|room| room["name"].as_str()).collect()
}

#[test]
fn the_order_changes_when_ethos_weighs_more() -> Result {
    let owner = owner()?;
    let usual = owner.json_at(NOW, &["rate"])?;
    // (1 + 4 + 3)/12 against (4 + 2 + 0)/12.
    assert_eq!(names(&usual["rooms"]), ["Sellers' Lunch", "Givers' Breakfast", "New Hub"]);
    assert_eq!(
        (&usual["rooms"][0]["worth"], &usual["rooms"][1]["worth"]),
        (&(8.0 / 12.0).into(), &0.5.into())
    );
    let weighed = owner.json_at(NOW, &["rate", "--weigh", "ethos=3"])?;
    // (3 + 4 + 3)/20 against (12 + 2 + 0)/20.
    assert_eq!(names(&weighed["rooms"]), ["Givers' Breakfast", "Sellers' Lunch", "New Hub"]);
    assert_eq!(
        (&weighed["rooms"][0]["worth"], &weighed["weights"]["ethos"]),
        (&0.7.into(), &3.0.into())
    );
    assert_eq!(weighed["rooms"][0]["suggests"], "keep");
    assert_eq!(usual["rooms"][1]["suggests"], "look_again");
    assert_eq!(usual["rooms"][2]["suggests"], "rate", "not rated is not bad");
    Ok(())
}

#[test]
fn the_owners_parameters_weigh_it_in_the_review_too() -> Result {
    let owner = owner()?;
    let ranked = |params: Option<&std::path::Path>| -> Result<Value> {
        let mut command = owner.command(&["--now", NOW, "review", "--json"]);
        if let Some(params) = params {
            command.env("KITHWORK_PARAMS", params);
        }
        let review: Value = serde_json::from_slice(&command.output()?.stdout)?;
        Ok(review["rated_rooms"].clone())
    };
    assert_eq!(names(&ranked(None)?).first(), Some(&"Sellers' Lunch"));
    let params = owner.folder().join("params.toml");
    std::fs::write(&params, "[rooms]\nethos = 3.0\n")?;
    let weighed = ranked(Some(&params))?;
    assert_eq!(names(&weighed).first(), Some(&"Givers' Breakfast"));
    assert_eq!(weighed[1]["notes"], "Loud.");
    Ok(())
}

#[test]
fn what_matters_most_is_kept_and_goes_out_and_in_with_the_book() -> Result {
    let owner = owner()?;
    let told = owner.json_at(NOW, &["settings", "--matters", "ethos"])?;
    assert_eq!(told["matters_most"], "ethos");
    let ranked = owner.json_at(NOW, &["rate"])?;
    assert_eq!(names(&ranked["rooms"]).first(), Some(&"Givers' Breakfast"));
    assert_eq!(ranked["weights"]["ethos"], 3.0);
    let review = owner.json_at(NOW, &["review"])?;
    assert_eq!(names(&review["rated_rooms"]).first(), Some(&"Givers' Breakfast"));
    let out = owner.folder().join("out");
    owner.text(&["export", &out.to_string_lossy()])?;
    let elsewhere = Owner::new()?;
    elsewhere.json(&["import", &out.to_string_lossy()])?;
    assert_eq!(elsewhere.json(&["settings"])?["matters_most"], "ethos");
    owner.json_at(NOW, &["settings", "--matters", "alike"])?;
    assert_eq!(owner.json_at(NOW, &["undo"])?["was"], "settings");
    assert_eq!(owner.json_at(NOW, &["settings"])?["matters_most"], "ethos");
    Ok(())
}

#[test]
fn the_ratings_go_out_and_in_with_the_book_once() -> Result {
    let owner = owner()?;
    let out = owner.folder().join("out");
    owner.text(&["export", &out.to_string_lossy()])?;
    let elsewhere = Owner::new()?;
    for _ in 0..2 {
        elsewhere.json(&["import", &out.to_string_lossy()])?;
        let rooms = elsewhere.json_at(NOW, &["rate"])?["rooms"].take();
        assert_eq!((&rooms[0]["ethos"], &rooms[0]["notes"]), (&1.into(), &"Loud.".into()));
        assert_eq!(rooms[1]["worth"], 0.5, "{rooms}");
    }
    Ok(())
}

#[test]
fn a_later_word_on_one_part_leaves_the_others_and_undo_takes_it_back() -> Result {
    let owner = owner()?;
    owner.json_at("2026-11-16T10:00:00Z", &["rate", "sellers", "--ethos", "0"])?;
    let rooms = owner.json_at(NOW, &["rate"])?["rooms"].take();
    let sellers = rooms.as_array().into_iter().flatten().find(|r| r["name"] == "Sellers' Lunch");
    let sellers = sellers.ok_or("not listed")?;
    assert_eq!((&sellers["ethos"], &sellers["fit"]), (&0.into(), &4.into()), "{sellers}");
    assert_eq!(owner.json_at(NOW, &["undo"])?["was"], "rate");
    for wrong in [&["rate", "nowhere", "--ethos", "3"][..], &["rate", "sellers"]] {
        assert_eq!(owner.run(wrong)?.status.code(), Some(1), "{wrong:?}");
    }
    assert_eq!(owner.run(&["rate", "sellers", "--ethos", "5"])?.status.code(), Some(2));
    Ok(())
}

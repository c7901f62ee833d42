//! Introductions that both sides agree to (science.md R10), and the card, on the command line.

use e2e::{Owner, Result};

const NOW: &str = "2026-11-16T09:00:00Z";

fn owner() -> Result<Owner> {
    Owner::with(&[(
        "people",
        "name,met_on\nAda Abbot,2026-02-01\nBen Birch,2026-02-01\n".to_owned(),
    )])
}

#[test]
fn an_introduction_is_not_made_before_both_have_said_yes() -> Result {
    let owner = owner()?;
    owner.json_at(NOW, &["introductions", "propose", "ada", "ben", "--why-a", "he bakes"])?;
    let on_its_way = owner.json_at(NOW, &["introductions"])?["on_their_way"][0].take();
    let id = on_its_way["id"].as_str().ok_or("no id")?.to_owned();
    owner.json_at(NOW, &["introductions", "said", &id, "ada", "yes"])?;
    let early = owner.run(&["--now", NOW, "introductions", "made", &id])?;
    assert_eq!(early.status.code(), Some(1));
    assert!(String::from_utf8(early.stderr)?.contains("both have said yes"));
    owner.json_at(NOW, &["introductions", "said", &id, "ben", "yes"])?;
    owner.json_at(NOW, &["introductions", "made", &id])?;
    assert_eq!(owner.json_at(NOW, &["review"])?["totals"]["introductions"], 1);
    owner.json_at(NOW, &["introductions", "worked", &id, "they bake together"])?;

    let folder = owner.folder().join("out");
    owner.text(&["export", &folder.to_string_lossy()])?;
    let other = Owner::new()?;
    other.json_at(NOW, &["import", &folder.to_string_lossy()])?;
    let again = other.json_at(NOW, &["introductions"])?["on_their_way"][0].take();
    assert_eq!(
        (&again["is_made"], &again["outcome"]),
        (&true.into(), &"they bake together".into()),
        "{again}"
    );
    Ok(())
}

#[test]
fn erasing_somebody_takes_their_introductions_and_cards_along() -> Result {
    let owner = owner()?;
    owner
        .json_at(NOW, &["introductions", "propose", "ada", "ben", "--why-a", "Ben Birch bakes"])?;
    owner.json_at(NOW, &["card", "give", "ben"])?;
    owner.json_at(NOW, &["talk", "Bread", "--listener", "ben", "--listener", "ada"])?;
    let erased = owner.run(&["--now", NOW, "erase", "Ben Birch"])?;
    assert!(erased.status.success(), "{}", String::from_utf8_lossy(&erased.stderr));
    let all = owner.json_at(NOW, &["introductions"])?;
    assert_eq!(all["on_their_way"].as_array().map(Vec::len), Some(0), "{all}");
    assert_eq!(owner.json_at(NOW, &["card"])?["waiting"].as_array().map(Vec::len), Some(0));
    let talks = owner.json_at(NOW, &["talks"])?["talks"].take();
    assert_eq!(talks[0]["listeners"].as_array().map(Vec::len), Some(1), "{talks}");
    Ok(())
}

#[test]
fn the_card_prints_what_it_says_as_text_and_as_a_contact() -> Result {
    let owner = owner()?;
    owner.json_at(NOW, &["profile", "--helps", "We get invoices paid"])?;
    owner.json_at(NOW, &["trigger", "they pay us after ninety days"])?;
    let said = owner.text_at(NOW, &["card"])?;
    assert!(said.contains("When you hear “they pay us after ninety days”, think of me."), "{said}");
    assert!(said.contains("Not told yet: What is your name?"), "{said}");
    let card = owner.text_at(NOW, &["card", "--vcard"])?;
    assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\n"), "{card}");
    let letter = owner.text_at(NOW, &["card", "--for", "ada"])?;
    assert!(letter.contains("And yours?"), "{letter}");
    Ok(())
}

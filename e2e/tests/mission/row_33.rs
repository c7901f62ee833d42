//! Row 33: a talk says how it helps the people in the room; a point that helps nobody there is flagged.

use e2e::{Owner, Result};

const NOW: &str = "2026-11-16T09:00:00Z";

fn owner() -> Result<Owner> {
    let owner = Owner::with(&[(
        "people",
        "name,met_on,looking_for\nPriya Shah,2026-02-01,getting invoices paid sooner\n\
         Tom Ellis,2026-02-01,an architect\nUma Usher,2026-02-01,\n"
            .to_owned(),
    )])?;
    let told = [
        "talk",
        "Getting paid",
        "--on",
        "2026-12-03",
        "--listener",
        "priya",
        "--listener",
        "tom",
        "--point",
        "Invoices paid in nine days",
        "--point",
        "Our history since 1987",
    ];
    owner.json_at(NOW, &told)?;
    Ok(owner)
}

#[test]
fn a_point_without_a_linked_need_is_flagged_until_it_is_linked() -> Result {
    let owner = owner()?;
    let talks = owner.json_at(NOW, &["talks"])?["talks"].take();
    let flagged: Vec<bool> =
        [0, 1].map(|at| talks[0]["points"][at]["helps_nobody"] == true).to_vec();
    assert_eq!(flagged, [true, true], "{talks:#}");
    assert_eq!(talks[0]["points"][0]["could_answer"][0]["name"], "Priya Shah", "{talks:#}");

    let linked = owner.json_at(NOW, &["talk", "getting", "--link", "1=priya"])?;
    assert_eq!(linked["points"][0]["helps_nobody"], false, "{linked:#}");
    assert_eq!(linked["points"][0]["answers"][0]["what"], "getting invoices paid sooner");
    assert_eq!(linked["points"][1]["helps_nobody"], true, "{linked:#}");
    assert_eq!(linked["unanswered"][0]["name"], "Tom Ellis", "{linked:#}");
    let said = owner.text_at(NOW, &["talks"])?;
    assert!(said.contains("1 of 2 points answer no need"), "{said}");
    assert!(said.contains("No need of those who listen is linked to it."), "{said}");
    Ok(())
}

#[test]
fn only_needs_of_those_who_listen_count() -> Result {
    let owner = owner()?;
    let nobody = owner.run(&["--now", NOW, "talk", "Getting paid", "--link", "1=uma"])?;
    assert_eq!(nobody.status.code(), Some(1), "she does not listen");
    owner.json_at(NOW, &["talk", "Getting paid", "--link", "1=priya"])?;
    let left = owner.json_at(NOW, &["talk", "Getting paid", "--without", "priya"])?;
    assert_eq!(left["points"][0]["helps_nobody"], true, "{left:#}");
    Ok(())
}

#[test]
fn a_talk_goes_with_an_export_and_is_taken_back() -> Result {
    let owner = owner()?;
    owner.json_at(NOW, &["talk", "Getting paid", "--link", "1=priya"])?;
    let folder = owner.folder().join("out");
    let folder = folder.to_string_lossy();
    owner.text(&["export", &folder])?;
    let other = Owner::new()?;
    other.json_at(NOW, &["import", &folder])?;
    let talks = other.json_at(NOW, &["talks"])?["talks"].take();
    assert_eq!(talks[0]["points"][0]["answers"][0]["name"], "Priya Shah", "{talks:#}");
    assert_eq!(owner.json_at(NOW, &["undo"])?["was"], "presentation");
    let talks = owner.json_at(NOW, &["talks"])?["talks"].take();
    assert_eq!(talks[0]["points"][0]["helps_nobody"], true, "{talks:#}");
    Ok(())
}

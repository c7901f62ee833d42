//! Row 54: events serve to build a broad network; how broad is it?

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, finding, is_about};
use serde_json::Value;

/// A network with so many people in each sphere, all of them lately talked to.
fn review(spheres: &[usize]) -> Result<Value> {
    let sectors = spheres.iter().enumerate().flat_map(|(n, size)| std::iter::repeat_n(n, *size));
    let sectors: Vec<usize> = sectors.collect();
    let names = ["legal", "finance", "construction", "design", "health", "food", "travel", "media"];
    let people = sectors.iter().enumerate().map(|(n, sphere)| {
        format!("{},{},2026-09-03", person(n), names.get(*sphere).copied().unwrap_or("other"))
    });
    let talks = (0..sectors.len()).flat_map(|n| {
        [
            format!("2026-09-10,one_to_one,{},60", person(n)),
            format!("2026-10-15,call,{},20", person(n)),
        ]
    });
    Owner::with(&[
        ("people", sheet("name,sector,met_on", people)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
    ])?
    .review("2026-11-15")
}

/// What the review says of the spheres.
fn spheres(review: &Value) -> Result<&Value> {
    let axes = review["variety"].as_array().into_iter().flatten();
    let found = axes.into_iter().find(|axis| axis["axis"] == "sector");
    found.ok_or_else(|| "the review does not tell of sectors".into())
}

#[test]
fn four_equal_spheres_count_as_four() -> Result {
    let review = review(&[5; 4])?;
    let spheres = spheres(&review)?;
    assert!(is_about(&spheres["blau"], 0.75, 1e-9), "{spheres}");
    assert!(is_about(&spheres["equal_kinds"], 4.0, 1e-9), "{spheres}");
    Ok(())
}

#[test]
fn seventeen_of_twenty_in_one_sphere_is_narrow() -> Result {
    let review = review(&[17, 1, 1, 1])?;
    let narrow = finding(&review, "narrow-network")?;
    assert_eq!(narrow["state"], "seen", "{narrow}");
    let spheres = spheres(&review)?;
    assert!(is_about(&spheres["equal_kinds"], 1.80, 0.005), "{spheres}");
    Ok(())
}

#[test]
fn eight_spheres_of_eight_are_broad() -> Result {
    let review = review(&[8; 8])?;
    let broad = finding(&review, "narrow-network")?;
    assert_eq!(broad["state"], "not-seen", "{broad}");
    Ok(())
}

/// The owner's own goal is the line, and says where people of other lines are to be met.
#[test]
fn an_aim_of_ones_own_is_the_line_and_says_where_to_go() -> Result {
    let names = ["legal", "finance", "design", "health", "food", "travel"];
    let line =
        |n: usize| if n < 15 { "legal" } else { names.get(n - 14).copied().unwrap_or("food") };
    let room = |n: usize| if n < 15 { "Law Lunch" } else { "Town Table" };
    let people = (0..20).map(|n| format!("{},{},2026-09-03,{}", person(n), line(n), room(n)));
    let talks = (0..20).flat_map(|n| {
        [
            format!("2026-09-10,one_to_one,{},60", person(n)),
            format!("2026-10-15,call,{},20", person(n)),
        ]
    });
    let owner = Owner::with(&[
        ("people", sheet("name,sector,met_on,met_at", people)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
    ])?;
    let now = ["--now", "2026-11-15T12:00:00Z"];
    let say = |words: &[&str]| owner.json(&[&now[..], words].concat());
    let refused =
        owner.run(&[&now[..], &["aim", "Many trades", "--as-varied-as", "1"]].concat())?;
    assert_eq!(refused.status.code(), Some(1));
    let set = say(&["aim", "Many trades", "--as-varied-as", "6", "--review-on", "2027-03-31"])?;
    assert_eq!((&set["kind"], &set["as_varied_as"]), (&"variety".into(), &6.into()), "{set}");

    let aims = say(&["aims"])?;
    let stands = aims["aims"][0]["stands"].as_str().ok_or("it says where one stands")?;
    assert!(stands.contains("equal lines of business; you aim at 6."), "{stands}");
    assert!(
        stands.contains("At Town Table 5 of 5 you met are of another line than legal"),
        "{stands}"
    );
    assert!(owner.text(&[&now[..], &["aims"]].concat())?.contains("you aim at 6"));
    let review = say(&["review"])?;
    assert_eq!(spheres(&review)?["aim"], 6);
    let narrow = finding(&review, "narrow-network")?;
    assert_eq!((&narrow["threshold"], &narrow["state"]), (&6.0.into(), &"seen".into()), "{narrow}");
    assert!(narrow["try"].as_str().is_some_and(|says| says.contains("Town Table")), "{narrow}");
    Ok(())
}

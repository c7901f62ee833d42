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

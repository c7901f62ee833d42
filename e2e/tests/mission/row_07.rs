//! Row 7: much attending and little result, so look at the contacts already made.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, finding};

#[test]
fn fifty_of_sixty_who_were_never_followed_up_are_listed_each_with_a_next_step() -> Result {
    let met = (0..60).map(|n| format!("{},2026-08-06,Thursday Table", person(n)));
    let followed = (0..10).map(|n| format!("2026-08-10,call,{},15", person(n)));
    let owner = Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("interactions", sheet("date,kind,people,minutes", followed)),
    ])?;

    let review = owner.review("2026-11-15")?;
    let finding = finding(&review, "not-followed-up")?;
    assert_eq!(finding["state"], "seen");
    assert_eq!((&finding["numerator"], &finding["denominator"]), (&10.into(), &60.into()));

    let list = review["pull_back"].as_array().ok_or("the review lists nobody to look at")?;
    assert_eq!(list.len(), 50);
    let followed: Vec<String> = (0..10).map(person).collect();
    for unrealised in list {
        let name = unrealised["name"].as_str().unwrap_or_default();
        assert!(!followed.iter().any(|f| f == name), "{name} was called within a week");
        assert!(unrealised["next_step"].as_str().is_some_and(|step| !step.is_empty()));
    }
    Ok(())
}

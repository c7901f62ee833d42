//! Row 12: five touches in ninety days, each with a reason from what was noted, else a question for one.

use e2e::{Owner, Result};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::Value;

const NOW: &str = "2026-11-16T18:00:00Z";
const TODAY: Date = date(2026, 11, 16);

fn opening(owner: &Owner, who: &str) -> Result<Vec<Value>> {
    let person = owner.json_at(NOW, &["person", who])?;
    person["opening"].as_array().cloned().ok_or_else(|| "no plan for the ninety days".into())
}

fn says(step: &Value) -> &str {
    step["says"].as_str().unwrap_or_default()
}

#[test]
fn a_new_contact_has_five_dated_touches_that_rest_on_what_was_noted() -> Result {
    let owner = Owner::new()?;
    owner.json_at(
        NOW,
        &["note", "met Nadia Rahman at the Chamber, she is looking for a bookkeeper"],
    )?;
    let steps = opening(&owner, "Nadia Rahman")?;
    assert_eq!(steps.len(), 5);
    let last: Date = TODAY + 90.days();
    let mut before = TODAY;
    for step in &steps {
        let by: Date = step["by"].as_str().unwrap_or_default().parse()?;
        assert!(before < by && by <= last, "{step}");
        before = by;
        assert!(step["because"].is_string(), "each rests on an entry: {step}");
    }
    let about = steps.iter().filter(|step| says(step).contains("a bookkeeper")).count();
    assert!(about >= 3, "the need that was heard leads: {steps:#?}");
    let told = owner.text_at(NOW, &["prepare", "nadia"])?;
    assert!(told.contains("by 18 November 2026: Pick up what Nadia is looking for"), "{told}");

    let plan = owner.json_at(NOW, &["plan", "--week", "2026-11-16", "--hours", "6"])?;
    let first = plan["items"].as_array().into_iter().flatten().find(|i| i["kind"] == "message");
    let first = first.ok_or("the week does not hold the first step")?;
    assert_eq!(first["people"], serde_json::json!(["Nadia Rahman"]));
    assert_eq!(first["bring"].as_array().map(Vec::len), Some(5));
    Ok(())
}

#[test]
fn where_nothing_was_noted_each_step_asks_for_one_line() -> Result {
    let owner = Owner::with(&[("people", "name,met_on\nOmar Bell,2026-11-14\n".to_owned())])?;
    let steps = opening(&owner, "Omar Bell")?;
    assert_eq!(steps.len(), 5);
    for step in &steps {
        assert!(step["because"].is_null() && says(step).starts_with("Note "), "{step}");
    }
    let noted = "name,met_on,notes\nOmar Bell,2026-11-14,His daughter starts school in spring\n";
    owner.hand_over("second", &[("people", noted.to_owned())])?;
    for step in opening(&owner, "Omar Bell")? {
        assert!(step["because"].is_string(), "{step}");
    }
    Ok(())
}

#[test]
fn what_was_done_is_ticked_and_after_ninety_days_the_plan_is_over() -> Result {
    let people =
        "name,met_on,looking_for\nAda Abbot,2026-11-01,a designer\nBen Birch,2026-08-17,\n";
    let owner = Owner::with(&[("people", people.to_owned())])?;
    let done = |steps: &[Value]| steps.iter().filter(|step| step["is_done"] == true).count();
    assert_eq!(done(&opening(&owner, "Ada Abbot")?), 0);
    owner.json_at(NOW, &["note", "121 with Ada Abbot 45m"])?;
    assert_eq!(done(&opening(&owner, "Ada Abbot")?), 2);
    let ben = owner.json_at(NOW, &["person", "Ben Birch"])?;
    assert!(ben["opening"].is_null(), "met 91 days ago: {}", ben["opening"]);
    Ok(())
}

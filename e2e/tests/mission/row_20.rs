//! Row 20: it takes work beyond attending: a weekly plan of concrete tasks, and what became of it.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result, Served};
use serde_json::{Value, json};

/// Two promises that fell due last week, one of them kept, and six people to sit down with.
fn owner(more: &[(&str, String)]) -> Result<Owner> {
    let promises = [
        format!("2026-11-02,{},mine,send the deck,2026-11-10,2026-11-11", person(0)),
        format!("2026-11-02,{},mine,send the article,2026-11-10,", person(1)),
    ];
    let talks = (0..8).map(|n| format!("2026-06-0{},one_to_one,{},60", n % 7 + 1, person(n)));
    let mut sheets = vec![
        ("promises", sheet("made_on,person,direction,what,due_on,done_on", promises)),
        ("interactions", sheet("date,kind,people,minutes", talks)),
    ];
    sheets.extend(more.iter().cloned());
    Owner::since("2026-11-01T09:00:00Z", &sheets)
}

#[test]
fn a_book_begun_this_week_has_no_plan_of_the_week_before() -> Result {
    let talks = (0..8).map(|n| format!("2026-06-0{},one_to_one,{},60", n % 7 + 1, person(n)));
    let sheets = [("interactions", sheet("date,kind,people,minutes", talks))];
    let plan = Owner::since("2026-11-16T08:00:00Z", &sheets)?.json(&PLAN)?;
    assert_eq!(plan["last_week"], Value::Null);
    assert!(!plan.to_string().contains("last week’s plan"), "{plan}");
    Ok(())
}

const PLAN: [&str; 5] = ["--now", "2026-11-16T09:00:00Z", "plan", "--hours", "6"];

#[test]
fn last_weeks_plan_is_set_beside_what_was_done() -> Result {
    let owner = owner(&[])?;
    let plan = owner.json(&PLAN)?;
    let week = &plan["last_week"];
    assert_eq!((&week["week"], &week["done"]), (&json!("2026-11-09"), &json!(1)), "{week}");
    let planned = week["planned"].as_u64().ok_or("a plan has a length")?;
    let items = week["items"].as_array().ok_or("each is listed")?;
    assert_eq!(items.len() as u64, planned);
    let share = week["share"].as_f64().ok_or("a share")?;
    assert!((share * f64::from(u32::try_from(planned)?) - 1.0).abs() < 1e-9, "{week}");
    assert_eq!(week["planned_minutes"]["meeting"], 0);
    assert_eq!(week["spent_minutes"]["nurture"], 0, "a promise kept takes no minutes of its own");
    let text = owner.text(&PLAN)?;
    assert!(text.contains(&format!("Last week: 1 of {planned} done; here again:")), "{text}");
    Ok(())
}

#[test]
fn what_was_missed_is_here_again_and_says_why() -> Result {
    let plan = owner(&[])?.json(&PLAN)?;
    let of = |list: &Value, key: &str| -> Vec<Value> {
        let all = list.as_array().into_iter().flatten();
        all.filter(|item| item["kind"] == key).cloned().collect()
    };
    let before = of(&plan["last_week"]["items"], "promise");
    let kept = before.iter().find(|item| item["people"] == json!([person(0)]));
    let missed = before.iter().find(|item| item["people"] == json!([person(1)]));
    assert_eq!(kept.map(|item| &item["done"]), Some(&json!(true)), "{before:?}");
    let missed = missed.ok_or("the other promise was planned, too")?;
    assert_eq!((&missed["done"], &missed["here_again"]), (&json!(false), &json!(true)));
    assert_eq!(missed["why"], "You said you would, and it is not noted as done.");
    let now = of(&plan["items"], "promise");
    let again = now.iter().find(|item| item["people"] == json!([person(1)])).ok_or("rolled on")?;
    let because = again["because"].as_array().ok_or("reasons")?;
    assert!(
        because.contains(&json!(
            "It was in last week’s plan. You said you would, and it is not noted as done."
        )),
        "{again}"
    );
    Ok(())
}

#[test]
fn a_week_that_went_to_meetings_is_the_reason_it_names() -> Result {
    let rows = (9..14).map(|day| format!("2026-11-{day:02},Chamber,120"));
    let owner = owner(&[("meetings", sheet("date,group,minutes", rows))])?;
    let plan = owner.json(&PLAN)?;
    assert_eq!(plan["last_week"]["spent_minutes"]["meeting"], 600);
    let items = plan["last_week"]["items"].as_array().ok_or("each is listed")?;
    let missed = items.iter().find(|item| item["kind"] == "one_to_one").ok_or("one was planned")?;
    let why = missed["why"].as_str().ok_or("a reason")?;
    assert!(why.starts_with("The week went to meetings: 10 hours"), "{why}");
    Ok(())
}

#[test]
fn a_week_that_is_not_over_is_not_judged() -> Result {
    let words = ["--now", "2026-11-11T09:00:00Z", "plan", "--week", "2026-11-16"];
    assert_eq!(owner(&[])?.json(&words)?["last_week"], Value::Null);
    Ok(())
}

#[test]
fn last_weeks_plan_opens_thing_by_thing_with_spent_beside_planned_hours() -> Result {
    let owner = owner(&[])?;
    let served = Served::start(&owner, &["--now", "2026-11-16T09:00:00Z"])?;
    let week = served.page("/")?;
    assert!(week.contains("/review/outlook#last-week"), "{week}");
    let rests =
        week.split("What this rests on").skip(1).filter_map(|part| part.split_once("</ul>"));
    let rests: Vec<&str> = rests.map(|(part, _)| part).collect();
    assert!(rests.iter().any(|part| part.contains("One-to-one with")), "{rests:?}");
    assert!(!rests.iter().any(|part| part.contains("no date")), "{rests:?}");
    let page = served.page("/review/outlook")?;
    let part = page.split_once("id=\"last-week\"").ok_or("last week's plan opens")?.1;
    for says in [
        "Of eight things, one done. Planned: ",
        "Spent: ",
        ": done.",
        ": You said you would, and it is not noted as done.",
    ] {
        assert!(part.contains(says), "{says}: {part}");
    }
    Ok(())
}

#[test]
fn the_weeks_close_asks_after_a_meeting_of_a_rhythm_that_nobody_noted() -> Result {
    let days = ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"];
    let rows = days.map(|day| format!("{day},Chamber,120"));
    let owner = owner(&[("meetings", sheet("date,group,minutes", rows))])?;
    let words = ["--now", "2026-11-20T09:00:00Z", "friday"];
    let text = owner.text(&words)?.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("going by its rhythm Chamber met. Were you there?"), "{text}");
    assert_eq!(owner.json(&words)?["unnoted"][0]["on"], "2026-11-16");
    Ok(())
}

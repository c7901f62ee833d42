//! Row 19: who does not get what they want will stop: success is defined up front, with a day on which
//! it is looked at, and what comes before it shows.

use crate::sheet::{person, sheet};
use e2e::{Owner, Result};
use serde_json::{Value, json};

const AIM: &str = "Three referrals from accountants";

fn say(owner: &Owner, now: &str, words: &[&str]) -> Result<Value> {
    owner.json(&[&["--now", now], words].concat())
}

#[test]
fn an_aim_without_a_day_is_asked_for_one_and_is_open_ended() -> Result {
    let (owner, now) = (Owner::new()?, "2026-11-15T12:00:00Z");
    let set = say(&owner, now, &["aim", AIM])?;
    assert_eq!((&set["review_on"], &set["is_open_ended"]), (&Value::Null, &json!(true)));
    assert!(set["asks"].as_str().is_some_and(|asks| asks.ends_with('?')), "{set}");
    let shown = say(&owner, now, &["aims"])?["aims"][0].clone();
    assert_eq!((&shown["is_open_ended"], &shown["asks"]), (&json!(true), &set["asks"]));
    let text = owner.text(&["--now", now, "aims"])?;
    assert!(text.contains("open-ended") && text.contains("when will you look at it?"), "{text}");

    let dated = say(&owner, now, &["aim", AIM, "--review-on", "2027-03-31"])?;
    assert_eq!((&dated["is_open_ended"], &dated["asks"]), (&json!(false), &json!("")));
    let due = owner.review("2027-04-01")?["aims"][0].clone();
    assert_eq!(due["is_due"], true, "{due}");
    let help = say(&owner, now, &["aim", "I want to help", "--kind", "help"])?;
    assert_eq!(help["asks"], "", "who wants to help has nothing to reach by a day");
    Ok(())
}

#[test]
fn a_day_that_is_past_is_refused() -> Result {
    let owner = Owner::new()?;
    let words = ["--now", "2026-11-15T12:00:00Z", "aim", AIM, "--review-on", "2026-11-15"];
    let refused = owner.run(&words)?;
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("review_on"));
    Ok(())
}

#[test]
fn what_comes_before_success_is_counted_since_the_aim_was_set() -> Result {
    let owner = Owner::new()?;
    say(&owner, "2026-09-01T12:00:00Z", &["aim", AIM, "--review-on", "2027-03-31"])?;
    let talks = [("2026-08-03", 0), ("2026-09-07", 0), ("2026-10-05", 1), ("2026-10-12", 2)];
    let talks = talks.map(|(on, who)| format!("{on},one_to_one,{},60", person(who)));
    let referrals = [format!("2026-10-20,received,{},me,A shop,met", person(1))];
    owner.hand_over(
        "autumn",
        &[
            ("interactions", sheet("date,kind,people,minutes", talks)),
            ("referrals", sheet("date,direction,from,to,prospect,status", referrals)),
        ],
    )?;
    let aims = |owner: &Owner| say(owner, "2026-11-15T12:00:00Z", &["aims"]);
    let sign = |aims: &Value, name: &str| {
        let progress = aims["aims"][0]["progress"].as_array().into_iter().flatten();
        let mut found = progress.filter(|p| p["sign"] == name);
        found.next().map(|p| json!([p["count"], p["before"]]))
    };
    let all = aims(&owner)?;
    assert_eq!(sign(&all, "one-to-ones"), Some(json!([3, 1])), "{all}");
    assert_eq!(sign(&all, "referrals received"), Some(json!([1, 0])));
    assert_eq!(sign(&all, "introductions received"), Some(json!([null, null])), "never noted");

    say(&owner, "2026-11-15T12:00:00Z", &["aim", AIM, "--for", &person(1)])?;
    assert_eq!(sign(&aims(&owner)?, "one-to-ones"), Some(json!([1, 0])), "with those it is for");
    say(&owner, "2026-11-15T12:00:00Z", &["aim", AIM, "--kind", "learning"])?;
    assert_eq!(sign(&aims(&owner)?, "referrals received"), None, "another aim, other signs");
    Ok(())
}

//! Row 48: a diminishing return is looked at closely: quarter beside quarter, with how sure that is.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::Value;

const TODAY: Date = date(2026, 11, 15);

/// A meeting of two hours a week for 125 weeks, and referrals so many days ago.
fn trends(referrals: &[i32]) -> Result<(Owner, Vec<Value>)> {
    let meetings = weekly(date(2024, 6, 28), 125).map(|on| format!("{on},Chamber,120"));
    let received = referrals.iter().enumerate().map(|(n, &ago)| {
        let on = TODAY.saturating_sub(ago.days());
        format!("{on},received,{},me,Prospect {n},won", person(0))
    });
    let owner = Owner::with(&[
        ("meetings", sheet("date,group,minutes", meetings)),
        ("referrals", sheet("date,direction,from,to,prospect,status", received)),
    ])?;
    let trends = owner.review("2026-11-15")?["trends"].clone();
    Ok((owner, trends.as_array().cloned().unwrap_or_default()))
}

#[test]
fn fourteen_before_and_none_now_is_less_and_says_how_sure() -> Result {
    let before: Vec<i32> = (0..14).map(|n| 95 + n * 6).collect();
    let (owner, quarters) = trends(&before)?;
    let last = quarters.last().ok_or("there are quarters")?;
    assert_eq!(last["referrals"], 0, "{last}");
    assert!(last["less_than_before"].as_f64().is_some_and(|chance| chance >= 0.95), "{last}");
    assert_eq!(last["says"], "less than before");
    let text = owner.text(&["review", "--as-of", "2026-11-15"])?;
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    Ok(())
}

#[test]
fn three_before_and_one_now_show_the_chance_and_no_verdict() -> Result {
    let (_, quarters) = trends(&[100, 120, 150, 30])?;
    let last = quarters.last().ok_or("there are quarters")?;
    let chance = last["less_than_before"].as_f64().ok_or("it is displayed")?;
    assert!((0.5..0.95).contains(&chance), "{last}");
    assert_eq!(last["says"], "could be chance");
    Ok(())
}

//! Rows 41 to 44 and 47: the four causes and the mood, each a hypothesis with its evidence.

use crate::sheet::{person, sheet, weekly};
use e2e::{Owner, Result, finding, is_about};
use jiff::ToSpan;
use jiff::civil::date;

#[test]
fn four_of_thirty_followed_up_within_a_week_are_seen_with_their_interval() -> Result {
    let met = (0..30).map(|n| format!("{},2026-09-10,Friday Mixer", person(n)));
    let mails = (0..4).map(|n| format!("2026-09-1{},email,{},5", 2 + n, person(n)));
    let late = (4..9).map(|n| format!("2026-10-0{},email,{},5", n, person(n)));
    let owner = Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("interactions", sheet("date,kind,people,minutes", mails.chain(late))),
    ])?;
    let review = owner.review("2026-11-15")?;
    let missed = finding(&review, "not-followed-up")?;
    assert_eq!(missed["state"], "seen");
    let figures = "13%, 7 to 23% with a confidence of 80%; the line is drawn at 50%.";
    assert_eq!(missed["evidence"]["speaks_for"], figures, "the share, not the sentence again");
    let told = owner.text(&["review", "--as-of", "2026-11-15"])?;
    assert!(told.contains("4 of 30: 13%, very likely 5 to 30%"), "{told}");
    let step = &review["funnel"]["followed_up"];
    assert!(is_about(&step["interval"][0], 0.0531, 5e-5), "{step}");
    assert!(is_about(&step["interval"][1], 0.2968, 5e-5), "{step}");
    let delays = &review["delays"];
    assert_eq!((&delays["people"], &delays["heard"]), (&30.into(), &9.into()), "{delays}");
    assert!(delays["median_days"].is_null(), "fewer than half were heard from: {delays}");
    Ok(())
}

#[test]
fn ten_of_ten_talks_with_friends_are_seen() -> Result {
    let met = (0..10).map(|n| format!("{},2024-01-10,Friday Mixer", person(n)));
    let events = weekly(date(2026, 9, 4), 5).enumerate();
    let events = events
        .map(|(n, on)| format!("{on},Friday Mixer,90,{}; {}", person(2 * n), person(2 * n + 1)));
    let owner = Owner::with(&[
        ("people", sheet("name,met_on,met_at", met)),
        ("meetings", sheet("date,group,minutes,talked_to", events)),
    ])?;
    let review = owner.review("2026-11-15")?;
    let friends = finding(&review, "sitting-with-friends")?;
    assert_eq!(friends["state"], "seen", "{friends}");
    assert!(is_about(&friends["low"], 0.859, 5e-4), "{friends}");
    assert!(is_about(&friends["by_chance"], 0.092, 5e-4), "{friends}");
    Ok(())
}

#[test]
fn eight_minutes_of_ten_unprepared_are_seen_with_what_speaks_for_and_against() -> Result {
    let events = weekly(date(2026, 9, 4), 10).enumerate();
    let events =
        events.map(|(n, on)| format!("{on},Friday Mixer,90,{}", if n < 2 { "yes" } else { "no" }));
    let owner = Owner::with(&[("meetings", sheet("date,group,minutes,pitch_prepared", events))])?;
    let review = owner.review("2026-11-15")?;
    let minute = finding(&review, "weak-introduction")?;
    assert_eq!((&minute["state"], &minute["numerator"]), (&"seen".into(), &2.into()), "{minute}");
    for part in ["speaks_for", "speaks_against"] {
        assert!(
            minute["evidence"][part].as_str().is_some_and(|s| !s.is_empty()),
            "{part}: {minute}"
        );
    }
    for finding in review["findings"].as_array().into_iter().flatten() {
        let (says, speaks_for) = (&finding["says"], &finding["evidence"]["speaks_for"]);
        assert_ne!(says, speaks_for, "what speaks for it is no repetition");
        let missing = finding["evidence"]["missing"].as_str().unwrap_or_default();
        let can_tell = finding["state"] != "not-enough-data";
        assert!(can_tell || !missing.is_empty(), "what is missing to tell? {finding}");
    }
    Ok(())
}

#[test]
fn energy_that_falls_is_seen_and_seven_meetings_show_nothing() -> Result {
    let falls = |count: usize| {
        let energy = [5, 5, 4, 4, 3, 3, 2, 2, 1, 1];
        let events = energy.into_iter().take(count).zip(0_i64..).map(|(energy, n)| {
            format!("{},Friday Mixer,90,{energy}", date(2026, 5, 1) + (n * 14).days())
        });
        let owner = Owner::with(&[("meetings", sheet("date,group,minutes,energy", events))])?;
        Ok::<_, Box<dyn std::error::Error>>(
            finding(&owner.review("2026-11-15")?, "fatigue")?.clone(),
        )
    };
    let seen = falls(10)?;
    assert_eq!(seen["state"], "seen", "{seen}");
    assert!(falls(7)?["measure"].is_null());
    Ok(())
}

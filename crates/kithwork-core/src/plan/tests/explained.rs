//! Every figure of a plan opens.

use super::*;
use crate::explanation::Explanation;

fn input(why: &Explanation, name: &str) -> f64 {
    why.inputs.iter().find(|i| i.name == name).unwrap_or_else(|| panic!("{name} in {why:#?}")).value
}

/// A week with everything in it.
fn busy() -> Story {
    let mut story = Story::default();
    let friends: Vec<PersonId> =
        (0..12).map(|n| story.explorer(&format!("Friend {n}"), 30)).collect();
    story.room("Aldgate Lunch", 2, 8, &friends);
    story.promise(friends[0], "send the book", MONDAY);
    story.need(friends[1], "an accountant", None);
    story.edit(friends[2], |p| p.what_they_do = Some("accountant".to_owned()));
    for friend in &friends[..6] {
        story.referral(*friend, 20);
    }
    story
}

#[test]
fn the_worth_of_each_thing_opens() {
    let plan = busy().plan(600);
    assert!(plan.items.len() > 6, "{plan:#?}");
    for item in &plan.items {
        let why = &item.explanation;
        assert!(!why.formula.is_empty() && !why.says.is_empty(), "{item:#?}");
        assert!(!why.inputs.is_empty() && !why.would_change.is_empty(), "{item:#?}");
        assert!(why.inputs.iter().all(|i| i.value.is_finite()), "{item:#?}");
    }
}

/// The inputs give the value again by the formula of science.md §3.11.
#[test]
fn the_worth_of_an_hour_follows_from_what_is_said_of_it() {
    let plan = busy().plan(600);
    let hours = of(&plan, ItemKind::OneToOne);
    assert!(!hours.is_empty());
    for item in hours {
        let why = &item.explanation;
        let get = |name| input(why, name);
        let deeper = |name: &str| input(why, &format!("{name}, an hour deeper"));
        let warm = |half_life: f64, silence: f64| {
            let rate = std::f64::consts::LN_2 / half_life;
            (-rate * silence).exp() * (1.0 - (-rate * 26.0).exp()) / rate / (365.25 / 28.0)
        };
        let (half, often) = ("half of the warmth is gone after", "while warm");
        let now = get(often) * warm(get(half), 0.0);
        let alive = get("chance that the relationship lives");
        let without = alive * get(often) * warm(get(half), get("since you last talked"));
        let further = deeper(often) * warm(deeper(half), 0.0) - now;
        let factors = [
            "a need you could help with",
            "matters to an aim",
            "your wish to deepen",
            "a shorter talk",
        ];
        let named = |name: &&str| why.inputs.iter().find(|i| i.name == *name).map(|i| i.value);
        let times: f64 = factors.iter().filter_map(named).product::<f64>()
            * get("chance that it takes place")
            * get("for what is known of trust, understanding and opportunity");
        let value = ((now - without) + further) * times;
        assert!((item.value - value).abs() < 1e-8, "{value}: {item:#?}");
    }
}

#[test]
fn what_the_week_is_expected_to_bring_opens_and_says_what_is_missing() {
    let plan = busy().plan(600);
    let at = |plan: &Plan, at: &str| {
        plan.figures.iter().find(|f| f.at == at).map(|f| f.explanation.clone()).unwrap()
    };
    let expected = plan.expected_referrals.unwrap();
    let worth: f64 = plan.items.iter().map(|i| i.value).sum();
    let why = at(&plan, "/expected_referrals");
    assert!((input(&why, "worth of all that is planned") - worth).abs() < 1e-9);
    assert!(expected.low < worth && worth < expected.high, "{expected:?} {worth}");
    let silent = Story { facts: Facts { referrals: Vec::new(), ..busy().facts }, ids: 0 }.plan(600);
    assert_eq!(silent.expected_referrals, None);
    let why = at(&silent, "/expected_referrals");
    assert!(why.says.contains("too few to tell"), "{why:#?}");
    assert!((input(&why, "referrals that inform it")).abs() < 1e-9);
    let minutes = at(&plan, "/minutes");
    assert!((input(&minutes, "with people") - f64::from(plan.people_minutes)).abs() < 1e-9);
    assert!(at(&plan, "/half_costs").inputs.len() == 2);
}

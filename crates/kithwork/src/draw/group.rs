//! One group.

use super::figures::{counted, day, hours, percents, short_day};
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_app::json::GroupJson;
use kithwork_core::review::{Cohort, Step};
use kithwork_core::written::times;

/// People and meetings spelt out; the rest is in the JSON.
const SHOWN: usize = 8;

/// What it took and brought, its people, its meetings, and what staying takes.
pub(crate) fn group(document: &GroupJson, screen: Screen) -> String {
    let mut text = format!("{}\n", screen.heading(wrapped(&document.group.name, 0).trim_end()));
    if let Some(of) = &document.figures {
        let meetings = counted(of.meetings, "meeting", "meetings");
        let people = counted(of.people_met, "person", "people");
        let took = format!("{meetings}, {} with the way, {people} met.", hours(of.minutes));
        text.push_str(&wrapped(&took, 2));
    }
    let mut part = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            add(&mut text, format!("\n{}\n", screen.heading(title)));
            text.extend(lines.iter().map(|line| wrapped(line, 2)));
        }
    };
    part("What became of the people met there", document.funnel.iter().flat_map(steps).collect());
    part("New faces and friends", vec![document.faces.says.clone()]);
    let fit = document.figures.as_ref().and_then(|of| of.fit.as_ref());
    part("Those you want to meet", fit.map(|fit| fit.says.clone()).into_iter().collect());
    let leaving = document.figures.as_ref().and_then(|of| of.leaving.as_ref());
    let stayed = document.rating.as_ref().and_then(|of| of.stayed_on);
    let stayed = stayed.map(|on| format!("You last decided to stay on {}.", day(on)));
    let fee = leaving.and_then(|of| of.next_fee.as_ref()).map(|fee| fee.says.clone());
    let says = leaving.map(|of| of.says.clone()).into_iter();
    part("Stay or leave?", says.chain(fee).chain(stayed).collect());
    part("Its rule", document.attendance.iter().map(rule).collect());
    let people = document.people.iter().take(SHOWN).map(|one| {
        let times = times(one.times);
        format!("{}, {times}, last on {}", one.name, short_day(one.last_on))
    });
    part("Who was there", people.collect());
    let coming = document.coming.iter().take(SHOWN).map(|held| day(held.on));
    part("To come", coming.collect());
    text
}

fn steps(of: &Cohort) -> Vec<String> {
    let step = |what: &str, step: &Step| {
        let young = match step.too_recent {
            0 => String::new(),
            young => format!("; {young} too young to tell"),
        };
        match step.interval {
            None if !step.is_known() && step.took > 0 => format!("{what}: {} at least", step.took),
            None if !step.is_known() => format!("{what}: not noted"),
            None => format!("{what}: nobody long enough ago to tell{young}"),
            Some(interval) => format!(
                "{what}: {} of {}, very likely {}{young}",
                step.took,
                step.of,
                percents(interval, 0)
            ),
        }
    };
    vec![
        step("Followed up within 7 days", &of.followed_up),
        step("One-to-one within 45 days", &of.one_to_one),
        step("Asked what they know, within 90 days", &of.understood),
        step("Referred somebody within a year", &of.referred),
    ]
}

fn rule(of: &kithwork_core::plan::Attendance) -> String {
    let substitute = if of.substitute { " A substitute counts as present." } else { "" };
    format!(
        "{} in {} days, {} left.{substitute}",
        counted(u64::from(of.allowed), "absence", "absences"),
        of.window_days,
        of.left()
    )
}

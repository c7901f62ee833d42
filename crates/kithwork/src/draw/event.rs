//! A meeting: before, during and after.

use super::figures::{clock, counted, day, short_day};
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_app::json::EveningJson;
use kithwork_core::evening::{Agenda, Evening, FirstTime, Slot, Stage};
use kithwork_core::review::Review;

/// People spelt out; the rest is in the JSON.
const PEOPLE: usize = 8;

/// One meeting, with what matters at its stage first.
pub(crate) fn evening(document: &EveningJson, screen: Screen) -> String {
    let evening = &document.evening;
    let at = evening.starts.map(|at| format!(", {}", clock(at))).unwrap_or_default();
    let heading = format!("{}, {}{at}", evening.name, day(evening.on));
    let mut text = format!("{}\n", screen.heading(wrapped(&heading, 0).trim_end()));
    text.push_str(&wrapped(&format!("Goal: {}{}", evening.goal.says, met(evening)), 2));
    if evening.stage != Stage::Before {
        text.push_str(&heard(evening, screen));
    }
    if evening.stage != Stage::After {
        text.push_str(&before(evening, screen));
    }
    text
}

fn met(evening: &Evening) -> &'static str {
    match evening.goal.met {
        Some(true) => " – reached",
        Some(false) => " – not this time",
        None => "",
    }
}

/// Needs first: whom can I help?
fn heard(evening: &Evening, screen: Screen) -> String {
    let mut text = format!("\n{}\n", screen.heading("Whom can you help?"));
    let needs = evening.talked_to.iter().filter(|one| !one.needs.is_empty());
    for one in needs.clone() {
        let needs: Vec<&str> = one.needs.iter().map(|need| need.what.as_str()).collect();
        text.push_str(&wrapped(&format!("{} needs {}", one.name, needs.join("; ")), 2));
    }
    if needs.count() == 0 {
        let says = if evening.own.debriefed_on.is_some() {
            "You looked back on it with no need noted, which is fine: the next one begins by asking."
        } else {
            "No need is noted yet. Whom did you talk to, and what do they look for?"
        };
        text.push_str(&wrapped(says, 2));
    }
    let promises = evening.talked_to.iter().flat_map(|one| {
        one.promises.iter().map(move |promise| format!("{}: {}", one.name, promise.what))
    });
    let promises: Vec<String> = promises.collect();
    if !promises.is_empty() {
        add(&mut text, format!("\n{}\n", screen.heading("You said you would")));
        text.extend(promises.iter().map(|promise| wrapped(promise, 2)));
    }
    text
}

fn before(evening: &Evening, screen: Screen) -> String {
    let mut text = String::new();
    if let Some(sheet) = &evening.first_time {
        text.push_str(&first_time(sheet, screen));
    }
    let lists = [
        ("Two you could help", evening.could_help.iter().map(|one| one.says.clone()).collect()),
        ("Speak to", speak_to(evening)),
        ("Who may be there", there(evening)),
        ("Your minute", vec![evening.pitch.says.clone()]),
    ];
    for (title, lines) in lists {
        let lines: Vec<String> = lines;
        if !lines.is_empty() {
            add(&mut text, format!("\n{}\n", screen.heading(title)));
            text.extend(lines.iter().map(|line| wrapped(line, 2)));
        }
    }
    text
}

fn first_time(sheet: &FirstTime, screen: Screen) -> String {
    let mut text = format!("\n{}\n", screen.heading("New to it"));
    text.extend(sheet.checklist.iter().map(|line| wrapped(&format!("– {line}"), 2)));
    let openers: Vec<String> = sheet.openers.iter().map(|line| format!("“{line}”")).collect();
    text.push_str(&wrapped(&format!("To begin: {}", openers.join(" or ")), 2));
    text.push_str(&wrapped(&format!("To move on: “{}”", sheet.exit), 2));
    text
}

fn speak_to(evening: &Evening) -> Vec<String> {
    evening.to_meet.iter().map(|one| format!("{}: {}", one.name, one.says)).collect()
}

fn there(evening: &Evening) -> Vec<String> {
    let named = evening.there.iter().take(PEOPLE).map(|one| {
        let last = one.last_on.map(|on| format!(", last on {}", short_day(on)));
        format!("{}{}", one.name, last.unwrap_or_default())
    });
    let mut lines: Vec<String> = named.collect();
    if evening.there.len() > PEOPLE {
        lines.push(format!("and {} more", evening.there.len() - PEOPLE));
    }
    lines
}

/// The meetings that matter now.
pub(crate) fn agenda(agenda: &Agenda) -> String {
    let slot = |slot: &Slot| {
        let at = slot.starts.map(|at| format!(", {}", clock(at))).unwrap_or_default();
        wrapped(&format!("{}, {}{at}", slot.name, day(slot.on)), 2)
    };
    let now: Vec<Slot> = agenda.now.iter().cloned().collect();
    let lists = [
        ("Now", &now),
        ("To come", &agenda.coming),
        ("To look back on", &agenda.waiting),
        ("Later", &agenda.later),
        ("Entered lately", &agenda.entered),
    ];
    let mut text = String::new();
    for (title, slots) in lists.into_iter().filter(|(_, slots)| !slots.is_empty()) {
        add(&mut text, format!("{title}\n"));
        text.extend(slots.iter().map(slot));
    }
    if text.is_empty() {
        return wrapped(
            "No meeting is known for the weeks to come. “kithwork event \"Chamber Lunch\" --on \
             2026-11-20” enters one.",
            0,
        );
    }
    text
}

/// The evenings that were looked back on, for the review; silent where there are none.
pub(super) fn looked_back(review: &Review, screen: Screen) -> String {
    let evenings = &review.evenings;
    if evenings.debriefed == 0 && evenings.nerves.is_none() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("Your evenings"));
    text.push_str(&wrapped(&evenings.goal.says, 2));
    if evenings.debriefed > 0 {
        let without = match evenings.without_need {
            0 => "each with a need heard".to_owned(),
            some => format!("{some} without a need heard"),
        };
        let of = counted(evenings.debriefed, "evening", "evenings");
        text.push_str(&wrapped(&format!("You looked back on {of}, {without}."), 2));
    }
    let nerves = evenings.nerves.as_ref().map(|nerves| format!("Nerves. {}", nerves.says));
    text.push_str(&nerves.map(|nerves| wrapped(&nerves, 2)).unwrap_or_default());
    text
}

//! How the owner begins.

use super::figures::counted;
use super::shape::wrapped;
use crate::screen::Screen;
use kithwork_core::facts::Hindrance;
use kithwork_core::start::{FirstWeek, Step};

/// The first week; the question, while it is not answered.
pub(crate) fn start(week: Option<&FirstWeek>, screen: Screen) -> String {
    let Some(week) = week else { return question(screen) };
    let mut text = format!("{}\n", screen.heading(&format!("Your first week: {}", week.title)));
    text.push_str(&wrapped(week.says, 2));
    for step in &week.steps {
        text.push_str(&one(step));
    }
    text
}

fn question(screen: Screen) -> String {
    let mut text = format!("{}\n", screen.heading("What keeps you from networking?"));
    for because in Hindrance::ALL {
        let command = format!("kithwork start {}", because.name().replace('_', "-"));
        text.push_str(&wrapped(&format!("“{}”: {command}", because.says()), 2));
    }
    text
}

fn one(step: &Step) -> String {
    let sign = match step.is_done {
        Some(true) => "done",
        Some(false) | None => "to do",
    };
    let takes = counted(u64::from(step.minutes), "minute", "minutes");
    let full_stop = if step.what.ends_with(['.', '?', '”']) { "" } else { "." };
    let what = format!("Day {}, {takes}, {sign}: {}{full_stop}", step.day, step.what);
    wrapped(&what, 2) + &wrapped(&step.why, 5)
}

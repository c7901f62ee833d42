//! Tables of people who can help each other, talks and whom they help, and the halves of a one-to-one.

use super::figures::{day, short_day};
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_app::company::Tables;
use kithwork_app::json::HalvesJson;
use kithwork_core::presentation::AudienceMap;

/// The tables that are proposed.
pub(crate) fn tables(proposed: &Tables, screen: Screen) -> String {
    let mut text = wrapped(&proposed.says, 0);
    for table in &proposed.tables {
        let names: Vec<&str> = table.people.iter().map(|guest| guest.name.as_str()).collect();
        add(&mut text, format!("\n{}\n", screen.heading(wrapped(&names.join(", "), 0).trim_end())));
        for because in table.pairs.iter().flat_map(|pair| &pair.because) {
            text.push_str(&wrapped(&format!("{because}."), 2));
        }
    }
    text
}

/// A talk and whom each of its points helps.
pub(crate) fn audience(talk: &AudienceMap, screen: Screen) -> String {
    let on = talk.on.map(|on| format!(", {}", day(on))).unwrap_or_default();
    let heading = format!("{}{on}", talk.what);
    let mut text = format!("{}\n", screen.heading(wrapped(&heading, 0).trim_end()));
    let names: Vec<&str> = talk.listeners.iter().map(|one| one.name.as_str()).collect();
    if !names.is_empty() {
        text.push_str(&wrapped(&format!("Who listens: {}", names.join(", ")), 2));
    }
    for (number, point) in (1..).zip(&talk.points) {
        text.push_str(&wrapped(&format!("{number}. {}", point.says), 2));
        for answered in &point.answers {
            text.push_str(&wrapped(&format!("for {}: {}", answered.name, answered.what), 5));
        }
        if point.helps_nobody {
            text.push_str(&wrapped("No need of those who listen is linked to it.", 5));
        }
        for could in &point.could_answer {
            text.push_str(&wrapped(&format!("perhaps for {}: {}", could.name, could.what), 5));
        }
    }
    text.push_str(&wrapped(&talk.says, 2));
    for wanted in &talk.unanswered {
        text.push_str(&wrapped(&format!("Not answered: {} needs {}", wanted.name, wanted.what), 2));
    }
    text.push('\n');
    text
}

/// A one-to-one and what is still asked of it.
pub(crate) fn halves(kept: &HalvesJson) -> String {
    let mark = if kept.one_way { " One-way so far." } else { "" };
    let said = format!("Kept: one-to-one with {} on {}.{mark}", kept.name, short_day(kept.on));
    let mut text = wrapped(&said, 0);
    kept.asks.iter().for_each(|asks| text.push_str(&wrapped(asks, 2)));
    text
}

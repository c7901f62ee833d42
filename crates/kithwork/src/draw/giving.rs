//! The card to hand out, and introductions on their way.

use super::figures::short_day;
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_app::proposal::Introductions;
use kithwork_app::share_card::Shown;

/// The card, what it lacks, and to whom it could go.
pub(crate) fn card(shown: &Shown, screen: Screen) -> String {
    let name = shown.card.name.as_deref().unwrap_or("How to help me");
    let mut text = format!("{}\n", screen.heading(name));
    shown.text.lines().for_each(|line| text.push_str(&wrapped(line, 2)));
    for asks in &shown.lacks {
        text.push_str(&wrapped(&format!("Not told yet: {asks}"), 2));
    }
    for (heading, people) in [
        ("You sat down together lately", &shown.offer_to),
        ("What did they write back?", &shown.waiting),
    ] {
        if !people.is_empty() {
            add(&mut text, format!("\n{}\n", screen.heading(heading)));
        }
        for one in people {
            let on = one.on.map(|on| format!(", {}", short_day(on))).unwrap_or_default();
            text.push_str(&wrapped(&format!("{}{on}", one.name), 2));
        }
    }
    text
}

/// Introductions on their way, and whom one could bring together.
pub(crate) fn introductions(all: &Introductions, screen: Screen) -> String {
    let mut text = String::new();
    if !all.on_their_way.is_empty() {
        add(&mut text, format!("{}\n", screen.heading("On their way")));
    }
    for one in &all.on_their_way {
        let [a, b] = &one.sides;
        text.push_str(&wrapped(
            &format!("{} and {}: {} ({})", a.name, b.name, one.next, one.id),
            2,
        ));
        for side in &one.sides {
            let says = match (side.says, side.asked_on) {
                (Some(true), _) => "said yes",
                (Some(false), _) => "said no",
                (None, Some(_)) => "was asked",
                (None, None) => "is not asked yet",
            };
            text.push_str(&wrapped(&format!("{} {says}", side.name), 4));
        }
    }
    add(&mut text, format!("{}\n", screen.heading("Whom you could bring together")));
    if all.ideas.is_empty() {
        text.push_str(&wrapped(
            "Nobody you have sat down with is known to need what another does.",
            2,
        ));
    }
    for idea in &all.ideas {
        text.push_str(&wrapped(&format!("{} {}.", idea.needs.name, idea.needs.why), 2));
    }
    text
}

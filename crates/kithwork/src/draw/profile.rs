//! The owner's profile: a card to give people, and what it lacks.

use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_app::profile::Profile;

/// The card, then what it lacks and how well others could say it.
pub(crate) fn profile(profile: &Profile, screen: Screen) -> String {
    let name = profile.name.as_deref().unwrap_or("How to help me");
    let mut text = format!("{}\n", screen.heading(name));
    for (what, told) in [
        ("How I help", &profile.helps),
        ("What I do best", &profile.excels_at),
        ("How I differ", &profile.differs_by),
    ] {
        text.push_str(
            &told.as_ref().map(|t| wrapped(&format!("{what}: {t}"), 2)).unwrap_or_default(),
        );
    }
    if !profile.targets.is_empty() {
        text.push_str(&wrapped(
            &format!("Whom I’d like to meet: {}", profile.targets.join(", ")),
            2,
        ));
    }
    for trigger in &profile.triggers.triggers {
        text.push_str(&wrapped(&format!("When somebody says “{}”, think of me.", trigger.what), 2));
    }
    add(&mut text, format!("\n{}\n", screen.heading("For you")));
    for (_, asks) in profile.missing() {
        text.push_str(&wrapped(&format!("Not told yet: {asks}"), 2));
    }
    text.push_str(&profile.triggers.asks.as_ref().map(|a| wrapped(a, 2)).unwrap_or_default());
    text.push_str(&wrapped(&profile.recall.says, 2));
    text
}

//! What people share, and what they make together.

use super::figures::day;
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_app::help;
use kithwork_app::project::Kept;
use kithwork_core::facts::Direction;
use kithwork_core::network::{Shared, WayBalance};
use kithwork_core::review::ProjectReview;

/// Projects named in the review.
const NAMED: usize = 3;

/// An act of help that was kept.
pub(crate) fn helped(kept: &help::Kept) -> String {
    let name = &kept.person.name;
    let who = match kept.help.direction {
        Direction::Given => format!("You helped {name}"),
        Direction::Received => format!("{name} helped you"),
    };
    let on = kept.help.on.map(|on| format!(" on {}", day(on))).unwrap_or_default();
    let about = kept.help.about.as_ref().map(|about| format!(": {about}")).unwrap_or_default();
    wrapped(&format!("{who}{on}{about}. “kithwork undo” takes it back."), 0)
}

/// The five ways of sharing, both ways; silent where there was no help.
pub(super) fn ways(ways: &[WayBalance]) -> String {
    if ways.is_empty() {
        return String::new();
    }
    let part = |way: &WayBalance| {
        let name = match way.way {
            Shared::Expertise => "expertise",
            Shared::Experience => "experience",
            Shared::Ideas => "ideas",
            Shared::Support => "support",
            Shared::Contacts => "contacts",
        };
        format!("{name} {} and {}", way.given, way.received)
    };
    let parts: Vec<String> = ways.iter().map(part).collect();
    wrapped(&format!("In the last year, given and received: {}.", parts.join(", ")), 2)
}

/// A joint project that was kept.
pub(crate) fn project(kept: &Kept) -> String {
    let project = &kept.project;
    let done = match (kept.change.is_some(), kept.is_new, project.ended_on) {
        (false, _, _) => "It stands so already".to_owned(),
        (_, _, Some(on)) => format!("Finished on {}", day(on)),
        (_, true, _) => "Begun".to_owned(),
        _ => "Changed".to_owned(),
    };
    let names: Vec<&str> = kept.people.iter().map(|person| person.name.as_str()).collect();
    wrapped(&format!("{done}: {}, with {}.", project.what, names.join(", ")), 0)
}

/// All joint projects.
pub(crate) fn projects(projects: &[ProjectReview]) -> String {
    if projects.is_empty() {
        return "Nothing is made together yet. For example:\n  \
                kithwork project \"A talk for bakers\" --with \"Priya Shah\" --kind event\n"
            .to_owned();
    }
    projects.iter().map(|project| wrapped(&line(project), 0)).collect()
}

/// What is made together, within the review; silent where there is none.
pub(super) fn in_review(projects: &[ProjectReview], screen: Screen) -> String {
    if projects.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("What you make together"));
    for project in projects.iter().take(NAMED) {
        text.push_str(&wrapped(&line(project), 2));
    }
    if projects.len() > NAMED {
        add(&mut text, format!("  and {} more: “kithwork projects”\n", projects.len() - NAMED));
    }
    text
}

fn line(project: &ProjectReview) -> String {
    let with = if project.who.is_empty() {
        String::new()
    } else {
        format!(", with {}", project.who.join(", "))
    };
    let when = match (project.begun_on, project.ended_on) {
        (_, Some(on)) => format!(", finished on {}", day(on)),
        (Some(on), None) => format!(", since {}", day(on)),
        (None, None) => String::new(),
    };
    let outcome = project.outcome.as_ref().map(|words| format!(": {words}")).unwrap_or_default();
    format!("{}{with}{when}{outcome}", project.what)
}

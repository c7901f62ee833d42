//! What the owner and others share (mission row 58): the five kinds of help, and what they made together.

use crate::pages::sheet::Line;
use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use kithwork_core::network::Shared;

/// The five ways in which help was given and received, with how that is reckoned; empty where there was none.
pub(super) fn ways(sight: &Sight) -> Vec<Line> {
    let giving = &sight.review.giving;
    let shared = giving.ways.iter().filter(|way| way.given + way.received > 0);
    let lines = shared.map(|way| {
        format!(
            "{}: you gave {}, you received {}.",
            say::capital(shared_by(way.way)),
            way.given,
            way.received
        )
    });
    let mut lines: Vec<Line> = lines.map(Line::plain).collect();
    if let Some(first) = lines.first_mut() {
        first.why = Line::at(sight, "/giving", Words::default()).why;
    }
    lines
}

fn shared_by(way: Shared) -> &'static str {
    match way {
        Shared::Expertise => "expertise",
        Shared::Experience => "experience",
        Shared::Ideas => "ideas",
        Shared::Support => "support",
        Shared::Contacts => "contacts",
    }
}

/// What was made together with somebody, the latest first.
pub(super) fn projects(sight: &Sight) -> Vec<Line> {
    let told = sight.review.projects.iter().map(|project| {
        let who = say::listed(&project.who);
        let words = Words::default().name(&project.what).then(", with ");
        let words = words.name(&who);
        let came = project.outcome.as_deref().map(|outcome| format!(": {outcome}"));
        Line { says: words.then(came.unwrap_or_default()), why: None, acts: Vec::new() }
    });
    told.collect()
}

//! What others know and say of the owner, and what goes round between them.

use super::{Line, Section};
use crate::act::Act;
use crate::pages::quotes;
use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use kithwork_core::facts::AimKind;
use kithwork_core::review::LooseEnd;
use std::borrow::Cow;

/// Words, circles and loose ends shown of each kind.
const SHOWN: usize = 12;
/// Aims that somebody can be linked to in one tap; the others have their own page.
const AIMS: usize = 3;
/// What the wish to help is called where the owner has not named it.
const HELP: &str = "To help them";

pub(super) fn sections(sight: &Sight) -> Vec<Section> {
    vec![
        Section::new("recall", "Could they say what you do?", recall(sight)),
        Section::new("triggers", "When they should think of you", triggers(sight)),
        Section::new("halves", "Both halves of a one-to-one", halves(sight)),
        Section::new("said", "What they say about you", said(sight)),
        Section::new("circles", "Help that came round", circles(sight)),
        Section::new("no-aim", "Linked to nothing you want to reach", without_aim(sight)),
    ]
}

fn recall(sight: &Sight) -> Vec<Line> {
    let recall = &sight.review.recall;
    let mut lines = Vec::new();
    if !recall.says.is_empty() {
        lines.push(Line::at(sight, "/recall", Words::plain(recall.says.as_str())));
    }
    let told = recall.remembered.iter().filter(|r| !r.words.is_empty()).take(SHOWN);
    lines.extend(told.map(|r| {
        let who = Words::default().people([(r.person, r.name.as_str())]);
        let on = r.on.map(|on| format!(", {}", say::day(on, sight.today))).unwrap_or_default();
        Line {
            says: who.then(format!("{on}: “")).name(&r.words).then("”"),
            why: None,
            acts: Vec::new(),
        }
    }));
    lines
}

fn triggers(sight: &Sight) -> Vec<Line> {
    let triggers = sight.review.triggers.triggers.iter().enumerate();
    let mut lines: Vec<Line> = triggers
        .map(|(n, trigger)| {
            let says = Words::plain("“").name(&trigger.what).then(format!("”: {}", trigger.says));
            Line::at(sight, &format!("/triggers/triggers/{n}"), says)
        })
        .collect();
    lines.extend(sight.review.triggers.asks.iter().map(Line::plain));
    lines
}

fn halves(sight: &Sight) -> Vec<Line> {
    let halves = sight.review.halves.iter();
    halves.map(|halves| Line::at(sight, "/halves", Words::plain(halves.says.as_str()))).collect()
}

fn said(sight: &Sight) -> Vec<Line> {
    let all = sight.review.said.iter().flat_map(|by| by.words.iter().map(move |words| (by, words)));
    let told = all.take(SHOWN).map(|(by, words)| {
        let who = Words::default().people([(by.person, by.name.as_str())]);
        let on = words.on.map(|on| format!(", {}", say::day(on, sight.today))).unwrap_or_default();
        let quote = who.then(format!("{on}: “")).name(&words.words);
        let says = quote.then(format!("” {}", quotes::says(words)));
        Line { says, why: None, acts: quotes::acts(words) }
    });
    told.collect()
}

fn circles(sight: &Sight) -> Vec<Line> {
    sight.review.giving.circles.iter().take(SHOWN).map(|c| Line::plain(c.says.as_str())).collect()
}

fn ends(ends: &[LooseEnd]) -> Vec<Line> {
    let shown = ends.iter().take(SHOWN).map(|end| {
        let who = Words::default().people([(end.person, end.name.as_str())]);
        Line { says: who.then(format!(": {}", end.says)), why: None, acts: Vec::new() }
    });
    let more = ends.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| Line::plain(format!("And {more} more.")));
    shown.chain(more).collect()
}

/// Those whom no aim is for, each with the aims they could be linked to: or the wish to help them, which is
/// one too.
fn without_aim(sight: &Sight) -> Vec<Line> {
    let mut lines = ends(&sight.review.loose_ends.without_aim);
    if !sight.is_live {
        return lines;
    }
    let open = sight.review.aims.iter().filter(|aim| aim.kind != AimKind::Help).take(AIMS);
    let aims: Vec<(String, String)> =
        open.map(|aim| (format!("For “{}”", aim.what), aim.aim.to_string())).collect();
    let help = sight.review.aims.iter().find(|aim| aim.kind == AimKind::Help);
    let help = help.map_or_else(|| HELP.to_owned(), |aim| aim.aim.to_string());
    for (line, end) in lines.iter_mut().zip(&sight.review.loose_ends.without_aim) {
        let link = |label: Cow<'static, str>, what: &str| {
            Act::does(label, "/aims").with("what", what).with("people", end.person)
        };
        line.acts = aims.iter().map(|(label, id)| link(label.clone().into(), id)).collect();
        line.acts.push(link("To help them".into(), &help).with("kind", "help"));
    }
    lines
}

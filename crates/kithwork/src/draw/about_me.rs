//! What others say, remember and were told of the owner.

use super::figures::{counted, day, short_day};
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_app::json::{QuotesJson, SaidJson};
use kithwork_app::{playback, rating, said as app};
use kithwork_core::facts::{Explained, MentionKind};
use kithwork_core::review::{Review, SaidWords, Triggers};

/// Triggers spelt out in the review.
const TRIGGERS: usize = 3;

/// A playback that was kept.
pub(crate) fn playback(kept: &playback::Kept) -> String {
    let could = match kept.playback.explained {
        Explained::Yes => "could",
        Explained::Partly => "could in part",
        Explained::No => "could not yet",
    };
    let what = match &kept.trigger {
        Some(trigger) => format!("would think of you when somebody says “{}”", trigger.what),
        None => "say what you do".to_owned(),
    };
    let line = match (&kept.trigger, kept.playback.explained) {
        (Some(_), Explained::Yes) => format!("{} {what}.", kept.person.name),
        (Some(trigger), _) => format!(
            "{} would not think of you yet when somebody says “{}”.",
            kept.person.name, trigger.what
        ),
        (None, _) => format!("{} {could} {what}.", kept.person.name),
    };
    wrapped(&format!("Kept: {line} “kithwork undo” takes it back."), 0)
}

/// What was observed of somebody, and what that leaves to do.
pub(crate) fn observed(kept: &rating::Kept) -> String {
    let readiness = kept.readiness.says(kept.level);
    let line = format!("Kept, of {}. {readiness} “kithwork undo” takes it back.", kept.person.name);
    wrapped(&line, 0)
}

/// The trigger problems.
pub(crate) fn triggers(triggers: &Triggers, screen: Screen) -> String {
    let mut text = format!("{}\n", screen.heading("When somebody says this, think of me"));
    for (number, trigger) in (1..).zip(&triggers.triggers) {
        text.push_str(&wrapped(&format!("{number}  “{}”", trigger.what), 2));
        text.push_str(&wrapped(&trigger.says, 5));
    }
    text.push_str(&triggers.asks.as_ref().map(|asks| wrapped(asks, 2)).unwrap_or_default());
    text
}

/// What was said, and kept.
pub(crate) fn mention(kept: &app::Kept) -> String {
    let quoted = if kept.mention.is_quotable() {
        "You may quote it."
    } else {
        "It is for your eyes: nobody quotes it until they said you may."
    };
    let name = &kept.person.name;
    wrapped(&format!("Kept: {name} said “{}”. {quoted}", kept.mention.words), 0)
}

/// A timeline for each source.
pub(crate) fn said(document: &SaidJson, screen: Screen) -> String {
    if document.said.is_empty() {
        return wrapped(
            "Nobody’s words are kept yet: “kithwork said WHO \"THEIR WORDS\"” keeps them.",
            0,
        );
    }
    let mut text = String::new();
    for by in &document.said {
        add(&mut text, format!("{}\n", screen.heading(&by.name)));
        by.words.iter().for_each(|words| text.push_str(&wrapped(&line(words), 2)));
    }
    text
}

fn line(said: &SaidWords) -> String {
    let on = said.on.map_or_else(|| "undated".to_owned(), short_day);
    let kind = match said.kind {
        Some(MentionKind::Testimonial) => ", a testimonial",
        Some(MentionKind::Referring) => ", when referring you",
        Some(MentionKind::Vouching) => ", vouching for you",
        None => "",
    };
    let quote = match said.may_quote {
        Some(true) => "; you may quote it",
        Some(false) => "; not to be quoted",
        None => "",
    };
    format!("{on}  “{}”{kind}{quote}", said.words)
}

/// What may be quoted outside.
pub(crate) fn quotes(document: &QuotesJson) -> String {
    if document.quotes.is_empty() {
        return "Nobody has said yet that you may quote them.\n".to_owned();
    }
    let quotes = document.quotes.iter();
    quotes.map(|quote| wrapped(&format!("“{}” {}", quote.words, quote.name), 0)).collect()
}

/// What others know of the owner, for the review; silent in an empty book.
pub(super) fn known(review: &Review, screen: Screen) -> String {
    if review.totals.people == 0 {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("What others know of you"));
    text.push_str(&wrapped(&review.recall.says, 2));
    for trigger in review.triggers.triggers.iter().take(TRIGGERS) {
        text.push_str(&wrapped(&format!("“{}”: {}", trigger.what, trigger.says), 2));
    }
    text.push_str(&review.triggers.asks.as_ref().map(|a| wrapped(a, 2)).unwrap_or_default());
    if let Some(last) = review.said.first().and_then(|by| Some((by, by.words.last()?))) {
        let (by, words) = last;
        let on = words.on.map(|on| format!(" on {}", day(on))).unwrap_or_default();
        let people = counted(review.said.len() as u64, "person’s", "people’s");
        text.push_str(&wrapped(&format!("{} said{on}: “{}”", by.name, words.words), 2));
        text.push_str(&wrapped(&format!("“kithwork said” holds {people} words about you."), 2));
    }
    text
}

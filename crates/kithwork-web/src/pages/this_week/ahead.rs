//! What is agreed for days after the week.

use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::facts::{Conversation, Stage};

/// Talks that are named.
const NAMED: usize = 5;

/// What is agreed after the week, the next first, in a sentence; none where nothing is. Of a series the next one is
/// named.
pub(super) fn agreed(sight: &Sight) -> Option<Words> {
    let mut named: Vec<&Conversation> = Vec::new();
    for talk in after(sight, sunday(sight)) {
        if !named.iter().any(|known| known.people == talk.people) {
            named.push(talk);
        }
    }
    let more = named.len().saturating_sub(NAMED);
    named.truncate(NAMED);
    let day = |talk: &Conversation| say::weekday_of(talk.on, sight.today);
    let mut words = Words::plain("Agreed after this week: ");
    for (n, talk) in named.iter().enumerate() {
        let words_so_far = if n > 0 { words.then("; ") } else { words };
        words = sight.shelf.and(words_so_far, &talk.people).then(format!(", {}", day(talk)));
    }
    let end = if more > 0 { format!("; and {more} more.") } else { ".".to_owned() };
    (!named.is_empty()).then(|| words.then(end))
}

/// Whether something is agreed for the week that follows.
pub(super) fn is_agreed_next_week(sight: &Sight) -> bool {
    let end = sunday(sight).saturating_add(7.days());
    after(sight, sunday(sight)).any(|talk| talk.on <= end)
}

fn sunday(sight: &Sight) -> Date {
    sight.plan.week.saturating_add(6.days())
}

fn after(sight: &Sight, day: Date) -> impl Iterator<Item = &Conversation> {
    let all = sight.shelf.book.facts.conversations.iter();
    all.filter(move |talk| talk.stage == Stage::Agreed && talk.on > day)
}

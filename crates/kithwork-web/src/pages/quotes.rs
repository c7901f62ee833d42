//! Words about the owner as a page shows them: what they were said for, and whether they may be quoted.

use crate::act::Act;
use crate::say;
use jiff::civil::Date;
use kithwork_core::facts::MentionKind;
use kithwork_core::id::FactId;
use kithwork_core::review::SaidWords;

/// Words that somebody said about the owner.
#[derive(Clone, Debug)]
pub(crate) struct AboutMe {
    pub(crate) id: FactId,
    /// When; empty where that is not known.
    pub(crate) when: String,
    pub(crate) words: String,
    /// What they were said for, as the form sends it; empty where that was not told.
    pub(crate) kind: &'static str,
    /// Whether they may be quoted, as the form sends it; empty where nobody asked.
    pub(crate) may_quote: &'static str,
    /// Both, in words.
    pub(crate) says: String,
    pub(crate) acts: Vec<Act>,
}

impl AboutMe {
    /// These words, as of a day.
    pub(crate) fn of(words: &SaidWords, today: Date) -> Self {
        Self {
            id: words.id,
            when: words.on.map(|on| say::day(on, today)).unwrap_or_default(),
            words: words.words.clone(),
            kind: words.kind.map_or("", MentionKind::name),
            may_quote: match words.may_quote {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            },
            says: says(words),
            acts: acts(words),
        }
    }
}

/// What they were said for, where that was told, and whether they may be quoted.
pub(crate) fn says(words: &SaidWords) -> String {
    let may = match words.may_quote {
        Some(true) => "You may quote it.",
        Some(false) => "For you alone.",
        None => "Ask before you quote it.",
    };
    words.kind.map_or_else(|| may.to_owned(), |kind| format!("{}. {may}", kind.says()))
}

/// What they allow, and that they do no longer.
pub(crate) fn acts(words: &SaidWords) -> Vec<Act> {
    let (label, may) = match words.may_quote {
        Some(true) => ("Quote it no longer", "no"),
        _ => ("They allow it", "yes"),
    };
    vec![Act::does(label, format!("/said/{}", words.id)).with("may_quote", may)]
}

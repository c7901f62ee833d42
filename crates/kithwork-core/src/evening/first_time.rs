//! Fear: do it anyway, the second time is easier (row 72). A checklist, two openers, an exit line.

use crate::book::Book;
use crate::facts::Meeting;
use serde::Serialize;

/// With fewer meetings behind them somebody is new to it, unless they say otherwise; judgement.
const NEW_BELOW: usize = 3;

/// What helps somebody who is new to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FirstTime {
    /// Whether the owner said so; else the book takes it from how few meetings it holds.
    pub is_said: bool,
    /// What to do, in order.
    pub checklist: Vec<String>,
    /// Two ways to begin.
    pub openers: [&'static str; 2],
    /// A kind way to leave a conversation.
    pub exit: &'static str,
}

impl FirstTime {
    /// The sheet for a meeting; none where the owner is not new to it.
    pub(crate) fn of(book: &Book, meeting: &Meeting) -> Option<Self> {
        let before = book.facts.meetings.iter().take_while(|m| m.on < meeting.on).count();
        let is_new = meeting.first_time.unwrap_or(before < NEW_BELOW);
        is_new.then(|| Self {
            is_said: meeting.first_time == Some(true),
            checklist: checklist(book),
            openers: [
                "What brought you here?",
                "What are you working on that you would like to get further with?",
            ],
            exit: "It was good to talk. I promised myself to meet one more person: shall we find somebody each of us should know?",
        })
    }
}

fn checklist(book: &Book) -> Vec<String> {
    let helps = book.facts.settings.first().and_then(|settings| settings.helps.as_deref());
    let line = match helps.map(|helps| helps.trim().trim_end_matches('.')) {
        Some(helps) if !helps.is_empty() => format!("Say it aloud once, at home: “{helps}.”"),
        _ => "Say aloud once, at home, whom you help and with what: one sentence is enough."
            .to_owned(),
    };
    [
        line,
        "Come ten minutes early: it is easier to be joined than to join.".to_owned(),
        "Tell the host that you are new and ask them to introduce you to one person.".to_owned(),
        "Look for whoever stands alone: they are glad of you.".to_owned(),
        "Listen for two people you could help. Nothing has to be sold.".to_owned(),
        "When you have heard two, you may go home.".to_owned(),
    ]
    .into()
}

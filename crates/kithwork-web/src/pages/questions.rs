//! What only the owner knows, at most seven at a time.

use crate::frame::{Frame, Place};
use askama::Template;
use kithwork_app::json::QuestionsJson;
use kithwork_core::facts::Asks;
use kithwork_core::id::FactId;

/// What only the owner knows.
#[derive(Debug, Template)]
#[template(path = "questions.html")]
pub(crate) struct Questions {
    frame: Frame,
    asked: Vec<Asked>,
    more: u64,
}

crate::visit::framed!(Questions);

/// One question.
#[derive(Debug)]
struct Asked {
    id: FactId,
    asks: &'static str,
    about: Vec<String>,
    count: u32,
    choices: Vec<String>,
}

impl Questions {
    /// Those that wait.
    pub(crate) fn of(waiting: &QuestionsJson) -> Self {
        let asked = waiting.questions.iter().map(|question| Asked {
            id: question.id,
            asks: match question.asks {
                Asks::SamePerson => "Are these one person?",
                Asks::WhatIsThis => "What is this in your calendar?",
                Asks::WhoIsThis => "Who is meant?",
                Asks::WhichRoom => "Which group is meant?",
            },
            about: question.about.iter().map(|about| crate::say::shortened(about)).collect(),
            count: question.count,
            choices: question.choices.clone(),
        });
        Self {
            frame: Frame::new("Questions", Place::More),
            asked: asked.collect(),
            more: waiting.more,
        }
    }
}
